//! A desk at a run, with what the service would answer.

use nexudus_api::{
    ApiError, Created, FieldError, NewNotification, Notification, NotificationType, Page, ReminderAudit,
};
use nexudus_core::{
    pace::{Limits, Pace},
    send_run::{Answer, Draft, New, Recipient, SendRun, State, Step},
};

pub const LOST: ApiError = ApiError::Offline;

pub fn draft() -> NewNotification {
    NewNotification {
        coworker_id: 0,
        message: "Hi".into(),
        kind: NotificationType::Blog,
        entity_id: 7,
        is_dismissed: false,
    }
}

/// What a run sends; the rules are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Notification,
    Reminder,
}

pub const BOTH: [Kind; 2] = [Kind::Notification, Kind::Reminder];

impl Kind {
    pub fn draft(self) -> Draft {
        match self {
            Self::Notification => draft().into(),
            Self::Reminder => Draft::Reminder { reminder_id: 7, name: "Renewal".into() },
        }
    }

    /// A page of the draft's own list, with these on it.
    pub fn page(self, records: Vec<Same>) -> Answer {
        match self {
            Self::Notification => Answer::Page(Ok(Page::whole(records.into_iter().map(notification).collect()))),
            Self::Reminder => Answer::Audits(Ok(Page::whole(records.into_iter().map(entry).collect()))),
        }
    }

    pub fn no_page(self, error: ApiError) -> Answer {
        match self {
            Self::Notification => Answer::Page(Err(error)),
            Self::Reminder => Answer::Audits(Err(error)),
        }
    }
}

/// One that says the same, and whose it is.
pub type Same = (i64, i64);

pub fn record(id: i64, customer: i64) -> Same {
    (id, customer)
}

fn notification((id, customer): Same) -> Notification {
    Notification {
        id,
        coworker_id: Some(customer),
        message: "Hi".into(),
        kind: NotificationType::Blog,
        entity_id: 7,
        is_dismissed: false,
        created_on: None,
    }
}

pub fn entry((id, customer): Same) -> ReminderAudit {
    ReminderAudit {
        id,
        coworker_id: customer,
        coworker_full_name: String::new(),
        reminder_id: 7,
        reminder_name: String::new(),
        created_on: None,
        updated_by: String::new(),
    }
}

/// A run with a clock, its pace, and what it has asked for.
pub struct Desk {
    pub kind: Kind,
    pub run: SendRun,
    pub pace: Pace,
    pub now: i64,
    pub stored: String,
}

impl Desk {
    pub fn with(kind: Kind, count: i64) -> Self {
        let recipient = |customer| Recipient { customer, name: format!("N{customer}"), email: String::new() };
        Self::of(kind, (1..=count).map(recipient).collect())
    }

    pub fn of(kind: Kind, recipients: Vec<Recipient>) -> Self {
        let run = SendRun::new(0, kind.draft(), recipients).unwrap();
        Self { kind, run, pace: Pace::new(Limits::default()), now: 0, stored: String::new() }
    }

    /// The next step that is neither a wait nor a save; both are carried out.
    pub fn step(&mut self) -> Step {
        for _ in 0..10_000 {
            match self.run.next(self.now, &mut self.pace) {
                Step::Wait(ms) => self.now += ms,
                Step::Save(text) => {
                    self.stored = text;
                    self.answer(Answer::Saved(true));
                }
                step => return step,
            }
        }
        panic!("it waits for ever")
    }

    pub fn answer(&mut self, answer: Answer) {
        self.run.answered(self.now, 0.0, &mut self.pace, answer);
    }

    /// Expects a look, answers it with these, and returns whose it was.
    pub fn look(&mut self, records: Vec<Same>) -> Option<i64> {
        let Step::Look(look) = self.step() else { panic!("a look was due: {:?}", self.run.slots()) };
        self.answer(self.kind.page(records));
        look.customer
    }

    pub fn send(&mut self, answer: Result<Option<i64>, ApiError>) -> i64 {
        let Step::Send(new) = self.step() else { panic!("a send was due: {:?}", self.run.slots()) };
        self.answer(Answer::Created(answer.map(|id| Created { id })));
        match (self.kind, &new) {
            (Kind::Notification, New::Notification(new)) => assert_eq!(new.message, "Hi"),
            (Kind::Reminder, New::Reminder(pair)) => assert_eq!(pair.reminder_id, 7),
            other => panic!("{other:?}"),
        }
        new.coworker_id()
    }

    pub fn state(&self, index: usize) -> &State {
        self.run.slots()[index].state()
    }

    pub fn reload(&mut self) {
        self.run = SendRun::from_text(&self.stored).unwrap();
    }
}

pub fn refusal() -> ApiError {
    let field = FieldError { property: "Entity".into(), message: "is unknown".into() };
    ApiError::Invalid { message: "Entity: is unknown".into(), fields: vec![field] }
}
