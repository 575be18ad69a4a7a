//! What a person takes back: an act, one row, or a large act that goes on.

use nexudus_api::ApiError;
use nexudus_core::{
    Audience,
    inbox::{Notice, Reply, Role},
    list::View,
    outbox::Target,
};

use crate::{acts::service, records::record, service::Service, tab::Tab};

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
    tab.answer(20, Err(ApiError::Offline));
    assert_eq!(tab.run(20, 4_900, &mut service), [], "the service may still be at it");
    assert_eq!(tab.run(4_900, 60_000, &mut service), [Target::Restore(6)], "and it is not dismissed again");
}

#[test]
fn what_staff_bring_back_after_a_lost_answer_is_brought_back_at_the_service_too() {
    for (took_effect, reloads) in [(true, false), (true, true), (false, false), (false, true)] {
        let mut service = service();
        let mut tab = Tab::leading(Audience::Staff, &mut service);
        tab.does(|inbox| inbox.dismiss(0, &[6], false));
        if took_effect {
            service.apply(Target::Record(6));
        }
        tab.answer(20, Err(ApiError::Offline));
        if reloads {
            let disk = tab.disk();
            tab = Tab::leading(Audience::Staff, &mut service);
            tab.disk = disk.iter().cloned().collect();
            tab.does(|inbox| inbox.lead(30, Role::Send, true, Some(&disk)));
            tab.does(|inbox| inbox.restore(40, &[6]));
        } else {
            tab.does(|inbox| inbox.undo(40));
        }
        assert_eq!(tab.inbox.notice(), Some(&Notice::Restored(1)));
        assert_eq!(tab.run(40, 60_000, &mut service), [Target::Restore(6)], "{took_effect} {reloads}");
        assert_eq!((service.waiting().len(), tab.inbox.unsent()), (6, 0));
        assert_eq!(tab.inbox.notice(), None, "nothing went wrong");
    }
}

#[test]
fn to_cancel_an_act_lets_what_may_have_arrived_come_to_its_end() {
    let mut service = service();
    let mut tab = Tab::leading(Audience::Staff, &mut service);
    tab.does(|inbox| inbox.dismiss(0, &[1, 2, 3], true));
    service.apply(Target::Record(3));
    tab.answer(20, Err(ApiError::Offline));
    let act = tab.inbox.progress(20).unwrap().act;
    tab.does(|inbox| inbox.cancel(30, act));
    assert_eq!(tab.inbox.notice(), Some(&Notice::Restored(2)));
    assert_eq!(tab.run(30, 60_000, &mut service), [Target::Record(3)]);
    assert_eq!(tab.ids(), service.waiting());
}

#[test]
fn a_record_that_is_not_there_any_more_holds_nothing_up() {
    let mut service = service();
    let mut tab = Tab::leading(Audience::Staff, &mut service);
    tab.does(|inbox| inbox.dismiss(0, &[6, 5, 4], true));
    assert!(tab.sending().is_some());
    tab.answer(10, Ok(Reply::NotFound));
    assert_eq!(tab.run(10, 5_000, &mut service).len(), 2, "the rest of the act goes on");
    assert_eq!((tab.ids(), tab.inbox.unsent()), (vec![3, 2, 1], 0));

    tab.does(|inbox| inbox.restore(6_000, &[6, 5]));
    assert!(matches!(tab.sending(), Some(Target::Restore(_))));
    tab.answer(6_010, Ok(Reply::NotFound));
    assert_eq!(tab.inbox.notice(), Some(&Notice::Deleted));
    assert_eq!(tab.run(6_010, 9_000, &mut service).len(), 1);
    assert_eq!((tab.ids().len(), tab.inbox.unsent()), (4, 0));
    tab.does(|inbox| inbox.set_view(9_000, View::Dismissed));
    assert_eq!(tab.ids(), [4], "what is deleted is in no list any more");
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
