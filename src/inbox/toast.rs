//! What has just happened, with a way back; and the one live region that says it.

use leptos::prelude::*;
use nexudus_core::inbox::{Inbox, Load, Notice};
use web_sys::{Element, Event};

use super::model::{Model, State};
use crate::{
    i18n::Texts,
    shell::now,
    ui::{El, button, cross, el, focus_in_place, focused_beside, get_property, hand_over},
};

/// The toast. While a hand or the focus is on it, nothing of what it is about is sent.
pub fn toast(texts: Texts, model: Model) -> El {
    let close = texts.say("close");
    let linger = move |stays: bool| move |_| model.act(&mut |inbox| inbox.linger(now(), stays));
    // The button is about to go, and would take the focus along.
    let act = move |act: fn(&mut Inbox)| {
        move |event: Event| {
            focus_in_place(event.current_target(), "section", "h2");
            model.act(&mut { act });
        }
    };
    let can_undo = move || model.with(Inbox::can_undo);
    let toast = el("div");
    let place = toast.0.clone();
    let keys = window_event_listener_untyped("keydown", move |event| undo_by_key(model, &place, &event));
    on_cleanup(move || keys.remove());
    toast
        .class("toast shown")
        .attr("part", "toast")
        .on("pointerenter", linger(true))
        .on("focusin", linger(true))
        .on("pointerleave", linger(false))
        .on("focusout", linger(false))
        .child(el("p").class("message shown").live_text(move || notice(texts, model)))
        .child(
            button("quiet undo", &texts.say("undo"), act(|inbox| inbox.undo(now())))
                .attr("aria-keyshortcuts", "Control+Z Meta+Z")
                .flag("hidden", move || !can_undo()),
        )
        .child(
            button("dismiss", "", act(Inbox::close_notice))
                .attr("aria-label", &close)
                .attr("title", &close)
                .flag("hidden", can_undo)
                .child(cross()),
        )
}

/// Takes back from wherever the focus is in the element: the way to the button may be long, and its time is short.
fn undo_by_key(model: Model, toast: &Element, event: &Event) {
    let is = |name: &str| get_property(event, name).is_truthy();
    let is_undo = (is("ctrlKey") || is("metaKey")) && get_property(event, "key").as_string().as_deref() == Some("z");
    // A field has an undo of its own.
    let is_elsewhere = |focused: Element| focused.closest("input").is_ok_and(|field| field.is_none());
    if is_undo && focused_beside(toast).is_some_and(is_elsewhere) && model.with(Inbox::can_undo) {
        event.prevent_default();
        hand_over(toast);
        model.act(&mut |inbox| inbox.undo(now()));
    }
}

/// The one live region: empty at first, outside the popover, and never more than one sentence at a time.
pub fn status(texts: Texts, model: Model, signed_in: RwSignal<bool>) -> El {
    el("p").class("unseen").attr("role", "status").live_text(move || {
        let (mut is_loading, mut finds_nothing, mut arrivals) = (false, false, 0);
        model.read(&mut |state| {
            is_loading = state.inbox.is_empty() && matches!(state.inbox.load(), Load::Loading { .. });
            finds_nothing = !state.filter.is_empty() && lets_nothing_through(state);
            arrivals = state.inbox.arrivals();
        });
        let notice = notice(texts, model);
        match () {
            () if !signed_in.get() => String::new(),
            () if !notice.is_empty() => anew(model, notice),
            () if arrivals > 0 => texts.count("arrived", arrivals, &[]),
            () if is_loading => texts.say("loading"),
            () if finds_nothing => texts.say("nothingFound"),
            () => String::new(),
        }
    })
}

/// Whether nothing fits what is looked for, as the list says then, too. Apart, because no first view looks for anything.
#[inline(never)]
fn lets_nothing_through(state: &State) -> bool {
    let rows = state.inbox.rows();
    !rows.is_empty() && state.inbox.lines(&rows, &state.filter).lines().is_empty()
}

/// The same words about another act are said once more, because they end otherwise.
fn anew(model: Model, notice: String) -> String {
    let is_odd = model.with(Inbox::is_odd_notice);
    if is_odd { [&notice, "\u{a0}"].concat() } else { notice }
}

fn notice(texts: Texts, model: Model) -> String {
    model.with(|inbox| match inbox.notice() {
        None => String::new(),
        Some(Notice::Dismissed { count, kept: 0, .. }) => texts.count("dismissed", *count, &[]),
        Some(Notice::Dismissed { count, kept, .. }) => {
            [texts.count("dismissed", *count, &[]), " ".into(), texts.count("kept", *kept, &[])].concat()
        }
        Some(Notice::Kept(count)) => texts.count("kept", *count, &[]),
        Some(Notice::Restored(count)) => texts.count("restored", *count, &[""]).trim_end().to_owned(),
        Some(Notice::Deleted) => texts.say("deletedMeanwhile"),
        Some(Notice::Refused(0, error)) => model.sentence(error, "CoworkerNotification-Edit"),
        Some(Notice::Refused(count, error)) => {
            texts.count("restored", *count, &[&model.sentence(error, "CoworkerNotification-Edit")])
        }
    })
}
