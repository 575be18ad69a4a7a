//! What is shown, and what of it the service has left undone.

use nexudus_api::ReminderAudit;
use nexudus_core::audit_log::{AuditLog, DateProblem, End, Filter, Typed, Who};

use crate::entries::{COMPARE, entry, filtered, ids, new, old, page};

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
