//! `<nexudus-desk>`: staff write a notification, and keep the log of reminders sent.

mod compose;
mod form;
mod reminders;

use leptos::prelude::*;

use crate::{i18n::en, session::sign_in, shell::Client};

/// The whole element.
pub fn desk(client: Client) -> AnyView {
    let signed_in = {
        let custody = client.custody.clone();
        Memo::new(move |_| custody.is_signed_in())
    };
    let sign_out = {
        let custody = client.custody.clone();
        move |_| custody.sign_out()
    };
    // Both forms outlive a sign-out, so that a session that ends takes nothing typed along.
    let compose = compose::compose(client.clone());
    let reminders = reminders::reminders(client.clone());
    let door = {
        let client = StoredValue::new_local(client);
        move || client.try_get_value().filter(|_| !signed_in.get()).map(sign_in)
    };
    view! {
        <section class="panel" part="panel" aria-labelledby="heading">
            <header class="bar" part="header">
                <h2 id="heading" tabindex="-1">{en::DESK}</h2>
                <span class="tools" hidden=move || !signed_in.get()>
                    <button type="button" class="quiet" on:click=sign_out>{en::SIGN_OUT}</button>
                </span>
            </header>
            {door}
            <div hidden=move || !signed_in.get()>{compose} {reminders}</div>
        </section>
    }
    .into_any()
}
