//! Sends whose answer was lost: looked up, and sent again where it was in vain.

use nexudus_api::ApiError;
use nexudus_core::{
    Audience,
    inbox::{Job, Reply, Why},
    list::PageRequest,
    outbox::Target,
};

use crate::sending::{DUE, many, sent, tab};

#[test]
fn a_lost_answer_is_looked_up_and_what_still_waits_is_sent_again() {
    for took_effect in [false, true] {
        let mut service = many(3);
        let mut tab = sent(&mut service);
        if took_effect {
            service.apply(Target::Entity(1));
        }
        tab.answer(DUE + 100, Err(ApiError::Offline));
        assert_eq!(tab.inbox.stuck(DUE + 100), 1);
        assert_eq!(tab.ids(), [3, 2], "it stays out of sight");
        assert_eq!(tab.inbox.wait(DUE + 100), Some(5_000), "so that the service has finished with it");
        tab.does(|inbox| inbox.tick(DUE + 5_100));
        assert!(matches!(tab.calls[..], [Job::Page(_, asked, Why::Doubt)] if asked.page == 1));
        let sent = tab.run(DUE + 5_100, 50_000, &mut service);
        assert_eq!(sent, if took_effect { vec![] } else { vec![Target::Entity(1)] });
        assert_eq!((tab.inbox.unsent(), tab.inbox.stuck(50_000)), (0, 0));
        assert_eq!(tab.ids(), [3, 2]);
    }
}

#[test]
fn a_look_on_account_of_lost_answers_reads_all_pages() {
    let mut service = many(60);
    let mut tab = sent(&mut service);
    tab.answer(DUE + 100, Err(ApiError::Offline));
    let mut pages = vec![];
    let mut now = DUE + 5_100;
    tab.does(|inbox| inbox.tick(now));
    while let [Job::Page(view, asked, Why::Doubt)] = tab.calls[..] {
        pages.push(asked.page);
        tab.answer(now, Ok(Reply::Page(service.page(view, asked))));
        now += tab.inbox.wait(now).unwrap();
        tab.does(|inbox| inbox.tick(now));
    }
    assert_eq!(pages, [1, 2, 3]);
    assert_eq!(tab.sending(), Some(Target::Entity(1)), "it was on the last one");
}

#[test]
fn a_look_asks_for_pages_as_long_as_the_services_own() {
    let mut service = many(60);
    let mut tab = sent(&mut service);
    tab.answer(DUE + 100, Err(ApiError::Offline));
    tab.does(|inbox| inbox.tick(DUE + 5_100));
    let Job::Page(view, asked, _) = tab.calls[0] else { panic!("a look") };
    // Its first page has 20, whatever is asked for: what stands behind them begins with the 21st.
    tab.answer(DUE + 5_100, Ok(Reply::Page(service.page(view, PageRequest { size: 20, ..asked }))));
    tab.does(|inbox| inbox.tick(DUE + 6_000));
    assert!(matches!(tab.calls[0], Job::Page(_, PageRequest { page: 2, size: 20, .. }, Why::Doubt)), "{:?}", tab.calls);
}

#[test]
fn a_row_that_moves_to_a_page_already_read_is_not_taken_for_gone() {
    let mut service = many(60);
    let mut tab = tab(Audience::Member, &mut service);
    // Of 60 down to 1 the first of page 2 is 35.
    tab.does(|inbox| inbox.dismiss(0, &[35], false));
    tab.does(|inbox| inbox.tick(DUE));
    tab.answer(DUE + 100, Err(ApiError::Offline));
    tab.does(|inbox| inbox.tick(DUE + 5_100));
    let Job::Page(view, asked, _) = tab.calls[0] else { panic!("a look") };
    tab.answer(DUE + 5_200, Ok(Reply::Page(service.page(view, asked))));
    service.apply(Target::Record(60)); // elsewhere: 35 moves up to page 1
    assert_eq!(tab.run(DUE + 5_200, 50_000, &mut service), [Target::Entity(35)]);
}

#[test]
fn one_look_serves_all_that_are_in_doubt_and_a_failed_look_is_made_again() {
    let mut service = many(5);
    let mut tab = tab(Audience::Member, &mut service);
    tab.does(|inbox| inbox.dismiss(0, &[1, 2], false));
    tab.does(|inbox| inbox.tick(DUE));
    tab.answer(DUE, Err(ApiError::Server { status: 500, message: String::new() }));
    tab.does(|inbox| inbox.tick(DUE + 2_000));
    assert_eq!(tab.sending(), Some(Target::Entity(2)), "the rest of the act goes first");
    tab.answer(DUE + 2_000, Err(ApiError::Offline));
    tab.does(|inbox| inbox.tick(DUE + 7_000));
    assert!(matches!(tab.calls[..], [Job::Page(_, _, Why::Doubt)]));
    tab.answer(DUE + 7_000, Err(ApiError::Offline));
    assert_eq!(tab.run(DUE + 7_000, 60_000, &mut service), [Target::Entity(1), Target::Entity(2)]);
}

#[test]
fn what_staff_bring_back_waits_for_a_lost_dismissal_also_when_the_page_is_left_or_a_hand_is_on_the_toast() {
    for hidden in [true, false] {
        let mut service = many(3);
        let mut tab = tab(Audience::Staff, &mut service);
        tab.does(|inbox| inbox.dismiss(0, &[1], false));
        assert_eq!(tab.sending(), Some(Target::Record(1)));
        if hidden {
            tab.does(|inbox| inbox.undo(0));
        }
        tab.answer(10, Err(ApiError::Offline));
        tab.does(|inbox| inbox.tick(2_500));
        if hidden {
            tab.does(|inbox| inbox.set_visible(2_600, false, None));
        } else {
            tab.does(|inbox| inbox.linger(2_600, true));
            tab.does(|inbox| inbox.linger(2_700, false));
        }
        let expected = if hidden { Target::Restore(1) } else { Target::Record(1) };
        assert_eq!(tab.run(2_700, 5_009, &mut service), [], "the service may still be at it");
        assert_eq!(tab.run(5_009, 5_100, &mut service), [expected]);
    }
}
