//! Which way round the service sorts, and what is made of it.

use nexudus_core::audit_log::{AuditLog, Column};

use crate::entries::{COMPARE, entry, ids, new, old, page};

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
fn a_column_that_the_service_sorts_by_rules_of_its_own_teaches_nothing_about_the_others() {
    let mut log = AuditLog::new(COMPARE);
    let asked = log.load();
    log.took(&asked, page(&[new(), old()], 50, true));
    let asked = log.sort_by(Column::Customer);
    // Ada, then Bob, as the browser would have it; the service has them the other way round.
    assert_eq!(log.took(&asked, page(&[entry(1, "Bob", ""), entry(2, "Ada", "")], 50, true)), None);
    assert_eq!(ids(&log), [2, 1]);
    assert!(!log.is_sorted());
    assert!(log.sort_by(Column::When).query.ends_with("orderBy=CreatedOn&dir=-1"), "as it was");
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
