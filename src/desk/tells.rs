//! What the page hears of the desk, as events at its element.

use leptos::prelude::*;
use nexudus_core::guard::Sent;

use crate::{shell::Client, ui::react};

/// Something has been created: a `notification`, or a `reminder` in the log. Its `Id` is there where the service has said one.
pub fn created(client: &Client, what: &str, coworker_id: i64, id: Option<i64>) {
    let id = id.map_or(wasm_bindgen::JsValue::NULL, |id| (id as f64).into());
    client.tell("nexudus-create", &[("what", what.into()), ("id", id), ("coworkerId", (coworker_id as f64).into())]);
}

/// The same for a guarded write, where the record is there.
pub fn sent(client: &Client, what: &str, coworker_id: i64, sent: &Sent) {
    match sent {
        Sent::Created(id) => created(client, what, coworker_id, *id),
        Sent::FoundAfterAll(id) => created(client, what, coworker_id, Some(*id)),
        Sent::Repeated(ids) => created(client, what, coworker_id, ids.first().copied()),
        Sent::Exists(_) | Sent::NotArrived | Sent::Unknown(_) | Sent::Refused(_) => {}
    }
}

/// Tells of each sentence about a failure.
pub fn failures(client: &Client, failure: RwSignal<String>) {
    let client = client.clone();
    react(Box::new(move || {
        let sentence = failure.get();
        if !sentence.is_empty() {
            client.tell("nexudus-error", &[("message", sentence.into())]);
        }
    }));
}
