//! What the page hears of an inbox, as events at its element.

use std::cell::{Cell, RefCell};

use leptos::prelude::*;
use nexudus_core::{
    inbox::{Inbox, Load},
    outbox::Target,
};

use super::model::Model;
use crate::{shell::Client, ui::react};

impl Model {
    /// Tells the page how many wait, what has failed, and who has left.
    pub fn tell(self, client: &Client) {
        client.tell_of_sign_outs();
        let (told, signed_in) = (client.clone(), client.custody.signed_in());
        let last = Cell::new(None);
        react(Box::new(move || {
            let known = self.with(Inbox::count).filter(|_| signed_in.get());
            if let Some((count, more)) = known.filter(|_| last.replace(known) != known) {
                told.tell("nexudus-count", &[("count", (count as f64).into()), ("more", more.into())]);
            }
        }));
        let (client, last) = (client.clone(), RefCell::default());
        react(Box::new(move || {
            let sentence = self.with(|inbox| match inbox.load() {
                Load::Failed(error) => self.sentence(error, "CoworkerNotification-List"),
                _ => String::new(),
            });
            if last.replace(sentence.clone()) != sentence && !sentence.is_empty() {
                client.tell("nexudus-error", &[("message", sentence.into())]);
            }
        }));
    }

    /// Tells the page what the service has taken.
    pub(super) fn tell_of_dismissal(self, client: &Client, target: Target) {
        let (name, id, restored) = match target {
            Target::Entity(entity) => ("entityId", entity, false),
            Target::Record(id) => ("id", id, false),
            Target::Restore(id) => ("id", id, true),
        };
        client.tell("nexudus-dismiss", &[(name, (id as f64).into()), ("restored", restored.into())]);
    }
}
