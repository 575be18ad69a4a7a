//! Who was not sent to and why, with the ways to change that; and the result.

use std::rc::Rc;

use leptos::prelude::*;
use nexudus_core::{
    outcomes::Question,
    send_run::{Checked, Slot, State},
};

use super::{
    model::Runner,
    standing::{Phase, Standing},
    words,
};
use crate::{
    desk::sheet::{Sheet, sheet},
    i18n::Texts,
    ui::{El, button, el, focus_near, react},
};

/// The lists of those who do not have it from this run, and what is left to do when it has ended.
pub fn outcome(texts: Texts, runner: &Runner, reminds: bool, see: &Rc<dyn Fn(Question)>) -> El {
    let shown = runner.shown;
    let (saved, closed, sent, see) = (runner.clone(), runner.clone(), runner.clone(), see.clone());
    let is_readable = move || shown.with(|shown| shown.phase == Phase::Here);
    let has_ended = move || {
        shown.with(|shown| match shown.phase {
            Phase::Here => shown.standing == Standing::Done,
            phase => phase == Phase::Damaged,
        })
    };
    let failed = |slot: &Slot| {
        matches!(slot.state(), State::Refused(_) | State::Unknown(_)) || slot.checked() == Checked::Failed
    };
    let skipped = texts.say(if reminds { "skippedReminded" } else { "skippedOnes" });
    let as_well = texts.say(if reminds { "recordAsWell" } else { "sendAsWell" });
    let left = texts.say(if reminds { "outcomeNotRecorded" } else { "leftOnes" });
    let after_all = texts.say(if reminds { "recordAfterAll" } else { "sendAfterAll" });
    el("div")
        .class("run-outcome")
        .child(group(texts, runner, "run-failed", texts.say("failedOnes"), texts.say("tryAgain"), failed))
        .child(group(texts, runner, "run-skipped", skipped, as_well, |slot| matches!(slot.state(), State::Skipped(_))))
        .child(group(texts, runner, "run-left", left, after_all, |slot| *slot.state() == State::NotSent))
        .child(
            el("div")
                .class("acts")
                .child(
                    button("", &texts.say("downloadResult"), move |_| saved.download())
                        .flag("hidden", move || !is_readable()),
                )
                .maybe((!reminds).then(|| {
                    button("", &texts.say("pageOutcomes"), move |_| {
                        sent.question().into_iter().for_each(|asked| see(asked))
                    })
                    .flag("hidden", move || !has_ended() || !is_readable())
                }))
                .child(
                    button("", &texts.say("closeRun"), move |event| {
                        focus_near(event.current_target(), ".runs", ".message");
                        closed.close();
                    })
                    .flag("hidden", move || !has_ended()),
                ),
        )
}

/// A table of some, and the button that puts all of them back in the queue.
fn group(
    texts: Texts,
    runner: &Runner,
    name: &'static str,
    caption: String,
    act: String,
    is_meant: fn(&Slot) -> bool,
) -> El {
    let (rows, cells, retried, shown) = (runner.clone(), runner.clone(), runner.clone(), runner.shown);
    let meant = move |runner: &Runner| {
        runner.with(|run| {
            let slots = run.slots().iter().enumerate();
            slots.filter(|(_, slot)| is_meant(slot)).map(|(index, _)| index).collect::<Vec<_>>()
        })
    };
    let keys = RwSignal::new(vec![]);
    react(Box::new(move || {
        shown.track();
        let now = meant(&rows);
        if keys.with_untracked(|before| *before != now) {
            keys.set(now);
        }
    }));
    let headings = vec![texts.say("customer"), texts.say("email"), texts.say("reason")];
    let retry = move |event: web_sys::Event| {
        let wanted = keys.get_untracked();
        retried.wish(|run| {
            let customer = |index: &usize| run.slots().get(*index).map(|slot| slot.recipient().customer);
            let customers: Vec<i64> = wanted.iter().filter_map(customer).collect();
            run.retry(&customers);
        });
        focus_near(event.current_target(), ".run", "h3");
    };
    el("div")
        .flag("hidden", move || keys.with(Vec::is_empty))
        .child(sheet(
            texts,
            Sheet { name, caption, headings, quoted: [0, 1] },
            move || keys.get(),
            move |index| {
                cells.with(|run| {
                    run.slots()
                        .get(index)
                        .map(|slot| row(texts, slot, shown.with_untracked(|shown| shown.reminds)))
                        .unwrap_or_default()
                })
            },
        ))
        .child(button("", &act, retry).flag("hidden", move || shown.with(|shown| shown.phase != Phase::Here)))
}

fn row(texts: Texts, slot: &Slot, reminds: bool) -> Vec<String> {
    let recipient = slot.recipient();
    let number = texts.with("customerNumber", &[&recipient.customer.to_string()]);
    let who = if recipient.name.is_empty() { number } else { [&recipient.name, " (", &number, ")"].concat() };
    vec![who, recipient.email.clone(), words::why(texts, slot.state(), reminds)]
}
