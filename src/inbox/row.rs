//! A row of the inbox: what can be done about it, and where the focus goes then.

use nexudus_core::{Audience, list::View};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use super::model::Model;
use crate::{
    row::{self, Content, Rows, words},
    shell::{Client, now},
    ui::{El, back, button, cross, el, focus, focus_in_place},
};

/// Characters of the message in the name of its button.
const EXCERPT: usize = 80;

/// A row with its button.
pub fn row(model: Model, client: &Client, content: &Content) -> El {
    let Some(first) = content.records.first() else { return el("li") };
    let texts = client.texts;
    let ids: Vec<i64> = content.records.iter().map(|record| record.id).collect();
    let excerpt: String = words(client, first).chars().take(EXCERPT).collect();
    let mut view = View::Waiting;
    model.peek(&mut |state| view = state.inbox.view());
    let act = match view {
        View::Waiting => Some(
            button("dismiss", "", move |event| dismiss(model, &event, &ids))
                .attr("part", "dismiss")
                .attr("title", &texts.say("dismiss"))
                .attr("aria-label", &texts.with("dismissNamed", &[&excerpt]))
                .child(cross()),
        ),
        View::Dismissed => can_restore(model, client, &ids).then(|| {
            button("dismiss", "", move |event: Event| {
                focus_in_place(event.current_target(), "section", "h2");
                model.act(&mut |inbox| inbox.restore(now(), &ids));
            })
            .attr("part", "restore")
            .attr("title", &texts.say("restore"))
            .attr("aria-label", &texts.with("restoreNamed", &[&excerpt]))
            .child(back())
        }),
    };
    let rows =
        Rows { tick: model.tick, opened: model.opened(), names_customer: client.config.audience == Audience::Staff };
    row::row(&rows, client, content, act)
}

/// Staff can always; for members there is no way back from what was sent `[doc]`.
fn can_restore(model: Model, client: &Client, ids: &[i64]) -> bool {
    let mut can = client.config.audience == Audience::Staff;
    model.peek(&mut |state| can |= state.inbox.is_leaving(ids));
    can
}

fn dismiss(model: Model, event: &Event, ids: &[i64]) {
    let button = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    let mut gone = vec![];
    model.act(&mut |inbox| gone = inbox.dismiss(now(), ids, true));
    if let Some(button) = button.filter(|_| !gone.is_empty()) {
        move_focus(&button, &gone);
    }
}

/// Before the rows leave the document, focus goes to the next one that stays, else the previous, else the heading.
fn move_focus(button: &Element, gone: &[i64]) {
    let (Ok(Some(row)), Ok(Some(area))) = (button.closest(".row"), button.closest(".area")) else { return };
    let Ok(all) = area.query_selector_all(".row") else { return };
    let rows: Vec<Element> = (0..all.length()).filter_map(|at| all.item(at)?.dyn_into().ok()).collect();
    let stays = |row: &&Element| {
        row.get_attribute("data-id").and_then(|id| id.parse().ok()).is_some_and(|id: i64| !gone.contains(&id))
    };
    let at = rows.iter().position(|other| *other == row).unwrap_or(0);
    let next = rows.iter().skip(at).find(stays);
    match next.or_else(|| rows.iter().take(at).rfind(stays)) {
        Some(row) => focus(row.query_selector(".dismiss").ok().flatten()),
        None => focus_in_place(Some(row.into()), "section", "h2"),
    }
}
