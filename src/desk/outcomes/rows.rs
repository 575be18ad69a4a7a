//! The list, some rows at a time.

use std::cell::RefCell;

use leptos::prelude::*;
use nexudus_api::Notification;

use super::{
    model::{Model, STEP},
    row::row,
};
use crate::ui::{El, Keyed, button, el, react};

/// The rows, and the button for more.
pub fn rows(model: &Model) -> El {
    let list = el("ul").class("list").attr("aria-labelledby", "outcome-list");
    if let Some(keyed) = Keyed::new(&list.0) {
        let (keyed, model) = (RefCell::new(keyed), model.clone());
        react(Box::new(move || {
            let count = model.rows.get();
            model.outcome.with(|outcome| {
                let all = outcome.as_ref().map(|outcome| outcome.rows()).unwrap_or_default();
                let some: Vec<&Notification> = all.iter().take(count).collect();
                let wanted: Vec<_> = some.iter().map(|record| (record.id, version(record))).collect();
                keyed.borrow_mut().show(&wanted, &mut |at| some.get(at).map_or_else(|| el("li"), |it| row(&model, it)));
            });
        }));
    }
    let (outcome, count) = (model.outcome, model.rows);
    let length = move || outcome.with(|outcome| outcome.as_ref().map_or(0, |outcome| outcome.rows().len()));
    let going = model.clone();
    let more = button("more", &model.texts.say("showMore"), move |_| {
        let at = count.get_untracked();
        count.set(at + STEP);
        // The first of the new ones: the button may have gone.
        let next = outcome.with_untracked(|it| it.as_ref().and_then(|it| it.rows().get(at)).map(|next| next.id));
        if let Some(id) = next {
            going.focus_on(&["#outcome-", &id.to_string()].concat());
        }
    });
    el("div").child(list).child(more.flag("hidden", move || length() <= count.get()))
}

/// Differs when a row has to be drawn anew.
fn version(record: &Notification) -> u64 {
    let bytes = record.message.bytes().chain([0]).chain(record.kind.as_str().bytes());
    let text = bytes.fold(7_u64, |sum, byte| sum.wrapping_mul(31).wrapping_add(u64::from(byte)));
    (text.wrapping_mul(31) ^ record.entity_id.unsigned_abs()).wrapping_mul(2) | u64::from(record.is_dismissed)
}
