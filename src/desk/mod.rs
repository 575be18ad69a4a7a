//! `<nexudus-desk>`: staff write notifications, keep the log of reminders sent, and see what became of what was sent.

mod browser;
mod combobox;
mod compose;
mod find;
mod form;
mod leaving;
mod letter;
mod once;
mod outcomes;
mod place;
mod preview;
mod recipients;
mod reminders;
mod run;
mod sentences;
mod several;
mod sheet;
mod tells;
mod words;

use std::{cell::RefCell, rc::Rc};

use leptos::prelude::*;
use nexudus_core::send_run::Draft;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

use self::several::Around;
use crate::{
    session::sign_in,
    shell::Client,
    ui::{El, button, el, react, tabs},
};

#[wasm_bindgen(module = "/src/i18n/desk.js")]
extern "C" {
    #[wasm_bindgen(js_name = addDeskTexts)]
    fn add_desk_texts();
}

#[wasm_bindgen(module = "/src/desk/focus.js")]
extern "C" {
    #[wasm_bindgen(js_name = keepFocus)]
    fn keep_focus(panel: &web_sys::Element);
}

/// Where the page of reminders stands among the others.
const REMINDERS: usize = 1;
/// Where the page about what became of it stands among the pages.
const OUTCOMES: usize = 2;

/// The whole element.
pub fn desk(client: Client) -> El {
    add_desk_texts();
    let texts = client.texts;
    let signed_in = client.custody.signed_in();
    let (leaves, custody) = (RwSignal::new(false), client.custody.clone());
    client.tell_of_sign_outs();
    let whose = whose(&client);
    let content = client.clone();
    let panel = el("section");
    keep_focus(&panel.0);
    panel
        .class("panel")
        .attr("part", "panel")
        .attr("aria-labelledby", "heading")
        .on("nexudus-sign-out", move |_| custody.sign_out())
        .child(
            el("header")
                .class("bar")
                .attr("part", "header")
                .child(el("h2").attr("id", "heading").attr("tabindex", "-1").text(&texts.say("desk")))
                .child(el("span").class("tools").flag("hidden", move || !signed_in.get()).child(button(
                    "quiet",
                    &texts.say("signOut"),
                    move |_| leaves.set(true),
                ))),
        )
        .slot(move || (!signed_in.get()).then(|| sign_in(client.clone())))
        .slot(move || {
            whose.track();
            Some(untrack(|| pages(content.clone(), leaves)))
        })
}

/// Changes with the person who is signed in: nothing that one has typed, read or chosen is there for the next.
fn whose(client: &Client) -> RwSignal<u32> {
    let (changes, custody) = (RwSignal::new(0), client.custody.clone());
    let (signed_in, last) = (custody.signed_in(), RefCell::new(None));
    react(Box::new(move || {
        let is_there = signed_in.get();
        let Some(name) = custody.name().filter(|_| is_there) else { return };
        if last.replace(Some(name.clone())).is_some_and(|last| last != name) {
            changes.update(|changes| *changes += 1);
        }
    }));
    changes
}

/// What one person works with.
fn pages(client: Client, leaves: RwSignal<bool>) -> El {
    let texts = client.texts;
    let signed_in = client.custody.signed_in();
    let chosen = RwSignal::new(0);
    // Both forms outlive a sign-out, so that a session that ends takes nothing typed along.
    let reminds = move || chosen.get() == REMINDERS;
    let compose = compose::compose(client.clone());
    let letter = compose.letter;
    let pair = reminders::reminders(client.clone(), letter.several, reminds);
    let write = el("div").child(compose.form);
    let (notification, reminder, open) = (compose.draft, pair.draft, RwSignal::new(None));
    let around = Around {
        draft: Rc::new(move || if chosen.get_untracked() == REMINDERS { reminder() } else { notification() }),
        begun: Box::new(move |draft| {
            if let Draft::Notification(draft) = draft {
                letter.clear_sent(&draft.message);
            }
        }),
        see: Rc::new(move |question| {
            open.set(Some(question));
            chosen.set(OUTCOMES);
        }),
    };
    let (several, runner) = several::several(client.clone(), letter.several, reminds, around);
    let leaving = leaving::leaving(&client, leaves, &runner);
    follow(several, &[(write.0.clone(), None), (pair.page.0.clone(), Some(pair.log.0))], chosen);
    let is_shown = move || signed_in.get() && chosen.get() == OUTCOMES;
    let outcomes = outcomes::outcomes(client, open, is_shown);
    let pages = vec![
        ("write", texts.say("pageWrite"), write),
        ("reminders", texts.say("pageReminders"), pair.page),
        ("outcomes", texts.say("pageOutcomes"), outcomes),
    ];
    let forms = tabs(&texts.say("desk"), chosen, pages);
    el("div").flag("hidden", move || !signed_in.get()).child(leaving).child(forms)
}

/// Keeps a part on the page that is open: who is chosen and the run under way are the same whatever is sent. Each page comes
/// with what the part stands before there.
fn follow(part: El, pages: &[(Element, Option<Element>)], chosen: RwSignal<usize>) {
    let pages = pages.to_vec();
    react(Box::new(move || {
        if let Some((page, behind)) = pages.get(chosen.get()) {
            let _ = page.insert_before(&part.0, behind.as_deref());
        }
    }));
}
