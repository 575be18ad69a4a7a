//! Whole lives of an account, from a seed: tabs that freeze, crash and disagree about the time, a service that throttles,
//! fails and answers late, and people who dismiss, undo and leave. Whatever happens, no wish is lost and none is sent twice.
//!
//! `cargo test -p nexudus-core --test simulation`; a life that failed is told again by `SEED=123` in front of it, and
//! `SEEDS=1000000` lives that many.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod arrivals;
mod effects;
mod ends;
mod events;
mod ledger;
mod life;
mod locks;
mod network;
mod pages;
mod people;
#[path = "../shared/rng.rs"]
mod rng;
#[path = "../shared/service.rs"]
mod service;
mod tab;
mod world;

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

#[test]
fn whatever_happens_no_wish_is_lost_and_none_is_sent_twice() {
    if let Some(seed) = number("SEED") {
        if let Err(why) = life::live(seed, true) {
            panic!("seed {seed}: {why}");
        }
        return;
    }
    let seeds = number("SEEDS").unwrap_or(10_000);
    let (mut calls, mut failed) = (0, vec![]);
    for seed in 0..seeds {
        match std::panic::catch_unwind(|| life::live(seed, false)) {
            Ok(Ok(made)) => calls += made,
            Ok(Err(why)) => failed.push((seed, why)),
            Err(_) => failed.push((seed, "panicked".into())),
        }
    }
    println!("{seeds} lives, {calls} calls");
    let first: Vec<_> = failed.iter().take(20).map(|(seed, why)| format!("SEED={seed} {why}")).collect();
    assert!(failed.is_empty(), "{} of {seeds} lives failed:\n{}", failed.len(), first.join("\n"));
}
