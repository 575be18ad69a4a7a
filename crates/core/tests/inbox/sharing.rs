//! What tabs tell each other.

use nexudus_api::ApiError;
use nexudus_core::{
    Audience,
    inbox::{Job, Why},
    list::{PageRequest, View},
    outbox::Target,
};

use crate::{
    records::record,
    service::Service,
    tab::{Tab, WINDOW},
};

fn service() -> Service {
    Service::of((1..=5).map(|id| record(id, id, id * 1_000)))
}

/// The tab that sends, and another one; both have read the list.
pub fn pair(audience: Audience) -> (Tab, Tab, Service) {
    let mut service = service();
    let leader = Tab::leading(audience, &mut service);
    let mut other = Tab::new(audience, 5_000);
    other.does(|inbox| inbox.start(-9_000, Some(&[])));
    other.serve(-9_000, &mut service);
    other.told.clear();
    (leader, other, service)
}

#[test]
fn a_dismissal_in_one_tab_is_sent_by_the_other_and_confirmed_to_all() {
    let (mut leader, mut other, mut service) = pair(Audience::Member);
    other.does(|inbox| inbox.dismiss(0, &[2], false));
    other.tell(10, &mut leader);
    assert_eq!((other.ids(), leader.ids()), (vec![5, 4, 3, 1], vec![5, 4, 3, 1]));
    assert_eq!(leader.run(10, WINDOW, &mut service), [Target::Entity(2)]);
    leader.tell(WINDOW, &mut other);
    assert_eq!((other.ids(), other.inbox.unsent()), (vec![5, 4, 3, 1], 0));
    assert!(other.inbox.notice().is_none(), "there is nothing left to undo");
}

#[test]
fn undo_in_one_tab_is_undo_in_all() {
    let (mut leader, mut other, mut service) = pair(Audience::Member);
    leader.does(|inbox| inbox.dismiss(0, &[2], false));
    leader.does(|inbox| inbox.undo(10));
    assert_eq!(leader.told.iter().map(|text| &text[..4]).collect::<Vec<_>>(), ["new ", "back"]);
    leader.tell(20, &mut other);
    other.does(|inbox| inbox.dismiss(30, &[3], false));
    other.tell(40, &mut leader);
    other.does(|inbox| inbox.undo(50));
    other.tell(60, &mut leader);
    assert_eq!((leader.ids().len(), other.ids().len()), (5, 5));
    assert_eq!(leader.run(60, 50_000, &mut service), []);
}

#[test]
fn a_late_word_brings_nothing_back_and_cleans_up_behind_itself() {
    let (mut leader, mut other, mut service) = pair(Audience::Member);
    leader.does(|inbox| inbox.dismiss(0, &[2], false));
    let new = leader.told.clone();
    leader.tell(10, &mut other);
    other.does(|inbox| inbox.restore(20, &[2]));
    for text in new {
        other.disk.insert("wish.1001".into(), "written by whoever did not know".into());
        other.does(|inbox| inbox.heard(30, &text));
    }
    assert_eq!((other.ids().len(), other.disk.len()), (5, 0));
    other.tell(40, &mut leader);
    assert_eq!(leader.run(40, 50_000, &mut service), []);
    // A change of something that was never heard of is of no use.
    other.does(|inbox| inbox.heard(50, "put 77 e3 h50 77 1 3"));
    assert_eq!(other.ids().len(), 5);
}

#[test]
fn taken_back_while_its_call_is_under_way_it_is_not_sent_again() {
    for error in [ApiError::Offline, ApiError::Throttled { wait: None }] {
        let (mut leader, mut other, mut service) = pair(Audience::Member);
        other.does(|inbox| inbox.dismiss(0, &[2], false));
        other.tell(10, &mut leader);
        leader.does(|inbox| inbox.tick(WINDOW));
        assert_eq!(leader.sending(), Some(Target::Entity(2)));
        other.does(|inbox| inbox.undo(WINDOW));
        other.tell(WINDOW, &mut leader);
        leader.answer(WINDOW + 500, Err(error));
        assert_eq!(leader.run(WINDOW + 500, 200_000, &mut service), []);
        leader.tell(200_000, &mut other);
        assert_eq!((leader.ids().len(), other.ids().len(), leader.inbox.unsent()), (5, 5, 0));
        assert!(leader.disk.keys().all(|name| !name.starts_with("wish.")));
    }
}

#[test]
fn how_far_a_wish_has_come_is_for_the_sending_tab_to_say() {
    let (mut leader, mut other, _) = pair(Audience::Member);
    other.does(|inbox| inbox.dismiss(0, &[2], false));
    other.tell(10, &mut leader);
    // The hand is laid on the toast just as the call goes out, and the call's answer is lost.
    other.does(|inbox| inbox.linger(WINDOW - 1, true));
    leader.does(|inbox| inbox.tick(WINDOW));
    leader.answer(WINDOW + 10, Err(ApiError::Offline));
    other.tell(WINDOW + 20, &mut leader);
    leader.does(|inbox| inbox.tick(WINDOW + 5_010));
    assert!(matches!(leader.calls[..], [Job::Page(_, _, Why::Doubt)]), "it is looked up all the same");
    assert!(other.disk.values().all(|text| !text.contains("h60")), "and only it writes that on disk");
}

#[test]
fn pausing_is_for_all_tabs() {
    let (mut leader, mut other, mut service) = pair(Audience::Staff);
    other.does(|inbox| inbox.dismiss(0, &[1, 2, 3], false));
    let act = other.inbox.progress(0).unwrap().act;
    other.does(|inbox| inbox.set_paused(0, Some(act)));
    other.tell(10, &mut leader);
    // Staff's first one may have been on its way; here all words came at once, in their order.
    let sent = leader.run(10, 50_000, &mut service);
    assert_eq!(sent, [Target::Record(3)]);
    assert!(leader.inbox.progress(50_000).unwrap().paused);
    other.does(|inbox| inbox.set_paused(50_000, None));
    other.tell(50_000, &mut leader);
    assert_eq!(leader.run(50_000, 60_000, &mut service).len(), 2);
}

#[test]
fn two_tabs_that_want_the_same_ask_once() {
    let (mut leader, mut other, mut service) = pair(Audience::Member);
    leader.does(|inbox| inbox.dismiss(0, &[2], false));
    other.does(|inbox| inbox.dismiss(5, &[2], false));
    other.tell(10, &mut leader);
    leader.tell(10, &mut other);
    assert_eq!(leader.run(10, 50_000, &mut service), [Target::Entity(2)]);
    leader.tell(50_000, &mut other);
    assert_eq!((leader.inbox.unsent(), other.inbox.unsent()), (0, 0));
}

#[test]
fn a_page_that_another_tab_has_read_moves_no_row() {
    let (_, mut other, mut service) = pair(Audience::Member);
    service.records.push(record(6, 6, 6_000));
    let asked = PageRequest { page: 1, size: 25, direction: Default::default(), asked_at: 0, calm: false };
    let page = service.page(View::Waiting, asked);
    other.does(|inbox| inbox.heard_page(10, asked, &page, 0.0));
    assert_eq!((other.ids().len(), other.inbox.arrivals()), (5, 1));
}

#[test]
fn nonsense_is_not_heard() {
    let (mut leader, _, _) = pair(Audience::Member);
    for text in ["", " ", "put", "new 1", "new x e1 h1 1 1 1", "done", "done 1 e", "back", "back x", "pause x", "sing"]
    {
        leader.does(|inbox| inbox.heard(0, text));
    }
    assert_eq!((leader.ids().len(), leader.inbox.unsent()), (5, 0));
    let disk = [("wish.x", "e1 h1 1 1 1"), ("wish.1", "?"), ("budget", "a,b"), ("paused", "no"), ("seen", "?")];
    let disk = disk.map(|(name, text)| (name.to_owned(), text.to_owned()));
    leader.does(|inbox| inbox.set_visible(0, true, Some(&disk)));
    assert_eq!((leader.ids().len(), leader.inbox.unsent()), (5, 0));
}
