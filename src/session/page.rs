//! What stands in the place of the sign-in form where the page gives the token.

use leptos::{prelude::*, task::spawn_local};

use super::host_token::{HostToken, Standing};
use crate::{
    shell::Client,
    ui::{El, button, el, focus_near},
};

/// Why nobody is signed in, and the button that asks the page anew.
pub fn page(client: Client, host_token: &HostToken) -> El {
    let (texts, standing) = (client.texts, host_token.standing());
    let is_asking = move || standing.get() == Standing::Asking;
    el("div")
        .class("form sign-in")
        .attr("part", "sign-in")
        .child(el("p").attr("role", "status").live_text(move || match standing.get() {
            Standing::Asking => texts.say("signingIn"),
            Standing::NotGiven => texts.say("pageGivesNone"),
            Standing::Refused => texts.say("pageRefused"),
            Standing::SignedOut => texts.say("signedOut"),
        }))
        .child(
            button("primary", "", move |event| {
                if standing.get_untracked() == Standing::Asking {
                    return;
                }
                let (custody, place) = (client.custody.clone(), event.current_target());
                spawn_local(async move {
                    custody.clone().enter().await;
                    // The button is about to go, and would take the focus along.
                    if custody.account().is_some() {
                        focus_near(place, "section", "h2");
                    }
                });
            })
            .state("aria-disabled", is_asking)
            .live_text(move || texts.say(if standing.get() == Standing::SignedOut { "signIn" } else { "retry" })),
        )
}
