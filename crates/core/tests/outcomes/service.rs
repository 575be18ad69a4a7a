//! A service that filters, sorts and pages in its own way.

use nexudus_api::{Direction, Millis, Notification, NotificationType, Page};
use nexudus_core::{
    outcomes::{Ask, Outcome, PAGE, Question, Reading, Step},
    pace::{Limits, Pace},
};

pub const DAY: Millis = 86_400_000;

/// Wednesday, 2025-01-15T10:30:00Z.
pub const NOW: Millis = 1_736_937_000_000;

/// The Monday of that week, in days.
pub const MONDAY: i64 = 20_101;

pub fn utc(_: Millis) -> Millis {
    0
}

pub fn note(id: i64, kind: &str, at: Option<Millis>) -> Notification {
    Notification {
        id,
        coworker_id: Some(id % 5),
        message: "Hello".into(),
        kind: NotificationType::parse(kind),
        entity_id: 12,
        is_dismissed: id % 3 == 0,
        created_on: at,
    }
}

pub struct Service {
    pub records: Vec<Notification>,
    /// What of `dir` it understands; none is a service that does not sort.
    pub descending: Option<Direction>,
    pub obeys_kind: bool,
    pub obeys_from: bool,
    pub asks: Vec<Ask>,
}

impl Service {
    pub fn with(records: Vec<Notification>) -> Self {
        Self { records, descending: Some(Direction::MinusOne), obeys_kind: true, obeys_from: true, asks: vec![] }
    }

    pub fn answer(&mut self, ask: &Ask) -> Page<Notification> {
        self.asks.push(ask.clone());
        let fits = |record: &&Notification| {
            ask.kind.as_ref().is_none_or(|kind| !self.obeys_kind || record.kind == *kind)
                && ask.entity.is_none_or(|entity| record.entity_id == entity)
                && ask.from.is_none_or(|from| !self.obeys_from || record.created_on.is_none_or(|at| at >= from))
        };
        let mut all: Vec<_> = self.records.iter().filter(fits).cloned().collect();
        all.sort_by_key(|record| (record.created_on, record.id));
        if self.descending == Some(ask.direction) {
            all.reverse();
        }
        let skip = usize::try_from((ask.page - 1) * PAGE).unwrap();
        let size = usize::try_from(PAGE).unwrap();
        Page {
            records: all.iter().skip(skip).take(size).cloned().collect(),
            page: ask.page,
            total_items: i64::try_from(all.len()).unwrap(),
            has_next: all.len() > skip + size,
        }
    }

    pub fn ask(&mut self, question: Question) -> (Reading, Outcome) {
        let reading = read(question, |ask| self.answer(ask));
        (reading.clone(), reading.outcome())
    }
}

/// Reads to the end, with these answers.
pub fn read(question: Question, mut answer: impl FnMut(&Ask) -> Page<Notification>) -> Reading {
    let mut reading = Reading::new(question, NOW, utc);
    let mut pace = Pace::new(Limits::default());
    let mut now = NOW;
    for _ in 0..1_000 {
        match reading.next(now, &mut pace) {
            Step::Ask(ask) => reading.take(&ask, &answer(&ask)),
            Step::Wait(wait) => now += wait,
            Step::End => return reading,
        }
    }
    panic!("it never ends");
}

/// So many in a row, a minute apart, the newest first.
pub fn every_minute(count: i64) -> Vec<Notification> {
    (0..count).map(|id| note(id, "blog", Some(NOW - id * 60_000))).collect()
}

pub fn about(entity: i64) -> Question {
    Question::Entity { entity, kind: None }
}

pub fn of(kind: &str, weeks: i64) -> Question {
    Question::Kind { kind: NotificationType::parse(kind), weeks }
}

pub fn ids(outcome: &Outcome) -> Vec<i64> {
    outcome.rows().iter().map(|record| record.id).collect()
}
