//! What a tab reads from disk, and what one takes over from another.

use nexudus_core::{
    Audience,
    budget::MINUTE,
    inbox::{Job, Role, Why},
    outbox::Target,
};

use crate::{
    sending::{many, tab},
    sharing::pair,
    tab::{Tab, WINDOW},
};

#[test]
fn who_wakes_up_reads_the_disk() {
    let (mut leader, mut other, mut service) = pair(Audience::Member);
    other.does(|inbox| inbox.set_visible(0, false, Some(&[])));
    leader.does(|inbox| inbox.dismiss(0, &[2], false));
    let disk = leader.disk();
    // Out of sight as before: only awake again.
    other.does(|inbox| inbox.set_visible(10, false, Some(&disk)));
    assert_eq!(other.ids(), [5, 4, 3, 1]);
    leader.run(0, 50_000, &mut service);
    let disk = leader.disk();
    other.does(|inbox| inbox.set_visible(50_000, true, Some(&disk)));
    assert_eq!(other.inbox.unsent(), 0);
    other.does(|inbox| inbox.set_visible(50_000, true, None));
    assert_eq!(other.inbox.unsent(), 0, "where nothing can be kept nothing is forgotten either");
}

#[test]
fn who_takes_over_looks_up_what_the_last_one_has_left_under_way() {
    for (audience, looks) in [(Audience::Member, true), (Audience::Staff, false)] {
        let (mut leader, mut other, mut service) = pair(audience);
        leader.does(|inbox| inbox.dismiss(0, &[2], false));
        leader.does(|inbox| inbox.tick(WINDOW));
        assert!(leader.sending().is_some(), "and then it crashes");
        let disk = leader.disk();
        other.does(|inbox| inbox.lead(WINDOW + 10, Role::Send, true, Some(&disk)));
        other.does(|inbox| inbox.tick(WINDOW + 5_009));
        assert!(other.calls.is_empty(), "the service may still be at it");
        other.does(|inbox| inbox.tick(WINDOW + 5_010));
        assert_eq!(matches!(other.calls[..], [Job::Page(_, _, Why::Doubt)]), looks);
        assert_eq!(other.run(WINDOW + 5_010, 50_000, &mut service).len(), 1);
        assert_eq!(service.waiting(), [5, 4, 3, 1]);
    }
}

#[test]
fn what_left_with_a_sign_out_is_looked_up_by_the_next_visit() {
    let mut service = many(12);
    let mut tab = tab(Audience::Member, &mut service);
    tab.does(|inbox| inbox.dismiss(0, &[1, 2, 3], false));
    tab.does(|inbox| inbox.sign_out(100, false));
    assert!(tab.signed_out, "there is nothing to ask about");
    assert_eq!((tab.words.len(), tab.inbox.would_lose()), (3, 0));
    // Two of the three were throttled, and nobody has heard that.
    service.apply(Target::Entity(1));
    let disk = tab.disk();
    let mut next = Tab::new(Audience::Member, 2_000);
    next.does(|inbox| inbox.start(60_000, Some(&disk)));
    next.does(|inbox| inbox.lead(60_000, Role::Send, true, Some(&disk)));
    next.does(|inbox| inbox.lead(60_000, Role::Look, true, None));
    assert_eq!(next.run(60_000, 90_000, &mut service).len(), 2);
    assert_eq!((service.waiting().len(), next.inbox.unsent()), (9, 0));
}

/// A browser goes on with them six at a time, and the service may be slow.
#[test]
fn so_many_calls_as_a_page_leaves_have_the_longer_to_arrive() {
    let mut service = many(40);
    let mut tab = Tab::writing(240, Audience::Member, 1_000).leads(&mut service);
    let ids: Vec<i64> = (16..=40).rev().collect();
    tab.does(|inbox| inbox.dismiss(0, &ids, false));
    tab.does(|inbox| inbox.sign_out(100, false));
    assert_eq!(tab.words.len(), 25, "all of them leave");
    ids.iter().for_each(|id| service.apply(Target::Entity(*id)));
    let disk = tab.disk();
    let mut next = Tab::new(Audience::Member, 2_000);
    next.does(|inbox| inbox.start(1_000, Some(&disk)));
    next.does(|inbox| inbox.lead(1_000, Role::Send, true, Some(&disk)));
    next.does(|inbox| inbox.lead(1_000, Role::Look, true, None));
    next.serve(1_000, &mut service);
    assert_eq!(next.inbox.wait(1_000), Some(9_000), "five seconds for all, and one more for every six");
    assert_eq!(next.run(1_000, 60_000, &mut service), [], "none is sent twice");
    assert_eq!(next.inbox.unsent(), 0);
}

#[test]
fn a_sign_out_that_gives_up_what_is_not_sent_leaves_no_trace_of_that() {
    let mut service = many(12);
    let mut tab = tab(Audience::Member, &mut service);
    tab.does(|inbox| inbox.set_online(0, false));
    tab.does(|inbox| inbox.dismiss(0, &[1, 2, 3], false));
    tab.does(|inbox| inbox.sign_out(100, false));
    assert_eq!((tab.words.len(), tab.inbox.would_lose(), tab.signed_out), (0, 3, false));
    tab.does(|inbox| inbox.sign_out(200, true));
    assert!(tab.signed_out);
    assert!(tab.disk.keys().all(|name| !name.starts_with("wish.")), "{:?}", tab.disk);
}

#[test]
fn who_stays_after_all_has_what_left_looked_up() {
    // Whether somebody says so, or nobody answers until there is nothing left to lose.
    for says_so in [true, false] {
        let mut service = many(15);
        let mut tab = tab(Audience::Member, &mut service);
        let all = tab.ids();
        tab.does(|inbox| inbox.dismiss(0, &all, true));
        tab.does(|inbox| inbox.sign_out(100, false));
        assert_eq!((tab.words.len(), tab.inbox.would_lose()), (8, 7), "as many as the service takes at once");
        // Of these eight the service has taken four.
        tab.words.iter().take(4).for_each(|entity| service.apply(Target::Entity(*entity)));
        if says_so {
            tab.does(|inbox| inbox.stay(200));
            assert_eq!(tab.inbox.would_lose(), 0);
        }
        tab.run(200, 120_000, &mut service);
        assert_eq!((service.waiting(), tab.ids()), (vec![], vec![]), "{says_so}");
        assert_eq!((tab.inbox.unsent(), tab.inbox.would_lose(), tab.signed_out), (0, 0, false));
    }
}

#[test]
fn who_does_not_send_lets_the_other_do_so_before_anything_is_asked() {
    let (mut leader, mut other, mut service) = pair(Audience::Member);
    other.does(|inbox| inbox.dismiss(0, &[2], false));
    other.tell(10, &mut leader);
    other.does(|inbox| inbox.sign_out(100, false));
    assert_eq!((other.inbox.would_lose(), other.signed_out), (0, false));
    other.tell(110, &mut leader);
    assert!(leader.sending().is_some(), "nothing waits out its window any more");
    leader.tell(120, &mut other);
    assert!(other.signed_out, "it is on its way");
    leader.serve(200, &mut service);
    assert_eq!(service.waiting(), [5, 4, 3, 1]);
}

#[test]
fn where_the_other_does_not_send_it_is_asked_a_moment_later() {
    let (_, mut other, _) = pair(Audience::Member);
    other.does(|inbox| inbox.dismiss(0, &[2], false));
    other.does(|inbox| inbox.sign_out(100, false));
    other.does(|inbox| inbox.sign_out(600, false));
    let wait = other.inbox.wait(600).unwrap();
    assert_eq!(wait, 500, "from the first press on");
    other.does(|inbox| inbox.tick(599 + wait));
    assert_eq!(other.inbox.would_lose(), 0);
    other.does(|inbox| inbox.tick(600 + wait));
    assert_eq!((other.inbox.would_lose(), other.signed_out), (1, false));
    other.does(|inbox| inbox.stay(2_000));
    assert_eq!((other.inbox.would_lose(), other.inbox.wait(2_000)), (0, None));
}

#[test]
fn the_budget_goes_along_with_the_role() {
    let (mut leader, mut other, mut service) = pair(Audience::Staff);
    leader.disk.insert("budget".into(), (0..60).map(|n| n.to_string()).collect::<Vec<_>>().join(","));
    other.does(|inbox| inbox.dismiss(0, &[2], false));
    let mut disk = leader.disk();
    disk.extend(other.disk());
    other.does(|inbox| inbox.lead(100, Role::Send, true, Some(&disk)));
    assert_eq!(other.run(100, 59_999, &mut service), []);
    assert_eq!(other.run(59_999, MINUTE + 1, &mut service), [Target::Record(2)]);
}
