//! Whole lives of a list against a service that is simulated from a seed: whatever happens, the two agree in the end.

use nexudus_api::Direction;
use nexudus_core::{
    list::{List, View},
    outbox::{Outbox, State, Target},
};
use proptest::prelude::*;

use crate::{
    asking::{ask, ids, quiet_look, read_all, refresh},
    records::record,
    service::Service,
};

/// One step of a life of a list.
#[derive(Debug, Clone)]
enum Step {
    Refresh,
    QuietLook,
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
        1 => Just(Step::QuietLook),
        3 => Just(Step::More),
        4 => (0usize..60).prop_map(Step::Dismiss),
        1 => Just(Step::Undo),
        2 => any::<bool>().prop_map(|refused| Step::Send { refused }),
        1 => Just(Step::Arrival),
        1 => (0usize..60).prop_map(Step::DismissedElsewhere),
    ]
}

/// The rows that a dismissal of one takes with it, and what is asked of the service.
fn target(list: &List, outbox: &Outbox, id: i64, member: bool) -> (Target, Vec<i64>) {
    let entity = list.all(outbox).find(|row| row.record.id == id).unwrap().record.entity_id;
    let same = list.all(outbox).filter(|row| row.record.entity_id == entity);
    if member {
        (Target::Entity(entity), same.map(|row| row.record.id).collect())
    } else {
        (Target::Record(id), vec![id])
    }
}

/// Sends one; the list learns what the service says.
fn send(list: &mut List, outbox: &mut Outbox, service: &mut Service, now: i64, refused: bool) -> bool {
    let Some(key) = outbox.due(now, None).map(|wish| wish.key) else { return false };
    outbox.set(key, State::Sent(now));
    let wish = outbox.settle(key).unwrap();
    if !refused {
        service.apply(wish.target);
        list.leave(&wish.ids, now);
    }
    true
}

proptest! {
    #[test]
    fn once_quiet_the_list_equals_the_service(
        steps in prop::collection::vec(step(), 0..60), count in 0i64..120, member: bool, obeys_filter: bool, spelling in 0usize..3
    ) {
        let descending = [Direction::MinusOne, Direction::One, Direction::Word][spelling];
        let mut service = Service { obeys_filter, descending, ..Service::with(count) };
        let (mut list, mut outbox) = (List::new(View::Waiting, |_| 0, 25), Outbox::default());
        refresh(&mut list, &outbox, &service, 0);
        let mut last = None;
        for (now, step) in (1i64..).zip(steps) {
            let shown = ids(&list, &outbox);
            let nth = |n: usize| shown.get(n % shown.len().max(1)).copied();
            match step {
                Step::Refresh => { refresh(&mut list, &outbox, &service, now); }
                Step::QuietLook | Step::More => {
                    if matches!(step, Step::More) {
                        let next = list.more(now);
                        ask(&mut list, &outbox, &service, next);
                    } else {
                        quiet_look(&mut list, &outbox, &service, now);
                    }
                    let after = ids(&list, &outbox);
                    let stay: Vec<_> = shown.iter().filter(|id| after.contains(id)).copied().collect();
                    prop_assert!(after.starts_with(&stay), "{shown:?} became {after:?}");
                }
                Step::Dismiss(n) => if let Some(id) = nth(n) {
                    let target = target(&list, &outbox, id, member);
                    last = Some(outbox.hold(now + 3, vec![target]));
                    list.show_arrivals_on_empty(&outbox);
                    prop_assert!(!ids(&list, &outbox).contains(&id), "the row leaves at once");
                },
                Step::Undo => if let Some(wish) = last.take().and_then(|key| outbox.settle(key)) {
                    prop_assert!(wish.ids.iter().all(|id| !shown.contains(id)));
                },
                Step::Send { refused } => while send(&mut list, &mut outbox, &mut service, now, refused) {},
                Step::Arrival => {
                    let id = i64::try_from(service.records.len()).unwrap() + 1;
                    service.records.push(record(id, id / 3, id / 2 * 1000));
                }
                Step::DismissedElsewhere(n) => service.apply(Target::Record(i64::try_from(n).unwrap())),
            }
            let mut unique = ids(&list, &outbox);
            unique.sort_unstable();
            unique.dedup();
            prop_assert_eq!(unique.len(), ids(&list, &outbox).len(), "no row twice");
        }
        while send(&mut list, &mut outbox, &mut service, 1_000, false) {}
        refresh(&mut list, &outbox, &service, 2_000);
        read_all(&mut list, &outbox, &service, 2_000);
        // A gap that is filled late may have been set aside, so that no row moved.
        list.show_arrivals();
        prop_assert_eq!(ids(&list, &outbox), service.waiting());
    }
}
