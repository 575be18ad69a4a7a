//! What the parts of the page share.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use leptos::prelude::*;
use nexudus_core::{
    outcomes::{End, Outcome, Progress, Reading},
    pace::Pace,
};
use web_sys::Element;

use crate::{
    desk::place::Place,
    i18n::Texts,
    shell::Client,
    ui::{El, focus, react},
};

/// Rows that are shown at first, and as many again each time.
pub const STEP: usize = 25;

/// One page. Clones are the same.
#[derive(Clone)]
pub struct Model {
    pub client: Client,
    pub texts: Texts,
    /// The element of the page, in which the focus is moved.
    pub place: Element,
    pub reading: Rc<RefCell<Option<Reading>>>,
    /// Differs for each question, so that an answer to an earlier one is dropped.
    pub turn: Rc<Cell<u64>>,
    /// Whose results are shown.
    pub whose: Rc<RefCell<Option<String>>>,
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
    /// Does something with the pace that all long jobs of the account share; nothing where nobody is signed in.
    pub fn pace<T>(&self, act: impl FnOnce(&mut Pace) -> T) -> Option<T> {
        Place::of(&self.client).map(|place| place.pace(act))
    }

    pub fn new(client: Client, place: &El) -> Self {
        let model = Self {
            texts: client.texts,
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

    /// Says what went well.
    pub fn say(&self, text: String) {
        self.success.try_set(text);
    }

    /// Moves the focus once the view has caught up.
    pub fn focus_on(&self, place: &str) {
        let (element, place) = (self.place.clone(), place.to_owned());
        request_animation_frame(move || focus(element.query_selector(&place).ok().flatten()));
    }
}
