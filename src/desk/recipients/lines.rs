//! What has become of the lines: numbers, progress, and a table with what needs a look first.

use leptos::prelude::*;
use nexudus_core::resolver::{Outcome, Resolver, Shown};

use super::{model::Model, words};
use crate::{
    desk::sheet::{Sheet, sheet},
    i18n::Texts,
    ui::{El, button, el, get_property, react, set_property},
};

/// All of it; hidden while there is no list.
pub fn lines(texts: Texts, model: Model) -> El {
    let headings = [texts.say("lineNumber"), texts.say("lineText"), texts.say("customer"), texts.say("outcome")];
    let table = Sheet {
        name: "recipients-lines",
        caption: texts.say("linesOfList"),
        headings: headings.into(),
        quoted: [1, 2],
    };
    el("div")
        .class("lines")
        .flag("hidden", move || !model.has_list())
        .child(numbers(texts, model))
        .child(left_out(texts, model))
        .child(progress(texts, model))
        .child(
            el("p")
                .class("warning")
                .sentence(move || if model.signed_out.get() { texts.say("lookupWaits") } else { String::new() }),
        )
        .child(inactive(texts, model))
        .child(again(texts, model))
        .child(filter(texts, model))
        .child(sheet(
            texts,
            table,
            move || model.with(|resolver| resolver.shown(model.shown.get())),
            move |index| model.with(|resolver| words::line(texts, resolver, index)),
        ))
}

fn numbers(texts: Texts, model: Model) -> El {
    el("div").slot(move || {
        let counts = model.with(Resolver::counts);
        Some(counts.into_iter().fold(el("ul").class("counts"), |list, (outcome, count)| {
            list.child(
                el("li")
                    .child(el("strong").text(&texts.decimal(count)))
                    .text(" ")
                    .text(&words::outcome(texts, outcome)),
            )
        }))
    })
}

/// Headings and empty lines are in no row of the table, so they are told here.
fn left_out(texts: Texts, model: Model) -> El {
    let empty = move || model.with(|resolver| resolver.list().empty);
    let heading = move || model.with(|resolver| resolver.list().heading.clone());
    el("div")
        .class("hint")
        .child(
            el("p")
                .sentence(move || heading().map(|heading| texts.with("headingLine", &[&heading])).unwrap_or_default()),
        )
        .child(el("p").sentence(move || match empty() {
            0 => String::new(),
            count => texts.count("emptyLines", count, &[]),
        }))
}

fn progress(texts: Texts, model: Model) -> El {
    let now_at = move || model.with(Resolver::progress);
    let words = move || {
        let progress = now_at();
        let (done, of) = (texts.decimal(progress.lines - progress.waiting), texts.decimal(progress.lines));
        match model.minutes_left() {
            0 => texts.with("lookingUp", &[&done, &of]),
            minutes => texts.count("lookingUpMinutes", minutes, &[&done, &of]),
        }
    };
    el("div")
        .class("looking")
        .flag("hidden", move || now_at().waiting == 0)
        .child(el("p").attr("id", "recipients-progress").live_text(words))
        .child(
            el("progress")
                .attr("aria-labelledby", "recipients-progress")
                .live("max", move || Some(now_at().lines.to_string()))
                .live("value", move || Some((now_at().lines - now_at().waiting).to_string())),
        )
}

fn count(model: Model, wanted: Outcome) -> usize {
    let counts = model.with(Resolver::counts);
    counts.into_iter().find(|(outcome, _)| *outcome == wanted).map_or(0, |(_, count)| count)
}

fn inactive(texts: Texts, model: Model) -> El {
    const ID: &str = "recipients-inactive";
    el("div")
        .class("check")
        .flag("hidden", move || count(model, Outcome::Inactive) == 0)
        .child(el("input").attr("id", ID).attr("type", "checkbox").bind_checked(model.with_inactive))
        .child(el("label").attr("for", ID).text(&texts.say("withInactive")))
}

fn again(texts: Texts, model: Model) -> El {
    button("", &texts.say("lookAgain"), move |_| model.retry())
        .flag("hidden", move || count(model, Outcome::Failed) == 0 || count(model, Outcome::Waiting) > 0)
}

fn filter(texts: Texts, model: Model) -> El {
    const ID: &str = "recipients-shown";
    let option = |value: usize, text: &str| el("option").attr("value", &value.to_string()).text(text);
    let select = el("select").attr("id", ID).child(option(0, &texts.say("linesAll")));
    let select = (1..)
        .zip(Outcome::ALL)
        .fold(select, |select, (value, outcome)| select.child(option(value, &words::outcome(texts, outcome))));
    let place = select.0.clone();
    let select = select.on("change", move |_| {
        let value = get_property(&place, "value").as_string().and_then(|value| value.parse::<usize>().ok());
        let outcome = value.and_then(|value| Outcome::ALL.get(value.checked_sub(1)?));
        model.shown.set(outcome.map_or(Shown::All, |outcome| Shown::Only(*outcome)));
    });
    let shown = select.0.clone();
    // A new list begins with all of its lines.
    react(Box::new(move || {
        if model.shown.get() == Shown::All {
            set_property(&shown, "value", &"0".into());
        }
    }));
    el("div").class("filter").child(el("label").attr("for", ID).text(&texts.say("showLines"))).child(select)
}
