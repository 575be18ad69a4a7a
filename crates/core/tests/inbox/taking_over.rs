//! What a tab reads from disk, and what one takes over from another.

use nexudus_core::{
    Audience,
    budget::MINUTE,
    inbox::{Job, Role, Why},
    outbox::Target,
};

use crate::{sharing::pair, tab::WINDOW};

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
