//! How the inbox lays rows out: what needs an action first, and what is of one type about one entity as one row.

use std::collections::BTreeSet;

use serde_json::Value;

/// What stands as one row, the newest first.
pub type Fold = Vec<Value>;

/// Rows as the database has them, newest first, as the inbox shows those that wait, from the top.
pub fn folds(rows: &[Value]) -> Vec<Fold> {
    let (mut first, rest): (Vec<_>, Vec<_>) = by_day(rows).into_iter().partition(|fold| needs_action(&fold[0]));
    first.extend(rest);
    first
}

/// The same for those that are dismissed: nothing of them needs an action any more.
pub fn by_day(rows: &[Value]) -> Vec<Fold> {
    let mut folds: Vec<Fold> = vec![];
    for row in rows {
        // An entity of 0 is about nothing in particular.
        let same = |fold: &&mut Fold| row["EntityId"] != 0 && about(&fold[0]) == about(row);
        match folds.iter_mut().find(same) {
            Some(fold) => fold.push(row.clone()),
            None => folds.push(vec![row.clone()]),
        }
    }
    folds
}

/// What each row says.
pub fn titles(folds: &[Fold]) -> Vec<String> {
    folds.iter().map(|fold| fold[0]["Message"].as_str().unwrap().to_owned()).collect()
}

/// What the rows of those that wait say, from the top.
pub fn laid_out(rows: &[Value]) -> Vec<String> {
    titles(&folds(rows))
}

/// True for what has to be paid, repeated or looked after.
pub fn needs_action(row: &Value) -> bool {
    matches!(kind(row), "coworkerinvoice" | "identitycheck-fail" | "salto-locker")
}

/// What "Dismiss all" leaves: every entity of which something needs an action.
pub fn kept_by_dismiss_all(rows: &[Value]) -> Vec<Value> {
    let stays = |row: &Value| rows.iter().any(|other| other["EntityId"] == row["EntityId"] && needs_action(other));
    rows.iter().filter(|row| stays(row)).cloned().collect()
}

/// The entities that rows are about, each once.
pub fn entities(rows: &[Value]) -> BTreeSet<i64> {
    rows.iter().map(|row| row["EntityId"].as_i64().unwrap()).collect()
}

/// Everything but what is about the same entity as `gone`: what a member's dismissal leaves.
pub fn without(rows: &[Value], gone: &Value) -> Vec<Value> {
    rows.iter().filter(|row| row["EntityId"] != gone["EntityId"]).cloned().collect()
}

fn about(row: &Value) -> (&Value, &Value, &str) {
    (&row["CoworkerId"], &row["EntityId"], kind(row))
}

fn kind(row: &Value) -> &str {
    match row["NotificationType"].as_str().unwrap() {
        "identity-check-failed" => "identitycheck-fail",
        "identitycheck-success" => "identity-check-success",
        other => other,
    }
}
