//! The rows of the log below headings that sort them.

use leptos::prelude::*;
use nexudus_api::ReminderAudit;
use nexudus_core::audit_log::{AuditLog, Column, State};

use super::log::Log;
use crate::{
    desk::words::moment,
    i18n::Texts,
    shell::iso_time,
    ui::{El, button, el},
};

/// The table in a box of its own, which scrolls sideways where there is little room. The headings stay while rows come and go,
/// so that the focus does.
pub fn table(texts: Texts, log: &Log, state: RwSignal<AuditLog>) -> El {
    let heads = Column::ALL.into_iter().fold(el("tr"), |row, column| row.child(heading(texts, log, state, column)));
    // Loading changes no row, and a failure has taken them already.
    let rows = Memo::new(move |_| state.with(|state| state.rows().to_vec()));
    let body = el("table")
        .child(el("caption").class("unseen").text(&texts.say("log")))
        .child(el("thead").child(heads))
        .slot(move || {
            let body = el("tbody");
            Some(rows.with(|rows| rows.iter().fold(body, |body, entry| body.child(row(texts, entry)))))
        });
    el("div")
        .class("scroll")
        .attr("role", "group")
        .attr("tabindex", "0")
        .attr("aria-labelledby", "log-heading")
        .state("aria-busy", move || state.with(|state| *state.state() == State::Loading))
        .child(body)
}

/// A heading that says which way the table is sorted by it.
fn heading(texts: Texts, log: &Log, state: RwSignal<AuditLog>, column: Column) -> El {
    let label = texts.say(match column {
        Column::Customer => "customer",
        Column::Reminder => "reminder",
        Column::When => "logWhen",
        Column::By => "logBy",
    });
    let log = log.clone();
    el("th")
        .attr("scope", "col")
        .live("aria-sort", move || {
            let sort = state.with(AuditLog::sort);
            let way = if sort.descending { "descending" } else { "ascending" };
            (sort.column == column).then(|| way.to_owned())
        })
        .child(button("", &label, move |_| log.act(|state| Some(state.sort_by(column)))))
}

fn row(texts: Texts, entry: &ReminderAudit) -> El {
    let time = entry.created_on.map(|at| {
        let time = el("time").attr("datetime", &iso_time(at)).attr("title", &texts.absolute_time(at));
        time.text(&moment(texts, at))
    });
    el("tr")
        .child(named(texts, el("th").attr("scope", "row"), &entry.coworker_full_name, entry.coworker_id))
        .child(named(texts, el("td"), &entry.reminder_name, entry.reminder_id))
        .child(el("td").maybe(time))
        .child(el("td").class("text").text(&entry.updated_by))
}

/// A name with its number, which tells namesakes apart; a name that did not come leaves the number alone.
fn named(texts: Texts, cell: El, name: &str, id: i64) -> El {
    let known = (!name.is_empty()).then(|| el("span").class("text").attr("dir", "auto").text(name));
    cell.maybe(known).child(el("span").class("hint").text(&texts.with("numbered", &[&id.to_string()])))
}
