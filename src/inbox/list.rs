//! The rows, or what stands in their place: loading, empty, failed.

use leptos::{ev, prelude::*};
use nexudus_core::Audience;

use super::{
    model::{Load, Model},
    row::row,
};
use crate::i18n::{en, sentences};

/// The list of a signed-in account.
pub fn list(model: Model) -> AnyView {
    let Some(client) = model.client() else { return ().into_any() };
    let audience = client.config.audience;
    let language = StoredValue::new(client.config.language.clone());
    let state = move || match model.load.get() {
        Load::Failed(error) => failed(model, sentences::error(&error, "CoworkerNotification-List")),
        Load::Ready if !model.inbox.with(|inbox| inbox.has_more() || inbox.rows().next().is_some()) => empty(audience),
        Load::Idle | Load::Loading if !model.has_answer() => {
            view! { <p class="state" role="status">{en::LOADING}</p> }.into_any()
        }
        _ => ().into_any(),
    };
    let more = move || {
        model.inbox.with(|inbox| inbox.has_more()).then(|| {
            view! {
                <button type="button" class="more" part="more" aria-disabled=move || model.is_loading().to_string()
                    on:click=move |_: ev::MouseEvent| model.more()>
                    {en::SHOW_MORE}
                </button>
            }
        })
    };
    view! {
        {state}
        <ul class="list" part="list" role="list">
            <For
                each=move || model.inbox.with(|inbox| inbox.rows().cloned().collect::<Vec<_>>())
                key=|notification| notification.id
                children=move |notification| row(model, audience, language, notification)
            />
        </ul>
        {more}
    }
    .into_any()
}

fn failed(model: Model, sentence: String) -> AnyView {
    view! {
        <div class="state failed" part="error">
            <p role="alert">{sentence}</p>
            <button type="button" on:click=move |_: ev::MouseEvent| model.refresh()>{en::RETRY}</button>
        </div>
    }
    .into_any()
}

fn empty(audience: Audience) -> AnyView {
    let (text, hint) = match audience {
        Audience::Member => (en::EMPTY, en::EMPTY_HINT),
        Audience::Staff => (en::EMPTY_STAFF, en::EMPTY_HINT),
    };
    view! {
        <div class="state empty" part="empty">
            <p>{text}</p>
            <p class="hint">{hint}</p>
        </div>
    }
    .into_any()
}
