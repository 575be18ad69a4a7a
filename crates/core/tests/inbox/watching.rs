//! Looking at the list: by one tab in sight, at its time, and without moving a row.

use nexudus_api::ApiError;
use nexudus_core::{
    Audience,
    inbox::{Job, Load, Role, Why},
    list::{PageRequest, View},
};

use crate::{records::record, service::Service, tab::Tab};

/// A tab that has read a list of three at time 0.
fn tab(audience: Audience) -> (Tab, Service) {
    let mut service = Service::of((1..=3).map(|id| record(id, id, id * 1_000)));
    let mut tab = Tab::new(audience, 1);
    tab.does(|inbox| inbox.start(0, Some(&[])));
    tab.serve(0, &mut service);
    (tab, service)
}

fn looks(tab: &Tab) -> bool {
    matches!(tab.calls[..], [Job::Page(View::Waiting, _, Why::Clock)])
}

#[test]
fn a_start_asks_for_the_list_and_for_both_roles() {
    let mut tab = Tab::new(Audience::Member, 1);
    assert_eq!((tab.inbox.load(), tab.inbox.count()), (&Load::Idle, None));
    tab.does(|inbox| inbox.start(0, None));
    assert!(matches!(tab.calls[..], [Job::Page(View::Waiting, PageRequest { page: 1, calm: false, .. }, Why::Person)]));
    assert_eq!(tab.roles, [(Role::Send, true), (Role::Look, true)]);
    assert_eq!(tab.inbox.load(), &Load::Loading { again: false });
    let (tab, _) = self::tab(Audience::Member);
    assert_eq!((tab.inbox.load(), tab.inbox.count()), (&Load::Ready, Some((3, false))));
}

#[test]
fn only_the_looking_role_looks_by_the_clock() {
    let (mut tab, mut service) = tab(Audience::Member);
    assert_eq!(tab.inbox.wait(0), None);
    tab.does(|inbox| inbox.tick(200_000));
    assert!(tab.calls.is_empty());
    tab.does(|inbox| inbox.lead(200_000, Role::Look, true, None));
    assert!(looks(&tab), "it is stale");
    tab.does(|inbox| inbox.tick(200_001));
    assert_eq!(tab.calls.len(), 1, "one at a time");
    tab.serve(200_100, &mut service);
    assert_eq!(tab.inbox.wait(200_100), Some(60_000));
    tab.does(|inbox| inbox.lead(200_100, Role::Look, false, None));
    assert_eq!(tab.inbox.wait(200_100), None);
}

#[test]
fn out_of_sight_nobody_looks_and_back_in_sight_at_once() {
    let (mut tab, mut service) = tab(Audience::Member);
    tab.does(|inbox| inbox.lead(0, Role::Look, true, None));
    tab.roles.clear();
    tab.does(|inbox| inbox.set_visible(10, false, None));
    assert_eq!((tab.inbox.wait(10), &tab.roles[..]), (None, &[(Role::Look, false)][..]));
    // Granted too late, it is given up again.
    tab.does(|inbox| inbox.lead(20, Role::Look, true, None));
    assert_eq!(tab.roles.pop(), Some((Role::Look, false)));
    tab.does(|inbox| inbox.set_visible(90_000, true, None));
    assert!(tab.calls.is_empty(), "another tab may have the role by now");
    tab.does(|inbox| inbox.lead(90_010, Role::Look, true, None));
    assert!(looks(&tab));
    tab.serve(90_100, &mut service);
    tab.does(|inbox| inbox.set_visible(90_200, false, None));
    tab.does(|inbox| inbox.set_visible(90_300, true, None));
    tab.does(|inbox| inbox.lead(90_300, Role::Look, true, None));
    assert!(tab.calls.is_empty(), "it has looked just now");
}

#[test]
fn failures_make_looks_rarer_and_leave_the_rows_alone() {
    let (mut tab, mut service) = tab(Audience::Member);
    tab.does(|inbox| inbox.lead(0, Role::Look, true, None));
    let mut now = 0;
    for minutes in [1, 2, 4, 8, 15, 15] {
        let wait = tab.inbox.wait(now).unwrap();
        assert!((60_000 * minutes..=66_000 * minutes).contains(&wait), "{wait}");
        now += wait;
        tab.does(|inbox| inbox.tick(now));
        tab.answer(now, Err(ApiError::Offline));
        assert_eq!((tab.inbox.load(), tab.ids()), (&Load::Ready, vec![3, 2, 1]));
    }
    // What a person asks for may fail visibly, and the next look that works clears it.
    tab.does(|inbox| inbox.refresh(now));
    tab.answer(now, Err(ApiError::Offline));
    assert_eq!(tab.inbox.load(), &Load::Failed(ApiError::Offline));
    now += tab.inbox.wait(now).unwrap();
    tab.does(|inbox| inbox.tick(now));
    tab.serve(now, &mut service);
    assert_eq!(tab.inbox.load(), &Load::Ready);
    assert_eq!(tab.inbox.wait(now), Some(60_000));
}

#[test]
fn arrivals_wait_to_be_asked_for() {
    let (mut tab, mut service) = tab(Audience::Member);
    tab.does(|inbox| inbox.lead(0, Role::Look, true, None));
    service.records.push(record(4, 4, 4_000));
    tab.run(0, 60_000, &mut service);
    assert_eq!((tab.ids(), tab.inbox.arrivals(), tab.inbox.count()), (vec![3, 2, 1], 1, Some((4, false))));
    tab.does(|inbox| inbox.show_arrivals());
    assert_eq!((tab.ids(), tab.inbox.arrivals()), (vec![4, 3, 2, 1], 0));
}

#[test]
fn a_refresh_behind_a_request_under_way_asks_once_more() {
    let (mut tab, mut service) = tab(Audience::Member);
    tab.does(|inbox| inbox.refresh(10));
    tab.does(|inbox| inbox.refresh(20));
    tab.does(|inbox| inbox.refresh(30));
    let Job::Page(view, asked, _) = tab.calls[0] else { panic!("a page") };
    let old = service.page(view, asked);
    service.records.push(record(4, 4, 4_000));
    tab.answer(40, Ok(nexudus_core::inbox::Reply::Page(old)));
    assert_eq!(tab.calls.len(), 1);
    tab.serve(50, &mut service);
    assert_eq!((tab.ids(), tab.inbox.load()), (vec![4, 3, 2, 1], &Load::Ready));
}

#[test]
fn the_list_of_the_last_page_is_painted_and_brought_up_to_date() {
    let mut service = Service::of((1..=3).map(|id| record(id, id, id * 1_000)));
    let asked = PageRequest { page: 1, size: 25, direction: Default::default(), asked_at: 0, calm: false };
    let old = service.page(View::Waiting, asked);
    service.apply(nexudus_core::outbox::Target::Record(2));
    service.records.push(record(4, 4, 4_000));
    let mut tab = Tab::new(Audience::Member, 1);
    tab.does(|inbox| inbox.heard(5, "done 7 e1 s1 7 1 1"));
    tab.does(|inbox| inbox.paint(&old));
    assert_eq!(tab.ids(), [3, 2], "1 has left meanwhile, and no arithmetic overflows");
    tab.does(|inbox| inbox.start(1_000, None));
    assert_eq!((tab.ids(), tab.inbox.load()), (vec![3, 2], &Load::Loading { again: false }));
    tab.serve(2_000, &mut service);
    tab.does(|inbox| inbox.paint(&old));
    assert_eq!(tab.ids(), [4, 3, 1]);
}

#[test]
fn staff_has_a_list_of_dismissed_ones_and_a_member_what_comes_along() {
    let (mut tab, mut service) = tab(Audience::Staff);
    service.records[0].is_dismissed = true;
    tab.does(|inbox| inbox.set_view(10, View::Dismissed));
    assert!(matches!(tab.calls[..], [Job::Page(View::Dismissed, _, Why::Person)]));
    tab.serve(20, &mut service);
    assert_eq!(tab.ids(), [1]);
    // What fills a gap above is set aside here too, and can be asked for.
    service.records[2].is_dismissed = true;
    tab.does(|inbox| inbox.refresh(30));
    tab.serve(40, &mut service);
    assert_eq!((tab.ids(), tab.inbox.arrivals()), (vec![3, 1], 0));

    let (mut tab, mut service) = self::tab(Audience::Member);
    service.obeys_filter = false;
    service.records[0].is_dismissed = true;
    tab.does(|inbox| inbox.set_view(10, View::Dismissed));
    assert!(tab.calls.is_empty(), "there is no call for them");
    tab.does(|inbox| inbox.refresh(20));
    tab.serve(30, &mut service);
    assert_eq!(tab.ids(), [1], "D5");
}
