//! Writing a notification: the form of the seed.

use leptos::{prelude::*, task::spawn_local};
use nexudus_api::NotificationType;
use nexudus_core::{
    form::{Draft, Field},
    guard::{Looking, Sent, same_notifications, send_once},
    outbox::Target,
};

use wasm_bindgen::JsValue;

use super::{
    combobox::Chosen,
    find::customer_field,
    form::{FormState, dress, focus_first_problem, question, submit},
    sentences::{created, repeated, same_exists},
};
use crate::{
    i18n::{Texts, sentences::meaning},
    shell::{CHANGED, Client, announce},
    ui::{Control, El, el, field, message},
};

const FIELDS: [Field; 5] = [Field::Customer, Field::Message, Field::Kind, Field::Entity, Field::Dismissed];
const ROLE: &str = "CoworkerNotification-Create";

/// The form with everything it says.
pub fn compose(client: Client) -> El {
    let texts = client.texts;
    let state = FormState::new(texts);
    let customer = Chosen::new();
    let text = RwSignal::new(String::new());
    let kind = RwSignal::new("push-notification".to_owned());
    let entity = RwSignal::new(String::new());
    let dismissed = RwSignal::new(false);
    state.unblock_on_sign_in(&client.custody);

    let draft = move || Draft {
        customer: customer.number(),
        message: text.get_untracked(),
        kind: kind.get_untracked(),
        entity: entity.get_untracked(),
        dismissed: dismissed.get_untracked(),
    };
    let form = el("form");
    let place = form.0.clone();
    let finder = client.clone();
    let send = move || {
        let Some(request) = state.ready(&place, || draft().check()) else { return };
        let anyway = state.start(&request.to_json());
        let (client, place) = (client.clone(), place.clone());
        spawn_local(async move {
            let (looking, wanted) = (client.clone(), request.clone());
            let look = move || -> Looking {
                let (client, wanted) = (looking.clone(), wanted.clone());
                Box::pin(async move { Ok(same_notifications(&client.alike(&wanted).await?, &wanted)) })
            };
            let (sending, wanted) = (client.clone(), request.clone());
            let send = Box::pin(async move { sending.create(&wanted).await });
            let sent = send_once(anyway, Box::new(look), send).await;
            let mended = mend(&client, &sent).await;
            let asks = |ids: &[i64]| same_exists(texts, ids);
            let there = state.settle(sent, request.to_json(), &FIELDS, ROLE, asks, created);
            if there {
                if let Some(mended) = mended {
                    state.failure.try_set(String::new());
                    state.success.try_set(mended);
                }
                // Cleared, so that a click too many finds nothing to send; the customer and type often stay the same. What has
                // been typed meanwhile stays too.
                if text.try_get_untracked().as_ref() == Some(&request.message) {
                    text.try_set(String::new());
                    entity.try_set(String::new());
                }
                announce(CHANGED, &JsValue::NULL);
            } else {
                focus_first_problem(&place);
            }
        });
    };
    let at = |field| state.error(field);
    let check = el("input").attr("id", "dismissed").attr("name", "dismissed").attr("type", "checkbox");
    dress(form, "compose", &texts.say("compose"), send.clone())
        .child(message("alert", state.failure))
        .child(customer_field(&finder, "customer", customer, at(Field::Customer), move |choice| customer.take(choice)))
        .child(field(
            "message",
            &texts.say("message"),
            &texts.say("messageHint"),
            Control::Area,
            text,
            at(Field::Message),
        ))
        .child(field(
            "kind",
            &texts.say("type"),
            &texts.say("typeHint"),
            Control::Suggest("kinds"),
            kind,
            at(Field::Kind),
        ))
        .child(kinds(texts))
        .child(field(
            "entity",
            &texts.say("entity"),
            &texts.say("entityHint"),
            Control::Digits("off"),
            entity,
            at(Field::Entity),
        ))
        .child(
            el("div")
                .class("check")
                .child(check.bind_checked(dismissed))
                .child(el("label").attr("for", "dismissed").text(&texts.say("createDismissed"))),
        )
        .child(question(state, &texts.say("createAnother"), send))
        .child(submit(state, texts.say("create"), texts.say("creating")))
        .child(message("status", state.success))
}

/// What a browser has repeated is dismissed, all but the first, before the customer sees it twice. Returns what to say of it.
async fn mend(client: &Client, sent: &Sent) -> Option<String> {
    let Sent::Repeated(ids) = sent else { return None };
    for id in ids.iter().skip(1) {
        client.dismiss(Target::Record(*id)).await.ok()?;
    }
    Some(repeated(client.texts, ids, true))
}

/// The fifteen known types with what they mean.
fn kinds(texts: Texts) -> El {
    let list = el("datalist").attr("id", "kinds");
    NotificationType::KNOWN.iter().fold(list, |list, (spelling, kind)| {
        list.child(el("option").attr("value", spelling).text(&meaning(texts, kind).unwrap_or_default()))
    })
}
