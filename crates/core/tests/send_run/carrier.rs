//! Without locks: which page carries a run out.

use nexudus_core::send_run::{Carrier, Claim, SETTLE, SendRun, State, Step};

use super::scene::{BOTH, Desk, record};

#[test]
fn a_page_carries_what_is_its_own_and_asks_about_anything_else() {
    let (one, two) = (Carrier::new(1), Carrier::new(2));
    let kept = one.to_text();
    let kept = Some(kept.as_str());
    assert_eq!(one.claim(kept, true, false), Claim::Carry);
    assert_eq!(two.claim(kept, true, false), Claim::Ask);
    assert_eq!(one.claim(None, true, false), Claim::Ask, "whoever has written none may still be there");
    assert_eq!(two.claim(kept, true, true), Claim::Late);
    assert_eq!(two.claim(kept, false, true), Claim::Take, "of a run that is gone a number may be left");
    assert_eq!(two.claim(kept, false, false), Claim::Nothing);
    assert!(!two.carries(Some("")) && !two.carries(None) && !Carrier::new(0).carries(Some("")));
}

#[test]
fn a_page_that_takes_it_from_one_in_the_middle_of_a_send_sends_to_nobody_twice() {
    for kind in BOTH {
        let mut old = Desk::with(kind, 2);
        old.look(vec![]);
        let Step::Send(new) = old.step() else { panic!("a send was due") };
        assert_eq!(new.coworker_id(), 1);
        // From here on the number on disk is another one's, and the old page takes no further step.
        let mut new = Desk::with(kind, 2);
        new.run = SendRun::from_text(&old.stored).unwrap();
        assert_eq!(new.look(vec![]), Some(2));
        new.send(Ok(Some(12)));
        let before = new.now;
        assert_eq!(new.look(vec![record(11, 1)]), Some(1));
        assert!(new.now - before >= SETTLE - 10_000);
        assert_eq!(new.state(0), &State::Sent(Some(11)));
    }
}
