//! Writing a notification: the form of the seed.

use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};
use nexudus_api::NotificationType;
use nexudus_core::{
    form::{Draft, Field},
    guard::{same_notifications, send_once},
};
use web_sys::Element;

use super::form::{FormState, focus_first_problem, form_of, question, submit};
use crate::{
    i18n::{en, sentences},
    inbox::announce_change,
    shell::Client,
    ui::{Control, field, message},
};

const FIELDS: [Field; 5] = [Field::Customer, Field::Message, Field::Kind, Field::Entity, Field::Dismissed];
const ROLE: &str = "CoworkerNotification-Create";

/// The form with everything it says.
pub fn compose(client: Client) -> AnyView {
    let state = FormState::new();
    let customer = RwSignal::new(String::new());
    let text = RwSignal::new(String::new());
    let kind = RwSignal::new("push-notification".to_owned());
    let entity = RwSignal::new(String::new());
    let dismissed = RwSignal::new(false);
    state.unblock_on_sign_in(client.custody.clone());

    let draft = move || Draft {
        customer: customer.get_untracked(),
        message: text.get_untracked(),
        kind: kind.get_untracked(),
        entity: entity.get_untracked(),
        dismissed: dismissed.get_untracked(),
    };
    let form = StoredValue::new_local(None::<Element>);
    let send = move || {
        if state.busy.get_untracked() || state.blocked.get_untracked() {
            return;
        }
        let request = match draft().check() {
            Ok(request) => request,
            Err(problems) => {
                state.clear();
                state.problems.set(problems);
                return focus_first_problem(form.get_value());
            }
        };
        let anyway = state.start(&request.to_json());
        let client = client.clone();
        spawn_local(async move {
            let look = || async { client.alike(&request).await.map(|records| same_notifications(&records, &request)) };
            let sent = send_once(anyway, look, || client.create(&request)).await;
            let there =
                state.settle(sent, request.to_json(), &FIELDS, ROLE, sentences::same_exists, sentences::created);
            if there {
                // Cleared, so that a click too many finds nothing to send; the customer and type often stay the same.
                text.try_set(String::new());
                entity.try_set(String::new());
                announce_change();
            }
            focus_first_problem(form.try_get_value().flatten());
        });
    };
    let on_submit = {
        let send = send.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            form.set_value(form_of(&event));
            send();
        }
    };
    let number = Control::Text { kind: "text", autocomplete: "off", numeric: true };
    view! {
        <form class="form compose" part="compose" novalidate on:submit=on_submit aria-labelledby="compose-heading">
            <h3 id="compose-heading">{en::COMPOSE}</h3>
            {message("alert", state.failure)}
            {field("customer", en::CUSTOMER, en::CUSTOMER_HINT, number, customer, state.error(Field::Customer))}
            {field("message", en::MESSAGE, en::MESSAGE_HINT, Control::Area, text, state.error(Field::Message))}
            {field("kind", en::TYPE, en::TYPE_HINT, Control::Suggest("kinds"), kind, state.error(Field::Kind))}
            {kinds()}
            {field("entity", en::ENTITY, en::ENTITY_HINT, number, entity, state.error(Field::Entity))}
            <div class="check">
                <input id="dismissed" name="dismissed" type="checkbox" prop:checked=dismissed
                    on:change:target=move |event| dismissed.set(event.target().checked()) />
                <label for="dismissed">{en::DISMISSED}</label>
            </div>
            {question(state, en::CREATE_ANYWAY, send)}
            {submit(state, en::CREATE, en::CREATING)}
            {message("status", state.success)}
        </form>
    }
    .into_any()
}

/// The fifteen known types with what they mean.
fn kinds() -> AnyView {
    let options = NotificationType::KNOWN.map(|(spelling, kind)| {
        let meaning = en::meaning(&kind).unwrap_or_default();
        view! { <option value=spelling>{meaning}</option> }
    });
    view! { <datalist id="kinds">{options.into_iter().collect_view()}</datalist> }.into_any()
}
