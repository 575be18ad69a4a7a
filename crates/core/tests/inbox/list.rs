//! One list, rule by rule.

use nexudus_api::{Direction, Page};
use nexudus_core::{
    list::{List, PageRequest, View},
    outbox::{Outbox, Target},
};

use crate::{
    asking::{ask, ids, quiet_look, read_all, refresh},
    records::record,
    service::Service,
};

fn list() -> (List, Outbox) {
    (List::new(View::Waiting, |_| 0, 25), Outbox::default())
}

#[test]
fn pages_of_25_newest_first_until_all_are_there() {
    let service = Service::with(60);
    let (mut list, outbox) = list();
    assert_eq!(refresh(&mut list, &outbox, &service, 0), 1);
    assert_eq!(ids(&list, &outbox), service.waiting()[..25]);
    assert_eq!((list.count(&outbox), list.has_more()), ((60, false), true));
    let next = list.more(0);
    assert_eq!(next.map(|n| n.page), Some(2));
    ask(&mut list, &outbox, &service, next);
    assert_eq!(ids(&list, &outbox).len(), 50);
    assert_eq!(read_all(&mut list, &outbox, &service, 0), service.waiting());
    assert!(!list.has_more());
}

#[test]
fn every_row_is_reached_however_long_the_services_own_pages_are() {
    let service = Service::with(60);
    // Its first page has a length of its own, and those behind it the one that is asked for, or the same again.
    for (own, obeys) in [(10, true), (20, false), (20, true), (25, true), (50, false), (50, true)] {
        let (mut list, outbox) = list();
        let (mut next, mut asked) = (Some(list.refresh(0, false)), 0);
        while let Some(request) = next.or_else(|| list.more(0)) {
            asked += 1;
            assert!(asked <= 10, "pages of {own} are asked for again and again");
            let size = if obeys && request.page > 1 { request.size } else { own };
            let all = service.page(View::Waiting, PageRequest { page: 1, size: 60, ..request });
            let skip = (request.page - 1) * size;
            let records = all.records.into_iter().skip(usize::try_from(skip).unwrap());
            let records: Vec<_> = records.take(usize::try_from(size).unwrap()).collect();
            let page = Page { records, page: request.page, total_items: 60, has_next: skip + size < 60 };
            next = list.take(request, &page, &outbox);
        }
        assert_eq!(ids(&list, &outbox), service.waiting(), "pages of {own}, {obeys}");
    }
}

#[test]
fn d2_a_list_the_wrong_way_round_is_asked_for_anew_until_it_is_right_and_not_for_ever() {
    for (descending, requests) in [(Direction::MinusOne, 1), (Direction::One, 2), (Direction::Word, 3)] {
        let service = Service { descending, ..Service::with(60) };
        let (mut list, outbox) = list();
        assert_eq!(refresh(&mut list, &outbox, &service, 0), requests);
        assert_eq!(ids(&list, &outbox), service.waiting()[..25]);
        assert_eq!(refresh(&mut list, &outbox, &service, 1), 1, "remembered");
    }
    // A service that ignores `dir` altogether.
    let request = PageRequest { page: 1, size: 25, direction: Direction::One, asked_at: 0, calm: false };
    let oldest = Service::with(60).page(View::Waiting, request);
    let (mut list, outbox) = list();
    let mut next = Some(list.refresh(0, false));
    let mut requests = 0;
    while let Some(asked) = next {
        requests += 1;
        next = list.take(asked, &oldest, &outbox);
    }
    assert_eq!(requests, 3);
    assert_eq!(ids(&list, &outbox).first(), Some(&25), "sorted here in any case");
}

#[test]
fn d2_two_answers_the_wrong_way_round_teach_it_once() {
    let service = Service { descending: Direction::One, ..Service::with(60) };
    let (mut list, outbox) = list();
    let asked = [list.refresh(0, false), list.refresh(1, true)];
    let next = asked.map(|asked| list.take(asked, &service.page(View::Waiting, asked), &outbox));
    assert_eq!(next.map(|next| next.map(|next| next.direction)), [Some(Direction::One); 2]);
    assert_eq!(ask(&mut list, &outbox, &service, next[1]), 1);
    assert_eq!(ids(&list, &outbox), service.waiting()[..25]);
}

#[test]
fn d5_dismissed_records_in_the_answer_are_left_out_and_the_count_admits_it() {
    let mut service = Service { obeys_filter: false, ..Service::with(80) };
    service.records.iter_mut().filter(|r| r.id > 30).for_each(|r| r.is_dismissed = true);
    let (mut list, outbox) = list();
    assert!(refresh(&mut list, &outbox, &service, 0) > 1, "a first page of dismissed ones is not an empty inbox");
    assert!(!ids(&list, &outbox).is_empty());
    assert!(list.count(&outbox).1, "only a lower bound");
    assert_eq!(read_all(&mut list, &outbox, &service, 0), service.waiting());
    assert_eq!(list.count(&outbox), (30, false));
}

#[test]
fn a_row_on_its_way_out_is_gone_at_once_and_comes_back_to_its_place() {
    let service = Service::with(10);
    let (mut list, mut outbox) = list();
    refresh(&mut list, &outbox, &service, 0);
    let before = ids(&list, &outbox);
    let key = outbox.hold(6_000, vec![(Target::Record(4), vec![4])]);
    assert!(!ids(&list, &outbox).contains(&4));
    assert_eq!(list.leaving(&outbox).map(|row| row.record.id).collect::<Vec<_>>(), [4]);
    assert_eq!(list.count(&outbox), (9, false));
    refresh(&mut list, &outbox, &service, 7_000);
    assert!(!ids(&list, &outbox).contains(&4), "a refresh in between does not bring it back");
    outbox.settle(key);
    assert_eq!(ids(&list, &outbox), before);
}

#[test]
fn an_answer_asked_for_before_a_dismissal_does_not_undo_it() {
    let mut service = Service::with(10);
    let (mut list, outbox) = list();
    refresh(&mut list, &outbox, &service, 0);
    let stale = list.refresh(10, false);
    let stale_page = service.page(View::Waiting, stale);
    service.apply(Target::Entity(1));
    assert_eq!(list.leave(&[5, 4, 3], 20).len(), 3);
    list.take(stale, &stale_page, &outbox);
    assert_eq!(ids(&list, &outbox), service.waiting());
    service.records.iter_mut().for_each(|r| r.is_dismissed = false);
    refresh(&mut list, &outbox, &service, 30);
    assert_eq!(ids(&list, &outbox).len(), 10, "what staff brought back later is shown");
}

#[test]
fn what_left_behind_a_page_of_equal_times_is_not_kept_for_ever() {
    let mut service = Service::of((1..=40).map(|id| record(id, id, 1_000)));
    let (mut list, outbox) = list();
    refresh(&mut list, &outbox, &service, 0);
    read_all(&mut list, &outbox, &service, 0);
    service.apply(Target::Record(20));
    refresh(&mut list, &outbox, &service, 1);
    assert_eq!(read_all(&mut list, &outbox, &service, 1), service.waiting());
}

#[test]
fn a_quiet_look_moves_no_row_and_says_how_many_have_come() {
    let mut service = Service::with(60);
    let (mut list, mut outbox) = list();
    refresh(&mut list, &outbox, &service, 0);
    let before = ids(&list, &outbox);
    service.records.extend([record(61, 90, 99_000), record(62, 91, 99_000)]);
    quiet_look(&mut list, &outbox, &service, 1);
    assert_eq!(ids(&list, &outbox), before);
    assert_eq!((list.arrivals(&outbox), list.count(&outbox)), (2, (62, false)));
    // A second look does not count them twice, and what was dismissed elsewhere meanwhile has not come.
    service.apply(Target::Record(61));
    quiet_look(&mut list, &outbox, &service, 2);
    assert_eq!((list.arrivals(&outbox), ids(&list, &outbox)), (1, before));
    list.show_arrivals();
    assert_eq!((list.arrivals(&outbox), ids(&list, &outbox).first()), (0, Some(&62)));
    // And a person who asks sees everything.
    service.records.push(record(63, 92, 99_500));
    quiet_look(&mut list, &outbox, &service, 4);
    assert_eq!(list.arrivals(&outbox), 1);
    refresh(&mut list, &outbox, &service, 5);
    assert_eq!((list.arrivals(&outbox), ids(&list, &outbox).first()), (0, Some(&63)));
    // Behind the last row that leaves they are not hidden.
    service.records.push(record(64, 93, 99_900));
    quiet_look(&mut list, &outbox, &service, 6);
    let all = ids(&list, &outbox);
    outbox.hold(9_000, all.iter().map(|id| (Target::Record(*id), vec![*id])).collect());
    list.show_arrivals_on_empty(&outbox);
    assert_eq!((list.arrivals(&outbox), ids(&list, &outbox)), (0, vec![64]));
}

#[test]
fn into_an_empty_list_they_come_at_once() {
    let (mut list, outbox) = list();
    quiet_look(&mut list, &outbox, &Service::with(60), 3);
    assert_eq!((list.arrivals(&outbox), ids(&list, &outbox).len()), (0, 25));
}
