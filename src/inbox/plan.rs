//! From lines to what is to be in the document: groups with their rows.

use nexudus_api::{Millis, Notification};
use nexudus_core::{
    inbox::Inbox,
    known::Row,
    lines::{Lane, Line, Lines},
    list::View,
};

use crate::row::Content;

/// All headings are of one height, which is kept under this key.
pub const HEADING: i64 = i64::MIN;

/// A group of rows to show.
pub struct Group {
    /// What they have in common.
    pub lane: Lane,
    /// Where its heading stands among the lines.
    pub line: usize,
    /// A time of that day.
    pub at: Option<Millis>,
    /// Differs where it has to be drawn anew: its heading is another one in each view.
    pub version: u64,
    /// Its rows that are to be shown.
    pub rows: Vec<Content>,
}

/// The lines from one to another, as groups.
pub fn groups_within(all: &Lines, from: usize, to: usize, inbox: &Inbox) -> Vec<Group> {
    let rows = inbox.rows();
    let lines = all.lines();
    let version = u64::from(inbox.view() == View::Dismissed);
    let mut groups: Vec<Group> = vec![];
    let is_heading = |line: &Line| matches!(line, Line::Heading(_));
    let above = lines.get(..=from).unwrap_or_default().iter().rposition(is_heading).unwrap_or(from);
    for at in above..to {
        // Between the heading and the window there may be many rows.
        if at > above && at < from {
            continue;
        }
        match lines.get(at) {
            Some(Line::Heading(lane)) => groups.push(Group { lane: *lane, line: at, at: None, version, rows: vec![] }),
            Some(Line::Row(range)) => {
                let members = all.members(*range).iter().filter_map(|at| rows.get(*at as usize));
                let records: Vec<Notification> = members.map(|row| row.record.clone()).collect();
                if let (Some(group), Some(first)) = (groups.last_mut(), records.first()) {
                    group.at = group.at.or(first.created_on);
                    let is_new = inbox.view() == View::Waiting && inbox.is_new(first);
                    group.rows.push(Content { records, is_new, line: at });
                }
            }
            _ => {}
        }
    }
    groups
}

/// What heights are kept under: the newest notification of a row.
pub fn keys(lines: &Lines, rows: &[&Row]) -> Vec<i64> {
    let mut keys = vec![];
    for line in lines.lines() {
        let range = if let Line::Row(range) = line { lines.members(*range) } else { &[] };
        let first = range.first().and_then(|at| rows.get(*at as usize));
        keys.push(first.map_or(HEADING, |row| row.record.id));
    }
    keys
}

/// Names a lane among the groups.
pub fn key_of_lane(lane: Lane) -> i64 {
    match lane {
        Lane::NeedsAction => i64::MIN,
        Lane::Leaving => i64::MIN + 1,
        Lane::Day(None) => i64::MIN + 2,
        Lane::Day(Some(day)) => day,
    }
}
