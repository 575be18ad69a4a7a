//! Reading a pasted or dropped list of customers, one a line or a table with or without headings.
//!
//! A list is read in short steps, so that the page stays alive under thousands of lines. Every line that is not empty ends as
//! an entry: what cannot be read says why, what comes twice points at the first, and nothing is dropped in silence.

mod entry;

pub use entry::{Entry, List, Read, Unreadable};

use std::collections::BTreeMap;

use crate::{
    columns::{Columns, is_value, read_value},
    csv::{self, Row},
    encoding::{Decoded, Decoder, Unusable},
};

/// The most lines taken: four days of the 5,000 writes that the service allows a day `[doc]`.
pub const MOST_LINES: usize = 20_000;
/// Rows looked at to find out which column is meant.
const SAMPLE: usize = 20;

/// Whether there is more to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// So many bytes of so many are read.
    Reading(usize, usize),
    /// All is read: [`Reader::finish`].
    Done,
}

/// A list under reading.
#[derive(Debug, Clone)]
pub struct Reader {
    source: Decoder,
    csv: Option<csv::Reader>,
    /// Rows that wait until it is known which column is meant.
    held: Vec<Row>,
    columns: Option<Columns>,
    seen: BTreeMap<Read, usize>,
    lines: usize,
    list: List,
    done: bool,
}

impl Reader {
    /// Reads the bytes of a file. Ask [`crate::encoding::check_size`] before loading them.
    ///
    /// # Errors
    /// Too large, or of a kind that is told by its first bytes.
    pub fn of_bytes(bytes: Vec<u8>) -> Result<Self, Unusable> {
        Decoder::of_bytes(bytes).map(Self::new)
    }

    /// Reads pasted text.
    ///
    /// # Errors
    /// Too large.
    pub fn of_text(text: &str) -> Result<Self, Unusable> {
        Decoder::of_text(text).map(Self::new)
    }

    fn new(source: Decoder) -> Self {
        let list = List { entries: vec![], heading: None, empty: 0, encoding: source.encoding() };
        Self { source, csv: None, held: vec![], columns: None, seen: BTreeMap::new(), lines: 0, list, done: false }
    }

    /// Reads on for about a millisecond.
    ///
    /// # Errors
    /// No text after all, or too many lines. The list is refused as a whole: half of it would be sent to half of them.
    pub fn step(&mut self) -> Result<Progress, Unusable> {
        let mut text = String::new();
        match self.source.step(&mut text)? {
            Decoded::Restart => *self = Self::new(self.source.clone()),
            Decoded::More => {
                let csv = self.csv.get_or_insert_with(|| csv::Reader::new(delimiter(&text)));
                csv.push(&text);
                let rows = csv.take_rows();
                self.take(rows)?;
            }
            Decoded::End if !self.done => {
                self.done = true;
                let mut csv = self.csv.take().unwrap_or_else(|| csv::Reader::new(None));
                csv.push(&text);
                csv.finish();
                self.take(csv.take_rows())?;
                self.settle_columns()?;
            }
            Decoded::End => {}
        }
        let (read, all) = self.source.progress();
        Ok(if self.done { Progress::Done } else { Progress::Reading(read, all) })
    }

    /// What was read. Before [`Progress::Done`] it is the beginning.
    #[must_use]
    pub fn finish(self) -> List {
        self.list
    }

    fn take(&mut self, rows: Vec<Row>) -> Result<(), Unusable> {
        for row in rows {
            self.lines += row.lines;
            if self.lines > MOST_LINES {
                return Err(Unusable::TooManyLines);
            }
            if row.cells.iter().all(|cell| cell.trim().is_empty()) {
                self.list.empty += row.lines;
                continue;
            }
            match self.columns {
                Some(columns) => self.enter(&row, columns.read(&row)),
                None => self.held.push(row),
            }
            if self.held.len() >= SAMPLE {
                self.settle_columns()?;
            }
        }
        Ok(())
    }

    /// Enough is known: the held rows are read.
    fn settle_columns(&mut self) -> Result<(), Unusable> {
        let mut rows = std::mem::take(&mut self.held);
        let columns = *self.columns.get_or_insert_with(|| Columns::find(&rows));
        if columns.heading && !rows.is_empty() && self.list.heading.is_none() {
            self.list.heading = Some(rows.remove(0).text);
        }
        // A single line of nothing but addresses or `Id`s is a list written sideways.
        if let ([row], true, false) = (rows.as_slice(), self.done && self.list.entries.is_empty(), columns.heading) {
            let parts: Vec<&str> = row.text.split([',', ';', '\t', ' ']).filter(|part| !part.is_empty()).collect();
            if parts.len() > MOST_LINES {
                return Err(Unusable::TooManyLines);
            }
            if parts.iter().all(|part| is_value(part)) {
                for part in parts {
                    let row = Row { line: row.line, lines: 1, text: part.to_owned(), cells: vec![] };
                    self.enter(&row, read_value(part));
                }
                return Ok(());
            }
        }
        for row in rows {
            self.enter(&row, columns.read(&row));
        }
        Ok(())
    }

    fn enter(&mut self, row: &Row, read: Read) {
        let key = match &read {
            Read::Email(address) => Some(Read::Email(address.to_lowercase())),
            Read::Id(id) => Some(Read::Id(*id)),
            Read::Unreadable(_) => None,
        };
        let index = self.list.entries.len();
        let first = key.map(|key| *self.seen.entry(key).or_insert(index));
        let twice = first.filter(|first| *first != index);
        self.list.entries.push(Entry { line: row.line, text: row.text.clone(), read, twice });
    }
}

/// What parts the cells: whichever of tab, semicolon and comma stands most often on the first line with something on it,
/// outside quotes.
fn delimiter(text: &str) -> Option<char> {
    let line = text.split(['\r', '\n']).find(|line| !line.trim().is_empty())?;
    let mut counts = [('\t', 0), (';', 0), (',', 0)];
    let mut quoted = false;
    for char in line.chars() {
        quoted ^= char == '"';
        counts.iter_mut().filter(|(delimiter, _)| !quoted && *delimiter == char).for_each(|(_, count)| *count += 1);
    }
    // Of equals the first, hence not `max_by_key`, which takes the last.
    counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .reduce(|best, other| if other.1 > best.1 { other } else { best })
        .map(|(delimiter, _)| delimiter)
}
