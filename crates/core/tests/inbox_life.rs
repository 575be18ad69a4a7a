//! Whole lives of a list against a service that is simulated from a seed: whatever happens, the two agree in the end.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

mod common;

use common::{Service, ask, ids, read_all, record, refresh};
use nexudus_api::Direction;
use nexudus_core::{Audience, inbox::Inbox, outbox::Target};
use proptest::prelude::*;

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
                Step::QuietLook => {
                    let quiet = inbox.refresh(now, true);
                    ask(&mut inbox, &service, Some(quiet));
                    let after = ids(&inbox);
                    let stay: Vec<_> = shown.iter().filter(|id| after.contains(id)).copied().collect();
                    prop_assert!(after.starts_with(&stay), "{shown:?} became {after:?}");
                }
                Step::More => {
                    let next = inbox.more(now);
                    ask(&mut inbox, &service, next);
                    let after = ids(&inbox);
                    let stay: Vec<_> = shown.iter().filter(|id| after.contains(id)).copied().collect();
                    prop_assert!(after.starts_with(&stay), "{shown:?} became {after:?}");
                }
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
        read_all(&mut inbox, &service, 2_000);
        // A gap that is filled late may have been set aside, so that no row moved.
        inbox.show_arrivals();
        let all = ids(&inbox);
        prop_assert!(service.waiting().iter().all(|id| all.contains(id)), "nothing that waits is missing");
    }
}
