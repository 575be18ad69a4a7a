//! A list that asks the service until there is nothing more to ask.

use nexudus_core::{
    list::{List, PageRequest, View},
    outbox::Outbox,
};

use crate::service::Service;

/// Asks until there is nothing more to ask; returns the number of requests.
pub fn ask(list: &mut List, outbox: &Outbox, service: &Service, first: Option<PageRequest>) -> usize {
    let mut next = first;
    let mut requests = 0;
    while let Some(asked) = next {
        requests += 1;
        assert!(requests < 100, "the list asks for ever");
        next = list.take(asked, &service.page(View::Waiting, asked), outbox);
    }
    requests
}

pub fn refresh(list: &mut List, outbox: &Outbox, service: &Service, now: i64) -> usize {
    let first = list.refresh(now, false);
    ask(list, outbox, service, Some(first))
}

pub fn quiet_look(list: &mut List, outbox: &Outbox, service: &Service, now: i64) {
    let quiet = list.refresh(now, true);
    ask(list, outbox, service, Some(quiet));
}

pub fn ids(list: &List, outbox: &Outbox) -> Vec<i64> {
    list.rows(outbox).map(|row| row.record.id).collect()
}

/// Loads all there is and returns it.
pub fn read_all(list: &mut List, outbox: &Outbox, service: &Service, now: i64) -> Vec<i64> {
    for _ in 0..100 {
        if !list.has_more() {
            break;
        }
        let next = list.more(now);
        ask(list, outbox, service, next);
    }
    ids(list, outbox)
}
