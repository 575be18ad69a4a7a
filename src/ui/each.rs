//! A keyed list: rows that stay keep their element, focus and state; only what changed is touched.

use std::cell::RefCell;

use leptos::prelude::Owner;
use nexudus_api::Notification;
use web_sys::{Element, Node};

use super::{El, live::react};

struct Row {
    key: i64,
    element: Element,
    owner: Owner,
}

/// Shows one element for each item in `list`, in their order. What a row creates ends with the row.
pub fn each(list: El, items: Box<dyn Fn() -> Vec<Notification>>, build: Box<dyn Fn(Notification) -> El>) -> El {
    // Rows outlive the runs of the effect, so their owners hang on the list's and not on the effect's.
    let Some(parent) = Owner::current() else { return list };
    let rows = RefCell::new(Vec::<Row>::new());
    let container = list.0.clone();
    react(Box::new(move || {
        let mut old = rows.take();
        let mut new = Vec::new();
        for item in items() {
            let key = item.id;
            new.push(match old.iter().position(|row| row.key == key) {
                // Lists change by a row or a page at a time, so what is looked for is nearly always first.
                Some(at) => old.remove(at),
                None => {
                    let owner = parent.child();
                    let element = owner.with(|| build(item)).0;
                    Row { key, element, owner }
                }
            });
        }
        for row in old {
            row.element.remove();
            row.owner.cleanup();
        }
        place(&container, &new);
        rows.replace(new);
    }));
    list
}

/// Puts the rows in order from the end, touching only those that stand elsewhere.
fn place(container: &Element, rows: &[Row]) {
    let mut behind: Option<Node> = None;
    for row in rows.iter().rev() {
        let stands = row.element.parent_node().is_some() && row.element.next_sibling() == behind;
        if !stands {
            let _ = container.insert_before(&row.element, behind.as_ref());
        }
        behind = Some(row.element.clone().into());
    }
}
