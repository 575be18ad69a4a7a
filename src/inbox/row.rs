//! One notification.

use leptos::{ev, prelude::*};
use nexudus_api::Notification;
use nexudus_core::Audience;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::model::Model;
use crate::{
    i18n::{en, sentences},
    shell::{absolute_time, iso_time, relative_time},
    ui::icon,
};

/// Beyond this many characters a text is clamped until somebody asks for the rest.
const CLAMP: usize = 280;
/// Characters of the message in the name of its button.
const EXCERPT: usize = 80;

/// A row. The message is text, whatever it looks like.
pub fn row(
    model: Model,
    audience: Audience,
    language: StoredValue<String>,
    notification: Notification,
) -> impl IntoView + use<> {
    let id = notification.id;
    let kind = sentences::kind(&notification);
    let text =
        if notification.message.trim().is_empty() { en::NO_MESSAGE.into() } else { notification.message.clone() };
    let excerpt: String = text.chars().take(EXCERPT).collect();
    let customer = match (audience, notification.coworker_id) {
        (Audience::Staff, Some(customer)) => [en::CUSTOMER, " ", &customer.to_string(), " · "].concat(),
        _ => String::new(),
    };
    let is_long = text.chars().count() > CLAMP || text.lines().count() > 4;
    let open = RwSignal::new(!is_long);
    let toggle = is_long.then(|| {
        view! {
            <button type="button" class="link" aria-expanded=move || open.get().to_string()
                on:click=move |_: ev::MouseEvent| open.update(|open| *open = !*open)>
                {move || if open.get() { en::SHOW_LESS } else { en::SHOW_ALL }}
            </button>
        }
    });
    let time = notification.created_on.map(|at| {
        let language = language.get_value();
        let in_full = absolute_time(&language, at);
        view! {
            <time datetime=iso_time(at) title=in_full>
                {move || relative_time(&language, model.now.get(), at)}
            </time>
        }
    });
    let dismiss = move |event: ev::MouseEvent| {
        let button = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
        let gone = model.dismiss(id);
        if let Some(button) = button.filter(|_| !gone.is_empty()) {
            move_focus(&button, &gone);
        }
    };
    view! {
        <li class="row" part="row" data-id=id.to_string()>
            {icon(notification.kind.family())}
            <div class="body">
                <p class="text" part="message" dir="auto" class:clamped=move || !open.get()>{text}</p>
                {toggle}
                <p class="meta"><span class="kind">{kind}</span> " · " {customer} {time}</p>
            </div>
            <button type="button" class="dismiss" part="dismiss" title=en::DISMISS
                aria-label=[en::DISMISS, ": ", &excerpt].concat() on:click=dismiss>
                <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                    <path d=move || "M6 6l12 12M18 6 6 18"></path>
                </svg>
            </button>
        </li>
    }
}

/// Before the rows leave the document, focus goes to the next one that stays, else the previous, else the heading.
fn move_focus(button: &Element, gone: &[i64]) {
    let Ok(Some(row)) = button.closest("li") else { return };
    let stays = |row: &Element| {
        row.get_attribute("data-id").and_then(|id| id.parse().ok()).is_some_and(|id: i64| !gone.contains(&id))
    };
    let next = std::iter::successors(row.next_element_sibling(), Element::next_element_sibling).find(stays);
    let previous =
        || std::iter::successors(row.previous_element_sibling(), Element::previous_element_sibling).find(stays);
    let target = match next.or_else(previous) {
        Some(row) => row.query_selector(".dismiss"),
        None => match row.closest("section") {
            Ok(Some(section)) => section.query_selector("h2"),
            _ => return,
        },
    };
    if let Ok(Some(target)) = target
        && let Ok(target) = target.dyn_into::<HtmlElement>()
    {
        let _ = target.focus();
    }
}
