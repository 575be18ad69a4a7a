//! A list: filters, order, page, and the full envelope `[doc]`.

use axum::Json;
use serde_json::{Value, json};

use super::{auth::Caller, envelope::Refusal, staff::Pairs};
use crate::{
    clock,
    db::{
        Condition, Order, Page,
        entity::{Entity, Filter, Kind, Source, Test},
    },
    state::App,
    switches::{Filters, Match, SortDir, Switches},
};

const DEFAULT_SIZE: u64 = 25;

/// One page of `entity`; role `…-List`. Unknown parameters, `PageNumber` and `PageSize` among them, have no
/// effect `[client]`, and neither has a value that does not fit its parameter `[unknown]`.
///
/// # Errors
/// 401 without the role.
pub fn answer(app: &App, entity: &'static Entity, caller: Caller, query: &Pairs) -> Result<Json<Value>, Refusal> {
    caller.staff(&entity.role("List"))?;
    let switches = app.switches();
    let value = |name: &str| {
        let pair = query.iter().find(|(key, _)| key == name);
        pair.map(|(_, value)| value.as_str())
    };
    let positive =
        |name, default| value(name).and_then(|text| text.parse().ok()).filter(|number| *number > 0).unwrap_or(default);
    let page = Page { number: positive("page", 1), size: positive("size", DEFAULT_SIZE) };
    let wanted = value("orderBy").unwrap_or("Id");
    // What an unknown field does is [unknown]; here it means the default.
    let field = entity.columns().find(|field| field.name == wanted);
    let order = Order {
        expression: field.map_or("r.id", |field| field.expression),
        descending: is_descending(value("dir").unwrap_or_default(), switches.sort_dir),
    };
    let conditions = entity
        .filters
        .iter()
        .filter(|filter| switches.filters == Filters::Obey || filter.source == Source::Documented)
        .filter_map(|filter| condition(filter, value(filter.parameter)?, &switches))
        .collect();
    let listing = app.database.list(entity, conditions, order, page, switches.zone)?;

    let pages = listing.total.div_ceil(page.size);
    let shown = listing.records.len() as u64;
    let before = (page.number - 1).saturating_mul(page.size);
    // An empty page names item 0 [inferred].
    let first = if shown == 0 { 0 } else { before.saturating_add(1) };
    Ok(Json(json!({
        "Records": listing.records,
        "CurrentPage": page.number,
        "CurrentPageSize": page.size,
        "CurrentOrderField": field.map_or("Id", |field| field.name),
        "CurrentSortDirection": direction(order.descending, switches.sort_dir),
        "FirstItem": first,
        "LastItem": if shown == 0 { 0 } else { before.saturating_add(shown) },
        "TotalItems": listing.total,
        "TotalPages": pages,
        "HasNextPage": page.number < pages,
        "HasPreviousPage": page.number > 1,
    })))
}

/// A value of another generation of the documentation counts as ascending (D2).
fn is_descending(dir: &str, generation: SortDir) -> bool {
    match generation {
        SortDir::MinusOne => dir == "-1",
        SortDir::ZeroOne => dir == "1",
        SortDir::Words => dir.eq_ignore_ascii_case("descending"),
    }
}

/// The direction in the envelope, a number in the staff API `[doc]`.
fn direction(descending: bool, generation: SortDir) -> i64 {
    match (generation, descending) {
        (SortDir::MinusOne, true) => -1,
        (SortDir::MinusOne, false) | (SortDir::ZeroOne | SortDir::Words, true) => 1,
        (SortDir::ZeroOne | SortDir::Words, false) => 0,
    }
}

fn condition(filter: &Filter, text: &str, switches: &Switches) -> Option<Condition> {
    if text.is_empty() {
        return None;
    }
    let value: i64 = match filter.kind {
        Kind::Text => {
            return Some(match switches.text_match {
                Match::Contains => Condition::contains(filter.expression, text),
                Match::Exact => Condition::same_text(filter.expression, text),
            });
        }
        Kind::Integer => text.parse().ok()?,
        Kind::Time => clock::parse(text)?,
        Kind::Boolean => text.to_ascii_lowercase().parse::<bool>().ok()?.into(),
    };
    let operator = match filter.test {
        Test::Equal => "=",
        Test::From => ">=",
        Test::To => "<=",
    };
    Some(Condition::compare(filter.expression, operator, value))
}
