//! Several windows of one account: one acts for all, and none is left behind.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use nexudus_e2e::{
    Engine, MEMBER, Portal, Setting, Stage, Tab, folds, laid_out, play, play_in, until, within, without,
};
use nexudus_sandbox::MEMBER_COWORKER_ID;
use serde_json::Value;

const LIST: &str = "/en/coworker/notifications";
/// Minutes of the windows' clocks that pass in one.
const SPEED: u32 = 20;

/// Clocks and timers that run faster, all by the same clock.
fn fast_clock() -> String {
    let begin = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_millis();
    format!(
        "{{
            const now = Date.now, timer = setTimeout, begin = {begin}, speed = {SPEED};
            Date.now = () => Math.floor(begin + (now.call(Date) - begin) * speed);
            window.setTimeout = (act, wait, ...rest) => timer.call(window, act, wait / speed, ...rest);
        }}"
    )
}

fn waiting(stage: &Stage) -> Vec<Value> {
    stage.waiting(Some(MEMBER_COWORKER_ID))
}

/// How many lists so many windows ask for within ten minutes.
async fn one_looks(count: usize) {
    let portal = Portal { script: fast_clock(), ..Portal::default() };
    play_in(Setting { portal, ..Setting::default() }, async |stage| {
        let tabs = stage.member_windows(count, MEMBER).await;
        for tab in &tabs {
            stage.turn_to(tab).await;
            stage.member().shows(&laid_out(&waiting(stage))).await;
        }
        // By its window: a script of Firefox's driver has clocks of its own.
        let clock = async || stage.ask("return window.Date.now()", vec![]).await.as_i64().unwrap();
        stage.sandbox.clear_requests();
        let begin = clock().await;
        within(Duration::from_secs(90), "ten minutes pass", async || clock().await >= begin + 600_000).await;
        let looks = stage.sent("GET", LIST).len();
        // One a minute and up to six seconds, by whichever window; two that look would make twenty.
        assert!((8..=11).contains(&looks), "{looks} looks by {count} windows");

        // What the one has seen the others show, without a call of their own.
        let (first, last) = (&tabs[0], tabs.last().unwrap());
        stage.turn_to(last).await;
        let left = without(&waiting(stage), &folds(&waiting(stage))[0][0]);
        stage.member().dismiss(0).await;
        until("it is dismissed", async || waiting(stage) == left).await;
        for tab in [last, first] {
            stage.turn_to(tab).await;
            stage.member().shows(&laid_out(&left)).await;
            stage.member().counts(left.len()).await;
        }
        stage.settles().await;
        assert_eq!(stage.dismissals().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn of_two_windows_one_looks() {
    one_looks(2).await;
}

#[tokio::test]
async fn of_five_windows_one_looks() {
    one_looks(5).await;
}

/// Closes one window after the other; the last one's dismissals are sent each time.
async fn another_takes_over(count: usize) {
    let portal = Portal { member: "undo-seconds=\"0\"", ..Portal::default() };
    play_in(Setting { portal, alone: true, ..Setting::default() }, async |stage| {
        let tabs = stage.member_windows(count, MEMBER).await;
        let (last, others) = tabs.split_last().unwrap();
        let mut left = waiting(stage);
        for (closed, tab) in others.iter().enumerate() {
            stage.turn_to(tab).await;
            stage.member().shows(&laid_out(&left)).await;
            stage.close_for(last).await;
            left = without(&left, &folds(&left)[0][0]);
            stage.member().dismiss(0).await;
            within(Duration::from_secs(2), "a window takes over", async || stage.dismissals().len() == closed + 1)
                .await;
            until("it is dismissed", async || waiting(stage) == left).await;
            stage.member().shows(&laid_out(&left)).await;
            stage.settles().await;
        }
        assert_eq!(stage.dismissals().len(), others.len(), "each is sent once, whoever sends");
    })
    .await;
}

#[tokio::test]
async fn the_other_of_two_windows_takes_over() {
    another_takes_over(2).await;
}

#[tokio::test]
async fn the_others_of_five_windows_take_over() {
    another_takes_over(5).await;
}

/// Dismisses a row and closes the window, which is another one than `other`. Returns what waits then.
async fn dismiss_and_close(stage: &Stage, other: &Tab) -> Vec<Value> {
    let left = without(&waiting(stage), &folds(&waiting(stage))[0][0]);
    let before = stage.dismissals().len();
    stage.member().dismiss(0).await;
    assert_eq!(stage.dismissals().len(), before, "it can still be undone");
    stage.close_for(other).await;
    left
}

/// The next visit looks what has become of it, and sends nothing again. Where a window takes its last request along to
/// nowhere, this visit sends it: either way `sent` have been sent in the end.
async fn visit_again(stage: &Stage, left: &[Value], sent: usize) {
    if !Engine::chosen().loses_last_words() {
        until("what the window had left is dismissed", async || waiting(stage) == left).await;
        assert_eq!(stage.dismissals().len(), sent);
    }
    stage.visit("member").await;
    assert_eq!(stage.on_disk("wish.").await.len(), 1, "nobody has heard the answer");
    stage.member().enter(MEMBER).await;
    stage.member().shows(&laid_out(left)).await;
    within(Duration::from_secs(60), "it is dismissed", async || waiting(stage) == left).await;
    stage.settles().await;
    assert_eq!(stage.dismissals().len(), sent);
}

#[tokio::test]
async fn a_dismissal_leaves_with_its_window_and_arrives_once() {
    let portal = Portal { member: "undo-seconds=\"5\"", ..Portal::default() };
    play_in(Setting { portal, ..Setting::default() }, async |stage| {
        let other = stage.tab().await;
        stage.open_window().await;
        stage.visit("member").await;
        stage.member().enter(MEMBER).await;
        stage.member().shows(&laid_out(&waiting(stage))).await;
        // Once it has sent one, it is certainly the window that sends.
        stage.member().dismiss(0).await;
        until("one is sent", async || stage.dismissals().len() == 1).await;
        stage.settles().await;

        let left = dismiss_and_close(stage, &other).await;
        visit_again(stage, &left, 2).await;
    })
    .await;
}

#[tokio::test]
async fn a_dismissal_made_at_once_leaves_with_its_window() {
    play(async |stage| {
        let other = stage.tab().await;
        stage.open_window().await;
        stage.visit("member").await;
        stage.member().enter(MEMBER).await;
        let left = dismiss_and_close(stage, &other).await;
        visit_again(stage, &left, 1).await;
    })
    .await;
}
