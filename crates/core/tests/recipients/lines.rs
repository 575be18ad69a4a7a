//! Lines and columns, and what is read in them. None is lost.

use nexudus_core::{
    csv::LONGEST_QUOTED,
    recipients::{MOST_LINES, Progress, Reader},
};
use proptest::prelude::*;

use crate::{
    csv::physical_lines,
    reading::{read, short},
};

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

proptest! {
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
}
