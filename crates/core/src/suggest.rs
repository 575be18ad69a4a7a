//! Search as you type: when to ask, what to ask for, and which answers still count.
//!
//! The service's filters may match exactly, loosely or not at all (D5), so what comes back is compared with what was typed.

use nexudus_api::{Coworker, ListQuery, Millis, Reminder};

/// How long nothing may be typed before a search begins, in milliseconds.
pub const PAUSE: Millis = 250;
/// Characters below which a search would find everybody.
const LEAST: usize = 2;
/// Choices shown at once.
pub const MOST_CHOICES: usize = 20;
/// Records asked for: more than are shown, because loose matches are left out.
const PAGE: i64 = 50;
/// Records a page of the list without a filter.
const WHOLE_PAGE: i64 = 100;
/// Pages of it that are read: a thousand records, and a twelfth of the calls that the service allows a minute `[doc]`.
pub const MOST_PAGES: i64 = 10;

/// What to ask the service for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// Nothing: too short.
    Nothing,
    /// The record with this `Id`.
    Number(i64),
    /// Records with this in their name.
    Name(String),
    /// Customers with this in their e-mail address.
    Email(String),
}

/// Somebody or something to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// `Id`.
    pub id: i64,
    /// What it is called.
    pub name: String,
    /// What tells it from its namesakes: an e-mail address, a location.
    pub detail: String,
    /// Archived or not active.
    pub inactive: bool,
}

/// One field under typing.
#[derive(Debug, Clone, Default)]
pub struct Suggest {
    turn: u32,
}

impl Suggest {
    /// Something else stands in the field: answers to earlier questions are stale. Returns a turn, for [`Suggest::is_current`]
    /// after [`PAUSE`] and again with the answer.
    pub fn typed(&mut self) -> u32 {
        self.turn = self.turn.wrapping_add(1);
        self.turn
    }

    /// Nothing has been typed or chosen since.
    #[must_use]
    pub fn is_current(&self, turn: u32) -> bool {
        self.turn == turn
    }
}

impl Ask {
    /// What a typed text asks for.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let text = text.trim();
        match text.parse() {
            Ok(number) if number > 0 => Self::Number(number),
            _ if text.chars().nth(LEAST - 1).is_none() => Self::Nothing,
            _ if text.contains('@') => Self::Email(text.to_owned()),
            _ => Self::Name(text.to_owned()),
        }
    }

    /// The query string for `GET /api/spaces/coworkers`; `None` where there is nothing to ask.
    #[must_use]
    pub fn customers(&self) -> Option<String> {
        self.query("Coworker", "FullName", "Email")
    }

    /// The query string for `GET /api/crm/reminders`; `None` where there is nothing to ask.
    #[must_use]
    pub fn reminders(&self) -> Option<String> {
        self.query("Reminder", "Name", "Name")
    }

    /// Whether a filter that only finds equal texts could have hidden what was meant: exact or contains is `[unknown]`.
    #[must_use]
    pub fn may_be_part(&self) -> bool {
        matches!(self, Self::Name(_) | Self::Email(_))
    }

    fn query(&self, entity: &'static str, name: &str, email: &str) -> Option<String> {
        let query = ListQuery::new(entity);
        let (field, text) = match self {
            Self::Nothing => return None,
            Self::Number(id) => return Some(query.ids(&[*id]).finish()),
            Self::Name(text) => (name, text),
            Self::Email(text) => (email, text),
        };
        Some(query.page(1, PAGE).filter(field, text).finish())
    }

    /// The choices in an answer, best first: what begins with the text, then what contains it; who is inactive comes last. Records that do
    /// not contain it are an answer that was not filtered, unless the service knows better: `contains` is the browser's
    /// comparison, which knows letters with and without accents.
    #[must_use]
    pub fn choose(&self, found: Vec<Choice>, contains: impl Fn(&str, &str) -> bool) -> Vec<Choice> {
        let mut ranked: Vec<(usize, Choice)> = found
            .into_iter()
            .filter_map(|choice| {
                let rank = match self {
                    Self::Nothing => return None,
                    Self::Number(id) => (choice.id == *id).then_some(0)?,
                    Self::Name(text) | Self::Email(text) => {
                        let begins = |field: &str| {
                            let start: String = field.chars().take(text.chars().count()).collect();
                            contains(&start, text)
                        };
                        match [&choice.name, &choice.detail] {
                            fields if fields.iter().any(|field| begins(field)) => 0,
                            fields if fields.iter().any(|field| contains(field, text)) => 1,
                            _ => return None,
                        }
                    }
                };
                Some((rank + if choice.inactive { 2 } else { 0 }, choice))
            })
            .collect();
        ranked.sort_by(|(one, a), (other, b)| one.cmp(other).then_with(|| a.name.cmp(&b.name)).then(a.id.cmp(&b.id)));
        ranked.into_iter().map(|(_, choice)| choice).take(MOST_CHOICES).collect()
    }
}

impl From<Coworker> for Choice {
    fn from(customer: Coworker) -> Self {
        let inactive = customer.archived || !customer.active;
        Self { id: customer.id, name: customer.full_name, detail: customer.email, inactive }
    }
}

impl From<Reminder> for Choice {
    fn from(reminder: Reminder) -> Self {
        Self { id: reminder.id, name: reminder.name, detail: reminder.business_name, inactive: false }
    }
}

/// The query string for a page, from 1, of everything there is to choose from.
#[must_use]
pub fn everything(page: i64) -> String {
    ListQuery::new("").page(page, WHOLE_PAGE).finish()
}

/// The row that an arrow key leads to: `None` is the text itself.
#[must_use]
pub fn step(at: Option<usize>, count: usize, down: bool) -> Option<usize> {
    match (at, down) {
        _ if count == 0 => None,
        (None, true) => Some(0),
        (None, false) => Some(count - 1),
        (Some(at), true) => (at + 1 < count).then_some(at + 1),
        (Some(at), false) => at.checked_sub(1),
    }
}
