//! The double-send guard against a service that loses answers: whatever happens, a write is sent once at the most.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

use std::{
    cell::RefCell,
    future::ready,
    pin::pin,
    rc::Rc,
    task::{Context, Poll, Waker},
};

use nexudus_api::{ApiError, Created};
use nexudus_core::guard::{Looking, Sent, send_once};

/// A service with the records that say the same, and what happens to the next write.
#[derive(Default)]
struct Service {
    records: Vec<i64>,
    writes: usize,
    looks: usize,
    may_list: bool,
    look_fails_after: Option<usize>,
}

#[derive(Clone, Copy, PartialEq, Debug)]
enum Write {
    Works,
    LostBefore,
    LostAfter,
    Repeated,
    RepeatedAndLost,
    Refused,
}

fn run(service: &Rc<RefCell<Service>>, anyway: bool, write: Write) -> Sent {
    let (looking, sending) = (service.clone(), service.clone());
    let look = move || -> Looking {
        let mut service = looking.borrow_mut();
        service.looks += 1;
        let result = match service.look_fails_after {
            _ if !service.may_list => Err(ApiError::NotPermitted),
            Some(after) if service.looks > after => Err(ApiError::Offline),
            _ => Ok(service.records.clone()),
        };
        Box::pin(ready(result))
    };
    let send = async move {
        let mut service = sending.borrow_mut();
        service.writes += 1;
        let made = match write {
            Write::Works | Write::LostAfter => 1,
            Write::Repeated | Write::RepeatedAndLost => 2,
            Write::LostBefore | Write::Refused => 0,
        };
        for id in 101..=100 + made {
            // As lists come: the newest first.
            service.records.insert(0, id);
        }
        match write {
            Write::Works | Write::Repeated => Ok(Created { id: service.records.first().copied() }),
            Write::LostBefore | Write::LostAfter | Write::RepeatedAndLost => Err(ApiError::Offline),
            Write::Refused => Err(ApiError::Invalid { message: "no".into(), fields: vec![] }),
        }
    };
    let mut whole = pin!(send_once(anyway, Box::new(look), Box::pin(send)));
    match whole.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(sent) => sent,
        Poll::Pending => panic!("nothing here waits"),
    }
}

fn service(records: &[i64]) -> Rc<RefCell<Service>> {
    Rc::new(RefCell::new(Service { records: records.to_vec(), may_list: true, ..Service::default() }))
}

#[test]
fn each_outcome_is_told_apart_and_nothing_is_sent_twice() {
    let refused = Sent::Refused(ApiError::Invalid { message: "no".into(), fields: vec![] });
    for (before, anyway, write, outcome, writes) in [
        (&[][..], false, Write::Works, Sent::Created(Some(101)), 1),
        (&[], false, Write::LostAfter, Sent::FoundAfterAll(101), 1),
        (&[], false, Write::LostBefore, Sent::NotArrived, 1),
        (&[], false, Write::Repeated, Sent::Repeated(vec![101, 102]), 1),
        (&[7], true, Write::RepeatedAndLost, Sent::Repeated(vec![101, 102]), 1),
        (&[], false, Write::Refused, refused, 1),
        (&[7, 8], false, Write::Works, Sent::Exists(vec![7, 8]), 0),
        (&[7], true, Write::Works, Sent::Created(Some(101)), 1),
        (&[7], true, Write::LostBefore, Sent::NotArrived, 1),
        (&[7], true, Write::LostAfter, Sent::FoundAfterAll(101), 1),
    ] {
        let service = service(before);
        assert_eq!(run(&service, anyway, write), outcome, "{before:?} {anyway} {write:?}");
        assert_eq!(service.borrow().writes, writes, "{before:?} {anyway} {write:?}");
    }
}

#[test]
fn a_second_try_after_a_lost_answer_finds_what_the_first_has_made() {
    let service = service(&[]);
    service.borrow_mut().look_fails_after = Some(1);
    assert_eq!(run(&service, false, Write::LostAfter), Sent::Unknown(ApiError::Offline));
    service.borrow_mut().look_fails_after = None;
    assert_eq!(run(&service, false, Write::Works), Sent::Exists(vec![101]), "asked before it is sent again");
    assert_eq!(service.borrow().writes, 1);
}

#[test]
fn without_the_right_to_list_it_is_sent_unseen_and_a_lost_answer_stays_open() {
    let blind = service(&[]);
    blind.borrow_mut().may_list = false;
    assert_eq!(run(&blind, false, Write::Works), Sent::Created(Some(101)));
    assert_eq!(run(&blind, false, Write::LostAfter), Sent::Unknown(ApiError::Offline));
}

#[test]
fn when_looking_fails_nothing_is_sent() {
    let service = service(&[]);
    service.borrow_mut().look_fails_after = Some(0);
    assert_eq!(run(&service, false, Write::Works), Sent::Refused(ApiError::Offline));
    assert_eq!(service.borrow().writes, 0);
}
