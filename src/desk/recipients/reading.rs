//! Reading a list in short steps between frames.

use js_sys::Uint8Array;
use leptos::{prelude::*, task::spawn_local};
use nexudus_core::{
    encoding::{Unusable, check_size},
    recipients::{Progress, Reader},
    resolver::Resolver,
};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use super::{model::Model, words::unusable};
use crate::{
    i18n::Texts,
    shell::{now, sleep},
};

/// Milliseconds of reading at a time; a frame has sixteen.
const STRETCH: i64 = 8;

impl Model {
    /// Reads what was typed or pasted.
    pub fn read_text(self) {
        let turn = self.begin();
        let reader = self.text.with_untracked(|text| Reader::of_text(text));
        spawn_local(self.read(turn, reader));
    }

    /// Reads a file. One that is too large is not even loaded.
    pub fn read_file(self, file: File) {
        let turn = self.begin();
        if let Err(why) = check_size(file.size() as usize) {
            return self.refuse(why);
        }
        self.reading.set(Some(0));
        spawn_local(async move {
            let Ok(bytes) = JsFuture::from(file.array_buffer()).await else {
                return self.fail(turn, |texts| texts.say("fileUnreadable"));
            };
            self.read(turn, Reader::of_bytes(Uint8Array::new(&bytes).to_vec())).await;
        });
    }

    async fn read(self, turn: u32, reader: Result<Reader, Unusable>) {
        let mut reader = match reader {
            Ok(reader) => reader,
            Err(why) => return self.fail(turn, |texts| unusable(texts, why)),
        };
        while self.is_on(turn) {
            let began = now();
            while now() - began < STRETCH {
                match reader.step() {
                    Ok(Progress::Done) => return self.take(turn, reader),
                    Ok(Progress::Reading(read, all)) => drop(self.reading.try_set(Some(read * 100 / all.max(1)))),
                    Err(why) => return self.fail(turn, |texts| unusable(texts, why)),
                }
            }
            sleep(0).await;
        }
    }

    fn take(self, turn: u32, reader: Reader) {
        if !self.is_on(turn) {
            return;
        }
        self.reading.try_set(None);
        let list = reader.finish();
        if list.entries.is_empty() {
            return self.fail(turn, |texts| texts.say("listEmpty"));
        }
        self.resolver.try_set(Some(Resolver::new(list)));
        self.step();
    }

    fn refuse(self, why: Unusable) {
        let turn = self.shell().map_or(0, |shell| shell.turn.get());
        self.fail(turn, |texts| unusable(texts, why));
    }

    fn fail(self, turn: u32, sentence: impl FnOnce(Texts) -> String) {
        let Some(shell) = self.shell().filter(|shell| shell.turn.get() == turn) else { return };
        self.reading.try_set(None);
        self.failure.try_set(sentence(shell.client.texts));
    }
}
