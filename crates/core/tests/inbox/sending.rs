//! Sending: inside the budget, and none twice on purpose.

use nexudus_api::{ApiError, FieldError};
use nexudus_core::{
    Audience,
    budget::MINUTE,
    inbox::{Notice, Role},
    outbox::Target,
};

use crate::{
    records::record,
    service::Service,
    tab::{Tab, WINDOW},
};

pub const DUE: i64 = WINDOW;

pub fn many(count: i64) -> Service {
    Service::of((1..=count).map(|id| record(id, id, id * 1_000)))
}

/// A tab that has read everything.
pub fn tab(audience: Audience, service: &mut Service) -> Tab {
    let mut tab = Tab::leading(audience, service);
    while tab.inbox.has_more() {
        tab.does(|inbox| inbox.more(-8_000));
        tab.serve(-8_000, service);
    }
    tab
}

/// A member's tab whose dismissal of 1 was sent at `DUE`.
pub fn sent(service: &mut Service) -> Tab {
    let mut tab = tab(Audience::Member, service);
    tab.does(|inbox| inbox.dismiss(0, &[1], false));
    tab.does(|inbox| inbox.tick(DUE));
    assert_eq!(tab.sending(), Some(Target::Entity(1)));
    tab
}

#[test]
fn a_large_act_keeps_the_budget_and_a_single_one_overtakes_it() {
    let mut service = many(100);
    let mut tab = tab(Audience::Staff, &mut service);
    let most: Vec<i64> = tab.ids().into_iter().filter(|id| *id > 1).collect();
    tab.does(|inbox| inbox.dismiss(0, &most, true));
    assert_eq!(tab.run(0, 59_999, &mut service).len(), 60);
    let left = tab.inbox.progress(59_999).unwrap().left;
    assert!((4_000..=MINUTE + 4_000).contains(&left), "about, and not too little: {left}");
    tab.does(|inbox| inbox.dismiss(59_999, &[1], false));
    assert_eq!(tab.run(59_999, MINUTE, &mut service), [Target::Record(1)]);
    assert_eq!(tab.run(MINUTE, 130_000, &mut service).len(), 39);
    assert!(service.waiting().is_empty());
}

#[test]
fn one_call_at_a_time() {
    let mut service = many(3);
    let mut tab = tab(Audience::Staff, &mut service);
    tab.does(|inbox| inbox.dismiss(0, &[1, 2, 3], false));
    tab.does(|inbox| inbox.tick(10_000));
    assert_eq!(tab.sending(), Some(Target::Record(3)));
}

#[test]
fn throttling_waits_as_long_as_the_service_says() {
    let mut service = many(3);
    let mut tab = sent(&mut service);
    tab.answer(DUE + 100, Err(ApiError::Throttled { wait: Some(7_000) }));
    assert_eq!(tab.run(DUE + 100, DUE + 7_099, &mut service), []);
    assert_eq!(
        tab.run(DUE + 7_099, DUE + 7_100, &mut service),
        [Target::Entity(1)],
        "it did nothing: no look is needed"
    );
    // The same is true of what the service says to a look.
    tab.does(|inbox| inbox.refresh(20_000));
    tab.does(|inbox| inbox.dismiss(20_000, &[2], false));
    tab.answer(24_000, Err(ApiError::Throttled { wait: Some(9_000) }));
    assert_eq!(tab.run(24_000, 32_999, &mut service), []);
    assert_eq!(tab.run(32_999, 33_000, &mut service), [Target::Entity(2)]);
}

#[test]
fn refused_rows_are_back_with_the_reason() {
    let mut service = many(3);
    let mut tab = sent(&mut service);
    let fields = vec![FieldError { property: "EntityId".into(), message: "is odd".into() }];
    let error = ApiError::Invalid { message: String::new(), fields };
    tab.answer(DUE + 100, Err(error.clone()));
    assert_eq!(tab.inbox.notice(), Some(&Notice::Refused(1, error)));
    assert_eq!(tab.ids(), [3, 2, 1]);
    assert_eq!(tab.run(DUE + 100, 50_000, &mut service), []);
}

#[test]
fn what_is_not_permitted_is_not_tried_for_the_rest_of_the_act() {
    let mut service = many(9);
    let mut tab = tab(Audience::Staff, &mut service);
    tab.does(|inbox| inbox.dismiss(0, &[1, 2, 3, 4], false));
    tab.does(|inbox| inbox.dismiss(0, &[9], false));
    tab.answer(10, Err(ApiError::NotPermitted));
    assert_eq!(tab.inbox.notice(), Some(&Notice::Refused(4, ApiError::NotPermitted)));
    assert_eq!(tab.run(10, 30_000, &mut service), [Target::Record(9)], "another act may be another matter");
    // One by one refused, they are counted together.
    tab.does(|inbox| inbox.dismiss(40_000, &[1, 2], false));
    let odd = || Err(ApiError::Server { status: 400, message: "no".into() });
    tab.answer(40_000, odd());
    tab.does(|inbox| inbox.tick(40_100));
    tab.answer(40_100, odd());
    assert!(matches!(tab.inbox.notice(), Some(Notice::Refused(2, _))));
}

#[test]
fn nothing_is_sent_offline_and_everything_after() {
    let mut service = many(3);
    let mut tab = tab(Audience::Member, &mut service);
    tab.does(|inbox| inbox.set_online(0, false));
    tab.does(|inbox| inbox.dismiss(0, &[1], false));
    assert_eq!(tab.run(0, 50_000, &mut service), []);
    assert_eq!(tab.inbox.stuck(50_000), 1);
    assert!(tab.inbox.can_undo(), "as long as it is not sent");
    tab.does(|inbox| inbox.set_online(50_000, true));
    assert_eq!(tab.serve(50_000, &mut service), [Target::Entity(1)]);
    assert_eq!(tab.inbox.stuck(50_000), 0);
}

#[test]
fn only_who_has_the_role_sends_and_who_gets_it_lets_late_words_arrive() {
    let mut service = many(3);
    let mut tab = Tab::new(Audience::Staff, 5);
    tab.does(|inbox| inbox.start(0, Some(&[])));
    tab.serve(0, &mut service);
    tab.does(|inbox| inbox.dismiss(0, &[1], false));
    assert_eq!(tab.run(0, 9_000, &mut service), []);
    let disk = tab.disk();
    tab.does(|inbox| inbox.lead(9_000, Role::Send, true, Some(&disk)));
    tab.does(|inbox| inbox.set_online(9_500, true));
    assert_eq!(tab.run(9_500, 9_999, &mut service), [], "a network that is as it was is no news");
    assert_eq!(tab.run(9_999, 10_000, &mut service), [Target::Record(1)]);
}

#[test]
fn a_clock_that_is_set_back_stops_nothing() {
    let mut service = many(3);
    let mut tab = sent(&mut service);
    tab.answer(DUE + 100, Err(ApiError::Offline));
    let back = DUE - 86_400_000;
    assert_eq!(tab.inbox.wait(back), Some(0));
    assert_eq!(tab.run(back, back + 20_000, &mut service), [Target::Entity(1)]);
    tab.does(|inbox| inbox.dismiss(back + 30_000, &[2], false));
    let further = back - 86_400_000;
    assert_eq!(tab.run(further, further + 20_000, &mut service), [Target::Entity(2)]);
}
