//! The list, rule by rule.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

mod common;

use common::{Service, ask, ids, read_all, record, refresh};
use nexudus_api::Direction;
use nexudus_core::{
    Audience,
    inbox::{Inbox, PageRequest},
    outbox::Target,
};

#[test]
fn pages_of_25_newest_first_until_all_are_there() {
    let service = Service::with(60);
    let mut inbox = Inbox::new(Audience::Staff);
    assert_eq!(refresh(&mut inbox, &service, 0), 1);
    assert_eq!(ids(&inbox), service.waiting()[..25]);
    assert_eq!((inbox.count(), inbox.has_more()), ((60, false), true));
    let next = inbox.more(0);
    assert_eq!(next.map(|n| n.page), Some(2));
    ask(&mut inbox, &service, next);
    assert_eq!(ids(&inbox).len(), 50);
    assert_eq!(read_all(&mut inbox, &service, 0), service.waiting());
    assert!(!inbox.has_more());
}

#[test]
fn d2_a_list_the_wrong_way_round_is_asked_for_anew_until_it_is_right_and_not_for_ever() {
    for (descending, requests) in [(Direction::MinusOne, 1), (Direction::One, 2), (Direction::Word, 3)] {
        let service = Service { descending, ..Service::with(60) };
        let mut inbox = Inbox::new(Audience::Staff);
        assert_eq!(refresh(&mut inbox, &service, 0), requests);
        assert_eq!(ids(&inbox), service.waiting()[..25]);
        assert_eq!(refresh(&mut inbox, &service, 1), 1, "remembered");
    }
    // A service that ignores `dir` altogether.
    let oldest = Service::with(60).page(PageRequest { page: 1, direction: Direction::One, asked_at: 0, calm: false });
    let mut inbox = Inbox::new(Audience::Staff);
    let mut next = Some(inbox.refresh(0, false));
    let mut requests = 0;
    while let Some(asked) = next {
        requests += 1;
        next = inbox.take(asked, oldest.clone());
    }
    assert_eq!(requests, 3);
    assert_eq!(ids(&inbox).first(), Some(&25), "sorted here in any case");
}

#[test]
fn d5_dismissed_records_in_the_answer_are_left_out_and_the_count_admits_it() {
    let mut service = Service { obeys_filter: false, ..Service::with(80) };
    service.records.iter_mut().filter(|r| r.id > 30).for_each(|r| r.is_dismissed = true);
    let mut inbox = Inbox::new(Audience::Staff);
    assert!(refresh(&mut inbox, &service, 0) > 1, "a first page of dismissed ones is not an empty inbox");
    assert!(!ids(&inbox).is_empty());
    assert!(inbox.count().1, "only a lower bound");
    assert_eq!(read_all(&mut inbox, &service, 0), service.waiting());
    assert_eq!(inbox.count(), (30, false));
}

#[test]
fn a_row_leaves_at_once_waits_out_its_window_and_comes_back_to_its_place() {
    let service = Service::with(10);
    let mut inbox = Inbox::new(Audience::Staff);
    refresh(&mut inbox, &service, 0);
    let before = ids(&inbox);
    let (key, left) = inbox.dismiss(1_000, 5_000, 4).unwrap();
    assert_eq!(left, [4]);
    assert!(!ids(&inbox).contains(&4));
    assert_eq!((inbox.outbox().next_due(), inbox.outbox().due(5_999).len()), (Some(6_000), 0));
    assert_eq!(inbox.dismiss(1_000, 5_000, 4), None, "a second click does nothing");
    assert!(inbox.outbox().undo(key).is_some());
    assert_eq!(ids(&inbox), before);

    let (key, left) = inbox.dismiss(1_000, 5_000, 4).unwrap();
    assert_eq!(left, [4]);
    let sent = inbox.outbox().due(6_000);
    assert_eq!(sent.iter().map(|w| (w.key, w.target)).collect::<Vec<_>>(), [(key, Target::Record(4))]);
    assert!(inbox.outbox().due(9_999).is_empty(), "handed out once");
    assert!(inbox.outbox().undo(key).is_none(), "too late");
    refresh(&mut inbox, &service, 7_000);
    assert!(!ids(&inbox).contains(&4), "a refresh in between does not bring it back");
    assert_eq!(inbox.refuse(key).map(|w| w.ids), Some(vec![4]));
    assert_eq!(ids(&inbox), before, "refused: back in its place");
}

#[test]
fn a_members_dismissal_takes_all_of_the_entity() {
    let mut service = Service::with(10);
    let mut inbox = Inbox::new(Audience::Member);
    refresh(&mut inbox, &service, 0);
    assert_eq!(inbox.dismiss(0, 0, 4).map(|(_, left)| left), Some(vec![5, 4, 3]));
    let sent = inbox.outbox().flush();
    let [wish] = sent.as_slice() else { panic!("one wish") };
    assert_eq!((wish.target, wish.ids.clone()), (Target::Entity(1), vec![5, 4, 3]));
    service.dismiss(wish.target);
    let stale = inbox.refresh(10, false);
    let stale_page = Service::with(10).page(stale);
    inbox.confirm(wish.key, 20);
    inbox.take(stale, stale_page);
    assert_eq!(ids(&inbox), service.waiting(), "an answer asked for before the dismissal does not undo it");
    let mut returned = service.clone();
    returned.records.iter_mut().for_each(|r| r.is_dismissed = false);
    refresh(&mut inbox, &returned, 30);
    assert_eq!(ids(&inbox).len(), 10, "what staff brought back later is shown");
}

#[test]
fn a_quiet_look_moves_no_row_and_says_how_many_have_come() {
    let mut service = Service::with(60);
    let mut inbox = Inbox::new(Audience::Staff);
    refresh(&mut inbox, &service, 0);
    let before = ids(&inbox);
    service.records.extend([record(61, 90, 99_000), record(62, 91, 99_000)]);
    let quiet = inbox.refresh(1, true);
    ask(&mut inbox, &service, Some(quiet));
    assert_eq!(ids(&inbox), before);
    assert_eq!((inbox.arrivals(), inbox.count()), (2, (62, false)));
    // A second look does not count them twice, and what was dismissed elsewhere meanwhile has not come.
    service.dismiss(Target::Record(61));
    let quiet = inbox.refresh(2, true);
    ask(&mut inbox, &service, Some(quiet));
    assert_eq!((inbox.arrivals(), ids(&inbox)), (1, before.clone()));
    inbox.show_arrivals();
    assert_eq!((inbox.arrivals(), ids(&inbox).first()), (0, Some(&62)));

    // Behind the last row that leaves they are not hidden.
    let mut short = Inbox::new(Audience::Staff);
    let one = Service { records: vec![record(1, 1, 1_000)], ..service.clone() };
    let three =
        Service { records: vec![record(1, 1, 1_000), record(2, 2, 2_000), record(3, 3, 3_000)], ..service.clone() };
    refresh(&mut short, &one, 0);
    let quiet = short.refresh(1, true);
    ask(&mut short, &three, Some(quiet));
    assert_eq!((short.arrivals(), ids(&short)), (2, vec![1]));
    short.dismiss(2, 0, 1).unwrap();
    assert_eq!((short.arrivals(), ids(&short)), (0, vec![3, 2]));

    // Into an empty list they come at once: there is nothing to move.
    let mut empty = Inbox::new(Audience::Staff);
    let quiet = empty.refresh(3, true);
    ask(&mut empty, &service, Some(quiet));
    assert_eq!((empty.arrivals(), ids(&empty).len()), (0, 25));
    // And a person who asks sees everything.
    service.records.push(record(63, 92, 99_500));
    let quiet = empty.refresh(4, true);
    ask(&mut empty, &service, Some(quiet));
    assert_eq!(empty.arrivals(), 1);
    refresh(&mut empty, &service, 5);
    assert_eq!((empty.arrivals(), ids(&empty).first()), (0, Some(&63)));
}
