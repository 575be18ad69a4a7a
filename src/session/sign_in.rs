//! The sign-in form. Password managers and paste are welcome; a one-time code is asked for when the account wants one.

use leptos::{prelude::*, task::spawn_local};
use nexudus_api::SignInError;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget};

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
    let ended = if client.custody.has_ended() { texts.say("sessionEnded") } else { String::new() };
    let form = Form {
        name: RwSignal::new(String::new()),
        password: RwSignal::new(String::new()),
        code: RwSignal::new(String::new()),
        needs_code: RwSignal::new(false),
        busy: RwSignal::new(false),
        failure: RwSignal::new(ended),
    };
    let Form { name, password, code, needs_code, busy, failure } = form;
    let submit = move |event: Event| form.submit(&event, &client);

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

/// What the form knows.
#[derive(Clone, Copy)]
struct Form {
    name: RwSignal<String>,
    password: RwSignal<String>,
    code: RwSignal<String>,
    needs_code: RwSignal<bool>,
    busy: RwSignal<bool>,
    failure: RwSignal<String>,
}

impl Form {
    fn submit(self, event: &Event, client: &Client) {
        event.prevent_default();
        if self.busy.get_untracked() {
            return;
        }
        let place = event.current_target();
        // A password manager may fill in without telling.
        let form = place.as_ref().and_then(|form| form.dyn_ref::<Element>());
        for (field, value) in [("#name", self.name), ("#password", self.password), ("#code", self.code)] {
            let input = form.and_then(|form| form.query_selector(field).ok().flatten());
            value.set(input.and_then(|input| get_property(&input, "value").as_string()).unwrap_or_default());
        }
        let typed = [self.name, self.password, self.code].map(|field| field.get_untracked());
        let [name, password, _] = &typed;
        // While a call is under way nothing is said, so that the same sentence about the next one is said anew.
        self.failure.set(String::new());
        if name.trim().is_empty() || password.is_empty() {
            self.failure.set(client.texts.say("signInIncomplete"));
            return focus_near(place, "form", if name.trim().is_empty() { "#name" } else { "#password" });
        }
        self.busy.set(true);
        spawn_local(self.send(client.clone(), place, typed));
    }

    async fn send(self, client: Client, place: Option<EventTarget>, [name, password, code]: [String; 3]) {
        let code = Some(code.trim()).filter(|code| !code.is_empty());
        let result = client.custody.sign_in(&client.config, name.trim(), &password, code, &client.signal()).await;
        self.busy.try_set(false);
        match result {
            // The form is about to go, and would take the focus along.
            Ok(()) => focus_near(place, "section", "h2"),
            Err(error) => {
                let asked_before = self.needs_code.try_get_untracked() == Some(true);
                let asks = error == SignInError::NeedsCode;
                self.needs_code.try_set(asked_before || asks);
                if asks {
                    request_animation_frame(move || focus_near(place, "form", "#code"));
                }
                self.failure.try_set(sentences::sign_in(client.texts, &error, asked_before, &client.config));
            }
        }
    }
}
