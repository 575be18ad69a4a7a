//! A thousand dismissals over a bad road, with reloads on the way. Takes minutes, because calls keep their distance.

use std::{collections::BTreeSet, time::Duration};

use nexudus_e2e::{
    MEMBER, Portal, Setting, Stage, entities, entity_of, kept_by_dismiss_all, laid_out, play_in, until, within,
};
use nexudus_sandbox::{Config, MEMBER_COWORKER_ID};

/// Waiting at random after a failure is what another test is about; a fifth of it is enough here.
const LITTLE_JITTER: &str = "{ const random = Math.random; Math.random = () => random() / 5; }";
const MINUTES: Duration = Duration::from_secs(280);

async fn reload_at(stage: &Stage, done: usize) {
    within(MINUTES, &format!("{done} are done"), async || {
        stage.member().progress().await.is_some_and(|(now, _)| now >= done)
    })
    .await;
    stage.reload().await;
}

#[tokio::test]
async fn a_thousand_dismissals_take_effect_once_each() {
    let config = Config { notifications: 4_200, ..Config::default() };
    let portal = Portal { member: "undo-seconds=\"1\" writes-per-minute=\"6000\"", script: LITTLE_JITTER.into() };
    play_in(Setting { config, portal, by_road: true, ..Setting::default() }, async |stage| {
        let waiting = stage.waiting(Some(MEMBER_COWORKER_ID));
        let stays = kept_by_dismiss_all(&waiting);
        assert!(entities(&waiting).len() >= 1_000, "{} are enough", entities(&waiting).len());
        stage.visit("member").await;
        let inbox = stage.member();
        inbox.enter(MEMBER).await;
        inbox.shows(&laid_out(&waiting)).await;
        stage.road().roughen(true);
        inbox.press("Dismiss all").await;
        inbox.counts(stays.len()).await;
        // What says how far it has come takes its place above the rows; only then do they stay where they are.
        until("the act is under way", async || inbox.progress().await.is_some()).await;
        inbox.press("Dismiss these: Needs your action").await;
        inbox.says("These need an action from you.").await;
        inbox.press("Dismiss them anyway").await;
        inbox.counts(0).await;

        reload_at(stage, 150).await;
        reload_at(stage, 400).await;
        within(MINUTES, "all are done", async || stage.on_disk("wish.").await.is_empty()).await;
        assert_eq!(stage.waiting(Some(MEMBER_COWORKER_ID)), Vec::<serde_json::Value>::new());
        inbox.says("Nothing is waiting for you.").await;

        // What reached the service took effect, also where its answer was lost: so each may reach it once.
        let sent = stage.dismissals();
        let distinct: BTreeSet<i64> = sent.iter().map(entity_of).collect();
        assert!(sent.iter().all(|sent| sent.status == Some(200)));
        assert_eq!(distinct, entities(&waiting));
        assert_eq!(sent.len(), distinct.len(), "an entity was dismissed again");
        let mishaps = stage.road().mishaps();
        assert!(mishaps.iter().all(|count| *count >= 40), "{mishaps:?} of each kind");
    })
    .await;
}
