//! Looking: which customer has which of the same already, and what follows from it.

use nexudus_api::{ApiError, Millis};

use super::{
    Busy, Cause, Checked, Look, MOST_DOUBTS, Reason, SETTLE, STALE, SendRun, Slot, State, Step, Stop,
    draft::{Found, Seen},
};
use crate::{pace::Pace, wait::before_retry};

/// Pages of what one customer has about one entity or reminder.
const MOST_PAGES: i64 = 5;
/// Pages of the list at the end; whoever is beyond is looked at singly.
const MOST_LIST_PAGES: i64 = 200;
/// Attempts at a look that the service answers with trouble of its own. Being offline ends nothing.
const ATTEMPTS: u32 = 6;
/// How far, in milliseconds, the service's clock and time zone may be from ours (D7).
const CLOCKS: Millis = 24 * 60 * 60 * 1000;

/// What a look is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aim {
    /// Whether to send to a customer, or whether a send has arrived.
    Decide(usize),
    /// What the customers of the run have at its end.
    List,
    /// The same for one whom the list has not shown.
    Check(usize),
}

/// A look that may take several pages.
#[derive(Debug, Clone)]
pub(super) struct Looking {
    aim: Aim,
    page: i64,
    found: Vec<Found>,
}

impl Looking {
    /// It may end in a send.
    pub(super) fn decides(&self) -> bool {
        matches!(self.aim, Aim::Decide(_))
    }
}

impl SendRun {
    /// The next look, or whatever is left to do when there is none.
    pub(super) fn look(&mut self, now: Millis, pace: &mut Pace) -> Step {
        let looking = match self.looking.take() {
            Some(looking) => looking,
            None => match self.choose() {
                Ok(aim) => Looking { aim, page: 1, found: vec![] },
                Err(settling) if settling > 0 => return self.idle(settling),
                Err(_) => return self.wind_up(now, pace),
            },
        };
        let (aim, page) = (looking.aim, looking.page);
        // A look that a send will follow begins when there is room for both, so that it is fresh.
        let writes = usize::from(matches!(aim, Aim::Decide(_)));
        let wait = pace.wait(now, 1, writes);
        if wait > 0 {
            // Half a look that is about to grow old begins anew.
            let keeps = page > 1 && (aim == Aim::List || wait <= STALE);
            self.looking = Some(looking).filter(|_| keeps);
            return self.idle(wait);
        }
        self.looking = Some(looking);
        pace.read(now);
        self.busy = Some(Busy::Look);
        let customer = match aim {
            Aim::Decide(slot) | Aim::Check(slot) => self.slots.get(slot).map(|slot| slot.recipient.customer),
            Aim::List => None,
        };
        let since = (aim == Aim::List).then(|| self.started.saturating_sub(CLOCKS));
        Step::Look(Look { customer, about: self.draft.about(), since, page })
    }

    /// Stores what is new before a wait begins.
    fn idle(&mut self, wait: Millis) -> Step {
        if self.dirty { self.save() } else { Self::wait(wait) }
    }

    /// What to look at, or how long to wait before there is something; 0 when there is nothing.
    fn choose(&self) -> Result<Aim, Millis> {
        let since = |slot: &Slot| if let State::InDoubt(at) = slot.state { Some(at) } else { None };
        let doubts = || self.slots.iter().enumerate().filter_map(|(index, slot)| Some((index, since(slot)?)));
        if let Some((settled, _)) = doubts().find(|(_, at)| self.elapsed - at >= SETTLE) {
            return Ok(Aim::Decide(settled));
        }
        let next = self.slots.iter().position(|slot| slot.state == State::Waiting);
        match next {
            Some(next) if doubts().count() < MOST_DOUBTS => return Ok(Aim::Decide(next)),
            _ => {}
        }
        if let Some(first) = doubts().map(|(_, at)| at).min() {
            return Err((first + SETTLE - self.elapsed).max(1));
        }
        let unchecked = self.slots.iter().position(Slot::is_unchecked).ok_or(0)?;
        // A send that was given up on and repeated may still arrive.
        let settling = self.last_doubt.map_or(0, |at| at + SETTLE - self.elapsed);
        match settling {
            1.. => Err(settling),
            _ if self.listed => Ok(Aim::Check(unchecked)),
            _ => Ok(Aim::List),
        }
    }

    pub(super) fn take_page(&mut self, seen: Seen) {
        let Some(mut looking) = self.looking.take() else { return };
        looking.found.extend(seen.found);
        let most = if looking.aim == Aim::List { MOST_LIST_PAGES } else { MOST_PAGES };
        match looking.aim {
            _ if seen.more && looking.page < most => {
                looking.page += 1;
                self.looking = Some(looking);
            }
            Aim::Decide(slot) | Aim::Check(slot) if seen.more => {
                self.cannot_look(slot, Reason { cause: Cause::TooMany, detail: String::new() });
            }
            Aim::Decide(slot) => self.decide(slot, &looking.found),
            Aim::Check(slot) => self.check(slot, &looking.found),
            Aim::List => self.check_all(looking.found),
        }
    }

    /// Which of these the customer of a slot has: `Id`s.
    pub(super) fn same(&self, slot: usize, found: &[Found]) -> Vec<i64> {
        let Some(slot) = self.slots.get(slot) else { return vec![] };
        let own = |record: &&Found| record.customer == Some(slot.recipient.customer);
        let mut same: Vec<i64> = found.iter().filter(own).map(|record| record.id).collect();
        same.sort_unstable();
        same.dedup();
        same
    }

    /// A look went wrong.
    pub(super) fn look_failed(&mut self, now: Millis, random: f64, pace: &mut Pace, error: ApiError) {
        self.attempts += 1;
        match error {
            ApiError::NotSignedIn => self.stop = Some(Stop::SignIn),
            ApiError::NotPermitted => {
                self.looking = None;
                self.stop = Some(Stop::MayNotLook);
            }
            _ if self.is_worth_repeating(&error) => {
                pace.slow_down(now, before_retry(&error, self.attempts, random).unwrap_or_default());
            }
            error => {
                (self.attempts, self.troubles) = (0, 0);
                match self.looking.take().map(|looking| looking.aim) {
                    Some(Aim::Decide(slot) | Aim::Check(slot)) => self.cannot_look(slot, Reason::cannot_look(&error)),
                    // Then each is looked at singly.
                    Some(Aim::List) => self.listed = true,
                    None => {}
                }
            }
        }
    }

    /// True for what may pass by itself; being offline and being throttled always do.
    pub(super) fn is_worth_repeating(&mut self, error: &ApiError) -> bool {
        if matches!(error, ApiError::Offline | ApiError::Throttled { .. }) {
            return true;
        }
        self.troubles += 1;
        error.is_transient() && self.troubles < ATTEMPTS
    }

    fn cannot_look(&mut self, index: usize, reason: Reason) {
        let Some(slot) = self.slots.get_mut(index) else { return };
        self.dirty = true;
        match slot.state {
            // It was sent; only whether it is there twice stays open.
            State::Sent(_) => slot.checked = Checked::Failed,
            _ if slot.tries == 0 => self.refuse(index, reason, false),
            _ => slot.state = State::Unknown(reason),
        }
    }
}
