//! The answer: in words, as a chart, and as the list.

use leptos::prelude::*;
use nexudus_core::outcomes::{End, Tally};

use super::{
    chart,
    model::Model,
    rows,
    sentences::{asked, numbers},
    table,
};
use crate::ui::{El, el};

/// Everything about one answer. It follows what is changed in the list.
pub fn result(model: &Model) -> El {
    let (texts, outcome) = (model.texts, model.outcome);
    let tally = Memo::new(move |_| outcome.with(|outcome| outcome.as_ref().map(|it| it.tally()).unwrap_or_default()));
    let is_empty = move || tally.get() == Tally::default();
    let complete = model.answer.with_untracked(|answer| matches!(answer, Some((End::Complete, _))));
    let none = texts.say(if complete { "outcomeNone" } else { "outcomeNoneRead" });
    let heading = outcome.with_untracked(|it| it.as_ref().map(|it| asked(texts, it.question())).unwrap_or_default());
    let customers = move || {
        let count = outcome.with(|outcome| outcome.as_ref().map_or(0, |it| it.customers()));
        texts.count("outcomeCustomers", count, &[])
    };
    let bars = move || outcome.with(|outcome| outcome.as_ref().map(|it| it.bars()).unwrap_or_default());
    el("section")
        .class("outcome")
        .attr("part", "outcome")
        .attr("aria-labelledby", "outcome-heading")
        .child(el("h3").attr("id", "outcome-heading").attr("tabindex", "-1").text(&heading))
        .child(el("p").class("numbers").flag("hidden", is_empty).live_text(move || numbers(texts, tally.get())))
        .child(el("p").class("hint").flag("hidden", is_empty).live_text(customers))
        .child(el("p").class("state").flag("hidden", move || !is_empty()).text(&none))
        .child(
            el("div")
                .class("by-week")
                .flag("hidden", is_empty)
                .slot(move || Some(chart::chart(texts, &bars(), tally.get())))
                .child(chart::legend(texts))
                .child(table::table(texts, bars)),
        )
        .child(el("h4").attr("id", "outcome-list").flag("hidden", is_empty).text(&texts.say("outcomeList")))
        .child(rows::rows(model))
}
