//! The rules of a send run one by one; `send_run_life.rs` plays them together.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use nexudus_api::{
    ApiError, Created, FieldError, NewNotification, Notification, NotificationType, Page, ReminderAudit,
};
use nexudus_core::{
    pace::{Limits, Pace},
    recipients::{Progress, Reader},
    send_run::{
        About, Answer, Cause, Checked, Corrupt, Draft, MOST_DOUBTS, New, Recipient, SETTLE, SendRun, State, Step, Stop,
    },
};
use proptest::prelude::*;

const LOST: ApiError = ApiError::Offline;

fn draft() -> NewNotification {
    NewNotification {
        coworker_id: 0,
        message: "Hi".into(),
        kind: NotificationType::Blog,
        entity_id: 7,
        is_dismissed: false,
    }
}

/// What a run sends; the rules are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Notification,
    Reminder,
}

const BOTH: [Kind; 2] = [Kind::Notification, Kind::Reminder];

impl Kind {
    fn draft(self) -> Draft {
        match self {
            Self::Notification => draft().into(),
            Self::Reminder => Draft::Reminder { reminder_id: 7, name: "Renewal".into() },
        }
    }

    /// A page of the draft's own list, with these on it.
    fn page(self, records: Vec<Same>) -> Answer {
        match self {
            Self::Notification => Answer::Page(Ok(Page::whole(records.into_iter().map(notification).collect()))),
            Self::Reminder => Answer::Audits(Ok(Page::whole(records.into_iter().map(entry).collect()))),
        }
    }

    fn no_page(self, error: ApiError) -> Answer {
        match self {
            Self::Notification => Answer::Page(Err(error)),
            Self::Reminder => Answer::Audits(Err(error)),
        }
    }
}

/// One that says the same, and whose it is.
type Same = (i64, i64);

fn record(id: i64, customer: i64) -> Same {
    (id, customer)
}

fn notification((id, customer): Same) -> Notification {
    Notification {
        id,
        coworker_id: Some(customer),
        message: "Hi".into(),
        kind: NotificationType::Blog,
        entity_id: 7,
        is_dismissed: false,
        created_on: None,
    }
}

fn entry((id, customer): Same) -> ReminderAudit {
    ReminderAudit {
        id,
        coworker_id: customer,
        coworker_full_name: String::new(),
        reminder_id: 7,
        reminder_name: String::new(),
        created_on: None,
        updated_by: String::new(),
    }
}

/// A run with a clock, its pace, and what it has asked for.
struct Desk {
    kind: Kind,
    run: SendRun,
    pace: Pace,
    now: i64,
    stored: String,
}

impl Desk {
    fn with(kind: Kind, count: i64) -> Self {
        let recipient = |customer| Recipient { customer, name: format!("N{customer}"), email: String::new() };
        Self::of(kind, (1..=count).map(recipient).collect())
    }

    fn of(kind: Kind, recipients: Vec<Recipient>) -> Self {
        let run = SendRun::new(0, kind.draft(), recipients).unwrap();
        Self { kind, run, pace: Pace::new(Limits::default()), now: 0, stored: String::new() }
    }

    /// The next step that is neither a wait nor a save; both are carried out.
    fn step(&mut self) -> Step {
        for _ in 0..10_000 {
            match self.run.next(self.now, &mut self.pace) {
                Step::Wait(ms) => self.now += ms,
                Step::Save(text) => {
                    self.stored = text;
                    self.answer(Answer::Saved(true));
                }
                step => return step,
            }
        }
        panic!("it waits for ever")
    }

    fn answer(&mut self, answer: Answer) {
        self.run.answered(self.now, 0.0, &mut self.pace, answer);
    }

    /// Expects a look, answers it with these, and returns whose it was.
    fn look(&mut self, records: Vec<Same>) -> Option<i64> {
        let Step::Look(look) = self.step() else { panic!("a look was due: {:?}", self.run.slots()) };
        self.answer(self.kind.page(records));
        look.customer
    }

    fn send(&mut self, answer: Result<Option<i64>, ApiError>) -> i64 {
        let Step::Send(new) = self.step() else { panic!("a send was due: {:?}", self.run.slots()) };
        self.answer(Answer::Created(answer.map(|id| Created { id })));
        match (self.kind, &new) {
            (Kind::Notification, New::Notification(new)) => assert_eq!(new.message, "Hi"),
            (Kind::Reminder, New::Reminder(pair)) => assert_eq!(pair.reminder_id, 7),
            other => panic!("{other:?}"),
        }
        new.coworker_id()
    }

    fn state(&self, index: usize) -> &State {
        self.run.slots()[index].state()
    }

    fn reload(&mut self) {
        self.run = SendRun::from_text(&self.stored).unwrap();
    }
}

fn refusal() -> ApiError {
    let field = FieldError { property: "Entity".into(), message: "is unknown".into() };
    ApiError::Invalid { message: "Entity: is unknown".into(), fields: vec![field] }
}

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
fn a_lost_answer_is_looked_for_when_it_can_no_longer_be_under_way() {
    for kind in BOTH {
        for (after, state) in
            [(vec![record(3, 1), record(8, 1)], State::Sent(Some(8))), (vec![record(3, 1)], State::Sending)]
        {
            let mut desk = Desk::with(kind, 1);
            desk.look(vec![record(3, 1)]);
            desk.run.retry(&[1]);
            desk.look(vec![record(3, 1)]);
            desk.send(Err(LOST));
            let lost_at = desk.now;
            desk.look(after);
            assert!(desk.now - lost_at >= SETTLE);
            if state == State::Sending {
                assert_eq!(desk.send(Ok(Some(9))), 1, "it is not there, so it is sent again");
            } else {
                assert_eq!(desk.state(0), &state);
            }
        }
    }
}

#[test]
fn an_answer_from_the_service_itself_needs_no_settling() {
    for kind in BOTH {
        let mut desk = Desk::with(kind, 1);
        desk.look(vec![]);
        desk.send(Err(ApiError::Server { status: 500, message: "Ooops!".into() }));
        let lost_at = desk.now;
        desk.look(vec![]);
        assert!(desk.now - lost_at < SETTLE);
    }
}

#[test]
fn the_page_may_close_at_any_step_of_a_send() {
    for kind in BOTH {
        let mut desk = Desk::with(kind, 1);
        desk.look(vec![record(3, 2)]);
        let Step::Send(_) = desk.step() else { panic!("a send was due") };
        desk.reload();
        assert!(matches!(desk.state(0), State::InDoubt(_)));
        desk.look(vec![record(20, 1)]);
        assert_eq!(desk.state(0), &State::Sent(Some(20)), "it had arrived");
    }
}

#[test]
fn after_three_lost_sends_that_never_arrived_it_is_given_up_and_can_be_tried_again() {
    for kind in BOTH {
        let mut desk = Desk::with(kind, 1);
        for _ in 0..3 {
            desk.look(vec![]);
            desk.send(Err(LOST));
        }
        desk.look(vec![]);
        assert_eq!(desk.step(), Step::Done);
        assert!(matches!(desk.state(0), State::Refused(reason) if reason.cause == Cause::NotArrived));
        assert_eq!(desk.run.retry(&[1, 2]), 1);
        desk.look(vec![record(30, 1)]);
        assert_eq!(desk.state(0), &State::Sent(Some(30)), "one of the three came very late");
    }
}

#[test]
fn few_are_in_doubt_at_a_time() {
    for kind in BOTH {
        let mut desk = Desk::with(kind, 10);
        for customer in 1..=3 {
            assert_eq!(desk.look(vec![]), Some(customer));
            desk.send(Err(LOST));
        }
        assert_eq!(MOST_DOUBTS, 3);
        let before = desk.now;
        assert_eq!(desk.look(vec![record(9, 1)]), Some(1), "then the doubts first");
        assert!(desk.now - before > SETTLE / 2);
    }
}

#[test]
fn throttled_and_signed_out_sends_did_not_happen() {
    for kind in BOTH {
        let mut desk = Desk::with(kind, 1);
        desk.look(vec![]);
        desk.send(Err(ApiError::Throttled { wait: Some(30_000) }));
        let told_at = desk.now;
        assert_eq!(desk.state(0), &State::Waiting);
        desk.look(vec![]);
        assert!(desk.now - told_at >= 30_000);
        desk.send(Err(ApiError::NotSignedIn));
        assert_eq!(desk.step(), Step::Stopped(Stop::SignIn));
        desk.run.signed_in();
        assert_eq!(desk.look(vec![record(40, 1)]), Some(1), "looked at anew: it has been a while");
        assert_eq!(desk.state(0), &State::Skipped(vec![40]));
    }
}

#[test]
fn refusals_carry_their_reason_and_five_in_a_row_stop_the_run() {
    for kind in BOTH {
        let mut desk = Desk::with(kind, 7);
        for _ in 0..5 {
            desk.look(vec![]);
            desk.send(Err(refusal()));
        }
        let Step::Stopped(Stop::Refusals(reason)) = desk.step() else { panic!("it goes on") };
        assert_eq!((reason.cause, reason.detail.as_str()), (Cause::Invalid, "Entity: is unknown"));
        desk.run.resume();
        desk.look(vec![]);
        desk.send(Err(ApiError::NotPermitted));
        assert!(matches!(desk.step(), Step::Stopped(Stop::Refusals(_))), "this one at once");
        desk.reload();
        assert_eq!(desk.step(), Step::Stopped(Stop::Paused), "and nothing goes on by itself");
    }
}

#[test]
fn who_may_not_look_does_not_send_and_who_cannot_store_neither() {
    for kind in BOTH {
        let mut desk = Desk::with(kind, 1);
        let Step::Look(_) = desk.step() else { panic!("a look was due") };
        desk.answer(kind.no_page(ApiError::NotPermitted));
        assert_eq!(desk.step(), Step::Stopped(Stop::MayNotLook));

        let mut desk = Desk::with(kind, 1);
        desk.look(vec![]);
        let mut saves = 0;
        loop {
            match desk.run.next(desk.now, &mut desk.pace) {
                Step::Wait(ms) => desk.now += ms,
                Step::Save(_) => {
                    saves += 1;
                    desk.answer(Answer::Saved(false));
                }
                step => {
                    assert_eq!((step, saves), (Step::Stopped(Stop::NotStored), 1));
                    break;
                }
            }
        }
        assert_eq!(desk.state(0), &State::Waiting);
    }
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

#[test]
fn a_cancel_is_stored_first_and_settles_doubts_without_sending() {
    for kind in BOTH {
        let mut desk = Desk::with(kind, 4);
        desk.look(vec![]);
        desk.send(Err(LOST));
        desk.look(vec![]);
        desk.send(Ok(Some(12)));
        desk.run.cancel();
        assert!(matches!(desk.run.next(desk.now, &mut desk.pace), Step::Save(_)));
        desk.answer(Answer::Saved(true));
        assert_eq!(desk.look(vec![]), Some(1));
        assert_eq!(desk.look(vec![record(12, 2)]), None);
        assert_eq!(desk.step(), Step::Done);
        let outcomes: Vec<_> = desk.run.slots().iter().map(|slot| slot.outcome()).collect();
        assert_eq!(outcomes, ["not-sent", "sent", "not-sent", "not-sent"]);
    }
}

#[test]
fn a_pause_is_stored_and_takes_back_what_has_not_gone_out() {
    for kind in BOTH {
        let mut desk = Desk::with(kind, 1);
        desk.look(vec![]);
        while !matches!(desk.run.next(desk.now, &mut desk.pace), Step::Save(_)) {
            desk.now += 100;
        }
        desk.run.pause();
        desk.answer(Answer::Saved(true));
        assert_eq!(desk.step(), Step::Stopped(Stop::Paused));
        assert_eq!(desk.state(0), &State::Waiting);
        desk.reload();
        assert_eq!((desk.step(), desk.state(0)), (Step::Stopped(Stop::Paused), &State::Waiting));
        desk.run.resume();
        desk.look(vec![]);
        assert_eq!(desk.send(Ok(Some(1))), 1);
    }
}

#[test]
fn a_run_takes_the_time_it_promises_and_counts_the_day() {
    for kind in BOTH {
        let mut desk = Desk::with(kind, 300);
        let promised = desk.run.progress(0, &mut desk.pace);
        assert_eq!((promised.total, promised.writes_left), (300, 300));
        let mut sent = vec![];
        loop {
            match desk.step() {
                Step::Look(look) => {
                    let all = || sent.iter().map(|customer| record(1_000 + customer, *customer));
                    let records = look
                        .customer
                        .map_or_else(|| all().collect(), |c| all().filter(|(_, whose)| *whose == c).collect());
                    desk.answer(kind.page(records));
                }
                Step::Send(new) => {
                    sent.push(new.coworker_id());
                    desk.answer(Answer::Created(Ok(Created { id: Some(1_000 + new.coworker_id()) })));
                }
                Step::Done => break,
                other => panic!("{other:?}"),
            }
        }
        assert_eq!(sent, (1..=300).collect::<Vec<_>>(), "in the order of the list");
        let difference = (desk.now - promised.time_left).abs();
        assert!(difference < 70_000, "promised {} ms, took {}", promised.time_left, desk.now);
        let end = desk.run.progress(desk.now, &mut desk.pace);
        assert_eq!((end.sent, end.written_today, end.writes_left, end.time_left), (300, 300, 0, 0));
    }
}

#[test]
fn the_report_is_csv_without_formulas_and_is_a_list_again() {
    let recipients = vec![
        Recipient { customer: 5, name: "=HYPERLINK(\"x\")".into(), email: "+a@x.com".into() },
        Recipient { customer: 6, name: "Lee, Ann".into(), email: "ann@x.com".into() },
    ];
    let mut desk = Desk::of(Kind::Notification, recipients);
    desk.look(vec![record(70, 5), record(71, 5)]);
    desk.look(vec![]);
    desk.send(Err(refusal()));
    assert_eq!(
        desk.run.report(),
        "\u{FEFF}CustomerId,Name,Email,Outcome,NotificationId,Reason\r\n\
         5,\"'=HYPERLINK(\"\"x\"\")\",'+a@x.com,skipped,70 71,has-the-same\r\n\
         6,\"Lee, Ann\",ann@x.com,refused,,invalid: Entity: is unknown\r\n"
    );
    let mut reader = Reader::of_bytes(desk.run.report().into_bytes()).unwrap();
    while reader.step().unwrap() != Progress::Done {}
    let ids: Vec<_> = reader.finish().entries.into_iter().map(|entry| entry.read).collect();
    assert_eq!(ids, [nexudus_core::recipients::Read::Id(5), nexudus_core::recipients::Read::Id(6)]);
}

#[test]
fn nobody_stands_on_a_run_twice() {
    let recipient = |customer| Recipient { customer, name: String::new(), email: String::new() };
    assert_eq!(SendRun::new(0, draft(), vec![recipient(4), recipient(5), recipient(4)]).err(), Some(4));
}

#[test]
fn five_thousand_are_kept_in_little_time() {
    let mut desk = Desk::with(Kind::Notification, 5_000);
    let began = std::time::Instant::now();
    for _ in 0..10 {
        desk.look(vec![]);
        desk.send(Ok(Some(1)));
    }
    // A debug build; released code takes about a thirtieth.
    assert!(began.elapsed().as_secs() < 10, "{:?}", began.elapsed());
    assert!(desk.stored.len() < 300_000, "{} bytes", desk.stored.len());
}

proptest! {
    #[test]
    fn a_stored_text_reads_back_and_a_changed_one_is_refused(
        message in any::<String>(), names in prop::collection::vec(any::<String>(), 0..4), entity: i64, reminds: bool, at: prop::sample::Index, with: char
    ) {
        let recipients = (1..).zip(&names).map(|(customer, name)| Recipient { customer, name: name.clone(), email: name.clone() });
        let draft = NewNotification { message, entity_id: entity, kind: NotificationType::Other("\t\\n".into()), ..draft() };
        let draft = if reminds { Draft::Reminder { reminder_id: entity, name: draft.message } } else { draft.into() };
        let run = SendRun::new(-5, draft.clone(), recipients.collect()).unwrap();
        let text = run.to_text();
        let read = SendRun::from_text(&text).unwrap();
        prop_assert_eq!(read.draft(), &draft);
        prop_assert_eq!(read.slots(), run.slots());
        prop_assert_eq!(read.to_text(), text.clone());
        let mut chars: Vec<char> = text.chars().collect();
        let at = at.index(chars.len());
        let was = std::mem::replace(&mut chars[at], with);
        if was != with {
            prop_assert!(SendRun::from_text(&chars.iter().collect::<String>()).is_err());
        }
        chars.truncate(at);
        prop_assert!(SendRun::from_text(&chars.iter().collect::<String>()).is_err(), "cut");
    }

    #[test]
    fn nonsense_is_an_error(text in any::<String>()) {
        prop_assert!(SendRun::from_text(&text).is_err());
    }
}

#[test]
fn what_is_wrong_with_a_text_is_said() {
    assert_eq!(SendRun::from_text("").err(), Some(Corrupt { line: 1 }));
    assert_eq!(SendRun::from_text("nexudus-send-run 2\nx").err(), Some(Corrupt { line: 0 }));
}
