//! Writing a notification: the form of the seed, and what the customer will see of it.

use std::rc::Rc;

use leptos::{prelude::*, task::spawn_local};
use nexudus_api::{NewNotification, NotificationType};
use nexudus_core::{
    form::Field,
    guard::{Looking, Sent, same_notifications, send_once},
    outbox::Target,
};
use wasm_bindgen::JsValue;
use web_sys::Element;

use super::{
    find::{Kind, find_field},
    form::{FormState, dress, focus_first_problem, question, submit},
    letter::Letter,
    preview::preview,
    sentences::{created, entity_hint, repeated, same_exists},
    several::{DraftSource, to_whom},
    tells,
};
use crate::{
    i18n::{Texts, sentences::meaning},
    shell::{CHANGED, Client, announce},
    ui::{Control, El, el, field, message},
};

const FIELDS: [Field; 5] = [Field::Customer, Field::Message, Field::Kind, Field::Entity, Field::Dismissed];
const ROLE: &str = "CoworkerNotification-Create";

/// The form and what of it others need.
pub struct Compose {
    /// The form with everything it says.
    pub form: El,
    /// What is written in it.
    pub letter: Letter,
    /// What is written in it, for a run over several customers.
    pub draft: DraftSource,
}

/// Writing a notification.
pub fn compose(client: Client) -> Compose {
    let texts = client.texts;
    let state = FormState::new(texts);
    tells::failures(&client, state.failure);
    let letter = Letter::new(&client);
    let several = letter.several;
    state.unblock_on_sign_in(&client.custody);

    let form = el("form");
    let (place, wanted) = (form.0.clone(), form.0.clone());
    let draft = Rc::new(move || state.ready(&wanted, || letter.draft().check()).map(Into::into));
    let sender = client.clone();
    let send = move || {
        // The Enter key would send to one while several are meant.
        if several.get_untracked() {
            return;
        }
        let Some(request) = state.ready(&place, || letter.draft().check()) else { return };
        let anyway = state.start(&request.to_json());
        spawn_local(carry_out(sender.clone(), state, letter, place.clone(), request, anyway));
    };
    let taken = move |choice| letter.customer.take(choice);
    let form = dress(form, "compose", &texts.say("compose"), send.clone())
        .child(message("alert", state.failure))
        .child(to_whom(texts, "write", several))
        .child(
            find_field(&client, Kind::Customer, "customer", letter.customer, state.error(Field::Customer), taken)
                .flag("hidden", move || several.get()),
        )
        .child(contents(texts, state, letter))
        .child(preview(client, move || letter.shown()))
        .child(question(state, &texts.say("createAnother"), send))
        .child(submit(state, texts.say("create"), texts.say("creating")).flag("hidden", move || several.get()))
        .child(message("status", state.success));
    Compose { form, letter, draft }
}

/// The fields that are the same for everybody it goes to.
fn contents(texts: Texts, state: FormState, letter: Letter) -> El {
    let at = |field| state.error(field);
    let check = el("input").attr("id", "dismissed").attr("name", "dismissed").attr("type", "checkbox");
    let counted = move || letter.message.with(|text| text.chars().count());
    el("div")
        .class("contents")
        .child(
            field(
                "message",
                &texts.say("message"),
                &texts.say("messageHint"),
                Control::Area,
                letter.message,
                at(Field::Message),
            )
            .child(el("p").class("hint counter").sentence(move || match counted() {
                0 => String::new(),
                count => texts.count("characters", count, &[]),
            })),
        )
        .child(field(
            "kind",
            &texts.say("type"),
            &texts.say("typeHint"),
            Control::Suggest("kinds"),
            letter.kind,
            at(Field::Kind),
        ))
        .child(kinds(texts))
        .child(
            field("entity", &texts.say("entity"), "", Control::Digits("off"), letter.entity, at(Field::Entity)).child(
                el("p").class("hint").attr("id", "entity-hint").live_text(move || {
                    letter.kind.with(|kind| entity_hint(texts, &NotificationType::parse(kind.trim())))
                }),
            ),
        )
        .child(
            el("div")
                .class("check")
                .child(check.bind_checked(letter.dismissed))
                .child(el("label").attr("for", "dismissed").text(&texts.say("createDismissed"))),
        )
}

/// Looks, sends, looks again where the answer was lost, and says what came of it.
async fn carry_out(
    client: Client,
    state: FormState,
    letter: Letter,
    place: Element,
    request: NewNotification,
    anyway: bool,
) {
    let (client, texts) = (client.bound(), client.texts);
    let (looking, wanted) = (client.clone(), Rc::new(request.clone()));
    let look = move || -> Looking {
        let (client, wanted) = (looking.clone(), wanted.clone());
        Box::pin(async move { Ok(same_notifications(&client.alike(&wanted).await?, &wanted)) })
    };
    let (sending, wanted) = (client.clone(), request.clone());
    let send = Box::pin(async move { sending.create(&wanted).await });
    let sent = send_once(anyway, Box::new(look), send).await;
    let mended = mend(&client, &sent).await;
    let asks = |ids: &[i64]| same_exists(texts, ids);
    tells::sent(&client, "notification", request.coworker_id, &sent);
    if state.settle(sent, request.to_json(), &FIELDS, ROLE, asks, created) {
        if let Some(mended) = mended {
            state.failure.try_set(String::new());
            state.success.try_set(mended);
        }
        letter.clear_sent(&request.message);
        announce(CHANGED, &JsValue::NULL);
    } else {
        focus_first_problem(&place);
    }
}

/// What a browser has repeated is dismissed, all but the first, before the customer sees it twice. Returns what to say of it.
async fn mend(client: &Client, sent: &Sent) -> Option<String> {
    let Sent::Repeated(ids) = sent else { return None };
    for id in ids.iter().skip(1) {
        client.settle(Target::Record(*id)).await.ok()?;
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
