//! Writing a notification: the form of the seed.

use leptos::{prelude::*, task::spawn_local};
use nexudus_api::NotificationType;
use nexudus_core::{
    form::{Draft, Field},
    guard::{Looking, Sent, same_notifications, send_once},
    outbox::Target,
};

use super::form::{FormState, dress, focus_first_problem, question, submit};
use crate::{
    i18n::{en, sentences},
    inbox::announce_change,
    shell::Client,
    ui::{Control, El, el, field, message},
};

const FIELDS: [Field; 5] = [Field::Customer, Field::Message, Field::Kind, Field::Entity, Field::Dismissed];
const ROLE: &str = "CoworkerNotification-Create";

/// The form with everything it says.
pub fn compose(client: Client) -> El {
    let state = FormState::new();
    let customer = RwSignal::new(String::new());
    let text = RwSignal::new(String::new());
    let kind = RwSignal::new("push-notification".to_owned());
    let entity = RwSignal::new(String::new());
    let dismissed = RwSignal::new(false);
    state.unblock_on_sign_in(&client.custody);

    let draft = move || Draft {
        customer: customer.get_untracked(),
        message: text.get_untracked(),
        kind: kind.get_untracked(),
        entity: entity.get_untracked(),
        dismissed: dismissed.get_untracked(),
    };
    let form = el("form");
    let place = form.0.clone();
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
            let there =
                state.settle(sent, request.to_json(), &FIELDS, ROLE, sentences::same_exists, sentences::created);
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
                announce_change();
            } else {
                focus_first_problem(&place);
            }
        });
    };
    let at = |field| state.error(field);
    let check = el("input").attr("id", "dismissed").attr("name", "dismissed").attr("type", "checkbox");
    dress(form, "compose", en::COMPOSE, send.clone())
        .child(message("alert", state.failure))
        .child(field(
            "customer",
            en::CUSTOMER,
            en::CUSTOMER_HINT,
            Control::Digits("off"),
            customer,
            at(Field::Customer),
        ))
        .child(field("message", en::MESSAGE, en::MESSAGE_HINT, Control::Area, text, at(Field::Message)))
        .child(field("kind", en::TYPE, en::TYPE_HINT, Control::Suggest("kinds"), kind, at(Field::Kind)))
        .child(kinds())
        .child(field("entity", en::ENTITY, en::ENTITY_HINT, Control::Digits("off"), entity, at(Field::Entity)))
        .child(
            el("div")
                .class("check")
                .child(check.bind_checked(dismissed))
                .child(el("label").attr("for", "dismissed").text(en::DISMISSED)),
        )
        .child(question(state, en::CREATE_ANYWAY, send))
        .child(submit(state, en::CREATE, en::CREATING))
        .child(message("status", state.success))
}

/// What a browser has repeated is dismissed, all but the first, before the customer sees it twice. Returns what to say of it.
async fn mend(client: &Client, sent: &Sent) -> Option<String> {
    let Sent::Repeated(ids) = sent else { return None };
    for id in ids.iter().skip(1) {
        client.dismiss(Target::Record(*id)).await.ok()?;
    }
    Some(sentences::repeated(ids, true))
}

/// The fifteen known types with what they mean.
fn kinds() -> El {
    let list = el("datalist").attr("id", "kinds");
    NotificationType::KNOWN.iter().fold(list, |list, (spelling, kind)| {
        list.child(el("option").attr("value", spelling).text(en::meaning(kind).unwrap_or_default()))
    })
}
