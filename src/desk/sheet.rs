//! A table that may be long: its first rows are in the document, and more on request. It scrolls inside its own box.

use leptos::prelude::*;

use crate::{
    i18n::Texts,
    ui::{El, button, el},
};

/// Rows that are shown at first, and how many more on each request.
const PAGE: usize = 200;
/// Letters of a cell that are shown; a line of a table that was quoted wrongly may have thousands.
const LONGEST: usize = 300;

/// What a table shows.
pub struct Sheet {
    /// Its name, for ids.
    pub name: &'static str,
    /// What stands above it.
    pub caption: String,
    /// The headings of its columns. The first column names the row.
    pub headings: Vec<String>,
    /// The columns that quote others, counted from 0; the rest is in the desk's own words.
    pub quoted: [usize; 2],
}

/// The table. `rows` are keys in their order, `cells` the texts of one; both follow their signals. It is hidden while it has no
/// rows.
pub fn sheet(
    texts: Texts,
    sheet: Sheet,
    rows: impl Fn() -> Vec<usize> + 'static,
    cells: impl Fn(usize) -> Vec<String> + 'static,
) -> El {
    let rows = StoredValue::new_local(rows);
    let keys = move || rows.with_value(|rows| rows());
    let (most, quoted) = (RwSignal::new(PAGE), sheet.quoted);
    let id = [sheet.name, "-caption"].concat();
    let head = sheet.headings.iter().fold(el("tr"), |row, text| row.child(el("th").attr("scope", "col").text(text)));
    let body = move || {
        let shown = keys().into_iter().take(most.get());
        Some(shown.fold(el("tbody"), |body, key| body.child(line(&cells(key), quoted))))
    };
    let table =
        el("table").child(el("caption").attr("id", &id).text(&sheet.caption)).child(el("thead").child(head)).slot(body);
    let scroller =
        el("div").class("sheet scroll").attr("tabindex", "0").attr("role", "region").attr("aria-labelledby", &id);
    el("div").attr("id", sheet.name).flag("hidden", move || keys().is_empty()).child(scroller.child(table)).child(
        button("more", &texts.say("showMore"), move |_| most.update(|most| *most += PAGE))
            .flag("hidden", move || keys().len() <= most.get()),
    )
}

fn line(cells: &[String], quoted: [usize; 2]) -> El {
    cells.iter().enumerate().fold(el("tr"), |row, (nth, text)| {
        let cell = if nth == 0 { el("th").attr("scope", "row") } else { el("td") };
        let cell = if quoted.contains(&nth) { cell.class("text") } else { cell };
        row.child(cell.text(&shortened(text)))
    })
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => [text.get(..end).unwrap_or_default(), "…"].concat(),
        None => text.to_owned(),
    }
}
