//! The same as a table, for who would rather read numbers.

use nexudus_core::outcomes::Bar;

use super::sentences::span;
use crate::{
    i18n::Texts,
    ui::{El, el},
};

/// A table that opens on demand and follows the bars.
pub fn table(texts: Texts, bars: impl Fn() -> Vec<Bar> + 'static) -> El {
    let heads = [
        texts.say("outcomeWeek"),
        texts.say("outcomeSentColumn"),
        texts.say("viewDismissed"),
        texts.say("viewWaiting"),
    ];
    let head = heads.iter().fold(el("tr"), |row, text| row.child(el("th").attr("scope", "col").text(text)));
    let body = move || {
        bars().iter().fold(el("tbody"), |body, bar| {
            let numbers = [bar.tally.sent, bar.tally.dismissed, bar.tally.waiting()];
            let row = el("tr").child(el("th").attr("scope", "row").text(&span(texts, bar.span, false)));
            body.child(numbers.iter().fold(row, |row, number| row.child(el("td").text(&texts.decimal(*number)))))
        })
    };
    let label = texts.say("outcomeByWeek");
    el("details").child(el("summary").text(&texts.say("outcomeAsTable"))).child(
        el("div")
            .class("table-box scroll")
            .attr("tabindex", "0")
            .attr("role", "group")
            .attr("aria-label", &label)
            .child(
                el("table").child(el("caption").text(&label)).child(el("thead").child(head)).slot(move || Some(body())),
            ),
    )
}
