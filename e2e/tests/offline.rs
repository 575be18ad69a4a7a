//! Dismissals made where there is no network: none is lost, and none is sent twice.

use std::time::Duration;

use nexudus_e2e::{
    MEMBER, Portal, Setting, Stage, entities, entity_of, folds, laid_out, play_in, until, within, without,
};
use nexudus_sandbox::MEMBER_COWORKER_ID;
use serde_json::Value;

fn hurried(by_road: bool) -> Setting {
    let portal = Portal { member: "undo-seconds=\"1\"", ..Portal::default() };
    Setting { portal, by_road, ..Setting::default() }
}

async fn signed_in(stage: &Stage) -> Vec<Value> {
    let waiting = stage.waiting(Some(MEMBER_COWORKER_ID));
    stage.visit("member").await;
    stage.member().enter(MEMBER).await;
    stage.member().shows(&laid_out(&waiting)).await;
    waiting
}

/// Dismisses the two rows at the top. Returns what waits without them.
async fn dismiss_two(stage: &Stage, waiting: &[Value]) -> Vec<Value> {
    let mut left = waiting.to_vec();
    for _ in 0..2 {
        left = without(&left, &folds(&left)[0][0]);
        stage.member().dismiss(0).await;
        stage.member().shows(&laid_out(&left)).await;
    }
    left
}

fn now_waiting(stage: &Stage) -> Vec<Value> {
    stage.waiting(Some(MEMBER_COWORKER_ID))
}

#[tokio::test]
async fn what_is_dismissed_offline_is_sent_once_there_is_a_network() {
    play_in(hurried(false), async |stage| {
        let waiting = signed_in(stage).await;
        stage.go_offline(true).await;
        let left = dismiss_two(stage, &waiting).await;
        stage.member().strip_says("unsent", "2 waiting to be sent").await;
        assert_eq!(stage.dismissals(), []);
        stage.go_offline(false).await;
        until("both are dismissed", async || now_waiting(stage) == left).await;
        stage.settles().await;
        stage.member().strip_says("unsent", "").await;
        assert_eq!(stage.dismissals().len(), 2);
        stage.member().shows(&laid_out(&left)).await;
    })
    .await;
}

#[tokio::test]
async fn what_could_not_be_sent_survives_a_reload() {
    play_in(hurried(true), async |stage| {
        let waiting = signed_in(stage).await;
        stage.road().close(true);
        let left = dismiss_two(stage, &waiting).await;
        stage.member().strip_says("unsent", "2 waiting to be sent").await;
        stage.reload().await;
        // The list of the last page is there although none can be had, and without what was dismissed.
        stage.member().says("No answer came.").await;
        stage.member().shows(&laid_out(&left)).await;
        within(Duration::from_secs(60), "the page has tried in vain", async || {
            stage.member().strip("unsent").await == "2 waiting to be sent"
        })
        .await;
        assert_eq!((stage.dismissals(), now_waiting(stage)), (vec![], waiting.clone()));

        stage.road().close(false);
        // Failed tries have made it patient.
        within(Duration::from_secs(120), "both are dismissed", async || now_waiting(stage) == left).await;
        stage.settles().await;
        let gone = &entities(&waiting) - &entities(&left);
        assert_eq!(stage.dismissals().iter().map(entity_of).collect::<Vec<_>>().len(), gone.len());
        stage.member().strip_says("unsent", "").await;
    })
    .await;
}

#[tokio::test]
async fn signing_out_asks_before_it_loses_anything() {
    play_in(hurried(false), async |stage| {
        let waiting = signed_in(stage).await;
        let inbox = stage.member();
        stage.go_offline(true).await;
        let left = dismiss_two(stage, &waiting).await;
        inbox.press("Sign out").await;
        inbox.strip_says("loss", "2 dismissals have not been sent yet and would be lost.").await;
        inbox.press("Stay").await;
        inbox.strip_says("loss", "").await;
        assert!(!inbox.asks_who_is_there().await);
        assert_eq!(stage.on_disk("wish.").await.len(), 2);
        inbox.shows(&laid_out(&left)).await;

        inbox.press("Sign out").await;
        inbox.press("Sign out anyway").await;
        until("signed out", async || inbox.asks_who_is_there().await).await;
        assert_eq!(stage.on_disk("wish.").await, Vec::<String>::new());
        let kept = stage.ask("return Object.keys(sessionStorage)", vec![]).await;
        assert_eq!(kept, serde_json::json!([]), "neither a token nor a list stays");

        stage.go_offline(false).await;
        inbox.enter(MEMBER).await;
        inbox.shows(&laid_out(&waiting)).await;
        assert_eq!((stage.dismissals(), now_waiting(stage)), (vec![], waiting));
    })
    .await;
}

#[tokio::test]
async fn staying_loses_nothing() {
    play_in(hurried(false), async |stage| {
        let waiting = signed_in(stage).await;
        stage.go_offline(true).await;
        let left = dismiss_two(stage, &waiting).await;
        stage.member().press("Sign out").await;
        stage.member().press("Stay").await;
        stage.go_offline(false).await;
        until("both are dismissed", async || now_waiting(stage) == left).await;
        stage.settles().await;
        assert_eq!(stage.dismissals().len(), 2);
        stage.member().press("Sign out").await;
        until("it asks nothing when nothing would be lost", async || stage.member().asks_who_is_there().await).await;
    })
    .await;
}
