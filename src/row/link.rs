//! The link of a row: an ordinary one, which the page may take over.

use nexudus_api::Notification;
use wasm_bindgen::JsCast;
use web_sys::{Event, MouseEvent};

use crate::{
    shell::{detail, emit},
    ui::{El, el},
};

/// A text that leads somewhere. A plain click is first offered to the page, which can cancel it and route by itself; with a
/// modifier key or another button it is what the browser makes of any link.
pub fn linked(record: &Notification, address: &str, text: &str) -> El {
    let about = detail(&[
        ("url", address.into()),
        ("type", record.kind.as_str().into()),
        ("entityId", (record.entity_id as f64).into()),
        ("id", (record.id as f64).into()),
    ]);
    el("a").attr("href", address).attr("part", "link").text(text).on("click", move |event: Event| {
        let plain = event.dyn_ref::<MouseEvent>().is_some_and(|mouse| {
            mouse.button() == 0 && !(mouse.ctrl_key() || mouse.meta_key() || mouse.shift_key() || mouse.alt_key())
        });
        let Some(target) = event.current_target().filter(|_| plain) else { return };
        if !emit(&target, "nexudus-navigate", &about) {
            event.prevent_default();
        }
    })
}
