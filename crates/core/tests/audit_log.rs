//! The log of reminders as a table.
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing)]

use nexudus_api::{ApiError, Page, ReminderAudit, parse_date_time};
use nexudus_core::audit_log::{AuditLog, Column, Compare, DateProblem, End, Filter, Request, Span, State, Typed, Who};

const COMPARE: Compare = Compare {
    contains: |text, wanted| text.to_lowercase().contains(&wanted.to_lowercase()),
    order: |a, b| a.to_lowercase().cmp(&b.to_lowercase()),
};

fn entry(id: i64, name: &str, at: &str) -> ReminderAudit {
    ReminderAudit {
        id,
        coworker_id: 100 + id,
        coworker_full_name: name.to_owned(),
        reminder_id: 3,
        reminder_name: "Renewal".into(),
        created_on: parse_date_time(at),
        updated_by: "staff@example.com".into(),
    }
}

fn page(records: &[ReminderAudit], total_items: i64, has_next: bool) -> Result<Page<ReminderAudit>, ApiError> {
    Ok(Page { records: records.to_vec(), page: 1, total_items, has_next })
}

fn old() -> ReminderAudit {
    entry(1, "ada", "2025-01-01T10:00:00Z")
}

fn new() -> ReminderAudit {
    entry(2, "Bob", "2025-01-02T10:00:00Z")
}

fn ids(log: &AuditLog) -> Vec<i64> {
    log.rows().iter().map(|entry| entry.id).collect()
}

fn filtered(log: &mut AuditLog, typed: &Typed) -> Request {
    log.filter(Filter::read(typed, |_| 0).unwrap())
}

#[test]
fn it_begins_with_the_newest_of_all() {
    let mut log = AuditLog::new(COMPARE);
    assert_eq!(log.state(), &State::Closed);
    let asked = log.load();
    assert_eq!(asked.query, "?page=1&size=25&orderBy=CreatedOn&dir=-1");
    assert_eq!(log.took(&asked, page(&[new(), old()], 312, true)), None);
    assert_eq!((ids(&log), log.state()), (vec![2, 1], &State::Shown));
    assert_eq!(log.span(), Some(Span { first: 1, last: 2, total: 312 }));
    assert!(log.is_sorted() && log.has_next() && !log.has_previous());
}

#[test]
fn what_comes_backwards_is_asked_for_in_each_spelling_once_and_sorted_here() {
    let mut log = AuditLog::new(COMPARE);
    let mut asked = log.load();
    for dir in ["dir=1", "dir=descending"] {
        asked = log.took(&asked, page(&[old(), new()], 50, true)).unwrap();
        assert!(asked.query.ends_with(dir), "{}", asked.query);
    }
    assert_eq!(log.took(&asked, page(&[old(), new()], 50, true)), None);
    assert_eq!(ids(&log), [2, 1]);
    assert!(!log.is_sorted(), "the order is this page's own");
}

#[test]
fn what_was_learnt_of_dir_holds_for_every_column_and_both_ways() {
    let mut log = AuditLog::new(COMPARE);
    let asked = log.load();
    let again = log.took(&asked, page(&[old(), new()], 50, true)).unwrap();
    log.took(&again, page(&[new(), old()], 50, true));
    assert!(log.sort_by(Column::When).query.ends_with("orderBy=CreatedOn&dir=0"));
    assert!(log.sort_by(Column::Customer).query.ends_with("orderBy=CoworkerFullName&dir=0"));
    let asked = log.sort_by(Column::Customer);
    assert!(asked.query.ends_with("orderBy=CoworkerFullName&dir=1"));
    assert_eq!(log.took(&asked, page(&[new(), old()], 50, true)), None);
    assert_eq!(ids(&log), [2, 1], "Bob before ada, whatever their case");
    assert!(log.sort().descending);
    let order = |column| AuditLog::new(COMPARE).sort_by(column).query;
    assert!(order(Column::Reminder).ends_with("orderBy=ReminderName&dir=1"));
    assert!(order(Column::By).ends_with("orderBy=UpdatedBy&dir=1"));
}

#[test]
fn a_whole_list_is_sorted_here_without_asking_again() {
    let mut log = AuditLog::new(COMPARE);
    let asked = log.load();
    assert_eq!(log.took(&asked, page(&[old(), new()], 2, false)), None);
    assert_eq!(ids(&log), [2, 1]);
    assert!(log.is_sorted());
}

#[test]
fn an_order_of_the_services_own_is_said() {
    let mut log = AuditLog::new(COMPARE);
    let asked = log.sort_by(Column::Customer);
    let mixed = [entry(1, "Bob", ""), entry(2, "Ada", ""), entry(3, "Cid", "")];
    assert_eq!(log.took(&asked, page(&mixed, 50, true)), None);
    assert_eq!(ids(&log), [2, 1, 3]);
    assert!(!log.is_sorted());
}

#[test]
fn filters_are_sent_by_number_or_name_and_as_local_days() {
    let mut log = AuditLog::new(COMPARE);
    let typed = Typed {
        customer: Who::of(" 7 "),
        reminder: Who::of("Renewal & more"),
        from: "2025-01-01".into(),
        to: "2025-01-02".into(),
    };
    let filter = Filter::read(&typed, |_| 3_600_000).unwrap();
    let query = log.filter(filter).query;
    assert_eq!(
        query,
        "?page=1&size=25&CoworkerReminderAudit_Coworker=7&CoworkerReminderAudit_Reminder_Name=Renewal%20%26%20more\
         &from_CoworkerReminderAudit_CreatedOn=2024-12-31T23%3A00&to_CoworkerReminderAudit_CreatedOn=2025-01-02T23%3A00\
         &orderBy=CreatedOn&dir=-1"
    );
    assert!(log.is_filtered());
    let by_name = Typed { customer: Who::of("Ada"), reminder: Who::of("3"), ..Typed::default() };
    let query = filtered(&mut log, &by_name).query;
    assert!(
        query.contains("&CoworkerReminderAudit_Coworker_FullName=Ada&CoworkerReminderAudit_Reminder=3&"),
        "{query}"
    );
    filtered(&mut log, &Typed::default());
    assert!(!log.is_filtered());
}

#[test]
fn a_day_begins_at_its_own_midnight_when_the_clocks_change() {
    // Ahead by two hours until 2025-10-26T01:00Z, by one from then on.
    let zone = |at| if at < 1_761_440_400_000 { 7_200_000 } else { 3_600_000 };
    let day = |day: &str| Typed { from: day.into(), to: day.into(), ..Typed::default() };
    let query = |text: &str| AuditLog::new(COMPARE).filter(Filter::read(&day(text), zone).unwrap()).query;
    let spans = |text: &str, from: &str, to: &str| {
        let query = query(text);
        assert!(query.contains(&format!("from_CoworkerReminderAudit_CreatedOn={from}&")), "{query}");
        assert!(query.contains(&format!("to_CoworkerReminderAudit_CreatedOn={to}&")), "{query}");
    };
    spans("2025-10-25", "2025-10-24T22%3A00", "2025-10-25T22%3A00");
    spans("2025-10-26", "2025-10-25T22%3A00", "2025-10-26T23%3A00");
    spans("2025-10-27", "2025-10-26T23%3A00", "2025-10-27T23%3A00");
}

#[test]
fn days_that_are_none_are_problems() {
    let read = |from: &str, to: &str| {
        Filter::read(&Typed { from: from.into(), to: to.into(), ..Typed::default() }, |_| 0).err()
    };
    assert_eq!(read("2025-02-30", ""), Some(DateProblem::NoDate(End::From)));
    assert_eq!(read("", "yesterday"), Some(DateProblem::NoDate(End::To)));
    assert_eq!(read("2025-01-02", "2025-01-01"), Some(DateProblem::Backwards));
    assert_eq!(read("2025-01-02", "2025-01-02"), None);
}

#[test]
fn what_does_not_fit_is_left_out_and_counted() {
    let mut log = AuditLog::new(COMPARE);
    let day = Typed { from: "2025-01-02".into(), to: "2025-01-02".into(), ..Typed::default() };
    let late = entry(3, "Cid", "2025-01-03T00:00:00Z");
    for (typed, left) in [
        (Typed { customer: Who::of("ADA"), ..Typed::default() }, vec![1]),
        (Typed { customer: Who::of("102"), ..Typed::default() }, vec![2]),
        (Typed { reminder: Who::of("4"), ..Typed::default() }, vec![]),
        (day, vec![2]),
    ] {
        let asked = filtered(&mut log, &typed);
        assert_eq!(log.took(&asked, page(&[late.clone(), new(), old()], 3, false)), None);
        assert_eq!(ids(&log), left, "{typed:?}");
        assert_eq!((log.left_out(), log.span()), (3 - left.len(), None), "{typed:?}");
    }
    let nameless = ReminderAudit { coworker_full_name: String::new(), created_on: None, ..old() };
    let typed = Typed { customer: Who::of("Ada"), from: "2025-01-02".into(), ..Typed::default() };
    let asked = filtered(&mut log, &typed);
    log.took(&asked, page(&[nameless], 1, false));
    assert_eq!((ids(&log), log.left_out()), (vec![1], 0), "what cannot be compared is taken on trust");
}

#[test]
fn pages_turn_as_far_as_there_are_any() {
    let mut log = AuditLog::new(COMPARE);
    let asked = log.load();
    log.took(&asked, page(&[new(), old()], 27, true));
    assert_eq!(log.turn(false), None);
    let asked = log.turn(true).unwrap();
    assert!(asked.query.starts_with("?page=2&"));
    assert_eq!(ids(&log), [2, 1], "the rows stay until others are there");
    log.took(&asked, page(&[new(), old()], 27, false));
    assert_eq!(log.span(), Some(Span { first: 26, last: 27, total: 27 }));
    assert_eq!(log.turn(true), None);
    assert!(log.sort_by(Column::When).query.starts_with("?page=1&"));
}

#[test]
fn a_page_that_has_gone_leads_to_the_last_there_is() {
    let mut log = AuditLog::new(COMPARE);
    let asked = log.load();
    log.took(&asked, page(&[new()], 60, true));
    let asked = log.turn(true).unwrap();
    log.took(&asked, page(&[new()], 60, true));
    let asked = log.turn(true).unwrap();
    let asked = log.took(&asked, page(&[], 3, false)).unwrap();
    assert!(asked.query.starts_with("?page=1&"));
    assert_eq!(log.took(&asked, page(&[], 0, false)), None, "and an empty first page is the end of it");
    assert_eq!(log.span(), None);
}

#[test]
fn answers_to_anything_but_the_latest_question_are_dropped() {
    let mut log = AuditLog::new(COMPARE);
    let first = log.load();
    let second = log.sort_by(Column::By);
    assert_eq!(log.took(&first, page(&[old()], 1, false)), None);
    assert_eq!((ids(&log), log.state()), (vec![], &State::Loading));
    log.took(&second, page(&[new()], 1, false));
    assert_eq!(ids(&log), [2]);
    let third = log.load();
    log.close();
    log.took(&third, page(&[old()], 1, false));
    assert_eq!((ids(&log), log.state()), (vec![], &State::Closed));
}

#[test]
fn a_failure_takes_the_rows_and_another_load_brings_them_back() {
    let mut log = AuditLog::new(COMPARE);
    let asked = log.load();
    log.took(&asked, page(&[old()], 1, false));
    let asked = log.load();
    log.took(&asked, Err(ApiError::Offline));
    assert_eq!((ids(&log), log.state()), (vec![], &State::Failed(ApiError::Offline)));
    let asked = log.load();
    log.took(&asked, page(&[old()], 1, false));
    assert_eq!((ids(&log), log.state()), (vec![1], &State::Shown));
}

#[test]
fn the_csv_has_what_is_shown_and_no_formulas() {
    let mut log = AuditLog::new(COMPARE);
    let asked = filtered(&mut log, &Typed { customer: Who::of("x"), ..Typed::default() });
    let evil = entry(2, "=X(\"y\")", "2025-01-02T10:30:59Z");
    let timeless = ReminderAudit { created_on: None, ..entry(3, "Max, the first", "") };
    log.took(&asked, page(&[evil, old(), timeless], 3, false));
    assert_eq!(
        log.csv(),
        "\u{FEFF}CustomerId,Customer,ReminderId,Reminder,CreatedOn,RecordedBy,EntryId\r\n\
         102,\"'=X(\"\"y\"\")\",3,Renewal,2025-01-02T10:30Z,staff@example.com,2\r\n\
         103,\"Max, the first\",3,Renewal,,staff@example.com,3\r\n"
    );
}
