//! The list against a service that is simulated from a seed: whatever happens, the two agree in the end.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

use nexudus_api::{Direction, Notification, NotificationType, Page};
use nexudus_core::{
    Audience,
    inbox::{Inbox, PageRequest},
    outbox::Target,
};
use proptest::prelude::*;

/// The service as far as a list is concerned, with the doubts as switches.
#[derive(Debug, Clone)]
struct Service {
    records: Vec<Notification>,
    /// D2: the `dir` that means "newest first".
    descending: Direction,
    /// D5
    obeys_filter: bool,
}

fn record(id: i64, entity_id: i64, at: i64) -> Notification {
    Notification {
        id,
        coworker_id: Some(42),
        message: format!("number {id}"),
        kind: NotificationType::Blog,
        entity_id,
        is_dismissed: false,
        created_on: Some(at),
    }
}

impl Service {
    fn with(count: i64) -> Self {
        // Pairs share a time, triples an entity.
        let records = (1..=count).map(|id| record(id, id / 3, id / 2 * 1000)).collect();
        Self { records, descending: Direction::MinusOne, obeys_filter: true }
    }

    fn page(&self, asked: PageRequest) -> Page<Notification> {
        let mut all: Vec<_> = self.records.iter().filter(|r| !(self.obeys_filter && r.is_dismissed)).cloned().collect();
        all.sort_by_key(|r| r.created_on); // stable: ties in the order of Ids, whichever way round
        if asked.direction == self.descending {
            all.reverse();
        }
        let skip = usize::try_from((asked.page - 1) * 25).unwrap();
        let total_items = i64::try_from(all.len()).unwrap();
        let records: Vec<_> = all.into_iter().skip(skip).take(25).collect();
        Page { records, page: asked.page, total_items, has_next: asked.page * 25 < total_items }
    }

    fn dismiss(&mut self, target: Target) {
        for record in &mut self.records {
            record.is_dismissed |= match target {
                Target::Entity(entity) => record.entity_id == entity,
                Target::Record(id) => record.id == id,
            };
        }
    }

    fn waiting(&self) -> Vec<i64> {
        let mut waiting: Vec<_> = self.records.iter().filter(|r| !r.is_dismissed).collect();
        waiting.sort_by_key(|r| std::cmp::Reverse((r.created_on, r.id)));
        waiting.iter().map(|r| r.id).collect()
    }
}

/// Asks until there is nothing more to ask; returns the number of requests.
fn ask(inbox: &mut Inbox, service: &Service, first: Option<PageRequest>) -> usize {
    let mut next = first;
    let mut requests = 0;
    while let Some(asked) = next {
        requests += 1;
        assert!(requests < 100, "the list asks for ever");
        next = inbox.take(asked, service.page(asked));
    }
    requests
}

fn refresh(inbox: &mut Inbox, service: &Service, now: i64) -> usize {
    let first = inbox.refresh(now);
    ask(inbox, service, Some(first))
}

fn ids(inbox: &Inbox) -> Vec<i64> {
    inbox.rows().map(|row| row.id).collect()
}

/// Loads all there is and returns it.
fn read_all(inbox: &mut Inbox, service: &Service, now: i64) -> Vec<i64> {
    for _ in 0..100 {
        if !inbox.has_more() {
            break;
        }
        let next = inbox.more(now);
        ask(inbox, service, next);
    }
    ids(inbox)
}

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
    let oldest = Service::with(60).page(PageRequest { page: 1, direction: Direction::One, asked_at: 0 });
    let mut inbox = Inbox::new(Audience::Staff);
    let mut next = Some(inbox.refresh(0));
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
    let stale = inbox.refresh(10);
    let stale_page = Service::with(10).page(stale);
    inbox.confirm(wish.key, 20);
    inbox.take(stale, stale_page);
    assert_eq!(ids(&inbox), service.waiting(), "an answer asked for before the dismissal does not undo it");
    let mut returned = service.clone();
    returned.records.iter_mut().for_each(|r| r.is_dismissed = false);
    refresh(&mut inbox, &returned, 30);
    assert_eq!(ids(&inbox).len(), 10, "what staff brought back later is shown");
}

/// One step of a life of a list.
#[derive(Debug, Clone)]
enum Step {
    Refresh,
    More,
    Dismiss(usize),
    Undo,
    Send { refused: bool },
    Arrival,
    DismissedElsewhere(usize),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        1 => Just(Step::Refresh),
        3 => Just(Step::More),
        4 => (0usize..60).prop_map(Step::Dismiss),
        1 => Just(Step::Undo),
        2 => any::<bool>().prop_map(|refused| Step::Send { refused }),
        1 => Just(Step::Arrival),
        1 => (0usize..60).prop_map(Step::DismissedElsewhere),
    ]
}

proptest! {
    #[test]
    fn once_quiet_the_list_equals_the_service(
        steps in prop::collection::vec(step(), 0..60), count in 0i64..120, member: bool, obeys_filter: bool, spelling in 0usize..3
    ) {
        let audience = if member { Audience::Member } else { Audience::Staff };
        let descending = [Direction::MinusOne, Direction::One, Direction::Word][spelling];
        let mut service = Service { obeys_filter, descending, ..Service::with(count) };
        let mut inbox = Inbox::new(audience);
        refresh(&mut inbox, &service, 0);
        let mut last = None;
        for (now, step) in (1i64..).zip(steps) {
            let shown = ids(&inbox);
            let nth = |n: usize| shown.get(n % shown.len().max(1)).copied();
            match step {
                Step::Refresh => { refresh(&mut inbox, &service, now); }
                Step::More => { let next = inbox.more(now); ask(&mut inbox, &service, next); }
                Step::Dismiss(n) => if let Some(id) = nth(n) {
                    last = inbox.dismiss(now, 3, id).map(|(key, _)| key);
                    prop_assert!(!ids(&inbox).contains(&id), "the row leaves at once");
                },
                Step::Undo => if let Some(wish) = last.take().and_then(|key| inbox.outbox().undo(key)) {
                    let before = service.waiting();
                    prop_assert!(wish.ids.iter().all(|id| !shown.contains(id)));
                    prop_assert_eq!(service.waiting(), before, "undo sends nothing");
                },
                Step::Send { refused } => for wish in inbox.outbox().due(now) {
                    if refused {
                        prop_assert!(inbox.refuse(wish.key).is_some());
                    } else {
                        service.dismiss(wish.target);
                        inbox.confirm(wish.key, now);
                    }
                },
                Step::Arrival => {
                    let id = i64::try_from(service.records.len()).unwrap() + 1;
                    service.records.push(record(id, id / 3, id / 2 * 1000));
                }
                Step::DismissedElsewhere(n) => {
                    let id = i64::try_from(n).unwrap();
                    service.dismiss(Target::Record(id));
                }
            }
            let mut unique = ids(&inbox);
            unique.sort_unstable();
            unique.dedup();
            prop_assert_eq!(unique.len(), ids(&inbox).len(), "no row twice");
        }
        for wish in inbox.outbox().flush() {
            service.dismiss(wish.target);
            inbox.confirm(wish.key, 1_000);
        }
        refresh(&mut inbox, &service, 2_000);
        // Rows loaded earlier may be old news below the first page; reading on meets the truth page by page.
        let mut fresh = Inbox::new(audience);
        refresh(&mut fresh, &service, 2_000);
        prop_assert_eq!(read_all(&mut fresh, &service, 2_000), service.waiting());
        let all = read_all(&mut inbox, &service, 2_000);
        prop_assert!(service.waiting().iter().all(|id| all.contains(id)), "nothing that waits is missing");
    }
}
