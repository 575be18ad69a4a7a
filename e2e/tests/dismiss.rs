//! A member clears what has been read.

use nexudus_e2e::{Inbox, MEMBER, Stage, messages, play, play_with, until};
use nexudus_sandbox::{Config, Fault, FaultKind, MEMBER_COWORKER_ID};
use serde_json::Value;

const DISMISS: &str = "/en/coworker/dismissNotifications";

/// What waits once a row is dismissed: everything about another entity.
fn without(waiting: &[Value], nth: usize) -> Vec<Value> {
    waiting.iter().filter(|row| row["EntityId"] != waiting[nth]["EntityId"]).cloned().collect()
}

async fn signed_in(stage: &Stage) -> (Inbox<'_>, Vec<Value>) {
    let waiting = stage.waiting(Some(MEMBER_COWORKER_ID));
    stage.visit("member").await;
    stage.member().enter(MEMBER).await;
    stage.member().shows(&first_page(&waiting)).await;
    (stage.member(), waiting)
}

fn first_page(waiting: &[Value]) -> Vec<String> {
    messages(&waiting[..waiting.len().min(25)])
}

#[tokio::test]
async fn undo_takes_a_dismissal_back_before_anything_is_sent() {
    play(async |stage| {
        let (inbox, waiting) = signed_in(stage).await;
        inbox.dismiss(0).await;
        inbox.shows(&first_page(&without(&waiting, 0))).await;
        inbox.says("Dismissed.").await;
        assert_eq!(stage.dismissals(), []);
        inbox.press("Undo").await;
        inbox.shows(&first_page(&waiting)).await;

        // A second dismissal falls due after the first one would have: once it has come, the first one never will.
        inbox.set("undo-seconds", "3").await;
        inbox.shows(&first_page(&waiting)).await;
        inbox.dismiss(0).await;
        inbox.press("Undo").await;
        inbox.shows(&first_page(&waiting)).await;
        inbox.dismiss(2).await;
        until("the second dismissal is sent", async || !stage.dismissals().is_empty()).await;
        let sent = stage.dismissals();
        assert_eq!(sent.len(), 1, "{sent:#?}");
        assert_eq!(sent[0].query, format!("entityId={}", waiting[2]["EntityId"]));
        inbox.shows(&first_page(&without(&waiting, 2))).await;
        assert_eq!(stage.waiting(Some(MEMBER_COWORKER_ID)), without(&waiting, 2));
    })
    .await;
}

#[tokio::test]
async fn a_dismissal_clears_the_entity_of_this_member_alone() {
    play(async |stage| {
        let (inbox, waiting) = signed_in(stage).await;
        let before = stage.notifications();
        let is_shared = |row: &&Value| {
            let same: Vec<_> = before.iter().filter(|one| one["EntityId"] == row["EntityId"]).collect();
            let of_others =
                same.iter().any(|one| one["CoworkerId"] != MEMBER_COWORKER_ID && one["IsDismissed"] == false);
            of_others && waiting.iter().filter(|one| one["EntityId"] == row["EntityId"]).count() == 2
        };
        let nth = waiting[..25].iter().position(|row| is_shared(&row)).expect("the sample has such a row");
        inbox.set("undo-seconds", "0").await;
        inbox.shows(&first_page(&waiting)).await;
        inbox.dismiss(nth).await;
        inbox.shows(&first_page(&without(&waiting, nth))).await;
        inbox.says("Dismissed 2 notifications about the same thing.").await;
        inbox.counts(waiting.len() - 2).await;
        until("the dismissal is answered", async || stage.dismissals().iter().any(|sent| sent.status.is_some())).await;

        for (old, new) in before.iter().zip(stage.notifications()) {
            let is_meant = old["CoworkerId"] == MEMBER_COWORKER_ID && old["EntityId"] == waiting[nth]["EntityId"];
            assert_eq!(new["IsDismissed"], is_meant || old["IsDismissed"] == true, "{new}");
        }
        stage.reload().await;
        inbox.shows(&first_page(&without(&waiting, nth))).await;
        let sent = stage.dismissals();
        assert_eq!(sent.len(), 1, "{sent:#?}");
        assert_eq!(
            (sent[0].query.as_str(), sent[0].status),
            (&*format!("entityId={}", waiting[nth]["EntityId"]), Some(200))
        );
    })
    .await;
}

#[tokio::test]
async fn leaving_the_page_sends_what_is_held_back() {
    play(async |stage| {
        let (inbox, waiting) = signed_in(stage).await;
        inbox.dismiss(0).await;
        inbox.shows(&first_page(&without(&waiting, 0))).await;
        assert_eq!(stage.dismissals(), []);
        stage.reload().await;
        inbox.shows(&first_page(&without(&waiting, 0))).await;
        assert_eq!(stage.waiting(Some(MEMBER_COWORKER_ID)), without(&waiting, 0));
        assert_eq!((stage.dismissals().len(), stage.sign_ins().len()), (1, 1));
    })
    .await;
}

#[tokio::test]
async fn a_refused_dismissal_brings_the_row_back() {
    play(async |stage| {
        let (inbox, waiting) = signed_in(stage).await;
        inbox.set("undo-seconds", "0").await;
        inbox.shows(&first_page(&waiting)).await;
        // A pause before the refusal, or the row would be back before anybody could see it leave.
        stage.sandbox.add_fault(Fault::once(DISMISS, FaultKind::Latency { ms: 1_500 }));
        stage.sandbox.add_fault(Fault::once(DISMISS, FaultKind::ServerError));
        inbox.dismiss(1).await;
        inbox.shows(&first_page(&without(&waiting, 1))).await;
        inbox.says("The notification is back. Nexudus could not do this: error 500").await;
        inbox.shows(&first_page(&waiting)).await;
        inbox.counts(waiting.len()).await;
        assert_eq!(stage.waiting(Some(MEMBER_COWORKER_ID)), waiting);

        inbox.dismiss(1).await;
        inbox.shows(&first_page(&without(&waiting, 1))).await;
        until("it is dismissed", async || stage.waiting(Some(MEMBER_COWORKER_ID)) == without(&waiting, 1)).await;
    })
    .await;
}

#[tokio::test]
async fn focus_goes_where_the_next_dismissal_is() {
    // A short list, so that it can be emptied.
    play_with(Config { notifications: 20, ..Config::default() }, async |stage| {
        let (inbox, waiting) = signed_in(stage).await;
        let texts = messages(&waiting);
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
