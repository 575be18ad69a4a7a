//! How a write ended, and where that is said.

use leptos::prelude::*;
use nexudus_api::ApiError;
use nexudus_core::{
    form::{Field, place},
    guard::Sent,
};

use super::FormState;
use crate::{
    desk::sentences::repeated,
    i18n::{Texts, sentences::error},
};

impl FormState {
    /// Shows how a guarded write ended. Returns whether the record is there. `role` is what the account needs; `asks` words
    /// the question about records that say the same.
    pub fn settle(
        self,
        sent: Sent,
        request: String,
        form: &[Field],
        role: &str,
        asks: impl FnOnce(&[i64]) -> String,
        done: fn(Texts, Option<i64>) -> String,
    ) -> bool {
        let texts = self.texts;
        self.busy.try_set(false);
        let there = matches!(sent, Sent::Created(_) | Sent::FoundAfterAll(_) | Sent::Repeated(_));
        match sent {
            Sent::Created(id) => drop(self.success.try_set(done(texts, id))),
            Sent::FoundAfterAll(id) => drop(self.success.try_set(texts.with("foundAfterAll", &[&id.to_string()]))),
            Sent::Repeated(ids) => drop(self.failure.try_set(repeated(texts, &ids, false))),
            Sent::Exists(ids) => {
                self.asked_about.try_set(request);
                self.question.try_set(asks(&ids));
            }
            Sent::NotArrived => drop(self.failure.try_set(texts.say("notArrived"))),
            Sent::Unknown(why) => {
                drop(self.failure.try_set(texts.with("arrivalUnknown", &[&error(texts, &why, role)])))
            }
            Sent::Refused(why) => self.refused(&why, form, role),
        }
        there
    }

    /// The service has refused: to the fields what is theirs, the rest on top.
    pub fn refused(self, why: &ApiError, form: &[Field], role: &str) {
        let texts = self.texts;
        if let ApiError::Invalid { fields, .. } = why
            && !fields.is_empty()
        {
            let (at_fields, on_top) = place(fields, form);
            self.problems.try_set(at_fields);
            self.failure.try_set(on_top.join(" "));
            return;
        }
        let blocked = why.says_unsupported() && *why != ApiError::NotSignedIn;
        self.blocked.try_set(blocked);
        self.failure.try_set(match why {
            ApiError::Server { .. } if blocked => texts.with("unsupported", &[role]),
            _ => error(texts, why, role),
        });
    }
}
