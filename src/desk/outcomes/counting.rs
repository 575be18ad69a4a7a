//! The counting itself: carried out page by page.

use leptos::{prelude::*, task::spawn_local};
use nexudus_core::outcomes::{End, Question, Reading, Step};

use super::{
    calls,
    model::{Model, STEP},
    sentences::{noted, numbers},
};
use crate::shell::{now, random, sleep, zone};

impl Model {
    /// Takes away what an earlier question has left.
    pub fn clear(&self) {
        self.turn.set(self.turn.get() + 1);
        self.reading.take();
        self.progress.set(None);
        self.answer.set(None);
        self.outcome.set(None);
        for text in [self.failure, self.success, self.said] {
            text.set(String::new());
        }
    }

    /// Counts. `to_result` is that the focus goes to what comes of it.
    pub fn count(&self, question: Question, to_result: bool) {
        self.clear();
        self.whose.replace(self.client.custody.name());
        let reading = Reading::new(question, now(), zone);
        self.progress.set(Some(reading.progress()));
        self.reading.replace(Some(reading));
        let (model, turn) = (self.clone(), self.turn.get());
        spawn_local(async move {
            while model.turn.get() == turn && model.step().await {}
            if model.turn.get() == turn {
                model.finish(to_result);
            }
        });
    }

    /// Ends the counting, without the answer that is under way; what was counted stays.
    pub fn stop(&self) {
        if let Some(reading) = self.reading.borrow_mut().as_mut() {
            reading.stop();
        }
        self.turn.set(self.turn.get() + 1);
        self.finish(false);
    }

    /// One page, or one wait. False at the end.
    async fn step(&self) -> bool {
        let turn = self.turn.get();
        let next = match self.reading.borrow_mut().as_mut() {
            Some(reading) => self.pace(|pace| reading.next(now(), pace)).unwrap_or(Step::End),
            None => Step::End,
        };
        match next {
            Step::End => return false,
            Step::Wait(wait) => sleep(wait).await,
            Step::Ask(ask) => {
                let answer = calls::page(&self.client, &ask).await;
                if self.turn.get() != turn {
                    return false;
                }
                if let Some(reading) = self.reading.borrow_mut().as_mut() {
                    match answer {
                        Ok(page) => reading.take(&ask, &page),
                        Err(error) => {
                            self.pace(|pace| reading.failed(error, now(), pace, random()));
                        }
                    }
                    self.progress.try_set(Some(reading.progress()));
                }
            }
        }
        // A page that has gone answers no more.
        self.progress.try_get_untracked().is_some()
    }

    fn finish(&self, to_result: bool) {
        let Some(reading) = self.reading.take() else { return };
        let (end, progress, outcome) =
            (reading.end().cloned().unwrap_or(End::Stopped), reading.progress(), reading.outcome());
        let to_result = to_result || end == End::Stopped;
        self.rows.try_set(STEP);
        self.progress.try_set(None);
        self.failure.try_set(noted(self.texts, &end, progress));
        // Nothing read is no answer; why is said.
        let is_answer = progress.read > 0 || !matches!(end, End::Failed(_));
        self.said.try_set(if is_answer { numbers(self.texts, outcome.tally()) } else { String::new() });
        self.outcome.try_set(Some(outcome));
        self.answer.try_set(is_answer.then_some((end, progress)));
        if to_result {
            self.focus_on(if is_answer { ".outcome h3" } else { ".message.shown" });
        }
    }
}
