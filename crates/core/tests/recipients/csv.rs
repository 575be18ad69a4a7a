//! CSV, read and written.

use nexudus_core::csv::{self, harmless, write_row};
use proptest::prelude::*;

#[test]
fn no_cell_is_a_formula() {
    for (text, written) in [
        ("=1+1", "'=1+1"),
        ("+49 89", "'+49 89"),
        ("-5", "'-5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("  =1", "'  =1"),
        ("\t=1", "'\t=1"),
        ("＝1", "'＝1"),
        ("Ann =1", "Ann =1"),
        ("", ""),
    ] {
        assert_eq!(harmless(text), written, "{text:?}");
    }
}

fn rows_of(text: &str, pieces: usize) -> Vec<csv::Row> {
    let mut reader = csv::Reader::new(Some(','));
    let chars: Vec<char> = text.chars().collect();
    for piece in chars.chunks(pieces.max(1)) {
        reader.push(&piece.iter().collect::<String>());
    }
    reader.finish();
    reader.take_rows()
}

pub fn physical_lines(text: &str) -> Vec<String> {
    text.replace("\r\n", "\n").replace('\r', "\n").split('\n').map(str::to_owned).collect()
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(
        rows in prop::collection::vec(prop::collection::vec("[ a,;\"\r\n\t'=é]{0,6}", 1..4), 0..6), pieces in 1usize..9
    ) {
        let mut text = String::new();
        for row in &rows {
            write_row(&mut text, &row.iter().map(String::as_str).collect::<Vec<_>>());
        }
        let read: Vec<Vec<String>> = rows_of(&text, pieces).into_iter().map(|row| row.cells).collect();
        prop_assert_eq!(read, rows);
    }

    #[test]
    fn rows_cover_every_line_once_and_their_text_is_the_text(text in "[a,\"\r\n]{0,60}", pieces in 1usize..9) {
        let rows = rows_of(&text, pieces);
        prop_assert_eq!(&rows, &rows_of(&text, usize::MAX), "however it is cut");
        let mut line = 1;
        let mut read = vec![];
        for row in &rows {
            prop_assert_eq!(row.line, line);
            line += row.lines;
            let physical = physical_lines(&row.text);
            prop_assert_eq!(physical.len(), row.lines);
            read.extend(physical);
        }
        let mut all = physical_lines(&text);
        // What ends with a line break has no further line.
        if all.last().is_some_and(String::is_empty) { all.pop(); }
        prop_assert_eq!(read, all);
    }
}
