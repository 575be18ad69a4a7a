//! What a person does to rows, and takes back.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod common;

use common::{Service, Tab, WINDOW, of_kind, record};
use nexudus_core::{Audience, inbox::Notice, inbox::Reply, list::View, outbox::Target};

/// Ids 6 and 5 are about entity 1, 4 and 3 about 2, of which 4 is an invoice; 2 and 1 about 3 and 4.
fn service() -> Service {
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
fn undo_brings_back_exactly_the_rows_of_the_last_act() {
    let mut service = service();
    let mut tab = Tab::leading(Audience::Member, &mut service);
    tab.does(|inbox| inbox.dismiss(0, &[1], false));
    tab.does(|inbox| inbox.dismiss(100, &[6, 2], false));
    assert_eq!(tab.ids(), [4, 3]);
    tab.does(|inbox| inbox.undo(200));
    assert_eq!(tab.ids(), [6, 5, 4, 3, 2]);
    assert_eq!(tab.inbox.notice(), Some(&Notice::Restored(3)));
    tab.does(|inbox| inbox.undo(300));
    assert_eq!(tab.ids(), [6, 5, 4, 3, 2], "only once");
    assert_eq!(tab.run(300, 60_000, &mut service), [Target::Entity(4)]);
}

#[test]
fn what_is_not_sent_yet_is_brought_back_from_the_other_view() {
    let mut service = service();
    let mut tab = Tab::leading(Audience::Member, &mut service);
    tab.does(|inbox| inbox.dismiss(0, &[6], false));
    tab.does(|inbox| inbox.set_view(0, View::Dismissed));
    assert_eq!(tab.ids(), [6, 5]);
    tab.does(|inbox| inbox.restore(0, &[5]));
    tab.does(|inbox| inbox.set_view(0, View::Waiting));
    assert_eq!(tab.ids(), [6, 5, 4, 3, 2, 1], "the whole entity");
}

#[test]
fn staff_restores_what_was_sent_and_what_is_on_its_way() {
    let mut service = service();
    let mut tab = Tab::leading(Audience::Staff, &mut service);
    tab.does(|inbox| inbox.dismiss(0, &[6, 5], false));
    assert_eq!(tab.serve(0, &mut service), [Target::Record(6)]);
    tab.does(|inbox| inbox.tick(100));
    assert_eq!(tab.sending(), Some(Target::Record(5)), "under way");
    assert!(tab.inbox.can_undo());
    tab.does(|inbox| inbox.undo(200));
    let mut sent = tab.run(200, 20_000, &mut service);
    sent.sort_by_key(|target| format!("{target:?}"));
    assert_eq!(sent, [Target::Record(5), Target::Restore(5), Target::Restore(6)]);
    assert_eq!(tab.ids(), [6, 5, 4, 3, 2, 1]);
    assert_eq!(service.waiting().len(), 6);
}

#[test]
fn staff_undo_of_a_lost_call_is_not_overtaken_by_it() {
    let mut service = service();
    let mut tab = Tab::leading(Audience::Staff, &mut service);
    tab.does(|inbox| inbox.dismiss(0, &[6], false));
    tab.does(|inbox| inbox.undo(10));
    tab.answer(20, Err(nexudus_api::ApiError::Offline));
    assert_eq!(tab.run(20, 4_900, &mut service), [], "the service may still be at it");
    assert_eq!(tab.run(4_900, 60_000, &mut service), [Target::Restore(6)], "and it is not dismissed again");
}

#[test]
fn a_large_act_is_paused_goes_on_and_is_cancelled() {
    let mut service = Service::of((1..=20).map(|id| record(id, id, id * 1_000)));
    let mut tab = Tab::leading(Audience::Staff, &mut service);
    let all = tab.ids();
    tab.does(|inbox| inbox.dismiss(0, &all, true));
    assert_eq!(tab.run(0, 500, &mut service).len(), 6);
    let progress = tab.inbox.progress(500).unwrap();
    assert_eq!((progress.done, progress.of, progress.paused), (6, 20, false));
    tab.does(|inbox| inbox.set_paused(500, Some(progress.act)));
    assert_eq!(tab.disk.get("paused"), Some(&progress.act.to_string()));
    assert!(tab.inbox.progress(500).unwrap().paused);
    assert_eq!(tab.run(500, 50_000, &mut service).len(), 0);
    tab.does(|inbox| inbox.set_paused(50_000, None));
    assert_eq!(tab.run(50_000, 50_200, &mut service).len(), 3);
    tab.does(|inbox| inbox.cancel(50_250, progress.act));
    assert_eq!(tab.inbox.notice(), Some(&Notice::Restored(11)));
    assert_eq!(tab.run(50_250, 99_000, &mut service).len(), 0);
    assert_eq!((tab.ids().len(), service.waiting().len()), (11, 11));
    assert_eq!(tab.inbox.progress(99_000), None);
}

#[test]
fn to_cancel_one_act_lets_another_one_stay_paused() {
    let mut service = Service::of((1..=20).map(|id| record(id, id, id * 1_000)));
    let mut tab = Tab::leading(Audience::Staff, &mut service);
    tab.does(|inbox| inbox.dismiss(0, &[1, 2, 3], true));
    let first = tab.inbox.progress(0).unwrap().act;
    tab.does(|inbox| inbox.set_paused(0, Some(first)));
    tab.does(|inbox| inbox.dismiss(0, &[4, 5, 6], true));
    let Some(Notice::Dismissed { act, .. }) = tab.inbox.notice() else { panic!("a toast") };
    let act = *act;
    tab.does(|inbox| inbox.cancel(0, act));
    assert!(tab.inbox.progress(0).unwrap().paused);
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
    let sent = tab.run(0, WINDOW + 5_500, &mut service).len();
    assert_eq!(sent, 56);
    tab.does(|inbox| inbox.leave(WINDOW + 5_600));
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
    tab.does(|inbox| inbox.clear());
    tab.tell(1, &mut other);
    assert_eq!((tab.inbox.unsent(), other.inbox.unsent()), (0, 0));
    assert!(tab.disk.keys().all(|name| name == "seen" || name == "budget"), "{:?}", tab.disk);
}

#[test]
fn what_staff_bring_back_is_there_at_once_and_in_its_place() {
    let mut service = service();
    let mut tab = Tab::leading(Audience::Staff, &mut service);
    tab.does(|inbox| inbox.dismiss(0, &[5], false));
    tab.run(0, 1_000, &mut service);
    tab.does(|inbox| inbox.undo(2_000));
    assert_eq!(tab.ids(), [6, 5, 4, 3, 2, 1], "before the answer");
    tab.does(|inbox| inbox.set_view(2_000, View::Dismissed));
    assert!(!tab.ids().contains(&5));
    tab.run(2_000, 4_000, &mut service);
    tab.does(|inbox| inbox.set_view(4_000, View::Waiting));
    assert_eq!(tab.ids(), [6, 5, 4, 3, 2, 1], "and after it");
}
