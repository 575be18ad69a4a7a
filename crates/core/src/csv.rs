//! Comma-separated values: read piece by piece, and written so that no spreadsheet takes a cell for a formula.
//!
//! The reader follows RFC 4180 and is lenient where people are: any of the three line breaks, text behind a closing quote,
//! and a quote that nobody closes, which costs its own line and no other.

/// How far, in bytes, a quoted cell may reach before its opening quote counts as a mere character. Without an end, one stray
/// quote would swallow the rest of the list.
pub const LONGEST_QUOTED: usize = 32 * 1024;

/// One record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line it begins on, from 1.
    pub line: usize,
    /// How many lines it takes up: more than one where a quoted cell holds line breaks.
    pub lines: usize,
    /// As written, without the line break at its end.
    pub text: String,
    /// Its cells without their quotes; one, and empty, for an empty line.
    pub cells: Vec<String>,
}

/// A reader that is fed piece by piece.
#[derive(Debug, Clone)]
pub struct Reader {
    delimiter: Option<char>,
    rows: Vec<Row>,
    line: usize,
    lines: usize,
    text: String,
    cells: Vec<String>,
    cell: String,
    place: Place,
    /// Where in `text` the open quote stands.
    quote: usize,
    /// Quotes are characters like any other until the line ends.
    literal: bool,
    after_return: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    CellStart,
    Plain,
    Quoted,
    /// Behind a quote within quotes: its second half, or the end.
    Closing,
}

impl Reader {
    /// A reader of cells parted by `delimiter`; without one each record is a single cell.
    #[must_use]
    pub fn new(delimiter: Option<char>) -> Self {
        Self {
            delimiter,
            rows: vec![],
            line: 1,
            lines: 0,
            text: String::new(),
            cells: vec![],
            cell: String::new(),
            place: Place::CellStart,
            quote: 0,
            literal: false,
            after_return: false,
        }
    }

    /// Reads the next piece; it may end anywhere.
    pub fn push(&mut self, piece: &str) {
        for char in piece.chars() {
            self.char(char);
            if self.place == Place::Quoted && self.text.len() - self.quote > LONGEST_QUOTED {
                self.unquote();
            }
        }
    }

    /// The records that are complete, each handed out once.
    pub fn take_rows(&mut self) -> Vec<Row> {
        std::mem::take(&mut self.rows)
    }

    /// The text has ended.
    pub fn finish(&mut self) {
        // Each turn reads at least one line for good, because a quote that stays open is taken literally.
        while self.place == Place::Quoted {
            self.unquote();
        }
        if !self.text.is_empty() || !self.cells.is_empty() {
            self.end_row();
        }
    }

    fn char(&mut self, char: char) {
        let after_return = std::mem::replace(&mut self.after_return, char == '\r');
        let second_half = char == '\n' && after_return;
        let quoted = self.place == Place::Quoted;
        if matches!(char, '\r' | '\n') && !quoted {
            if !second_half {
                self.end_row();
            }
            return;
        }
        self.text.push(char);
        self.place = match (self.place, char) {
            (Place::Quoted, '"') => Place::Closing,
            (Place::Quoted, _) => {
                self.lines += usize::from(char == '\r' || char == '\n' && !second_half);
                self.cell.push(char);
                Place::Quoted
            }
            (Place::CellStart, '"') if !self.literal => {
                self.quote = self.text.len();
                Place::Quoted
            }
            (Place::Closing, '"') => {
                self.cell.push('"');
                Place::Quoted
            }
            (_, char) if Some(char) == self.delimiter => {
                self.cells.push(std::mem::take(&mut self.cell));
                Place::CellStart
            }
            (_, char) => {
                self.cell.push(char);
                Place::Plain
            }
        };
    }

    fn end_row(&mut self) {
        self.cells.push(std::mem::take(&mut self.cell));
        let lines = std::mem::take(&mut self.lines) + 1;
        let (text, cells) = (std::mem::take(&mut self.text), std::mem::take(&mut self.cells));
        self.rows.push(Row { line: self.line, lines, text, cells });
        self.line += lines;
        self.place = Place::CellStart;
        self.literal = false;
    }

    /// The open quote has no end: reads the record anew, its first line without quotes.
    fn unquote(&mut self) {
        let text = std::mem::take(&mut self.text);
        self.cells.clear();
        self.cell.clear();
        (self.lines, self.place, self.literal, self.after_return) = (0, Place::CellStart, true, false);
        text.chars().for_each(|char| self.char(char));
    }
}

/// Writes a record with commas and CRLF, quotes where they are needed.
pub fn write_row(out: &mut String, cells: &[&str]) {
    for (nth, cell) in cells.iter().enumerate() {
        if nth > 0 {
            out.push(',');
        }
        let special = |char: char| matches!(char, ',' | ';' | '\t' | '"' | '\r' | '\n');
        // A lone empty cell is quoted too, or it would be an empty line.
        if cell.contains(special) || cell.trim() != *cell || (cell.is_empty() && cells.len() == 1) {
            out.extend(["\"", &cell.replace('"', "\"\""), "\""]);
        } else {
            out.push_str(cell);
        }
    }
    out.push_str("\r\n");
}

/// A text that a spreadsheet shows instead of computing it: an apostrophe goes before what could begin a formula, also
/// behind spaces and in the full-width forms that some spreadsheets fold.
#[must_use]
pub fn harmless(text: &str) -> String {
    let formula = |char: char| matches!(char, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    let risky = text.starts_with(['\t', '\r', '\n']) || text.trim_start().starts_with(formula);
    [if risky { "'" } else { "" }, text].concat()
}
