//! The sign-in form. Password managers and paste are welcome; a one-time code is asked for when the account wants one.

use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};
use nexudus_api::SignInError;

use crate::{
    i18n::{en, sentences},
    shell::Client,
    ui::{Control, field, message},
};

/// Asks who is there. What signed in becomes visible through the client's custody.
pub fn sign_in(client: Client) -> AnyView {
    let name = RwSignal::new(String::new());
    let password = RwSignal::new(String::new());
    let code = RwSignal::new(String::new());
    let needs_code = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(String::new());

    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let (who, secret, once) = (name.get_untracked(), password.get_untracked(), code.get_untracked());
        if who.trim().is_empty() || secret.is_empty() {
            failure.set(en::SIGN_IN_INCOMPLETE.into());
            return;
        }
        busy.set(true);
        let client = client.clone();
        spawn_local(async move {
            let once = Some(once.trim()).filter(|code| !code.is_empty());
            let result = client.custody.sign_in(&client.config, who.trim(), &secret, once, &client.signal()).await;
            let asked_before = needs_code.try_get_untracked() == Some(true);
            busy.try_set(false);
            if let Err(error) = result {
                if error == SignInError::NeedsCode {
                    needs_code.try_set(true);
                }
                failure.try_set(sentences::sign_in(&error, asked_before, &client.config));
            }
        });
    };

    let secret_code = move || {
        needs_code.get().then(|| {
            let control = Control::Text { kind: "text", autocomplete: "one-time-code", numeric: true };
            field("code", en::CODE, "", control, code, None)
        })
    };
    let control = |kind, autocomplete| Control::Text { kind, autocomplete, numeric: false };
    view! {
        <form class="form sign-in" part="sign-in" novalidate on:submit=submit>
            <p class="lead">{en::SIGN_IN_LEAD}</p>
            {message("alert", failure)}
            {field("name", en::EMAIL, "", control("email", "username"), name, None)}
            {field("password", en::PASSWORD, "", control("password", "current-password"), password, None)}
            {secret_code}
            <button class="primary" type="submit" aria-disabled=move || busy.get().to_string()>
                {move || if busy.get() { en::SIGNING_IN } else { en::SIGN_IN }}
            </button>
        </form>
    }
    .into_any()
}
