//! Fields in which a customer or a reminder is found by name.

use std::{cell::RefCell, rc::Rc};

use nexudus_api::ApiError;
use nexudus_core::{
    budget::GAP,
    suggest::{Ask, Choice, MOST_PAGES, everything},
};

use super::{
    browser::resembles,
    combobox::{Chosen, Searching, combobox},
};
use crate::{
    i18n::sentences::error,
    shell::{Client, sleep},
    ui::{El, FieldError},
};

/// What can be found.
#[derive(Clone, Copy)]
pub enum Kind {
    /// A customer by name, e-mail address or `CoworkerId`.
    Customer,
    /// A reminder by name or `ReminderId`.
    Reminder,
}

/// The field. `name` is unique within the shadow root.
pub fn find_field(
    client: &Client,
    kind: Kind,
    name: &'static str,
    chosen: Chosen,
    error: Option<FieldError>,
    take: impl Fn(Choice) + Clone + 'static,
) -> El {
    let texts = client.texts;
    let (label, hint) = match kind {
        Kind::Customer => (texts.say("customer"), texts.say("findCustomer")),
        Kind::Reminder => (texts.say("reminder"), texts.say("findReminder")),
    };
    combobox(texts, (name, &label, &hint), chosen, error, search(client, kind), take)
}

/// What is behind a field.
struct Finder {
    client: Client,
    kind: Kind,
    known: RefCell<Known>,
}

/// What is known for one account.
#[derive(Default)]
struct Known {
    account: Option<String>,
    /// It may not search; it is told so and not asked for again.
    denied: bool,
    /// The beginning of the whole list, once it was needed.
    all: Option<Vec<Choice>>,
}

fn search(client: &Client, kind: Kind) -> Rc<dyn Fn(Ask) -> Searching> {
    let finder = Rc::new(Finder { client: client.clone(), kind, known: RefCell::default() });
    Rc::new(move |ask| {
        let finder = finder.clone();
        Box::pin(async move {
            let texts = finder.client.texts;
            let role = match finder.kind {
                Kind::Customer => "Coworker-List",
                Kind::Reminder => "Reminder-List",
            };
            let account = finder.client.custody.name();
            if finder.known.borrow().account != account {
                finder.known.replace(Known { account, ..Known::default() });
            }
            if finder.known.borrow().denied {
                return Err(texts.with("maySearchNot", &[role]));
            }
            finder.find(&ask).await.map_err(|why| {
                if why.says_unsupported() && why != ApiError::NotSignedIn {
                    finder.known.borrow_mut().denied = true;
                    return texts.with("maySearchNot", &[role]);
                }
                error(texts, &why, role)
            })
        })
    })
}

impl Finder {
    /// Whom a text may mean. Where the service's filter finds nobody, it may find whole names alone; then the list itself is
    /// looked through, as far as that is decent.
    async fn find(&self, ask: &Ask) -> Result<Vec<Choice>, ApiError> {
        let query = match self.kind {
            Kind::Customer => ask.customers(),
            Kind::Reminder => ask.reminders(),
        };
        let Some(query) = query else { return Ok(vec![]) };
        let (found, _) = self.page(&query).await?;
        let found = ask.choose(found, resembles);
        if !found.is_empty() || !ask.may_be_part() {
            return Ok(found);
        }
        let known = self.known.borrow().all.clone();
        let all = match known {
            Some(all) => all,
            None => self.everything().await?,
        };
        self.known.borrow_mut().all = Some(all.clone());
        Ok(ask.choose(all, resembles))
    }

    async fn everything(&self) -> Result<Vec<Choice>, ApiError> {
        let mut all = vec![];
        for page in 1..=MOST_PAGES {
            sleep(GAP).await;
            let (found, has_next) = self.page(&everything(page)).await?;
            all.extend(found);
            if !has_next {
                break;
            }
        }
        Ok(all)
    }

    async fn page(&self, query: &str) -> Result<(Vec<Choice>, bool), ApiError> {
        Ok(match self.kind {
            Kind::Customer => {
                let page = self.client.customers(query).await?;
                (page.records.into_iter().map(Choice::from).collect(), page.has_next)
            }
            Kind::Reminder => {
                let page = self.client.reminders(query).await?;
                (page.records.into_iter().map(Choice::from).collect(), page.has_next)
            }
        })
    }
}
