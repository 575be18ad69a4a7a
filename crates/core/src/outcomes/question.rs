//! What is counted, and the pages that are asked for it.

use nexudus_api::{Direction, ListQuery, Millis, Notification, NotificationType};

use super::count::{first_instant, week_of};
use crate::{
    form::{Field, Problem, integer, required},
    known::Zone,
};

/// Records a page.
pub const PAGE: i64 = 100;
/// How many weeks back one can ask, the present one among them.
pub const WEEKS: [i64; 3] = [4, 12, 26];

/// Clocks of two machines differ, and so may what they take for UTC (D7): so much more is asked for than is counted.
const CLOCKS: Millis = 86_400_000;

/// Which notifications are counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// Those about one entity, perhaps of one type alone.
    Entity {
        /// `EntityId`.
        entity: i64,
        /// Its aliases count as the same.
        kind: Option<NotificationType>,
    },
    /// Those of one type from the last weeks, which begin on Mondays.
    Kind {
        /// Its aliases count as the same.
        kind: NotificationType,
        /// The present week and those before it.
        weeks: i64,
    },
    /// Those that one run has sent: all say the same.
    Run {
        /// `Message`.
        message: String,
        /// Its aliases count as the same.
        kind: NotificationType,
        /// `EntityId`.
        entity: i64,
        /// When the run began, by this machine's clock.
        since: Millis,
    },
}

/// A page to read: `GET /api/spaces/coworkernotifications` with [`Ask::query`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// From 1.
    pub page: i64,
    /// `dir` (D2).
    pub direction: Direction,
    /// One spelling of a type.
    pub kind: Option<NotificationType>,
    /// One entity.
    pub entity: Option<i64>,
    /// Created since then (D5).
    pub from: Option<Millis>,
}

impl Ask {
    /// The query string with its `?`.
    #[must_use]
    pub fn query(&self) -> String {
        let mut query = ListQuery::new("CoworkerNotification").page(self.page, PAGE).order("CreatedOn", self.direction);
        if let Some(kind) = &self.kind {
            query = query.filter("NotificationType", kind.as_str());
        }
        if let Some(entity) = self.entity {
            query = query.filter("EntityId", &entity.to_string());
        }
        if let Some(from) = self.from {
            query = query.from("CreatedOn", from);
        }
        query.finish()
    }
}

impl Question {
    /// The filters of each list that has to be read. A type has one for each of its spellings; where an entity narrows the list
    /// already, types and texts are compared here.
    pub(super) fn asks(&self, now: Millis, zone: Zone) -> Vec<Ask> {
        let ask =
            |kind, entity| Ask { page: 1, direction: Direction::default(), kind, entity, from: self.from(now, zone) };
        match self {
            Self::Entity { entity, .. } | Self::Run { entity, .. } => vec![ask(None, Some(*entity))],
            Self::Kind { kind, .. } => {
                let aliases = NotificationType::KNOWN.into_iter().map(|(_, known)| known);
                let same: Vec<_> = aliases.filter(|known| known.canonical() == kind.canonical()).collect();
                let spellings = if same.is_empty() { vec![kind.clone()] } else { same };
                spellings.into_iter().map(|spelling| ask(Some(spelling), None)).collect()
            }
        }
    }

    /// The lower end to ask for.
    pub(super) fn from(&self, now: Millis, zone: Zone) -> Option<Millis> {
        match self {
            Self::Entity { .. } => None,
            Self::Kind { weeks, .. } => Some(first_instant(first_week(*weeks, now, zone), zone).saturating_sub(CLOCKS)),
            Self::Run { since, .. } => Some(since.saturating_sub(CLOCKS)),
        }
    }

    /// Whether a notification is one of those that are counted. Filters may be loose or ignored (D5).
    pub(super) fn counts(&self, record: &Notification, now: Millis, zone: Zone) -> bool {
        let is = |kind: &NotificationType| record.kind.canonical() == kind.canonical();
        match self {
            Self::Entity { entity, kind } => record.entity_id == *entity && kind.as_ref().is_none_or(is),
            Self::Kind { kind, weeks } => {
                let first = first_week(*weeks, now, zone);
                is(kind) && record.created_on.is_some_and(|at| week_of(at, zone) >= first)
            }
            Self::Run { message, kind, entity, since } => {
                let in_time = record.created_on.is_some_and(|at| at >= since.saturating_sub(CLOCKS));
                record.entity_id == *entity && is(kind) && record.message == *message && in_time
            }
        }
    }
}

pub(super) fn first_week(weeks: i64, now: Millis, zone: Zone) -> i64 {
    week_of(now, zone) - (weeks.max(1) - 1)
}

/// The two questions that can be typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum About {
    /// [`Question::Entity`]
    #[default]
    Entity,
    /// [`Question::Kind`]
    Kind,
}

/// A question as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Asked {
    /// Which of the two.
    pub about: About,
    /// Entity `Id`.
    pub entity: String,
    /// A known type or any other; an entity does without.
    pub kind: String,
    /// How many weeks back a type is counted.
    pub weeks: i64,
}

impl Asked {
    /// The question, or what stands against it.
    ///
    /// # Errors
    /// One entry for each field that has to change.
    pub fn check(&self) -> Result<Question, Vec<(Field, Problem)>> {
        let mut problems = vec![];
        let kind = self.kind.trim();
        let question = match self.about {
            About::Entity => integer(&self.entity, Field::Entity, &mut problems).map(|entity| Question::Entity {
                entity,
                kind: (!kind.is_empty()).then(|| NotificationType::parse(kind)),
            }),
            About::Kind => required(kind, Field::Kind, &mut problems)
                .map(|kind| Question::Kind { kind: NotificationType::parse(kind), weeks: self.weeks.max(1) }),
        };
        question.ok_or(problems)
    }
}
