//! What a list says, line by line.

use crate::encoding::Encoding;

/// What a line was read as.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Read {
    /// A customer `Id`, greater than 0.
    Id(i64),
    /// An e-mail address, as written.
    Email(String),
    /// Neither.
    Unreadable(Unreadable),
}

/// Why a line names nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unreadable {
    /// Nothing stands in the column.
    Nothing,
    /// A text that is neither an `Id` nor an e-mail address.
    NeitherIdNorEmail,
    /// A number that no `Id` can be.
    NumberTooLarge,
    /// Several columns hold `Id`s or addresses, and no heading tells which is meant.
    SeveralColumns,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The line of the text, from 1. A row with line breaks in quotes goes by its first.
    pub line: usize,
    /// The line as written.
    pub text: String,
    /// What it was read as.
    pub read: Read,
    /// The index of an earlier entry with the same `Id` or address; addresses are compared without regard to case.
    pub twice: Option<usize>,
}

/// A list read to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// All lines that say something, in their order.
    pub entries: Vec<Entry>,
    /// The line of headings as written, where there is one.
    pub heading: Option<String>,
    /// Lines with nothing on them.
    pub empty: usize,
    /// How the bytes were read.
    pub encoding: Encoding,
}
