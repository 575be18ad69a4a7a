//! Sends whose answer was lost.

use nexudus_api::ApiError;
use nexudus_core::send_run::{Cause, MOST_DOUBTS, SETTLE, State, Step};

use crate::scene::{BOTH, Desk, LOST, record};

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
