//! What a network and a wrong address do, said in sentences that help.

use nexudus_e2e::{MEMBER, laid_out, play};
use nexudus_sandbox::{Fault, FaultKind, MEMBER_COWORKER_ID};

const LIST: &str = "/en/coworker/notifications";

#[tokio::test]
async fn the_wrong_host_is_named() {
    play(async |stage| {
        stage.visit("member").await;
        let inbox = stage.member();
        inbox.set("token-url", "").await;
        inbox.enter(MEMBER).await;
        inbox.shows(&laid_out(&stage.waiting(Some(MEMBER_COWORKER_ID)))).await;
        inbox.set("portal-url", "/wrong-host").await;
        inbox.says("/wrong-host/en/coworker/notifications sent a web page instead of data.").await;
        inbox.says("the API is at spaces.nexudus.com or {space}.spaces.nexudus.com").await;
        assert!(!inbox.asks_who_is_there().await);
        assert_eq!(stage.sign_ins().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_list_that_does_not_come_can_be_asked_for_again() {
    play(async |stage| {
        let waiting = laid_out(&stage.waiting(Some(MEMBER_COWORKER_ID)));
        stage.visit("member").await;
        let inbox = stage.member();
        inbox.enter(MEMBER).await;
        inbox.shows(&waiting).await;
        for (kind, sentence) in [
            (FaultKind::EmptyBody, "/en/coworker/notifications sent an empty answer instead of data. Try again"),
            (FaultKind::TruncatedBody, "/en/coworker/notifications sent an answer that breaks off instead of data."),
            (FaultKind::DropBefore, "No answer came. Check your connection and try again."),
            (FaultKind::ServerError, "Nexudus could not do this: error 500"),
        ] {
            // A browser repeats a GET whose connection died; only one that dies again and again counts as gone. Firefox tries ten times.
            stage.sandbox.add_fault(Fault { count: 99, ..Fault::once(LIST, kind) });
            stage.reload().await;
            inbox.says(sentence).await;
            assert!(!inbox.asks_who_is_there().await);
            stage.sandbox.clear_faults();
            inbox.press("Try again").await;
            inbox.shows(&waiting).await;
            assert!(!inbox.text().await.contains(sentence));
        }
        assert_eq!(stage.sign_ins().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_refresh_that_fails_keeps_the_rows() {
    play(async |stage| {
        let waiting = laid_out(&stage.waiting(Some(MEMBER_COWORKER_ID)));
        stage.visit("member").await;
        let inbox = stage.member();
        inbox.enter(MEMBER).await;
        inbox.shows(&waiting).await;
        stage.sandbox.add_fault(Fault { count: 9, ..Fault::once(LIST, FaultKind::EmptyBody) });
        inbox.press("Refresh").await;
        inbox.says("sent an empty answer instead of data").await;
        inbox.shows(&waiting).await;
        stage.sandbox.clear_faults();
    })
    .await;
}
