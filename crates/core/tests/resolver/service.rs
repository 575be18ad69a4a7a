//! A service whose filters are exact, loose or ignored, and a resolver that asks it.

use nexudus_api::{ApiError, Coworker, Page};
use nexudus_core::{
    pace::{Limits, Pace},
    recipients::{List, Progress, Reader},
    resolver::{Failure, Question, Resolver, State, Step},
};

#[derive(Clone, Copy, PartialEq)]
pub enum Filters {
    Exact,
    Contains,
    Ignored,
}

type Fits = Box<dyn Fn(&Coworker) -> bool>;

pub struct Service {
    pub customers: Vec<Coworker>,
    pub filters: Filters,
    /// Refuses every batch that holds this one.
    pub poison: Option<i64>,
    pub size: usize,
    pub questions: Vec<Question>,
}

pub fn customer(id: i64, email: &str) -> Coworker {
    Coworker {
        id,
        full_name: format!("Customer {id}"),
        email: email.into(),
        company_name: String::new(),
        is_company: false,
        active: true,
        archived: false,
    }
}

impl Service {
    pub fn with(customers: Vec<Coworker>) -> Self {
        Self { customers, filters: Filters::Exact, poison: None, size: 100, questions: vec![] }
    }

    pub fn answer(&mut self, question: &Question) -> Result<Page<Coworker>, ApiError> {
        self.questions.push(question.clone());
        let (fits, page): (Fits, i64) = match question {
            Question::Ids(ids) => {
                if self.poison.is_some_and(|id| ids.contains(&id)) {
                    return Err(ApiError::Invalid { message: "no such number".into(), fields: vec![] });
                }
                let (ids, ignored) = (ids.clone(), self.filters == Filters::Ignored);
                (Box::new(move |c| ignored || ids.contains(&c.id)), 1)
            }
            Question::Email(email, page) => {
                let (email, filters) = (email.to_lowercase(), self.filters);
                let fits = move |c: &Coworker| match filters {
                    Filters::Exact => c.email.to_lowercase() == email,
                    Filters::Contains => c.email.to_lowercase().contains(&email),
                    Filters::Ignored => true,
                };
                (Box::new(fits), *page)
            }
        };
        let all: Vec<Coworker> = self.customers.iter().filter(|c| fits(c)).cloned().collect();
        let skip = usize::try_from(page - 1).unwrap() * self.size;
        let has_next = all.len() > skip + self.size;
        let records = all.into_iter().skip(skip).take(self.size).collect();
        Ok(Page { records, page, total_items: 0, has_next })
    }
}

pub fn list(text: &str) -> List {
    let mut reader = Reader::of_text(text).unwrap();
    while reader.step().unwrap() != Progress::Done {}
    reader.finish()
}

/// Runs to the end; the time it took.
pub fn run(resolver: &mut Resolver, service: &mut Service) -> i64 {
    let (mut now, mut pace) = (0, Pace::new(Limits::default()));
    for _ in 0..100_000 {
        match resolver.next(now, &mut pace) {
            Step::Wait(ms) => now += ms,
            Step::Ask(question) => {
                let answer = service.answer(&question);
                resolver.answered(now, 0.5, &mut pace, answer);
            }
            Step::SignIn => panic!("nobody signs in here"),
            Step::Done => return now,
        }
    }
    panic!("it asks for ever")
}

pub fn short(resolver: &Resolver) -> Vec<String> {
    let state = |state: State<'_>| match state {
        State::Found(customer) => format!("found {}", customer.id),
        State::Inactive(customer) => format!("inactive {}", customer.id),
        State::Failed(Failure::Said(_)) => "failed".into(),
        other => format!("{other:?}"),
    };
    resolver.states().map(state).collect()
}

pub fn resolved(text: &str, service: &mut Service) -> Vec<String> {
    let mut resolver = Resolver::new(list(text));
    run(&mut resolver, service);
    short(&resolver)
}

pub fn some() -> Service {
    let mut customers: Vec<_> = (1..=9).map(|id| customer(id, &format!("c{id}@x.com"))).collect();
    customers.extend([customer(20, "both@x.com"), customer(21, "Both@X.com"), customer(22, "abc1@x.com")]);
    customers.extend([Coworker { archived: true, ..customer(30, "old@x.com") }]);
    customers.extend([Coworker { active: false, ..customer(31, "gone@x.com") }]);
    Service::with(customers)
}
