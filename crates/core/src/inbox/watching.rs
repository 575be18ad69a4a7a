//! The service's lists: what is asked for, when somebody wants it or it is time, and what is made of the answer.

use nexudus_api::{ApiError, Millis, Notification, Page};

use super::{Effect, Inbox, Job, Load, Reply, Why};
use crate::{
    Audience,
    list::{PageRequest, View},
    outbox::Target,
};

impl Inbox {
    /// Shows the list that this tab showed on its last page, until the answer comes.
    pub fn paint(&mut self, page: &Page<Notification>) {
        if !matches!(self.waiting_load, Load::Ready) {
            let asked = PageRequest { asked_at: Millis::MIN, ..self.waiting.refresh(0, false) };
            self.waiting.take(asked, page, &self.outbox);
        }
    }

    /// Shows the other list.
    pub fn set_view(&mut self, now: Millis, view: View) {
        self.view = view;
        // A member's dismissed ones come with the list of those that wait, if at all: there is no call for them.
        if matches!(self.load(), Load::Idle) && self.has_list(view) {
            self.refresh(now);
        }
    }

    pub(super) fn has_list(&self, view: View) -> bool {
        view == View::Waiting || self.settings.audience == Audience::Staff
    }

    /// Asks for the newest page; once more behind an answer that is under way, which may be too old by then.
    pub fn refresh(&mut self, now: Millis) {
        let view = if self.has_list(self.view) { self.view } else { View::Waiting };
        let (list, load, _) = self.list(view);
        if let Load::Loading { again } = load {
            *again = true;
            return;
        }
        let asked = list.refresh(now, false);
        self.ask(now, view, asked, Why::Person);
    }

    /// Asks for the next page.
    pub fn more(&mut self, now: Millis) {
        let view = self.view;
        let (list, load, _) = self.list(view);
        if !matches!(load, Load::Loading { .. })
            && let Some(asked) = list.more(now)
        {
            self.ask(now, view, asked, Why::Person);
        }
    }

    /// Shows what has come while somebody was looking at the list.
    pub fn show_arrivals(&mut self) {
        self.waiting.show_arrivals();
        self.dismissed.show_arrivals();
    }

    /// Somebody sees the list: what is on it is not new on the next visit.
    pub fn see(&mut self) {
        let news = self.waiting.rows(&self.outbox).next().and_then(|row| self.seen.see(&row.record));
        if news.is_some() {
            self.effects.push(Effect::Store("seen".into(), news));
        }
    }

    pub(super) fn ask(&mut self, now: Millis, view: View, asked: PageRequest, why: Why) {
        if why == Why::Person {
            *self.list(view).1 = Load::Loading { again: false };
        }
        if view == View::Waiting {
            self.poller.asked(now);
        }
        self.budget.call(now);
        self.effects.push(Effect::Call(Job::Page(view, asked, why)));
    }

    /// The outcome of a call. `random` is in 0..=1, for jitter.
    pub fn answered(&mut self, now: Millis, job: Job, reply: Result<Reply, ApiError>, random: f64) {
        match (job, reply) {
            (Job::Page(View::Waiting, asked, Why::Doubt), reply) => self.walked(now, asked, reply),
            (Job::Page(view, asked, why), Ok(Reply::Page(page))) => self.take(now, view, asked, why, &page, random),
            (Job::Page(view, _, why), Err(error)) => self.failed(now, view, why, error, random),
            // No shell answers a question for a page with anything else.
            (Job::Page(..), Ok(Reply::Done | Reply::NotFound)) => {}
            (Job::Send(key, Target::Restore(_)), Ok(Reply::NotFound)) => self.not_found(now, key),
            (Job::Send(key, _), Ok(_)) => self.sent(now, key),
            (Job::Send(key, _), Err(error)) => self.not_sent(now, key, error, random),
        }
        self.tick(now);
    }

    fn take(&mut self, now: Millis, view: View, asked: PageRequest, why: Why, page: &Page<Notification>, random: f64) {
        let (list, load, outbox) = self.list(view);
        let next = list.take(asked, page, outbox);
        let again = why == Why::Person && matches!(load, Load::Loading { again: true });
        if next.is_none() && (why == Why::Person || matches!(load, Load::Failed(_))) {
            *load = Load::Ready;
        }
        if view == View::Waiting {
            self.poller.answered(now, true, random);
            self.note_dismissed(page);
        }
        match next {
            Some(next) => self.ask(now, view, next, why),
            None if again => {
                let asked = self.list(view).0.refresh(now, false);
                self.ask(now, view, asked, Why::Person);
            }
            None => {}
        }
    }

    /// What nobody asked for does not cover the rows with its failure.
    fn failed(&mut self, now: Millis, view: View, why: Why, error: ApiError, random: f64) {
        self.slow_down(now, &error);
        if why == Why::Person {
            *self.list(view).1 = Load::Failed(error);
        }
        if view == View::Waiting {
            self.poller.answered(now, false, random);
        }
    }

    /// A member's service may send dismissed ones along (D5); the other view is where they belong.
    pub(super) fn note_dismissed(&mut self, page: &Page<Notification>) {
        if self.settings.audience == Audience::Member {
            let zone = self.settings.zone;
            let gone = page.records.iter().filter(|record| record.is_dismissed);
            let rows: Vec<_> = gone.map(|record| crate::known::Row::new(record.clone(), zone)).collect();
            if !rows.is_empty() {
                self.dismissed.enter(rows);
            }
        }
    }
}
