//! A member clears what has been read.

use nexudus_e2e::{
    Inbox, MEMBER, Portal, STAFF, Setting, Stage, entity_of, folds, laid_out, play, play_in, until, without,
};
use nexudus_sandbox::{Config, Fault, FaultKind, MEMBER_COWORKER_ID, Switches, Writes};
use serde_json::Value;

const DISMISS: &str = "/en/coworker/dismissNotifications";

/// What waits once the row at that place is dismissed.
fn after(waiting: &[Value], nth: usize) -> Vec<Value> {
    without(waiting, &folds(waiting)[nth][0])
}

/// Time enough to undo, on a slow machine as well.
fn unhurried() -> Setting {
    Setting { portal: Portal { member: "undo-seconds=\"60\"", ..Portal::default() }, ..Setting::default() }
}

async fn signed_in(stage: &Stage) -> (Inbox<'_>, Vec<Value>) {
    let waiting = stage.waiting(Some(MEMBER_COWORKER_ID));
    stage.visit("member").await;
    stage.member().enter(MEMBER).await;
    stage.member().shows(&laid_out(&waiting)).await;
    (stage.member(), waiting)
}

#[tokio::test]
async fn undo_takes_a_dismissal_back_before_anything_is_sent() {
    play_in(unhurried(), async |stage| {
        let (inbox, waiting) = signed_in(stage).await;
        inbox.dismiss(0).await;
        inbox.shows(&laid_out(&after(&waiting, 0))).await;
        inbox.says("Dismissed").await;
        assert_eq!(stage.dismissals(), []);
        inbox.press("Undo").await;
        inbox.shows(&laid_out(&waiting)).await;

        // A second dismissal falls due after the first one would have: once it has come, the first one never will.
        inbox.set("undo-seconds", "8").await;
        inbox.shows(&laid_out(&waiting)).await;
        inbox.dismiss(0).await;
        inbox.press("Undo").await;
        inbox.shows(&laid_out(&waiting)).await;
        inbox.dismiss(2).await;
        until("the second dismissal is sent", async || !stage.dismissals().is_empty()).await;
        let sent = stage.dismissals();
        assert_eq!(sent.len(), 1, "{sent:#?}");
        assert_eq!(entity_of(&sent[0]), folds(&waiting)[2][0]["EntityId"]);
        inbox.shows(&laid_out(&after(&waiting, 2))).await;
        assert_eq!(stage.waiting(Some(MEMBER_COWORKER_ID)), after(&waiting, 2));
        stage.settles().await;
    })
    .await;
}

#[tokio::test]
async fn a_dismissal_clears_the_entity_of_this_member_alone() {
    play(async |stage| {
        let (inbox, waiting) = signed_in(stage).await;
        let before = stage.notifications();
        let is_shared = |row: &Value| {
            let same: Vec<_> = before.iter().filter(|one| one["EntityId"] == row["EntityId"]).collect();
            let of_others =
                same.iter().any(|one| one["CoworkerId"] != MEMBER_COWORKER_ID && one["IsDismissed"] == false);
            of_others && waiting.iter().filter(|one| one["EntityId"] == row["EntityId"]).count() == 2
        };
        let says_it_alone = |row: &Value| waiting.iter().filter(|one| one["Message"] == row["Message"]).count() == 1;
        let shown = folds(&waiting);
        let mut first = shown.iter().map(|fold| &fold[0]);
        let meant = first.find(|row| is_shared(row) && says_it_alone(row)).expect("the sample has such a row");
        inbox.set("undo-seconds", "0").await;
        inbox.shows(&laid_out(&waiting)).await;
        inbox.scroll_to(meant["Message"].as_str().unwrap()).await;
        inbox.dismiss_that(meant["Message"].as_str().unwrap()).await;
        inbox.counts(waiting.len() - 2).await;
        stage.reload().await;
        inbox.shows(&laid_out(&without(&waiting, meant))).await;
        until("the dismissal is answered", async || stage.dismissals().iter().any(|sent| sent.status.is_some())).await;

        for (old, new) in before.iter().zip(stage.notifications()) {
            let is_meant = old["CoworkerId"] == MEMBER_COWORKER_ID && old["EntityId"] == meant["EntityId"];
            assert_eq!(new["IsDismissed"], is_meant || old["IsDismissed"] == true, "{new}");
        }
        stage.settles().await;
        let sent = stage.dismissals();
        assert_eq!(sent.len(), 1, "{sent:#?}");
        assert_eq!((entity_of(&sent[0]).into(), sent[0].status), (meant["EntityId"].clone(), Some(200)));
    })
    .await;
}

#[tokio::test]
async fn leaving_the_page_sends_what_is_held_back() {
    play_in(unhurried(), async |stage| {
        let (inbox, waiting) = signed_in(stage).await;
        inbox.dismiss(0).await;
        inbox.shows(&laid_out(&after(&waiting, 0))).await;
        assert_eq!(stage.dismissals(), []);
        stage.reload().await;
        inbox.shows(&laid_out(&after(&waiting, 0))).await;
        until("it is dismissed", async || stage.waiting(Some(MEMBER_COWORKER_ID)) == after(&waiting, 0)).await;
        // Nobody has heard the answer, so the list is looked at; and nothing is sent again.
        stage.settles().await;
        assert_eq!((stage.dismissals().len(), stage.sign_ins().len()), (1, 1));
        inbox.shows(&laid_out(&after(&waiting, 0))).await;
    })
    .await;
}

#[tokio::test]
async fn a_dismissal_that_fails_is_looked_up_and_sent_again() {
    play(async |stage| {
        let (inbox, waiting) = signed_in(stage).await;
        inbox.set("undo-seconds", "0").await;
        inbox.shows(&laid_out(&waiting)).await;
        stage.sandbox.add_fault(Fault::once(DISMISS, FaultKind::ServerError));
        stage.sandbox.clear_requests();
        inbox.dismiss(1).await;
        inbox.shows(&laid_out(&after(&waiting, 1))).await;
        inbox.strip_says("unsent", "1 waiting to be sent").await;
        until("it is dismissed", async || stage.waiting(Some(MEMBER_COWORKER_ID)) == after(&waiting, 1)).await;
        stage.settles().await;
        let calls: Vec<_> =
            stage.sandbox.requests().into_iter().map(|sent| (sent.path.contains("dismiss"), sent.status)).collect();
        assert_eq!(calls, [(true, Some(500)), (false, Some(200)), (true, Some(200))]);
        inbox.strip_says("unsent", "").await;
        inbox.shows(&laid_out(&after(&waiting, 1))).await;
    })
    .await;
}

#[tokio::test]
async fn a_refused_dismissal_brings_the_row_back() {
    play(async |stage| {
        stage.visit("staff").await;
        let inbox = stage.staff();
        inbox.enter(STAFF).await;
        let waiting = stage.waiting(None);
        inbox.shows(&laid_out(&waiting[..25])).await;
        stage.sandbox.set_switches(Switches { writes: Writes::Forbidden, ..Switches::default() });
        inbox.dismiss(1).await;
        inbox.says("The notification is back. ").await;
        inbox.says("Ask an administrator for the role CoworkerNotification-Edit.").await;
        inbox.shows(&laid_out(&waiting[..25])).await;
        inbox.counts(waiting.len()).await;
        assert_eq!(stage.waiting(None), waiting);

        stage.sandbox.set_switches(Switches::default());
        let second = folds(&waiting[..25])[1].clone();
        inbox.dismiss(1).await;
        until("it is dismissed", async || stage.waiting(None).len() == waiting.len() - second.len()).await;
        assert!(stage.waiting(None).iter().all(|row| second.iter().all(|gone| gone["Id"] != row["Id"])));
    })
    .await;
}

#[tokio::test]
async fn focus_goes_where_the_next_dismissal_is() {
    // A short list, so that it can be emptied, and all the time to do it.
    let config = Config { notifications: 20, ..Config::default() };
    let portal = Portal { member: "undo-seconds=\"600\"", ..Portal::default() };
    play_in(Setting { config, portal, ..Setting::default() }, async |stage| {
        let (inbox, waiting) = signed_in(stage).await;
        let texts = laid_out(&waiting);
        assert!(texts.len() >= 3, "{texts:?}");
        let last = texts.len() - 1;
        inbox.dismiss(0).await;
        inbox.focuses(&Inbox::dismiss_name(&texts[1])).await;
        inbox.dismiss_by_key(last - 1).await;
        inbox.focuses(&Inbox::dismiss_name(&texts[last - 1])).await;
        for left in (0..last - 1).rev() {
            inbox.dismiss_by_key(0).await;
            inbox.shows_rows(left).await;
        }
        inbox.focuses("Notifications").await;
        inbox.says("Nothing is waiting for you.").await;
        assert_eq!(stage.dismissals(), []);
    })
    .await;
}
