//! Stands in for the crate `wasm-streams`, which comes along with Leptos's server functions and is never called here.
//!
//! The real one exports classes to JavaScript, and what is exported stays: six kilobytes of every visitor's download for
//! streams that nobody opens. This has the few functions that are named elsewhere, and streams without an item.

use std::{
    pin::Pin,
    task::{Context, Poll},
};

use futures_core::Stream;
use wasm_bindgen::{JsCast, JsValue};

/// A stream that is over before it begins.
#[derive(Debug, Clone)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Takes a stream of the browser; its items are not read.
    #[must_use]
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// An empty stream of the browser, whatever `stream` has.
    pub fn from_stream<S>(stream: S) -> Self
    where
        S: Stream<Item = Result<JsValue, JsValue>> + 'static,
    {
        drop(stream);
        Self(web_sys::ReadableStream::new().unwrap_or_else(|error| error.unchecked_into()))
    }

    /// The browser's stream.
    #[must_use]
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// No item at all.
    #[must_use]
    pub fn into_stream(self) -> Nothing {
        Nothing
    }
}

/// A stream without an item.
#[derive(Debug, Clone, Copy)]
pub struct Nothing;

impl Stream for Nothing {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(None)
    }
}
