//! Tokens that end while somebody is at work.

use nexudus_e2e::{Inbox, MEMBER, STAFF, Stage, laid_out, play, until};
use nexudus_sandbox::{Fault, FaultKind, MEMBER_COWORKER_ID};
use serde_json::json;

fn all(stage: &Stage) -> Vec<String> {
    laid_out(&stage.waiting(Some(MEMBER_COWORKER_ID)))
}

#[tokio::test]
async fn an_expired_token_is_renewed_in_silence() {
    play(async |stage| {
        stage.visit("member").await;
        let inbox = stage.member();
        inbox.enter(MEMBER).await;
        inbox.shows(&all(stage)).await;
        stage.sandbox.expire_tokens();
        stage.reload().await;
        // The last list is painted before the first call has met the old token.
        until("the token is renewed", async || stage.sign_ins().len() == 2).await;
        inbox.shows(&all(stage)).await;
        stage.settles().await;
        let sign_ins = stage.sign_ins();
        assert_eq!(sign_ins.len(), 2, "{sign_ins:#?}");
        assert!(sign_ins[1].body.as_deref().unwrap().starts_with("grant_type=refresh_token&"), "{sign_ins:#?}");
        assert!(sign_ins[1].client_id, "a refresh needs the client_id header");
    })
    .await;
}

#[tokio::test]
async fn many_calls_at_once_need_one_renewal() {
    play(async |stage| {
        stage.visit("member").await;
        stage.member().enter(MEMBER).await;
        stage.member().shows(&all(stage)).await;
        stage.sandbox.expire_tokens();
        stage.sandbox.clear_requests();
        // No call is refused before the others are on their way, on a slow machine either.
        let late = Fault::once("/en/coworker/notifications", FaultKind::Latency { ms: 2_000 });
        stage.sandbox.add_fault(Fault { count: 4, ..late });
        let more = "
            const one = document.querySelector('nexudus-inbox[audience=member]');
            for (let i = 0; i < arguments[0]; i++) {
                const other = one.cloneNode();
                other.id = `more-${i}`;
                one.parentNode.append(other);
            }
        ";
        stage.ask(more, vec![json!(4)]).await;
        // The last list is painted before the first call has met the old token.
        let answered = |status| {
            stage.sent("GET", "/en/coworker/notifications").iter().filter(|it| it.status == Some(status)).count()
        };
        until("each has a list of its own", async || answered(200) == 4).await;
        for nth in 0..4 {
            Inbox::new(stage, format!("#more-{nth}")).counts(stage.waiting(Some(MEMBER_COWORKER_ID)).len()).await;
        }
        assert!(answered(401) > 1, "several calls have met the old token: {:#?}", stage.sandbox.requests());
        assert_eq!(stage.sign_ins().len(), 1, "{:#?}", stage.sign_ins());
    })
    .await;
}

#[tokio::test]
async fn a_session_that_is_over_asks_for_a_sign_in_and_goes_on() {
    play(async |stage| {
        stage.visit("member").await;
        let inbox = stage.member();
        inbox.enter(MEMBER).await;
        inbox.shows(&all(stage)).await;
        stage.sandbox.expire_tokens();
        stage.sandbox.revoke_refresh_tokens();
        inbox.press("Refresh").await;
        inbox.says("Your session has ended. Sign in again; nothing is lost.").await;
        assert!(inbox.asks_who_is_there().await);
        assert_eq!(inbox.rows().await, Vec::<String>::new());
        inbox.enter(MEMBER).await;
        inbox.shows(&all(stage)).await;
        assert!(!inbox.text().await.contains("Your session has ended"));
        assert_eq!(stage.sign_ins().len(), 3, "{:#?}", stage.sign_ins());
    })
    .await;
}

#[tokio::test]
async fn a_session_that_is_over_takes_nothing_typed_along() {
    play(async |stage| {
        stage.visit("staff").await;
        let (desk, form) = (stage.desk(), stage.desk().compose());
        desk.enter(STAFF).await;
        form.write(MEMBER_COWORKER_ID, "Typed before the end", "77").await;
        stage.sandbox.expire_tokens();
        stage.sandbox.revoke_refresh_tokens();
        // In one go: an inbox beside it may notice the end first, and then the form is hidden.
        form.hammer("Create notification", 1).await;
        until("the desk asks who is there", async || desk.asks_who_is_there().await).await;
        assert_eq!(stage.creations(), []);

        desk.enter(STAFF).await;
        assert_eq!(form.value("Message").await, "Typed before the end");
        assert_eq!(form.value("Entity").await, "77");
        form.press("Create notification").await;
        form.says("was created.").await;
        assert_eq!(stage.creations().len(), 1);
    })
    .await;
}
