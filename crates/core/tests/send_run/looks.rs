//! Who is looked at, and where: before the send, at the end, and again.

use nexudus_api::{ApiError, Page};
use nexudus_core::send_run::{About, Answer, Cause, Checked, State, Step};

use crate::scene::{BOTH, Desk, Kind, LOST, entry, record, refusal};

#[test]
fn look_send_and_one_look_at_the_list_for_all() {
    let mut desk = Desk::with(Kind::Notification, 3);
    assert_eq!(desk.look(vec![record(1, 9)]), Some(1), "somebody else's does not count");
    assert_eq!(desk.send(Ok(Some(11))), 1);
    assert_eq!(desk.look(vec![record(5, 2)]), Some(2));
    assert_eq!(desk.look(vec![]), Some(3));
    assert_eq!(desk.send(Ok(None)), 3);
    assert_eq!(
        desk.look(vec![record(14, 3), record(12, 1), record(11, 1), record(13, 3)]),
        None,
        "everybody's at once"
    );
    for id in [12, 14] {
        assert_eq!(desk.step(), Step::Dismiss(id));
        desk.answer(Answer::Dismissed(Ok(())));
    }
    assert_eq!(desk.step(), Step::Done);
    assert_eq!(
        (desk.state(0), desk.state(1), desk.state(2)),
        (&State::Sent(Some(11)), &State::Skipped(vec![5]), &State::Sent(Some(13)))
    );
    assert_eq!(desk.run.slots()[0].copies().dismissed, [12]);
    desk.reload();
    assert_eq!(desk.step(), Step::Done, "and stays so");
}

#[test]
fn who_is_not_on_the_list_is_looked_at_singly() {
    let mut desk = Desk::with(Kind::Notification, 2);
    for id in [11, 12] {
        desk.look(vec![]);
        desk.send(Ok(Some(id)));
    }
    assert_eq!(desk.look(vec![record(11, 1)]), None);
    assert_eq!(desk.look(vec![record(12, 2), record(15, 2)]), Some(2));
    assert_eq!(desk.step(), Step::Dismiss(15));
    desk.answer(Answer::Dismissed(Err(ApiError::NotPermitted)));
    assert_eq!(desk.step(), Step::Done);
    assert_eq!(desk.run.slots()[1].copies().left, [15]);
}

#[test]
fn a_reminder_looks_in_its_log_and_tells_of_copies_that_nothing_takes_away() {
    let mut desk = Desk::with(Kind::Reminder, 3);
    let Step::Look(look) = desk.step() else { panic!("a look was due") };
    assert_eq!(look.about, About::Reminder(7));
    assert!(look.query().contains("&CoworkerReminderAudit_Reminder=7&CoworkerReminderAudit_Coworker=1"), "{look:?}");
    desk.answer(Answer::Page(Ok(Page::whole(vec![]))));
    assert_eq!(
        desk.run.next(desk.now, &mut desk.pace),
        Step::Wait(100),
        "another list's answer is not what was asked for"
    );
    let mut other = entry((1, 1));
    other.reminder_id = 8;
    desk.answer(Answer::Audits(Ok(Page::whole(vec![other]))));
    assert_eq!(desk.send(Ok(Some(11))), 1, "another reminder does not count");
    assert_eq!(desk.look(vec![record(2, 2)]), Some(2));
    assert_eq!(desk.look(vec![]), Some(3));
    assert_eq!(desk.send(Ok(Some(14))), 3);
    assert_eq!(desk.look(vec![record(11, 1), record(14, 3), record(13, 3), record(15, 3)]), None);
    assert_eq!(desk.step(), Step::Done);
    assert_eq!((desk.state(1), desk.state(2)), (&State::Skipped(vec![2]), &State::Sent(Some(13))));
    assert_eq!(desk.run.slots()[2].copies().left, [14, 15]);
    let report = desk.run.report();
    assert!(report.starts_with("\u{FEFF}CustomerId,Name,Email,Outcome,EntryId,Reason\r\n"), "{report}");
    assert!(report.ends_with("3,N3,,sent,13,copies-left 14 15\r\n"), "{report}");
    desk.reload();
    assert_eq!(desk.run.draft(), &Kind::Reminder.draft());
    assert_eq!(desk.step(), Step::Done);
}

#[test]
fn a_look_that_is_refused_keeps_from_sending_and_leaves_a_doubt_open() {
    for kind in BOTH {
        let mut desk = Desk::with(kind, 2);
        let Step::Look(_) = desk.step() else { panic!("a look was due") };
        desk.answer(kind.no_page(refusal()));
        assert!(matches!(desk.state(0), State::Refused(reason) if reason.cause == Cause::CannotLook));
        desk.look(vec![]);
        desk.send(Err(LOST));
        let Step::Look(_) = desk.step() else { panic!("a look was due") };
        desk.answer(kind.no_page(refusal()));
        assert_eq!(desk.step(), Step::Done);
        assert!(matches!(desk.state(1), State::Unknown(_)));
        desk.run.retry(&[2]);
        desk.look(vec![record(8, 2)]);
        assert_eq!(desk.state(1), &State::Sent(Some(8)));
        let Step::Look(_) = desk.step() else { panic!("the list was due") };
        desk.answer(kind.no_page(refusal()));
        let Step::Look(_) = desk.step() else { panic!("a single look was due") };
        desk.answer(kind.no_page(refusal()));
        assert_eq!(desk.step(), Step::Done);
        assert_eq!(desk.run.slots()[1].checked(), Checked::Failed);
        assert!(desk.run.report().contains("not-checked-for-copies"));
        assert_eq!(desk.run.retry(&[2]), 1);
        desk.look(vec![record(8, 2)]);
        assert_eq!(desk.step(), Step::Done);
        assert_eq!(desk.run.slots()[1].checked(), Checked::Done);
    }
}
