//! Clearing much at once: what is under way is seen, and can be held up and given up.

use std::collections::BTreeSet;

use nexudus_e2e::{MEMBER, Portal, Setting, Stage, entities, entity_of, kept_by_dismiss_all, laid_out, play_in, until};
use nexudus_sandbox::{Config, MEMBER_COWORKER_ID};
use serde_json::Value;

fn brisk() -> Setting {
    Setting {
        config: Config { notifications: 500, ..Config::default() },
        portal: Portal { member: "undo-seconds=\"1\" writes-per-minute=\"6000\"", ..Portal::default() },
        ..Setting::default()
    }
}

/// Dismisses all and waits until some of it has been sent. Returns what waited before.
async fn begun(stage: &Stage) -> Vec<Value> {
    let waiting = stage.waiting(Some(MEMBER_COWORKER_ID));
    let stays = kept_by_dismiss_all(&waiting);
    let calls = entities(&waiting).len() - entities(&stays).len();
    assert!(calls > 60 && !stays.is_empty(), "the sample has enough of both: {calls} and {}", stays.len());
    stage.visit("member").await;
    let inbox = stage.member();
    inbox.enter(MEMBER).await;
    inbox.shows(&laid_out(&waiting)).await;
    inbox.press("Dismiss all").await;
    inbox.shows(&laid_out(&stays)).await;
    inbox.counts(stays.len()).await;
    until("some of it has been sent", async || {
        inbox.progress().await.is_some_and(|(done, of)| done >= 3 && of == calls)
    })
    .await;
    waiting
}

fn sent(stage: &Stage) -> BTreeSet<i64> {
    let sent = stage.dismissals();
    let distinct: BTreeSet<i64> = sent.iter().map(entity_of).collect();
    assert_eq!(distinct.len(), sent.len(), "no entity is dismissed twice");
    distinct
}

/// Dismisses a row by itself, which does not wait for a large act: when it has gone, others could have gone as well.
async fn dismiss_one(stage: &Stage) {
    let before = stage.waiting(Some(MEMBER_COWORKER_ID));
    let still = kept_by_dismiss_all(&before);
    stage.member().dismiss(0).await;
    let entity = still.iter().find(|row| row["Message"] == laid_out(&still)[0].as_str()).unwrap()["EntityId"].clone();
    until("one more is dismissed", async || {
        stage.waiting(Some(MEMBER_COWORKER_ID)).iter().all(|row| row["EntityId"] != entity)
    })
    .await;
}

#[tokio::test]
async fn a_large_act_is_paused_over_a_reload_and_goes_on() {
    play_in(brisk(), async |stage| {
        let waiting = begun(stage).await;
        let (inbox, stays) = (stage.member(), kept_by_dismiss_all(&waiting));
        inbox.press("Pause").await;
        until("it is paused", async || inbox.strip("progress").await.starts_with("Paused at ")).await;
        until("the last answer is there", async || {
            inbox.progress().await.is_some_and(|(done, _)| done == sent(stage).len())
        })
        .await;
        let (words, done) = (inbox.strip("progress").await, sent(stage).len());
        dismiss_one(stage).await;
        assert_eq!(sent(stage).len(), done + 1);

        stage.settles_but(inbox.progress().await.map_or(0, |(done, of)| of - done)).await;
        stage.reload().await;
        inbox.strip_says("progress", &words).await;
        dismiss_one(stage).await;
        assert_eq!(sent(stage).len(), done + 2);
        inbox.strip_says("progress", &words).await;

        inbox.press("Go on").await;
        until("it goes on", async || sent(stage).len() > done + 4).await;
        stage.settles().await;
        inbox.strip_says("progress", "").await;
        let left = stage.waiting(Some(MEMBER_COWORKER_ID));
        assert_eq!(sent(stage), &entities(&waiting) - &entities(&left));
        assert_eq!(entities(&left).len(), entities(&stays).len() - 2);
        assert!(entities(&left).is_subset(&entities(&stays)));
        inbox.shows(&laid_out(&left)).await;
    })
    .await;
}

#[tokio::test]
async fn what_is_cancelled_is_back_and_waits() {
    play_in(brisk(), async |stage| {
        let waiting = begun(stage).await;
        let inbox = stage.member();
        inbox.press("Cancel").await;
        inbox.says("The notifications are back.").await;
        inbox.strip_says("progress", "").await;
        stage.settles().await;
        stage.answered().await;
        let (left, gone) = (stage.waiting(Some(MEMBER_COWORKER_ID)), sent(stage));
        assert_eq!(gone, &entities(&waiting) - &entities(&left));
        inbox.counts(left.len()).await;
        inbox.shows(&laid_out(&left)).await;

        // One that is dismissed later would come after what is still on its way, if anything were.
        inbox.dismiss(0).await;
        until("one more is sent", async || sent(stage).len() > gone.len()).await;
        stage.settles().await;
        assert_eq!(sent(stage).len(), gone.len() + 1);
        stage.reload().await;
        inbox.shows(&laid_out(&stage.waiting(Some(MEMBER_COWORKER_ID)))).await;
    })
    .await;
}
