//! The outbox: what is on disk, in which order wishes are sent, and that what has ended stays so.
#![allow(missing_docs, clippy::unwrap_used)]

use nexudus_core::outbox::{Outbox, State, Target, Wish};
use proptest::prelude::*;

fn wish() -> impl Strategy<Value = Wish> {
    let target = prop_oneof![
        any::<i64>().prop_map(Target::Entity),
        any::<i64>().prop_map(Target::Record),
        any::<i64>().prop_map(Target::Restore),
    ];
    let state = prop_oneof![
        any::<i64>().prop_map(State::Held),
        any::<i64>().prop_map(State::Sent),
        any::<i64>().prop_map(State::Doubt),
        any::<i64>().prop_map(State::Again),
    ];
    let numbers = (any::<u64>(), 0..(1u64 << 53), 0usize..100_000);
    (numbers, target, state, prop::collection::vec(any::<i64>(), 0..5))
        .prop_map(|((key, act, of), target, state, ids)| Wish { key, act, of, target, ids, state })
}

proptest! {
    #[test]
    fn a_wish_comes_back_from_disk_as_it_went(wish in wish()) {
        prop_assert_eq!(Wish::from_text(wish.key, &wish.to_text()), Some(wish));
    }

    #[test]
    fn whatever_is_on_disk_nothing_panics(text in any::<String>(), near in "[erbhsdx]?[-0-9]{0,21} ?[hsda]?[0-9 é-]{0,30}") {
        let _ = Wish::from_text(1, &text);
        if let Some(wish) = Wish::from_text(1, &near) {
            prop_assert!(Wish::from_text(1, &wish.to_text()) == Some(wish));
        }
    }

    #[test]
    fn an_id_is_held_as_long_as_a_wish_names_it(wishes in prop::collection::vec((0u64..8, prop::collection::vec(0i64..6, 0..3), any::<bool>()), 0..40)) {
        let mut outbox = Outbox::default();
        for (key, ids, put) in wishes {
            if put {
                outbox.put(Wish { key, act: key, of: 1, target: Target::Entity(1), ids, state: State::Held(0) });
            } else {
                outbox.settle(key);
                prop_assert!(outbox.has_ended(key));
            }
            for id in 0..6 {
                prop_assert_eq!(outbox.holds(id), outbox.wishes().iter().any(|wish| wish.ids.contains(&id)));
            }
            prop_assert!(outbox.wishes().iter().all(|wish| !outbox.has_ended(wish.key)), "what has ended stays so");
        }
    }
}

#[test]
fn what_no_version_has_written_is_no_wish() {
    for text in
        ["", "e", "e1", "e1 h2", "e1 h2 3", "x1 h2 3 1", "e1 x2 3 1", "e1 h2 3 -1", "e1 h2 3 1 four", "é1 h2 3 1"]
    {
        assert_eq!(Wish::from_text(1, text), None, "{text}");
    }
    assert_eq!(
        Wish::from_text(7, "e-4 d9 7 1 5 6").map(|wish| (wish.target, wish.ids)),
        Some((Target::Entity(-4), vec![5, 6]))
    );
}

#[test]
fn a_single_one_goes_before_the_rest_of_many_and_a_paused_act_waits() {
    let mut outbox = Outbox::default();
    let many = outbox.hold(10, (1..4).map(|id| (Target::Record(id), vec![id])).collect());
    let one = outbox.hold(20, vec![(Target::Record(9), vec![9])]);
    let due = |outbox: &Outbox, now, paused| outbox.due(now, paused).map(|wish| wish.target);
    assert_eq!(due(&outbox, 9, None), None);
    assert_eq!(due(&outbox, 10, None), Some(Target::Record(1)));
    assert_eq!(due(&outbox, 20, None), Some(Target::Record(9)));
    assert_eq!(due(&outbox, 20, Some(one)), Some(Target::Record(1)));
    assert_eq!(due(&outbox, 19, Some(many)), None);
    assert_eq!((outbox.next_due(None), outbox.next_due(Some(many))), (Some(10), Some(20)));
    assert_eq!(outbox.settle_all(&|wish| wish.act == many).len(), 3);
    assert!(!outbox.holds(1) && outbox.holds(9));
}
