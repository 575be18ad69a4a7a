//! Whole lives of a send run from one seed each: lost answers, late effects, throttling, sign-outs, archived customers,
//! colleagues, reloads at any moment and clocks that jump. In the end everybody has exactly one, or a reason.
//!
//! A seed that fails prints itself. `SEND_RUN_SEED=123 cargo test -p nexudus-core --test send_run_life -- --nocapture` plays
//! it again with every step; `SEND_RUN_SEEDS=100000` plays more of them.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod answers;
mod ends;
mod people;
#[path = "../shared/rng.rs"]
mod rng;
mod service;
mod turns;
mod world;

use std::{
    collections::BTreeMap,
    panic::{AssertUnwindSafe, catch_unwind},
};

use nexudus_core::send_run::Checked;

use crate::world::World;

/// Plays a life; what it has met.
fn play(seed: u64, reminds: bool, trace: bool) -> Vec<&'static str> {
    let mut world = World::new(seed, reminds, trace);
    world.play();
    world.check_customers();
    world.check_budget();
    let mut met = world.met;
    for slot in world.run.slots() {
        let copies = slot.copies();
        let what = [
            (slot.outcome(), true),
            ("copies dismissed", !copies.dismissed.is_empty()),
            ("copies left", !copies.left.is_empty()),
            ("not checked", slot.checked() == Checked::Failed),
        ];
        met.extend(what.into_iter().filter(|(_, met)| *met).map(|(what, _)| what));
    }
    met
}

/// What every simulation has to meet: one that no longer meets what it is for proves nothing.
const MET: [&str; 13] = [
    "sent",
    "skipped",
    "refused",
    "not-sent",
    "reload",
    "reload while sending",
    "clock jump",
    "late effect",
    "arrived after all",
    "sent again",
    "a colleague between look and send",
    "throttled while sending",
    "signed out while sending",
];

/// Plays many lives, or the one that is asked for by its seed.
fn play_all(reminds: bool, of_its_own: &str) {
    let number = |name: &str| std::env::var(name).ok().map(|text| text.parse::<u64>().expect("a number"));
    if let Some(seed) = number("SEND_RUN_SEED") {
        play(seed, reminds, true);
        return;
    }
    let mut met = BTreeMap::<&str, usize>::new();
    for seed in 0..number("SEND_RUN_SEEDS").unwrap_or(10_000) {
        match catch_unwind(AssertUnwindSafe(|| play(seed, reminds, false))) {
            Ok(all) => all.into_iter().for_each(|what| *met.entry(what).or_default() += 1),
            Err(panic) => {
                eprintln!("SEND_RUN_SEED={seed} plays this again");
                std::panic::resume_unwind(panic);
            }
        }
    }
    println!("{met:#?}");
    for what in MET.into_iter().chain([of_its_own]) {
        assert!(met.contains_key(what), "never met: {what}");
    }
}

#[test]
fn everybody_has_exactly_one_or_a_reason() {
    play_all(false, "copies dismissed");
}

#[test]
fn everybody_is_noted_once_as_reminded_or_there_is_a_reason() {
    play_all(true, "copies left");
}
