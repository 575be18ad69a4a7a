//! Where a list comes in: typed, pasted, dropped, or chosen as a file.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{DataTransfer, DragEvent, Event, File, HtmlInputElement};

use super::model::Model;
use crate::{
    i18n::Texts,
    ui::{Control, El, button, el, field, focus},
};

const LIST: &str = "recipients-list";

/// The field, the file, and the buttons below them.
pub fn intake(texts: Texts, model: Model) -> El {
    let file = el("input").attr("type", "file").attr("accept", ".csv,.txt,.tsv,text/csv,text/plain");
    // The browser's own button speaks another language than the desk may; another one presses it.
    let file = file.attr("aria-label", &texts.say("chooseFile")).attr("hidden", "");
    let input = file.0.clone().dyn_into::<HtmlInputElement>().ok();
    let chosen = input.clone();
    let file = file.on("change", move |_| {
        let Some(input) = &chosen else { return };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            model.read_file(file);
        }
        // The same file may be chosen again, after it was mended.
        input.set_value("");
    });
    let area = field(LIST, &texts.say("list"), &texts.say("listHint"), Control::Area, model.text, None);
    let typed = area.0.query_selector("textarea").ok().flatten();
    let clear = move |_: Event| {
        model.clear();
        focus(typed.clone());
    };
    let is_there = move || model.has_list() || model.reading.get().is_some() || !model.text.with(String::is_empty);
    el("div")
        .class("intake")
        .child(area)
        .child(
            el("div")
                .class("acts")
                .child(button("", &texts.say("readList"), move |_| model.read_text()))
                .child(button("", &texts.say("chooseFile"), move |_| {
                    if let Some(input) = &input {
                        input.click();
                    }
                }))
                .child(button("quiet", &texts.say("clearList"), clear).flag("hidden", move || !is_there())),
        )
        .child(file)
        .child(el("p").class("hint").sentence(move || {
            model.reading.get().map(|percent| texts.with("readingList", &[&percent.to_string()])).unwrap_or_default()
        }))
}

/// Makes a place where a file can be dropped. Texts go where they are dropped, as everywhere.
pub fn droppable(model: Model, place: El) -> El {
    let over = RwSignal::new(false);
    place
        .class_if("over", move || over.get())
        .on("dragover", move |event| {
            if has_files(&event) {
                event.prevent_default();
                over.set(true);
            }
        })
        .on("dragleave", move |_| over.set(false))
        .on("drop", move |event| {
            over.set(false);
            if !has_files(&event) {
                return;
            }
            event.prevent_default();
            let files = files(&event);
            match files.as_slice() {
                [file] => model.read_file(file.clone()),
                [] => {}
                _ => {
                    model.begin();
                    let texts = model.shell().map(|shell| shell.client.texts);
                    model.failure.set(texts.map(|texts| texts.say("oneFile")).unwrap_or_default());
                }
            }
        })
}

fn carried(event: &Event) -> Option<DataTransfer> {
    event.dyn_ref::<DragEvent>()?.data_transfer()
}

fn has_files(event: &Event) -> bool {
    carried(event).is_some_and(|carried| carried.types().iter().any(|kind| kind == "Files"))
}

fn files(event: &Event) -> Vec<File> {
    let files = carried(event).and_then(|carried| carried.files());
    files.map(|files| (0..files.length()).filter_map(|nth| files.get(nth)).collect()).unwrap_or_default()
}
