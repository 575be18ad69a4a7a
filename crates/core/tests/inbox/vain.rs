//! A call that the service cannot do, although it does others.

use nexudus_api::ApiError;
use nexudus_core::{
    Audience,
    inbox::{Job, Notice, Reply},
    outbox::Target,
};

use crate::{
    sending::{DUE, many, sent, tab},
    service::Service,
    tab::Tab,
};

fn trouble(status: u16) -> ApiError {
    ApiError::Server { status, message: String::new() }
}

/// Until nothing is to be done any more or time is up: each send fails so, and lists are read. Returns when each was sent.
fn fails(tab: &mut Tab, from: i64, to: i64, service: &Service, why: &ApiError, lists_fail: bool) -> Vec<i64> {
    let (mut now, mut sent) = (from, vec![]);
    loop {
        while let Some(job) = tab.calls.first().copied() {
            let reply = match job {
                Job::Send(..) => {
                    sent.push(now);
                    Err(why.clone())
                }
                Job::Page(..) if lists_fail => Err(why.clone()),
                Job::Page(view, asked, _) => Ok(Reply::Page(service.page(view, asked))),
            };
            tab.answer(now, reply);
        }
        match tab.inbox.wait(now) {
            Some(wait) if now + wait <= to => now += wait,
            _ => return sent,
        }
        tab.does(|inbox| inbox.tick(now));
    }
}

#[test]
fn what_fails_again_and_again_comes_back_with_the_reason() {
    let mut service = many(3);
    let mut tab = sent(&mut service);
    let times = fails(&mut tab, DUE, DUE + 600_000, &service, &trouble(500), false);
    assert_eq!(times.len(), 6);
    let (first, last) = (times[0], times[5]);
    assert!((60_000..150_000).contains(&(last - first)), "not in a hurry, and not for ever: {times:?}");
    assert!(times.windows(3).skip(1).all(|t| t[2] - t[1] > t[1] - t[0]), "later each time: {times:?}");
    assert_eq!(tab.inbox.notice(), Some(&Notice::Refused(1, trouble(500))));
    assert_eq!((tab.ids(), tab.inbox.unsent()), (vec![3, 2, 1], 0));
    assert!(tab.disk.keys().all(|name| !name.starts_with("wish.")), "{:?}", tab.disk);
    // Another try is another wish, and gets its time.
    tab.does(|inbox| inbox.dismiss(700_000, &[1], false));
    let again = 700_000 + DUE + 1_000;
    assert_eq!(fails(&mut tab, 700_000, again, &service, &trouble(500), false).len(), 1);
    assert_eq!(tab.run(again, 800_000, &mut service), [Target::Entity(1)]);
    assert_eq!(tab.ids(), [3, 2]);
}

#[test]
fn the_rest_of_the_act_is_sent_meanwhile() {
    let mut service = many(3);
    let mut tab = tab(Audience::Member, &mut service);
    tab.does(|inbox| inbox.dismiss(0, &[1, 2], false));
    tab.does(|inbox| inbox.tick(DUE));
    assert_eq!(tab.sending(), Some(Target::Entity(1)));
    tab.answer(DUE, Err(trouble(500)));
    tab.does(|inbox| inbox.tick(DUE + 2_000));
    assert_eq!(tab.sending(), Some(Target::Entity(2)));
    service.apply(Target::Entity(2));
    tab.answer(DUE + 2_000, Ok(Reply::Done));
    fails(&mut tab, DUE + 2_000, DUE + 600_000, &service, &trouble(500), false);
    assert_eq!(tab.ids(), [3, 1]);
}

#[test]
fn being_offline_ends_nothing_and_neither_does_a_service_that_is_down_as_a_whole() {
    for (why, lists_fail) in [(ApiError::Offline, false), (ApiError::Offline, true), (trouble(503), true)] {
        let mut service = many(3);
        let mut tab = sent(&mut service);
        let hours = DUE + 3 * 3_600_000;
        fails(&mut tab, DUE, hours, &service, &why, lists_fail);
        assert_eq!((tab.ids(), tab.inbox.unsent()), (vec![3, 2], 1), "{why:?}");
        assert_eq!(tab.run(hours, hours + 200_000, &mut service), [Target::Entity(1)], "{why:?}");
    }
}

#[test]
fn staff_get_theirs_back_as_well() {
    let mut service = many(3);
    let mut tab = tab(Audience::Staff, &mut service);
    tab.does(|inbox| inbox.dismiss(0, &[1], false));
    let times = fails(&mut tab, 0, 600_000, &service, &trouble(502), false);
    assert_eq!(times.len(), 6);
    assert_eq!(tab.inbox.notice(), Some(&Notice::Refused(1, trouble(502))));
    assert_eq!((tab.ids(), tab.inbox.unsent()), (vec![3, 2, 1], 0));
}
