//! What a person dismisses, and how it leaves.

use nexudus_core::{
    Audience,
    budget::BURST,
    inbox::{Notice, Reply},
    outbox::Target,
};

use crate::{
    records::{of_kind, record},
    service::Service,
    tab::{Tab, WINDOW},
};

/// Ids 6 and 5 are about entity 1, 4 and 3 about 2, of which 4 is an invoice; 2 and 1 about 3 and 4.
pub fn service() -> Service {
    let record = |id, entity| record(id, entity, id * 1_000);
    let invoice = of_kind("coworkerinvoice", record(4, 2));
    Service::of([record(6, 1), record(5, 1), invoice, record(3, 2), record(2, 3), record(1, 4)])
}

#[test]
fn one_takes_its_entity_along_and_leaves_after_its_window() {
    let mut service = service();
    let mut tab = Tab::leading(Audience::Member, &mut service);
    assert_eq!(tab.does(|inbox| inbox.dismiss(0, &[5], false)), [6, 5]);
    assert_eq!(tab.ids(), [4, 3, 2, 1]);
    assert!(matches!(tab.inbox.notice(), Some(Notice::Dismissed { count: 2, kept: 0, .. })));
    assert!(tab.does(|inbox| inbox.dismiss(0, &[5], false)).is_empty(), "a second click does nothing");
    assert_eq!(tab.run(0, WINDOW - 1, &mut service), []);
    assert!(tab.inbox.can_undo());
    assert_eq!(tab.run(WINDOW - 1, WINDOW, &mut service), [Target::Entity(1)]);
    assert!(!tab.inbox.can_undo() && tab.inbox.notice().is_none(), "there is no way back");
    assert!(tab.disk.keys().all(|name| !name.starts_with("wish.")));
}

#[test]
fn what_needs_an_action_stays_with_its_entity_unless_somebody_was_asked() {
    let mut service = service();
    let mut tab = Tab::leading(Audience::Member, &mut service);
    assert!(tab.does(|inbox| inbox.dismiss(0, &[3], false)).is_empty(), "its entity has an invoice");
    assert_eq!(tab.does(|inbox| inbox.dismiss(0, &[6, 4, 3, 1], false)), [6, 5, 1]);
    assert!(matches!(tab.inbox.notice(), Some(Notice::Dismissed { count: 3, kept: 2, .. })));
    assert_eq!(tab.ids(), [4, 3, 2]);
    assert_eq!(tab.does(|inbox| inbox.dismiss(0, &[4], true)), [4, 3]);
    // Staff's call knows single ones.
    let mut tab = Tab::leading(Audience::Staff, &mut service);
    assert_eq!(tab.does(|inbox| inbox.dismiss(0, &[4, 3], false)), [3]);
}

#[test]
fn a_hand_on_the_toast_keeps_its_act_back() {
    let mut service = service();
    let mut tab = Tab::leading(Audience::Member, &mut service);
    tab.does(|inbox| inbox.dismiss(0, &[1], false));
    tab.does(|inbox| inbox.linger(4_000, true));
    assert_eq!(tab.run(4_000, 30_000, &mut service), []);
    tab.does(|inbox| inbox.linger(30_000, false));
    assert_eq!(tab.run(30_000, 34_999, &mut service), []);
    assert_eq!(tab.run(34_999, 35_000, &mut service), [Target::Entity(4)]);
}

#[test]
fn that_rows_are_back_is_news_for_a_while_unless_a_hand_is_on_it() {
    let mut service = service();
    let mut tab = Tab::leading(Audience::Member, &mut service);
    tab.does(|inbox| inbox.dismiss(0, &[6], false));
    tab.does(|inbox| inbox.undo(100));
    let news = |tab: &Tab| tab.inbox.notice() == Some(&Notice::Restored(2));
    tab.run(100, 8_099, &mut service);
    tab.does(|inbox| inbox.linger(8_099, true));
    tab.run(8_099, 60_000, &mut service);
    assert!(news(&tab));
    tab.does(|inbox| inbox.linger(60_000, false));
    tab.run(60_000, 67_999, &mut service);
    assert!(news(&tab));
    tab.run(67_999, 68_000, &mut service);
    assert_eq!(tab.inbox.notice(), None);
    tab.does(|inbox| inbox.dismiss(68_000, &[6], false));
    tab.does(|inbox| inbox.undo(68_100));
    tab.run(1_000, 9_000, &mut service);
    assert_eq!(tab.inbox.notice(), None, "a clock that was set back does not keep it");
}

#[test]
fn notices_of_two_acts_that_follow_each_other_can_be_told_apart() {
    let mut service = service();
    let mut tab = Tab::leading(Audience::Member, &mut service);
    let mut odd = vec![];
    for ids in [&[4][..], &[4], &[6], &[6], &[2]] {
        tab.does(|inbox| inbox.dismiss(0, ids, false));
        odd.push(tab.inbox.is_odd_notice());
    }
    assert_eq!(odd, [true, false, true, true, false], "what has left already is no act");
}

#[test]
fn out_of_sight_nothing_waits_out_its_window_and_the_last_words_carry_it() {
    let mut service = service();
    let mut tab = Tab::leading(Audience::Member, &mut service);
    tab.does(|inbox| inbox.dismiss(0, &[1, 2, 6], false));
    let disk = tab.disk();
    tab.does(|inbox| inbox.set_visible(10, false, Some(&disk)));
    assert_eq!(tab.sending(), Some(Target::Entity(1)));
    tab.does(|inbox| inbox.leave(20));
    assert_eq!(tab.words, [3, 4], "the one under way is not said again");
}

#[test]
fn last_words_stay_inside_the_budget_and_staff_has_none() {
    let mut service = Service::of((1..=80).map(|id| record(id, id, id * 1_000)));
    let mut tab = Tab::leading(Audience::Member, &mut service);
    while tab.inbox.has_more() {
        tab.does(|inbox| inbox.more(-1_000));
        tab.serve(-1_000, &mut service);
    }
    let all = tab.ids();
    tab.does(|inbox| inbox.dismiss(0, &all, false));
    let sixth = WINDOW + 6 * BURST.1;
    let sent = tab.run(0, sixth + 1_000, &mut service).len();
    assert_eq!(sent, 56, "8 in each burst");
    tab.does(|inbox| inbox.leave(sixth + 1_000 + BURST.1));
    assert_eq!(tab.words.len(), 4, "60 in a minute");
    let mut tab = Tab::leading(Audience::Staff, &mut service);
    let all = tab.ids();
    tab.does(|inbox| inbox.dismiss(0, &all, false));
    tab.answer(10, Ok(Reply::Done));
    tab.does(|inbox| inbox.leave(500));
    assert_eq!(tab.words, [] as [i64; 0]);
}

#[test]
fn signing_out_forgets_everything_in_every_tab() {
    let mut service = service();
    let mut tab = Tab::leading(Audience::Member, &mut service);
    let mut other = Tab::new(Audience::Member, 9);
    tab.does(|inbox| inbox.dismiss(0, &[1, 2], false));
    tab.tell(0, &mut other);
    assert_eq!((tab.inbox.unsent(), other.inbox.unsent()), (2, 2));
    tab.does(|inbox| inbox.set_online(0, false));
    tab.does(|inbox| inbox.sign_out(0, true));
    assert!(tab.signed_out);
    tab.tell(1, &mut other);
    assert_eq!((tab.inbox.unsent(), other.inbox.unsent()), (0, 0));
    assert!(tab.disk.keys().all(|name| name == "seen" || name == "budget"), "{:?}", tab.disk);
}
