//! The sign-in form. Password managers and paste are welcome; a one-time code is asked for when the account wants one.

use leptos::{prelude::*, task::spawn_local};
use nexudus_api::SignInError;
use wasm_bindgen::JsCast;

use super::page::page;
use crate::{
    i18n::sentences,
    shell::{Client, SessionStorage},
    ui::{Control, El, el, field, focus_near, get_property, message},
};

/// Asks who is there, or the page. What signed in becomes visible through the client's custody.
pub fn sign_in(client: Client) -> El {
    if let Some(host_token) = client.custody.host_token().cloned() {
        return page(client, &host_token);
    }
    let texts = client.texts;
    let name = RwSignal::new(String::new());
    let password = RwSignal::new(String::new());
    let code = RwSignal::new(String::new());
    let needs_code = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let ended = if client.custody.has_ended() { texts.say("sessionEnded") } else { String::new() };
    let failure = RwSignal::new(ended);

    let submit = move |event: web_sys::Event| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let form = event.current_target();
        // A password manager may fill in without telling.
        let form_element = form.as_ref().and_then(|form| form.dyn_ref::<web_sys::Element>());
        for (field, value) in [("#name", name), ("#password", password), ("#code", code)] {
            let input = form_element.and_then(|form| form.query_selector(field).ok().flatten());
            value.set(input.and_then(|input| get_property(&input, "value").as_string()).unwrap_or_default());
        }
        let (who, secret, once) = (name.get_untracked(), password.get_untracked(), code.get_untracked());
        if who.trim().is_empty() || secret.is_empty() {
            failure.set(texts.say("signInIncomplete"));
            return;
        }
        busy.set(true);
        let client = client.clone();
        spawn_local(async move {
            let once = Some(once.trim()).filter(|code| !code.is_empty());
            let result = client.custody.sign_in(&client.config, who.trim(), &secret, once, &client.signal()).await;
            busy.try_set(false);
            match result {
                // The form is about to go, and would take the focus along.
                Ok(()) => focus_near(form, "section", "h2"),
                Err(error) => {
                    let asked_before = needs_code.try_get_untracked() == Some(true);
                    let asks = error == SignInError::NeedsCode;
                    needs_code.try_set(asked_before || asks);
                    if asks {
                        request_animation_frame(move || focus_near(form, "form", "#code"));
                    }
                    failure.try_set(sentences::sign_in(texts, &error, asked_before, &client.config));
                }
            }
        });
    };

    let code_field = el("div").flag("hidden", move || !needs_code.get()).child(field(
        "code",
        &texts.say("code"),
        "",
        Control::Digits("one-time-code"),
        code,
        None,
    ));
    el("form")
        .class("form sign-in")
        .attr("part", "sign-in")
        .attr("novalidate", "")
        .on("submit", submit)
        .child(el("p").class("lead").text(&texts.say("signInLead")))
        .maybe((!SessionStorage::works()).then(|| el("p").class("hint").text(&texts.say("keptNowhere"))))
        .child(message("alert", failure))
        .child(field("name", &texts.say("email"), "", Control::Line("email", "username"), name, None))
        .child(field(
            "password",
            &texts.say("password"),
            "",
            Control::Line("password", "current-password"),
            password,
            None,
        ))
        .child(code_field)
        .child(
            el("button")
                .class("primary")
                .attr("type", "submit")
                .state("aria-disabled", move || busy.get())
                .live_text(move || texts.say(if busy.get() { "signingIn" } else { "signIn" })),
        )
}
