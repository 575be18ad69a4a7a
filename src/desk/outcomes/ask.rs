//! What is to be counted, and how far the counting is.

use leptos::prelude::*;
use nexudus_api::NotificationType;
use nexudus_core::{
    form::Field,
    outcomes::{About, Asked, WEEKS},
};

use super::model::Model;
use crate::{
    desk::form::{FormState, dress, submit},
    i18n::{Texts, sentences::meaning},
    ui::{Control, El, button, el, field, get_property, react},
};

const KIND: &str = "kind";

/// The form.
pub fn form(model: &Model) -> El {
    let texts = model.texts;
    let state = FormState::new(texts);
    let about = RwSignal::new(String::new());
    let (entity, kind) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let weeks = RwSignal::new(WEEKS.first().map(i64::to_string).unwrap_or_default());
    let form = el("form");
    let place = form.0.clone();
    let asking = model.clone();
    let send = move || {
        let asked = Asked {
            about: if about.get_untracked() == KIND { About::Kind } else { About::Entity },
            entity: entity.get_untracked(),
            kind: kind.get_untracked(),
            weeks: weeks.get_untracked().parse().unwrap_or(1),
        };
        if let Some(question) = state.ready(&place, || asked.check()) {
            state.clear();
            asking.count(question, false);
        }
    };
    let progress = model.progress;
    react(Box::new(move || state.busy.set(progress.with(Option::is_some))));
    let of_kind = move || about.get() == KIND;
    let abouts = [("entity", texts.say("outcomeAboutEntity")), (KIND, texts.say("outcomeAboutKind"))];
    let periods = WEEKS
        .map(|weeks| (weeks.to_string(), texts.count("outcomeWeeks", usize::try_from(weeks).unwrap_or_default(), &[])));
    dress(form, "outcomes-ask", &texts.say("outcomesAsk"), send)
        .child(el("p").class("lead").text(&texts.say("outcomesLead")))
        .child(choice(
            "counted-about",
            &texts.say("outcomeAbout"),
            &abouts.map(|(name, text)| (name.to_owned(), text)),
            about,
        ))
        .child(el("div").flag("hidden", of_kind).child(field(
            "counted-entity",
            &texts.say("entity"),
            &texts.say("entityHint"),
            Control::Digits("off"),
            entity,
            state.error(Field::Entity),
        )))
        .child(field(
            "counted-kind",
            &texts.say("type"),
            &texts.say("outcomeKindHint"),
            Control::Suggest("counted-kinds"),
            kind,
            state.error(Field::Kind),
        ))
        .child(kinds(texts))
        .child(el("div").flag("hidden", move || !of_kind()).child(choice(
            "counted-weeks",
            &texts.say("outcomePeriod"),
            &periods,
            weeks,
        )))
        .child(submit(state, texts.say("outcomeCount"), texts.say("outcomeCounting")))
}

/// How far it is, and the button that ends it.
pub fn progress(model: &Model) -> El {
    let (texts, progress) = (model.texts, model.progress);
    let read = move || {
        let progress = progress.get().unwrap_or_default();
        texts.with("outcomeRead", &[&texts.decimal(progress.read), &texts.decimal(progress.total)])
    };
    let number = move |value: fn(nexudus_core::outcomes::Progress) -> usize| {
        move || progress.get().filter(|progress| progress.total > 0).map(|progress| value(progress).to_string())
    };
    let stopping = model.clone();
    el("div")
        .class("strip")
        .attr("part", "progress")
        .flag("hidden", move || progress.with(Option::is_none))
        .child(el("p").live_text(read))
        .child(
            el("progress")
                .attr("aria-label", &texts.say("outcomeCounting"))
                .live("max", number(|progress| progress.total))
                .live("value", number(|progress| progress.read)),
        )
        .child(button("quiet", &texts.say("outcomeStop"), move |_| stopping.stop()))
}

/// A choice of few.
fn choice(name: &str, label: &str, options: &[(String, String)], chosen: RwSignal<String>) -> El {
    let select = el("select").attr("id", name).attr("name", name);
    let element = select.0.clone();
    let select =
        options.iter().fold(select, |select, (value, text)| select.child(el("option").attr("value", value).text(text)));
    el("div").class("field").child(el("label").attr("for", name).text(label)).child(
        select.on("change", move |_| chosen.set(get_property(&element, "value").as_string().unwrap_or_default())),
    )
}

/// The known types with what they mean; of several spellings one stands for all.
fn kinds(texts: Texts) -> El {
    let known = NotificationType::KNOWN.iter().filter(|(_, kind)| kind.canonical() == kind);
    known.fold(el("datalist").attr("id", "counted-kinds"), |list, (spelling, kind)| {
        list.child(el("option").attr("value", spelling).text(&meaning(texts, kind).unwrap_or_default()))
    })
}
