//! The service as far as a list is concerned, with the doubts as switches.

use nexudus_api::{Direction, Notification, Page};
use nexudus_core::{
    list::{PageRequest, View},
    outbox::Target,
};

#[derive(Debug, Clone)]
pub struct Service {
    pub records: Vec<Notification>,
    /// D2: the `dir` that means "newest first".
    pub descending: Direction,
    /// D5: whether it keeps waiting and dismissed ones apart.
    pub obeys_filter: bool,
    /// D6: pages, or everything at once.
    pub paged: bool,
}

impl Service {
    pub fn page(&self, view: View, asked: PageRequest) -> Page<Notification> {
        let belongs = |r: &&Notification| !self.obeys_filter || r.is_dismissed == (view == View::Dismissed);
        let mut all: Vec<_> = self.records.iter().filter(belongs).cloned().collect();
        all.sort_by_key(|r| r.created_on); // stable: ties in the order of Ids, whichever way round
        if asked.direction == self.descending {
            all.reverse();
        }
        let total_items = i64::try_from(all.len()).unwrap();
        if !self.paged {
            return Page { records: all, page: 1, total_items, has_next: false };
        }
        let (page, size) = (asked.page, asked.size);
        let skip = usize::try_from((page - 1) * size).unwrap();
        let records = all.into_iter().skip(skip).take(usize::try_from(size).unwrap()).collect();
        Page { records, page, total_items, has_next: page * size < total_items }
    }

    pub fn apply(&mut self, target: Target) {
        for record in &mut self.records {
            match target {
                Target::Entity(entity) if record.entity_id == entity => record.is_dismissed = true,
                Target::Record(id) if record.id == id => record.is_dismissed = true,
                Target::Restore(id) if record.id == id => record.is_dismissed = false,
                _ => {}
            }
        }
    }

    /// The `Id`s of one view, newest first.
    pub fn ids(&self, view: View) -> Vec<i64> {
        let mut records: Vec<_> = self.records.iter().filter(|r| r.is_dismissed == (view == View::Dismissed)).collect();
        records.sort_by_key(|record| std::cmp::Reverse((record.created_on, record.id)));
        records.iter().map(|record| record.id).collect()
    }
}
