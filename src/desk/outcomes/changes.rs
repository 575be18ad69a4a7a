//! Calls about one notification, each in its turn, and what they change on the page.

use leptos::prelude::*;
use nexudus_api::Notification;
use nexudus_core::outcomes::{Access, Writing};
use wasm_bindgen::JsValue;

use super::{calls, model::Model};
use crate::shell::{CHANGED, announce, now, sleep};

impl Model {
    /// A look at a record, in its turn.
    pub fn read(&self, id: i64) -> Access {
        let model = self.clone();
        Box::pin(async move {
            model.room(false).await;
            calls::record(&model.client, id).await
        })
    }

    /// A record on its way back, in its turn.
    pub fn put(&self, body: String) -> Writing {
        let model = self.clone();
        Box::pin(async move {
            model.room(true).await;
            calls::put(&model.client, body).await
        })
    }

    /// A deletion, in its turn.
    pub fn delete(&self, id: i64) -> Writing {
        let model = self.clone();
        Box::pin(async move {
            model.room(true).await;
            calls::delete(&model.client, id).await
        })
    }

    /// For one act of several calls: the turn of the last may come when somebody else is signed in, and then it fails.
    pub fn bound(&self) -> Self {
        Self { client: self.client.bound(), ..self.clone() }
    }

    /// Waits until the pace has room for a call, and takes it.
    async fn room(&self, writes: bool) {
        loop {
            let wait = self.pace(|pace| {
                let wait = pace.wait(now(), usize::from(!writes), usize::from(writes));
                match (wait, writes) {
                    (0, true) => pace.write(now()),
                    (0, false) => pace.read(now()),
                    _ => {}
                }
                wait
            });
            match wait {
                Some(wait) if wait > 0 => sleep(wait).await,
                _ => break,
            }
        }
    }

    /// A notification says something else now, and the numbers follow.
    pub fn replaced(&self, record: Notification) {
        let (id, mut next, mut stays) = (record.id, None, false);
        self.outcome.try_update(|outcome| {
            if let Some(outcome) = outcome {
                next = outcome.remove(id);
                stays = outcome.replace(record);
            }
        });
        let number = id.to_string();
        let texts = self.texts;
        self.say(if stays {
            texts.with("outcomeSaved", &[&number])
        } else {
            texts.with("outcomeSavedElsewhere", &[&number])
        });
        if stays {
            self.focus_on(&["#outcome-", &number, " .edit"].concat());
        } else {
            self.focus_row(next);
        }
        announce(CHANGED, &JsValue::NULL);
    }

    /// A notification is no more, and the numbers follow.
    pub fn removed(&self, id: i64, said: String) {
        let mut next = None;
        self.outcome.try_update(|outcome| next = outcome.as_mut().and_then(|outcome| outcome.remove(id)));
        self.say(said);
        self.focus_row(next);
        announce(CHANGED, &JsValue::NULL);
    }

    /// The account can never do this here (D1): it is said once, and not offered again.
    pub fn block(&self, what: RwSignal<bool>, why: String) {
        self.success.try_set(String::new());
        self.failure.try_set(why);
        what.try_set(false);
        self.focus_on(".message.shown");
    }

    fn focus_row(&self, id: Option<i64>) {
        match id {
            Some(id) => self.focus_on(&["#outcome-", &id.to_string()].concat()),
            None => self.focus_on(".outcome h3"),
        }
    }
}
