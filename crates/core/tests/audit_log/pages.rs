//! Pages that come, go and fail, and what is saved of them.

use nexudus_api::{ApiError, ReminderAudit};
use nexudus_core::audit_log::{AuditLog, Column, Span, State, Typed, Who};

use crate::entries::{COMPARE, entry, filtered, ids, new, old, page};

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
