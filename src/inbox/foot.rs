//! What comes and goes by itself: strips, what has come meanwhile, the toast. In the document it stands before the rows, where a
//! keyboard is soon, and on screen at the lower edge (`style/later.css`), where it pushes no row from under a pointer.

use nexudus_core::inbox::Inbox;
use web_sys::Event;

use super::{
    model::Model,
    strip::{loss, progress, stuck},
    toast::toast,
};
use crate::{
    i18n::Texts,
    shell::now,
    ui::{El, button, el, focus_near},
};

/// The place for all of it. A first view has nothing to say here, so what says it is no part of that.
pub fn foot(texts: Texts, model: Model) -> El {
    el("div").when(move || has_something_to_say(model), move || all(texts, model))
}

fn has_something_to_say(model: Model) -> bool {
    model.with(|inbox| {
        inbox.notice().is_some()
            || inbox.arrivals() > 0
            || inbox.would_lose() > 0
            || inbox.progress(now()).is_some()
            || inbox.stuck(now()) > 0
    })
}

/// Each is there while it has something to say.
fn all(texts: Texts, model: Model) -> El {
    el("div")
        .when(move || model.with(|inbox| inbox.progress(now()).is_some()), move || progress(texts, model))
        .when(move || model.with(|inbox| inbox.stuck(now())) > 0, move || stuck(texts, model))
        .when(move || model.with(Inbox::would_lose) > 0, move || loss(texts, model))
        .when(move || model.with(Inbox::arrivals) > 0, move || arrivals(texts, model))
        .when(move || model.with(|inbox| inbox.notice().is_some()), move || toast(texts, model))
}

/// What has come meanwhile, shown when somebody asks: rows never move by themselves.
fn arrivals(texts: Texts, model: Model) -> El {
    let show = move |event: Event| {
        model.act(&mut |inbox| inbox.show_arrivals());
        focus_near(event.current_target(), "section", "h2");
    };
    el("div")
        .class("arrivals")
        .attr("part", "arrivals")
        .child(button("", "", show).live_text(move || texts.count("arrivals", model.with(Inbox::arrivals), &[])))
}
