//! What stops a run: the service, somebody, or its end.

use nexudus_api::{ApiError, Created};
use nexudus_core::send_run::{Answer, Cause, State, Step, Stop};

use crate::scene::{BOTH, Desk, LOST, record, refusal};

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
