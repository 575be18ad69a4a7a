//! What the parts of the page share, and the counting itself.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use leptos::{prelude::*, task::spawn_local};
use nexudus_api::Notification;
use nexudus_core::outcomes::{Access, End, Outcome, Progress, Question, Reading, Step, Writing};
use wasm_bindgen::JsValue;
use web_sys::Element;

use super::{
    SharedPace, calls,
    sentences::{noted, numbers},
};
use crate::{
    i18n::Texts,
    shell::{CHANGED, Client, announce, now, random, sleep, zone},
    ui::{El, focus, react},
};

/// Rows that are shown at first, and as many again each time.
pub const STEP: usize = 25;

/// One page. Clones are the same.
#[derive(Clone)]
pub struct Model {
    pub client: Client,
    pub texts: Texts,
    pub pace: SharedPace,
    /// The element of the page, in which the focus is moved.
    place: Element,
    reading: Rc<RefCell<Option<Reading>>>,
    /// Differs for each question, so that an answer to an earlier one is dropped.
    turn: Rc<Cell<u64>>,
    /// Whose results are shown.
    whose: Rc<RefCell<Option<String>>>,
    /// How far the counting is; `None` while nothing is counted.
    pub progress: RwSignal<Option<Progress>>,
    /// What has been counted. It tells of every change.
    pub outcome: RwSignal<Option<Outcome>>,
    /// How that ended. It tells of a new answer alone, so that what is under work in the list stays.
    pub answer: RwSignal<Option<(End, Progress)>>,
    /// How many rows are shown.
    pub rows: RwSignal<usize>,
    pub failure: RwSignal<String>,
    pub success: RwSignal<String>,
    /// For who does not see the page.
    pub said: RwSignal<String>,
    /// Until the service says otherwise (D1).
    pub may_edit: RwSignal<bool>,
    pub may_delete: RwSignal<bool>,
}

impl Model {
    pub fn new(client: Client, pace: SharedPace, place: &El) -> Self {
        let model = Self {
            texts: client.texts,
            pace,
            place: place.0.clone(),
            reading: Rc::default(),
            turn: Rc::default(),
            whose: Rc::default(),
            progress: RwSignal::new(None),
            outcome: RwSignal::new(None),
            answer: RwSignal::new(None),
            rows: RwSignal::new(STEP),
            failure: RwSignal::new(String::new()),
            success: RwSignal::new(String::new()),
            said: RwSignal::new(String::new()),
            may_edit: RwSignal::new(true),
            may_delete: RwSignal::new(true),
            client,
        };
        model.follow_sign_in();
        model
    }

    /// Another account may be allowed what this one was not, and has no business with what this one has seen.
    fn follow_sign_in(&self) {
        let (model, signed_in) = (self.clone(), self.client.custody.signed_in());
        react(Box::new(move || {
            if !signed_in.get() {
                return model.stop();
            }
            model.may_edit.set(true);
            model.may_delete.set(true);
            let name = model.client.custody.name();
            if model.whose.borrow().is_some() && *model.whose.borrow() != name {
                model.clear();
            }
        }));
    }

    fn clear(&self) {
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
            Some(reading) => reading.next(now(), &mut self.pace.borrow_mut()),
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
                        Err(error) => reading.failed(error, now(), &mut self.pace.borrow_mut(), random()),
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

    /// A look at a record, in its turn.
    pub fn read(&self, id: i64) -> Access {
        let model = self.clone();
        Box::pin(async move {
            model.room(false).await;
            calls::record(&model.client, id).await
        })
    }

    /// A record on its way back, in its turn.
    pub fn put(&self, body: String) -> Writing {
        let model = self.clone();
        Box::pin(async move {
            model.room(true).await;
            calls::put(&model.client, body).await
        })
    }

    /// A deletion, in its turn.
    pub fn delete(&self, id: i64) -> Writing {
        let model = self.clone();
        Box::pin(async move {
            model.room(true).await;
            calls::delete(&model.client, id).await
        })
    }

    /// Waits until the pace has room for a call, and takes it.
    async fn room(&self, writes: bool) {
        loop {
            let wait = self.pace.borrow_mut().wait(now(), usize::from(!writes), usize::from(writes));
            if wait == 0 {
                break;
            }
            sleep(wait).await;
        }
        let mut pace = self.pace.borrow_mut();
        if writes { pace.write(now()) } else { pace.read(now()) }
    }

    /// A notification says something else now, and the numbers follow.
    pub fn replaced(&self, record: Notification) {
        let (id, mut next, mut stays) = (record.id, None, false);
        self.outcome.try_update(|outcome| {
            if let Some(outcome) = outcome {
                next = outcome.remove(id);
                stays = outcome.replace(record);
            }
        });
        let number = id.to_string();
        let texts = self.texts;
        self.say(if stays {
            texts.with("outcomeSaved", &[&number])
        } else {
            texts.with("outcomeSavedElsewhere", &[&number])
        });
        if stays {
            self.focus_on(&["#outcome-", &number, " .edit"].concat());
        } else {
            self.focus_row(next);
        }
        announce(CHANGED, &JsValue::NULL);
    }

    /// A notification is no more, and the numbers follow.
    pub fn removed(&self, id: i64, said: String) {
        let mut next = None;
        self.outcome.try_update(|outcome| next = outcome.as_mut().and_then(|outcome| outcome.remove(id)));
        self.say(said);
        self.focus_row(next);
        announce(CHANGED, &JsValue::NULL);
    }

    /// Says what went well, and takes back what was said of what went wrong.
    pub fn say(&self, text: String) {
        self.success.try_set(text);
    }

    /// The account can never do this here (D1): it is said once, and not offered again.
    pub fn block(&self, what: RwSignal<bool>, why: String) {
        self.success.try_set(String::new());
        self.failure.try_set(why);
        what.try_set(false);
        self.focus_on(".message.shown");
    }

    fn focus_row(&self, id: Option<i64>) {
        match id {
            Some(id) => self.focus_on(&["#outcome-", &id.to_string()].concat()),
            None => self.focus_on(".outcome h3"),
        }
    }

    /// Moves the focus once the view has caught up.
    pub fn focus_on(&self, place: &str) {
        let (element, place) = (self.place.clone(), place.to_owned());
        request_animation_frame(move || focus(element.query_selector(&place).ok().flatten()));
    }
}
