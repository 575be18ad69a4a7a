//! The cells of a stored text.

use crate::scope::fnv;

/// Writes a line, with what parts cells and lines escaped.
pub(crate) fn line(out: &mut String, cells: &[String]) {
    for (nth, cell) in cells.iter().enumerate() {
        out.push(if nth == 0 { '\n' } else { '\t' });
        for char in cell.chars() {
            match char {
                '\\' => out.push_str("\\\\"),
                '\t' => out.push_str("\\t"),
                '\n' => out.push_str("\\n"),
                other => out.push(other),
            }
        }
    }
}

/// A cell as it was before [`line`].
pub(crate) fn unescape(cell: &str) -> String {
    let mut chars = cell.chars();
    let mut out = String::with_capacity(cell.len());
    while let Some(char) = chars.next() {
        out.extend(match char {
            '\\' => chars.next().map(|escaped| match escaped {
                't' => '\t',
                'n' => '\n',
                other => other,
            }),
            other => Some(other),
        });
    }
    out
}

/// `1` or `0`.
pub(crate) fn flag(set: bool) -> String {
    String::from(if set { "1" } else { "0" })
}

/// What [`flag`] wrote.
pub(crate) fn read_flag(text: &str) -> Option<bool> {
    match text {
        "1" => Some(true),
        "0" => Some(false),
        _ => None,
    }
}

/// `Id`s with commas.
pub(crate) fn join(ids: &[i64]) -> String {
    ids.iter().map(i64::to_string).collect::<Vec<_>>().join(",")
}

/// What [`join`] wrote.
pub(crate) fn read_ids(text: &str) -> Option<Vec<i64>> {
    text.split(',').filter(|id| !id.is_empty()).map(|id| id.parse().ok()).collect()
}

/// Enough to tell that a text was cut or changed by accident.
pub(crate) fn checksum(text: &str) -> String {
    fnv(text.bytes()).to_string()
}
