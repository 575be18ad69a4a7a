//! Changing and deleting against a service that loses answers: a write is sent once at the most, and what is said of it is so.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

use std::{
    cell::RefCell,
    future::ready,
    pin::pin,
    rc::Rc,
    task::{Context, Poll, Waker},
};

use nexudus_api::{ApiError, Created, NotificationChange, Received, Response};
use nexudus_core::outcomes::{Access, Removed, Saved, Writing, remove, save};

const BEFORE: &str = r#"{"Id":7,"EntityId":1,"Message":"a","NotificationType":"blog","IsDismissed":false,"More":1}"#;

#[derive(Clone)]
struct Service(Rc<RefCell<State>>);

/// From that read on, the answer is that error.
type Fails = Option<(usize, ApiError)>;

struct State {
    record: Option<String>,
    writes: usize,
    reads: usize,
    read_fails: Fails,
}

#[derive(Clone)]
enum Write {
    Works,
    LostBefore,
    LostAfter,
    /// A browser has sent it twice by itself, and the second one finds nothing.
    Twice,
    Answers(ApiError),
}

fn not_found() -> ApiError {
    ApiError::Server { status: 404, message: String::new() }
}

impl Service {
    fn new(record: Option<&str>, read_fails: Fails) -> Self {
        Self(Rc::new(RefCell::new(State { record: record.map(str::to_owned), writes: 0, reads: 0, read_fails })))
    }

    fn read(&self) -> Access {
        let mut state = self.0.borrow_mut();
        state.reads += 1;
        if let Some((_, error)) = state.read_fails.as_ref().filter(|(from, _)| state.reads >= *from) {
            return Box::pin(ready(Err(error.clone())));
        }
        let (status, body) = state.record.clone().map_or((404, String::new()), |record| (200, record));
        let json = Some("application/json".into());
        Box::pin(ready(Ok(Response { status, url: "/".into(), content_type: json, retry_after: None, body, at: 0 })))
    }

    fn write(&self, after: Option<String>, how: Write) -> Writing {
        let service = self.clone();
        Box::pin(async move {
            let mut state = service.0.borrow_mut();
            state.writes += 1;
            if !matches!(how, Write::LostBefore | Write::Answers(_)) {
                state.record = after;
            }
            match how {
                Write::Works => Ok(Created { id: None }),
                Write::LostBefore | Write::LostAfter => Err(ApiError::Offline),
                Write::Twice => Err(not_found()),
                Write::Answers(error) => Err(error),
            }
        })
    }
}

fn now<T>(task: impl Future<Output = T>) -> T {
    match pin!(task).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("nothing here waits"),
    }
}

fn saved(service: &Service, how: Write) -> Saved {
    let change = NotificationChange { message: Some("b".into()), ..NotificationChange::default() };
    now(save(&change, &|| service.read(), |body| service.write(Some(body), how)))
}

fn removed(service: &Service, how: Write) -> Removed {
    now(remove(service.write(None, how), &|| service.read()))
}

fn with_b(saved: &Saved) -> bool {
    matches!(saved, Saved::Saved(record) if record.message == "b" && !record.is_dismissed)
}

#[test]
fn a_change_is_sent_once_and_told_as_it_is() {
    let server = |status| ApiError::Server { status, message: String::new() };
    let refused = ApiError::Invalid { message: "no".into(), fields: vec![] };
    let cases: Vec<(Write, Fails, Option<Saved>)> = vec![
        (Write::Works, None, None),
        (Write::LostAfter, None, None),
        (Write::LostBefore, None, Some(Saved::NotArrived)),
        (Write::Answers(server(502)), None, Some(Saved::NotArrived)),
        (Write::LostAfter, Some((2, ApiError::Offline)), Some(Saved::Unknown(ApiError::Offline))),
        (Write::Answers(refused.clone()), None, Some(Saved::Refused(refused))),
        (Write::Answers(ApiError::NotPermitted), None, Some(Saved::Refused(ApiError::NotPermitted))),
        (Write::Answers(not_found()), None, Some(Saved::Refused(not_found()))),
    ];
    for (how, read_fails, expected) in cases {
        let service = Service::new(Some(BEFORE), read_fails);
        let saved = saved(&service, how);
        match expected {
            Some(expected) => assert_eq!(saved, expected),
            None => assert!(with_b(&saved), "{saved:?}"),
        }
        assert_eq!(service.0.borrow().writes, 1);
    }
}

#[test]
fn a_change_of_what_cannot_be_read_sends_nothing() {
    for (service, expected) in [
        (Service::new(None, None), Saved::Gone),
        (Service::new(Some(BEFORE), Some((1, ApiError::NotPermitted))), Saved::Unread(ApiError::NotPermitted)),
        (Service::new(Some(BEFORE), Some((1, ApiError::Offline))), Saved::Unread(ApiError::Offline)),
    ] {
        assert_eq!(saved(&service, Write::Works), expected);
        assert_eq!(service.0.borrow().writes, 0);
    }
    let service = Service::new(Some(&BEFORE.replace(r#""Message":"a""#, r#""Message":"b""#)), None);
    assert!(with_b(&saved(&service, Write::Works)));
    assert_eq!(service.0.borrow().writes, 0, "somebody was here first");
}

#[test]
fn what_goes_back_is_the_whole_record() {
    let service = Service::new(Some(BEFORE), None);
    saved(&service, Write::Works);
    let record = service.0.borrow().record.clone().unwrap();
    assert!(record.contains(r#""More":1"#) && record.contains(r#""Message":"b""#), "{record}");
}

#[test]
fn a_record_that_went_between_reading_and_writing_is_called_gone() {
    let service = Service::new(Some(BEFORE), None);
    let change = NotificationChange { message: Some("b".into()), ..NotificationChange::default() };
    let write = |_| {
        service.0.borrow_mut().record = None;
        service.write(None, Write::Answers(not_found()))
    };
    assert_eq!(now(save(&change, &|| service.read(), write)), Saved::Gone);
}

#[test]
fn a_deletion_is_sent_once_and_told_as_it_is() {
    let unsuccessful = ApiError::Server { status: 200, message: String::new() };
    let html = ApiError::NotJson { url: "/".into(), status: 404, received: Received::Html };
    let empty = ApiError::NotJson { url: "/".into(), status: 200, received: Received::Empty };
    let cases: Vec<(Write, Fails, Removed)> = vec![
        (Write::Works, None, Removed::Removed),
        (Write::LostAfter, None, Removed::Removed),
        (Write::Twice, None, Removed::Removed),
        (Write::LostBefore, None, Removed::NotArrived),
        (Write::Answers(empty), None, Removed::NotArrived),
        (Write::LostAfter, Some((1, ApiError::NotPermitted)), Removed::Unknown(ApiError::NotPermitted)),
        (Write::Answers(unsuccessful.clone()), None, Removed::Refused(unsuccessful)),
        (Write::Answers(not_found()), None, Removed::Refused(not_found())),
        (Write::Answers(not_found()), Some((1, ApiError::NotPermitted)), Removed::Refused(not_found())),
        (Write::Answers(html.clone()), None, Removed::Refused(html)),
    ];
    for (how, read_fails, expected) in cases {
        let service = Service::new(Some(BEFORE), read_fails);
        assert_eq!(removed(&service, how), expected);
        assert_eq!(service.0.borrow().writes, 1);
    }
}
