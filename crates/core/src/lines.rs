//! What stands below what: lanes with their headings, folds, and what a filter leaves of them.

use nexudus_api::Family;

use crate::known::Row;

/// What is looked for. The default lets everything through.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// One family alone.
    pub family: Option<Family>,
    /// Part of the text, whatever its letter case; spaces around it do not count.
    pub text: String,
}

impl Filter {
    /// True when it lets everything through.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        // A first view looks for nothing, which is told without a look at spaces.
        self.family.is_none() && (self.text.is_empty() || self.is_blank())
    }

    #[cold]
    fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    fn lets(&self, row: &Row, finds: Finds) -> bool {
        let text = self.text.trim();
        self.family.is_none_or(|family| row.record.kind.family() == family)
            && (text.is_empty() || finds(&row.record.message, text))
    }
}

/// Whether a text contains another, whatever their letter case. The browser knows the letters of all languages.
pub type Finds = fn(text: &str, wanted: &str) -> bool;

/// A stretch of the list with a heading of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lane {
    /// Something has to be done: an invoice, a failed identity check, a locker. Above everything else that waits.
    NeedsAction,
    /// Dismissed and not sent yet. Above everything else that is dismissed.
    Leaving,
    /// The day it is from, counted from 1970-01-01 where the person is; `None` without a time.
    Day(Option<i64>),
}

/// Several rows that are shown as one: those of one type about one entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Fold {
    /// Where its newest stands in the list.
    newest: u32,
    /// Where its members begin in [`Lines::members`], and how many they are.
    from: u32,
    len: u32,
}

/// One line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// A lane begins.
    Heading(Lane),
    /// A row, or several folded into one.
    Row(Range),
}

/// A stretch of [`Lines::members`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    from: u32,
    len: u32,
}

/// The whole list as lines.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lines {
    lines: Vec<Line>,
    members: Vec<u32>,
}

impl Lines {
    /// Lays out rows, the newest first. Those for which `is_first` holds stand in the lane `first`, above the days.
    #[must_use]
    pub fn of(rows: &[&Row], filter: &Filter, finds: Finds, first: Lane, is_first: &dyn Fn(&Row) -> bool) -> Self {
        let mut keyed: Vec<(u64, u32)> =
            (0u32..).zip(rows).filter(|(_, row)| filter.lets(row, finds)).map(|(at, row)| (row.fold, at)).collect();
        keyed.sort_unstable();
        let mut folds: Vec<Fold> = vec![];
        let mut last = None;
        for (from, (fold, newest)) in (0u32..).zip(&keyed) {
            match folds.last_mut().filter(|_| last == Some(fold)) {
                Some(open) => open.len += 1,
                None => folds.push(Fold { newest: *newest, from, len: 1 }),
            }
            last = Some(fold);
        }
        folds.sort_unstable_by_key(|fold| fold.newest);
        let mut lines = Self { lines: vec![], members: keyed.iter().map(|(_, at)| *at).collect() };
        let stands_first = |fold: &&Fold| rows.get(fold.newest as usize).is_some_and(|row| is_first(row));
        lines.add(folds.iter().filter(stands_first), |_| first);
        lines.add(folds.iter().filter(|fold| !stands_first(fold)), |fold| {
            Lane::Day(rows.get(fold.newest as usize).and_then(|row| row.day))
        });
        lines
    }

    fn add<'a>(&mut self, folds: impl Iterator<Item = &'a Fold>, lane: impl Fn(&Fold) -> Lane) {
        let mut last = None;
        for fold in folds {
            let lane = lane(fold);
            if last != Some(lane) {
                self.lines.push(Line::Heading(lane));
                last = Some(lane);
            }
            self.lines.push(Line::Row(Range { from: fold.from, len: fold.len }));
        }
    }

    /// All lines from the top.
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// Where the members of a line stand in the rows it was made of, the newest first.
    #[must_use]
    pub fn members(&self, range: Range) -> &[u32] {
        let from = range.from as usize;
        self.members.get(from..from + range.len as usize).unwrap_or_default()
    }

    /// The rows below the heading at `at`, up to the next one.
    #[must_use]
    pub fn below(&self, at: usize) -> Vec<Range> {
        let rest = self.lines.get(at + 1..).unwrap_or_default();
        let end = rest.iter().position(|line| matches!(line, Line::Heading(_))).unwrap_or(rest.len());
        ranges(rest.get(..end).unwrap_or_default())
    }

    /// All rows.
    #[must_use]
    pub fn rows(&self) -> Vec<Range> {
        ranges(&self.lines)
    }
}

fn ranges(lines: &[Line]) -> Vec<Range> {
    lines.iter().filter_map(|line| if let Line::Row(range) = line { Some(*range) } else { None }).collect()
}
