//! Which of the notifications are in sight, and clearing them all.

use leptos::prelude::*;
use nexudus_api::Family;
use nexudus_core::list::View;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement};

use super::model::Model;
use crate::{
    i18n::{Texts, sentences},
    shell::now,
    ui::{El, button, el, focus_in_place, get_property},
};

/// The bar above the list.
pub fn toolbar(texts: Texts, model: Model) -> El {
    let families = Family::ALL.iter().fold(
        el("select")
            .attr("part", "kind")
            .attr("aria-label", &texts.say("kind"))
            .child(option("", &texts.say("allKinds"))),
        |select, family| select.child(option(family.as_str(), &sentences::family(texts, *family))),
    );
    let choose = move |event: Event| {
        let chosen = value_of(&event);
        model
            .state
            .update(|state| state.filter.family = Family::ALL.into_iter().find(|family| family.as_str() == chosen));
    };
    let search = el("input")
        .attr("type", "search")
        .attr("part", "search")
        .attr("autocomplete", "off")
        .attr("placeholder", &texts.say("search"))
        .attr("aria-label", &texts.say("search"));
    let clear = move |event: Event| {
        let ids = model.ids_in_sight();
        focus_in_place(event.current_target(), "section", "h2");
        model.act(&mut |inbox| drop(inbox.dismiss(now(), &ids, false)));
    };
    el("div")
        .class("toolbar")
        .attr("part", "toolbar")
        .child(
            el("div")
                .class("views")
                .attr("role", "group")
                .attr("aria-label", &texts.say("views"))
                .child(view(model, View::Waiting, &texts.say("viewWaiting")))
                .child(view(model, View::Dismissed, &texts.say("viewDismissed"))),
        )
        .child(families.on("change", choose))
        .child(search.on("input", move |event| {
            let text = value_of(&event);
            model.state.update(|state| state.filter.text = text);
        }))
        .child(
            button("quiet", &texts.say("dismissAll"), clear)
                .attr("part", "dismiss-all")
                .flag("hidden", move || model.with(|inbox| inbox.view() != View::Waiting || inbox.is_empty())),
        )
}

fn view(model: Model, view: View, name: &str) -> El {
    button("", name, move |_| model.act(&mut |inbox| inbox.set_view(now(), view)))
        .attr("part", "view")
        .state("aria-pressed", move || model.with(|inbox| inbox.view() == view))
}

fn option(value: &str, name: &str) -> El {
    el("option").attr("value", value).text(name)
}

fn value_of(event: &Event) -> String {
    let target = event.current_target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    target.and_then(|target| get_property(&target, "value").as_string()).unwrap_or_default()
}
