//! What answers mean for the lines they are about.

use nexudus_api::{ApiError, Coworker, Millis, Page};

use super::{BATCH, Failure, Known, Question, Resolver};
use crate::{pace::Pace, recipients::Read, wait::before_retry};

/// Pages read in search of one address.
const MOST_PAGES: i64 = 5;
/// Attempts at one question while the service answers with trouble of its own. Being offline ends nothing.
const ATTEMPTS: u32 = 4;

impl Resolver {
    /// Takes the answer to the question that is out. `random` is in 0..=1, for the back-off.
    pub fn answered(&mut self, now: Millis, random: f64, pace: &mut Pace, answer: Result<Page<Coworker>, ApiError>) {
        let Some(question) = self.asked.take() else { return };
        let page = match answer {
            Ok(page) => page,
            Err(error) => return self.trouble(now, random, pace, &question, error),
        };
        (self.attempts, self.troubles) = (0, 0);
        match question {
            Question::Ids(ids) => {
                self.batch = (self.batch * 2).min(BATCH);
                self.take_ids(&ids, page);
            }
            Question::Email(email, _) => self.take_page(&email, page),
        }
    }

    pub(super) fn waiting(&self) -> impl Iterator<Item = (usize, &Read)> {
        self.list.entries.iter().zip(&self.known).enumerate().filter_map(|(index, (entry, known))| {
            (matches!(known, Known::Waiting) && entry.twice.is_none()).then_some((index, &entry.read))
        })
    }

    pub(super) fn question(&self) -> Option<Question> {
        let id = |(_, read): (usize, &Read)| if let Read::Id(id) = read { Some(*id) } else { None };
        let ids: Vec<i64> = self.waiting().filter_map(id).take(self.batch).collect();
        if !ids.is_empty() {
            return Some(Question::Ids(ids));
        }
        let email = |(_, read): (usize, &Read)| if let Read::Email(email) = read { Some(email.clone()) } else { None };
        Some(Question::Email(self.waiting().find_map(email)?, self.page))
    }

    /// The lines that a question is about, by index.
    fn lines_of(&self, question: &Question) -> Vec<usize> {
        let asked = |read: &Read| match (question, read) {
            (Question::Ids(ids), Read::Id(id)) => ids.contains(id),
            (Question::Email(asked, _), Read::Email(email)) => asked == email,
            _ => false,
        };
        self.waiting().filter(|(_, read)| asked(read)).map(|(index, _)| index).collect()
    }

    fn settle(&mut self, index: usize, known: Known) {
        if let Known::Customer(customer) = &known {
            let first = self.owner.entry(customer.id).or_insert(index);
            *first = index.min(*first);
        }
        if let Some(place) = self.known.get_mut(index) {
            *place = known;
        }
    }

    fn take_ids(&mut self, ids: &[i64], page: Page<Coworker>) {
        // Others than those asked for: the parameter was ignored, and who is missing may still be there.
        let filtered = page.records.iter().all(|customer| ids.contains(&customer.id)) && !page.has_next;
        for index in self.lines_of(&Question::Ids(ids.to_vec())) {
            let Some(Read::Id(id)) = self.list.entries.get(index).map(|entry| &entry.read) else { continue };
            let known = match page.records.iter().find(|customer| customer.id == *id) {
                Some(customer) => Known::Customer(customer.clone()),
                None if filtered => Known::NotFound,
                None => Known::Failed(Failure::NotFiltered),
            };
            self.settle(index, known);
        }
    }

    fn take_page(&mut self, email: &str, page: Page<Coworker>) {
        let wanted = email.to_lowercase();
        let lower = |customer: &Coworker| customer.email.trim().to_lowercase();
        let filtered = page.records.iter().all(|customer| lower(customer).contains(&wanted));
        let has_next = page.has_next;
        for customer in page.records.into_iter().filter(|customer| lower(customer) == wanted) {
            // A page may repeat what an earlier one has shown.
            if self.matches.iter().all(|known| known.id != customer.id) {
                self.matches.push(customer);
            }
        }
        if filtered && has_next && self.page < MOST_PAGES {
            self.page += 1;
            return;
        }
        self.page = 1;
        let matches = std::mem::take(&mut self.matches);
        let known = match matches.as_slice() {
            _ if !filtered && has_next => Known::Failed(Failure::NotFiltered),
            _ if has_next => Known::Failed(Failure::TooMany),
            [] => Known::NotFound,
            [customer] => Known::Customer(customer.clone()),
            several => Known::Several(several.iter().map(|customer| customer.id).collect()),
        };
        for index in self.lines_of(&Question::Email(email.to_owned(), 1)) {
            self.settle(index, known.clone());
        }
    }

    fn trouble(&mut self, now: Millis, random: f64, pace: &mut Pace, question: &Question, error: ApiError) {
        self.attempts += 1;
        let again = match error {
            ApiError::NotSignedIn => {
                self.signed_out = true;
                return;
            }
            ApiError::Throttled { .. } | ApiError::Offline => true,
            _ => {
                self.troubles += 1;
                error.is_transient() && self.troubles < ATTEMPTS
            }
        };
        if again {
            return pace.slow_down(now, before_retry(&error, self.attempts, random).unwrap_or_default());
        }
        (self.attempts, self.troubles) = (0, 0);
        let lines = match question {
            // The role is missing for one as for all.
            _ if error == ApiError::NotPermitted => self.waiting().map(|(index, _)| index).collect(),
            // One `Id` may spoil it for all: halves find it.
            Question::Ids(ids) if ids.len() > 1 => {
                self.batch = ids.len() / 2;
                return;
            }
            _ => self.lines_of(question),
        };
        (self.page, self.matches) = (1, vec![]);
        for index in lines {
            self.settle(index, Known::Failed(Failure::Said(error.clone())));
        }
    }
}
