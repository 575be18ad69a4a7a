//! A sliding window: at most so many calls in any period, whichever period one looks at.

use std::collections::VecDeque;

use nexudus_api::Millis;

/// At most so many in any period. Kept in sixty bunches, each dated by its last, so that a text of it stays short.
#[derive(Debug, Clone)]
pub(crate) struct Rate {
    most: usize,
    period: Millis,
    bunches: VecDeque<(Millis, usize)>,
    bunch_began: Millis,
}

impl Rate {
    pub(crate) fn new(most: usize, period: Millis) -> Self {
        Self { most: most.max(1), period, bunches: VecDeque::new(), bunch_began: Millis::MIN }
    }

    pub(crate) fn used(&self, now: Millis) -> usize {
        let counts = |(at, _): &&(Millis, usize)| now.saturating_sub(*at) < self.period;
        self.bunches.iter().filter(counts).map(|(_, count)| count).sum()
    }

    pub(crate) fn wait(&self, now: Millis, more: usize) -> Millis {
        let mut over = (self.used(now) + more.min(self.most)).saturating_sub(self.most);
        for (at, count) in self.bunches.iter().filter(|(at, _)| now.saturating_sub(*at) < self.period) {
            if over == 0 {
                break;
            }
            over = over.saturating_sub(*count);
            if over == 0 {
                return at.saturating_add(self.period).saturating_sub(now);
            }
        }
        0
    }

    pub(crate) fn spend(&mut self, now: Millis) {
        self.bunches.retain(|(at, _)| now.saturating_sub(*at) < self.period);
        let same = now.saturating_sub(self.bunch_began) < self.period / 60;
        match self.bunches.back_mut().filter(|_| same) {
            Some((at, count)) => (*at, *count) = (now, *count + 1),
            None => {
                self.bunches.push_back((now, 1));
                self.bunch_began = now;
            }
        }
    }

    pub(crate) fn time_for(&self, now: Millis, more: usize) -> Millis {
        let periods = (self.used(now) + more).saturating_sub(1) / self.most;
        Millis::try_from(periods).unwrap_or(Millis::MAX).saturating_mul(self.period)
    }

    pub(crate) fn to_text(&self) -> String {
        self.bunches
            .iter()
            .map(|(at, count)| [at.to_string(), count.to_string()].join(":"))
            .collect::<Vec<_>>()
            .join(",")
    }

    pub(crate) fn take_over(&mut self, text: &str) {
        let bunch =
            |text: &str| text.split_once(':').and_then(|(at, count)| Some((at.parse().ok()?, count.parse().ok()?)));
        self.bunches = text.split(',').filter_map(bunch).collect();
    }
}
