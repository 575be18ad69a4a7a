//! Lists of customers as people paste and drop them: CSV, encodings, columns, duplicates. No line is lost.
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing)]

use nexudus_core::{
    csv::{self, LONGEST_QUOTED, harmless, write_row},
    encoding::{Encoding, MOST_BYTES, Unusable, check_size},
    recipients::{List, MOST_LINES, Progress, Read, Reader},
};
use proptest::prelude::*;

fn read_to_end(mut reader: Reader) -> Result<List, Unusable> {
    while reader.step()? != Progress::Done {}
    Ok(reader.finish())
}

fn read(text: &str) -> List {
    read_to_end(Reader::of_text(text).unwrap()).unwrap()
}

fn read_bytes(bytes: &[u8]) -> Result<List, Unusable> {
    read_to_end(Reader::of_bytes(bytes.to_vec())?)
}

/// Each entry in short: its line, and what it was read as.
fn short(list: &List) -> Vec<String> {
    let entry = |entry: &nexudus_core::recipients::Entry| {
        let read = match &entry.read {
            Read::Id(id) => id.to_string(),
            Read::Email(email) => email.clone(),
            Read::Unreadable(why) => format!("{why:?}"),
        };
        let twice = entry.twice.map(|first| format!(" = {first}")).unwrap_or_default();
        format!("{}: {read}{twice}", entry.line)
    };
    list.entries.iter().map(entry).collect()
}

#[test]
fn lines_and_tables_are_read_alike() {
    for (text, entries) in [
        ("12\n13\r\n14\r15", &["1: 12", "2: 13", "3: 14", "4: 15"][..]),
        ("\u{FEFF}12\n\n  \n13\n", &["1: 12", "4: 13"]),
        (
            "ann@x.com\n 7 \nAnn Lee <ann.lee@x.com>\nmailto:b@x.com;\n'c@x.com',",
            &["1: ann@x.com", "2: 7", "3: ann.lee@x.com", "4: b@x.com", "5: c@x.com"],
        ),
        (
            "hello\n0\n-3\n1.5\n99999999999999999999\na@b@c\n@x\n٣",
            &[
                "1: NeitherIdNorEmail",
                "2: NeitherIdNorEmail",
                "3: NeitherIdNorEmail",
                "4: NeitherIdNorEmail",
                "5: NumberTooLarge",
                "6: NeitherIdNorEmail",
                "7: NeitherIdNorEmail",
                "8: NeitherIdNorEmail",
            ],
        ),
        ("Id\n5\n6", &["2: 5", "3: 6"]),
        ("Name,E-mail Address\n\"Lee, Ann\",ann@x.com\nBob,", &["2: ann@x.com", "3: Nothing"]),
        ("Name;Coworker_Id;Id\nAnn;5;900\nBob;6;901", &["2: 5", "3: 6"]),
        ("COWORKER\tEmail\nAnn Lee\tann@x.com\nBob\tbob@x.com", &["2: ann@x.com", "3: bob@x.com"]),
        ("Id;Email\n5;ann@x.com\n;bob@x.com\nsix;\n;", &["2: 5", "3: bob@x.com", "4: NeitherIdNorEmail"]),
        ("Ann;80331;ann@x.com\nBob;80335;bob@x.com", &["1: ann@x.com", "2: bob@x.com"]),
        ("Wer;Wo\nAnn;ann@x.com\nBob;bob@x.com", &["1: NeitherIdNorEmail", "2: ann@x.com", "3: bob@x.com"]),
        ("12,40\n13,41", &["1: SeveralColumns", "2: SeveralColumns"]),
        (
            "a@x.com;b@x.com\nc@x.com\nd@x.com\ne@x.com\nf@x.com",
            &["1: SeveralColumns", "2: c@x.com", "3: d@x.com", "4: e@x.com", "5: f@x.com"],
        ),
        ("12, 13; 14 15", &["1: 12", "1: 13", "1: 14", "1: 15"]),
        ("a@x.com; b@x.com;c@x.com;", &["1: a@x.com", "1: b@x.com", "1: c@x.com"]),
        ("Id,Note\r\n5,\"two\r\nlines \"\"quoted\"\"\"\r\n6,x\r\n", &["2: 5", "4: 6"]),
        ("5\n5\nA@x.com\na@X.com\n005", &["1: 5", "2: 5 = 0", "3: A@x.com", "4: a@X.com = 2", "5: 5 = 0"]),
        ("", &[]),
    ] {
        let list = read(text);
        assert_eq!(short(&list), entries, "{text:?}");
    }
    let table = read("Id,Name\n\n5,Ann\n");
    assert_eq!((table.heading.as_deref(), table.empty), (Some("Id,Name"), 1));
    assert_eq!(table.entries[0].text, "5,Ann", "as written");
}

#[test]
fn a_quote_that_nobody_closes_costs_its_own_line() {
    let list = read("Email,Name\na@x.com,\"Ann\nb@x.com,Bob\nc@x.com,Cid");
    assert_eq!(short(&list), ["2: a@x.com", "3: b@x.com", "4: c@x.com"]);
    let long = format!("1,\"open\n{}", "2,b\n".repeat(LONGEST_QUOTED / 4 + 10));
    let list = read(&format!("Id,Name\n{long}"));
    assert_eq!(list.entries.len(), 1 + LONGEST_QUOTED / 4 + 10);
}

#[test]
fn bytes_become_text() {
    let text = "Name;Email\nZoë;zoe@x.com\n";
    let utf16 = |unit: fn(u16) -> [u8; 2], mark: bool| -> Vec<u8> {
        let units = mark.then_some(0xFEFF).into_iter().chain(text.encode_utf16());
        units.flat_map(unit).collect()
    };
    for (bytes, encoding) in [
        (text.as_bytes().to_vec(), Encoding::Utf8),
        ([b"\xEF\xBB\xBF", text.as_bytes()].concat(), Encoding::Utf8),
        (utf16(u16::to_le_bytes, true), Encoding::Utf16Le),
        (utf16(u16::to_be_bytes, true), Encoding::Utf16Be),
        (utf16(u16::to_le_bytes, false), Encoding::Utf16Le),
        (utf16(u16::to_be_bytes, false), Encoding::Utf16Be),
        (b"Name;Email\nZo\xEB;zoe@x.com\n".to_vec(), Encoding::Windows1252),
    ] {
        let list = read_bytes(&bytes).unwrap();
        assert_eq!(list.encoding, encoding);
        assert_eq!((short(&list), list.entries[0].text.as_str()), (vec!["2: zoe@x.com".into()], "Zoë;zoe@x.com"));
    }
    // Not UTF-8 after all, and found out late: nothing is there twice.
    let late = [b"1\n".repeat(9_000), b"\x80".to_vec()].concat();
    let list = read_bytes(&late).unwrap();
    assert_eq!(
        (list.entries.len(), list.encoding, list.entries[9_000].text.as_str()),
        (9_001, Encoding::Windows1252, "€")
    );
}

#[test]
fn characters_that_lie_across_slices_stay_whole() {
    let text = format!("x{}", "é€😀\n".repeat(15_000));
    let units: Vec<u8> = [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    for bytes in [text.clone().into_bytes(), units] {
        let list = read_bytes(&bytes).unwrap();
        assert_eq!(list.entries.len(), 15_000);
        assert!(list.entries[1..].iter().all(|entry| entry.text == "é€😀"));
    }
}

#[test]
fn what_is_no_list_is_refused_and_says_what_it_is() {
    for (bytes, why) in [
        (&b"PK\x03\x04rest"[..], Unusable::Workbook),
        (b"\xD0\xCF\x11\xE0rest", Unusable::Workbook),
        (b"%PDF-1.7", Unusable::Binary),
        (b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", Unusable::Binary),
        (b"\x1F\x8B\x08\x01\x02\x03\x04\x05\x06\x07", Unusable::Binary),
    ] {
        assert_eq!(read_bytes(bytes), Err(why), "{bytes:?}");
    }
    assert_eq!(check_size(50 << 20), Err(Unusable::TooLarge(50 << 20)));
    assert_eq!(Reader::of_bytes(vec![b'1'; MOST_BYTES + 1]).err(), Some(Unusable::TooLarge(MOST_BYTES + 1)));
    assert!(read_to_end(Reader::of_text(&"1\n".repeat(MOST_LINES)).unwrap()).is_ok());
    assert_eq!(
        read_to_end(Reader::of_text(&"1\n".repeat(MOST_LINES + 1)).unwrap()).err(),
        Some(Unusable::TooManyLines)
    );
}

#[test]
fn a_step_is_short_however_long_the_list() {
    let text: String = (0..MOST_LINES).map(|n| format!("{n};person{n}@example.com;\"Name, {n}\"\n")).collect();
    let mut reader = Reader::of_text(&text).unwrap();
    let mut longest = std::time::Duration::ZERO;
    let mut steps = 0;
    loop {
        let began = std::time::Instant::now();
        let progress = reader.step().unwrap();
        longest = longest.max(began.elapsed());
        steps += 1;
        if progress == Progress::Done {
            break;
        }
    }
    assert_eq!(reader.finish().entries.len(), MOST_LINES);
    assert!(steps > 50, "{steps} steps");
    // Generous, because this is a debug build on a busy machine; released code takes about a thirtieth.
    assert!(longest < std::time::Duration::from_millis(250), "{longest:?}");
}

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

fn physical_lines(text: &str) -> Vec<String> {
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

    #[test]
    fn no_line_is_lost(lines in prop::collection::vec("(Id|Email|[0-9]{1,3}|[a-c]@x|[a-c,;\t\" ]{0,8}|[0-9],[a-c]@x)", 0..40), seed: u8) {
        let text = lines.join(["\n", "\r\n", "\r"][usize::from(seed % 3)]);
        let list = read(&text);
        let mut said: Vec<String> = list.heading.iter().flat_map(|text| physical_lines(text)).collect();
        let sideways = list.entries.len() > 1 && list.entries.iter().all(|entry| entry.line == list.entries[0].line);
        if !sideways {
            said.extend(list.entries.iter().flat_map(|entry| physical_lines(&entry.text)));
            let says = |line: &String| line.chars().any(|char| !char.is_whitespace() && !",;\"\t".contains(char));
            let all: Vec<String> = physical_lines(&text).into_iter().filter(says).collect();
            said.retain(says);
            prop_assert_eq!(said, all);
        }
        for entry in &list.entries {
            if let Some(first) = entry.twice {
                prop_assert!(list.entries[first].twice.is_none(), "points at the first");
            }
        }
    }

    #[test]
    fn bytes_of_any_kind_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), texty in any::<bool>()) {
        let bytes: Vec<u8> = if texty { bytes.into_iter().map(|byte| byte | 0x20).collect() } else { bytes };
        let _ = read_bytes(&bytes);
    }
}
