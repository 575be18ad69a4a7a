//! What has to be true in the end.

use nexudus_api::Millis;
use nexudus_core::send_run::{Cause, Checked, Slot, State};

use crate::{
    service::Stored,
    world::{LIMITS, World},
};

/// What a customer has, for the message of an assertion.
struct Has<'a>(i64, &'a Slot, &'a [&'a Stored]);

impl std::fmt::Display for Has<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "customer {} is {:?} and has {:#?}", self.0, self.1, self.2)
    }
}

impl World {
    pub fn check_customers(&mut self) {
        // Whatever was still under way is given the time it may take.
        self.pass(10_000_000);
        for slot in self.run.slots() {
            let customer = slot.recipient().customer;
            let all = self.service.of(customer, &self.draft);
            let sends = all.iter().filter(|stored| stored.ours && !stored.repeated).count();
            // A colleague who comes when all is sent and looked through, and what was there before, are not ours.
            let old = |at: Millis| at < 1_700_000_000_000;
            let visible = all
                .iter()
                .filter(|s| {
                    !s.record.is_dismissed
                        && (s.ours || s.at < self.service.listed_at || *slot.state() == State::Sent(Some(s.record.id)))
                        && !old(s.at)
                })
                .count();
            let has = Has(customer, slot, &all);
            assert!(sends <= 1, "sent to twice: {has}");
            let had_it = all.iter().any(|stored| old(stored.at)) && !self.again.contains(&customer);
            assert!(!had_it || sends == 0, "had it before: {has}");
            let copies = slot.copies();
            assert!(copies.waiting.is_empty(), "a copy is forgotten: {has}");
            match slot.state() {
                State::Sent(id) => {
                    let left = if self.reminds { visible == 1 + copies.left.len() } else { !copies.left.is_empty() };
                    let exact =
                        visible == 1 || left || slot.checked() == Checked::Failed || self.again.contains(&customer);
                    assert!(exact, "{visible} instead of one: {has}");
                    assert!(visible > 0, "nothing there: {has}");
                    assert!(id.is_none_or(|id| all.iter().any(|s| s.record.id == id)), "no such Id: {has}");
                }
                State::Skipped(ids) => {
                    assert_eq!(sends, 0, "{has}");
                    assert!(!ids.is_empty() && ids.iter().all(|id| all.iter().any(|s| s.record.id == *id)), "{has}");
                }
                State::Refused(reason) => {
                    assert_eq!(sends, 0, "{has}");
                    assert_ne!(reason.cause, Cause::NotPermitted);
                }
                State::NotSent => assert!(sends == 0 && self.cancelled, "{has}"),
                State::Unknown(reason) => assert_eq!(reason.cause, Cause::CannotLook, "{has}"),
                unsettled => panic!("not settled: {unsettled:?}"),
            }
        }
    }

    pub fn check_budget(&self) {
        let mut from = Millis::MIN;
        for to in self.leaps.iter().copied().chain([Millis::MAX]) {
            let all: Vec<Millis> =
                self.service.calls.iter().filter(|(at, _)| (from..to).contains(at)).map(|c| c.0).collect();
            let writes: Vec<Millis> = self
                .service
                .calls
                .iter()
                .filter(|(at, write)| *write && (from..to).contains(at))
                .map(|c| c.0)
                .collect();
            for (calls, most, period) in [
                (&all, LIMITS.calls_a_minute, 60_000),
                (&all, LIMITS.calls_an_hour, 3_600_000),
                (&writes, LIMITS.writes_a_minute, 60_000),
                (&writes, LIMITS.writes_a_day, 86_400_000),
            ] {
                let crowded = calls.windows(most + 1).find(|window| window[most] - window[0] < period);
                assert!(crowded.is_none(), "more than {most} in {period} ms: {crowded:?}");
            }
            let close = all.windows(2).find(|pair| pair[1] - pair[0] < 100);
            assert!(close.is_none(), "two calls within 100 ms: {close:?}");
            from = to;
        }
    }
}
