//! What has just happened, with a way back; and the one live region that says it.

use leptos::prelude::*;
use nexudus_core::inbox::{Inbox, Load, Notice};
use web_sys::Event;

use super::model::Model;
use crate::{
    i18n::Texts,
    shell::now,
    ui::{El, button, cross, el, focus_near},
};

/// Whether there is something to say in it.
pub fn is_shown(model: Model) -> bool {
    model.with(|inbox| inbox.notice().is_some())
}

/// The toast. While a hand or the focus is on it, nothing of what it is about is sent.
pub fn toast(texts: Texts, model: Model) -> El {
    let close = texts.say("close");
    let linger = move |stays: bool| move |_| model.act(&mut |inbox| inbox.linger(now(), stays));
    // The button is about to go, and would take the focus along.
    let act = move |act: fn(&mut Inbox)| {
        move |event: Event| {
            focus_near(event.current_target(), "section", "h2");
            model.act(&mut { act });
        }
    };
    let can_undo = move || model.with(Inbox::can_undo);
    el("div")
        .class("toast shown")
        .attr("part", "toast")
        .on("pointerenter", linger(true))
        .on("focusin", linger(true))
        .on("pointerleave", linger(false))
        .on("focusout", linger(false))
        .child(el("p").class("message shown").live_text(move || notice(texts, model)))
        .child(
            button("quiet undo", &texts.say("undo"), act(|inbox| inbox.undo(now())))
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

/// The one live region: empty at first, outside the popover, and never more than one sentence at a time.
pub fn status(texts: Texts, model: Model, signed_in: RwSignal<bool>) -> El {
    el("p").class("unseen").attr("role", "status").live_text(move || {
        let (is_loading, arrivals) =
            model.with(|inbox| (inbox.is_empty() && matches!(inbox.load(), Load::Loading { .. }), inbox.arrivals()));
        let notice = notice(texts, model);
        match () {
            () if !signed_in.get() => String::new(),
            () if !notice.is_empty() => notice,
            () if arrivals > 0 => texts.count("arrived", arrivals, &[]),
            () if is_loading => texts.say("loading"),
            () => String::new(),
        }
    })
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
        Some(Notice::Refused(count, error)) => {
            texts.count("restored", *count, &[&model.sentence(error, "CoworkerNotification-Edit")])
        }
    })
}
