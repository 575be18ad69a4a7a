//! `<nexudus-inbox>`: what waits, newest first, and a way to clear it.

mod list;
mod model;
mod row;

use leptos::{ev, prelude::*};
use nexudus_core::Audience;

pub use model::announce_change;

use crate::{
    i18n::{en, sentences},
    session::sign_in,
    shell::{Client, decimal},
    ui::message,
};
use model::Model;

/// The whole element.
pub fn inbox(client: Client) -> AnyView {
    let model = Model::new(client.clone());
    model.watch();
    let signed_in = {
        let custody = client.custody.clone();
        Memo::new(move |_| custody.is_signed_in())
    };
    let heading = match client.config.audience {
        Audience::Member => en::INBOX,
        Audience::Staff => en::INBOX_STAFF,
    };
    let language = client.config.language.clone();
    let count = move || {
        let (count, at_least) = model.inbox.with(|inbox| inbox.count());
        let known = signed_in.get() && model.has_answer();
        known.then(|| sentences::waiting(&decimal(&language, count), at_least))
    };
    let sign_out = {
        let custody = client.custody.clone();
        move |_| {
            model.flush();
            custody.sign_out();
        }
    };
    let content = {
        let client = StoredValue::new_local(client);
        move || match (signed_in.get(), client.try_get_value()) {
            (true, _) => list::list(model),
            (false, Some(client)) => {
                let ended = RwSignal::new(model.why_signed_out());
                view! { {message("alert", ended)} {sign_in(client)} }.into_any()
            }
            (false, None) => ().into_any(),
        }
    };
    view! {
        <section class="panel" part="panel" aria-labelledby="heading">
            <header class="bar" part="header">
                <h2 id="heading" tabindex="-1">{heading}</h2>
                <span class="badge" part="count">{count}</span>
                <span class="tools" hidden=move || !signed_in.get()>
                    <button type="button" class="quiet" on:click=move |_: ev::MouseEvent| model.refresh()
                        aria-disabled=move || model.is_loading().to_string()>
                        {en::REFRESH}
                    </button>
                    <button type="button" class="quiet" on:click=sign_out>{en::SIGN_OUT}</button>
                </span>
            </header>
            {content}
            <div class="toast" part="toast" class:shown=move || model.notice.with(|text| !text.is_empty())>
                {message("status", model.notice)}
                <button type="button" class="quiet undo" hidden=move || model.undoable.get().is_none()
                    on:click=move |_: ev::MouseEvent| model.undo()>
                    {en::UNDO}
                </button>
            </div>
        </section>
    }
    .into_any()
}
