//! A member reads what waits.

use nexudus_e2e::{MEMBER, NEWCOMER, messages, play, until};
use nexudus_sandbox::MEMBER_COWORKER_ID;

#[tokio::test]
async fn a_member_signs_in_and_sees_what_waits() {
    play(async |stage| {
        let waiting = stage.waiting(Some(MEMBER_COWORKER_ID));
        let all = messages(&waiting);
        assert!(all.len() > 50, "the sample has a third page to leave out");
        stage.visit("member").await;
        let inbox = stage.member();
        inbox.enter(MEMBER).await;

        inbox.shows(&all[..25]).await;
        inbox.counts(all.len()).await;
        inbox.press("Show more").await;
        inbox.shows(&all[..50]).await;

        let sign_ins = stage.sign_ins();
        assert_eq!(sign_ins.len(), 1, "{sign_ins:#?}");
        assert!(sign_ins[0].content_type.as_deref().unwrap().starts_with("application/x-www-form-urlencoded"));
        let body = sign_ins[0].body.as_deref().unwrap();
        assert_eq!(body, "grant_type=password&username=[redacted]&password=[redacted]");
        assert!(stage.sandbox.requests().iter().all(|sent| sent.status.is_some_and(|status| status < 400)));
    })
    .await;
}

#[tokio::test]
async fn the_list_is_asked_for_once() {
    play(async |stage| {
        stage.visit("member").await;
        let inbox = stage.member();
        inbox.enter(MEMBER).await;
        inbox.shows_rows(25).await;
        stage.reload().await;
        inbox.shows_rows(25).await;
        let lists = stage.sent("GET", "/en/coworker/notifications");
        assert_eq!(lists.len(), 2, "once after the sign-in, once after the reload: {lists:#?}");
    })
    .await;
}

#[tokio::test]
async fn the_token_stays_in_the_tabs_session() {
    play(async |stage| {
        stage.visit("member").await;
        let inbox = stage.member();
        inbox.enter(MEMBER).await;
        inbox.shows_rows(25).await;

        let kept = stage.ask("return Object.values(sessionStorage)", vec![]).await;
        let kept = kept[0].as_str().expect("the tab's session keeps the token").to_owned();
        let token = kept.lines().next().unwrap();
        let elsewhere = stage
            .ask(
                "return [JSON.stringify(localStorage), document.cookie, location.href, document.body.outerHTML]",
                vec![],
            )
            .await
            .to_string();
        assert!(!elsewhere.contains(token), "{elsewhere}");
        assert_eq!(stage.ask("return localStorage.length", vec![]).await, 0);
        for sent in stage.sandbox.requests() {
            assert!(!sent.query.to_lowercase().contains("token"), "{sent:?}");
        }

        stage.reload().await;
        inbox.shows_rows(25).await;
        assert_eq!(stage.sign_ins().len(), 1, "a reload stays signed in");
        inbox.press("Sign out").await;
        until("signed out", async || inbox.asks_who_is_there().await).await;
        assert_eq!(stage.ask("return sessionStorage.length", vec![]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_newcomer_reads_that_nothing_waits() {
    play(async |stage| {
        stage.visit("member").await;
        let inbox = stage.member();
        inbox.enter(NEWCOMER).await;
        inbox.says("Nothing is waiting for you.").await;
        inbox.says("New notifications will appear here.").await;
        inbox.counts(0).await;
        assert!(!inbox.has_button("Show more").await);
    })
    .await;
}

#[tokio::test]
async fn a_message_of_ten_thousand_characters_fits_a_narrow_window() {
    play(async |stage| {
        let waiting = stage.waiting(Some(MEMBER_COWORKER_ID));
        let all = messages(&waiting);
        let long = all.iter().position(|text| text.chars().count() == 10_000).expect("the sample has a long message");
        stage.visit("member").await;
        stage.narrow(320).await;
        let inbox = stage.member();
        inbox.enter(MEMBER).await;
        inbox.shows(&all[..25]).await;
        inbox.press("Show more").await;
        inbox.shows(&all[..50]).await;

        assert!(inbox.hides_a_part(long).await, "the message is clamped");
        assert_eq!(inbox.beyond_the_edge().await, Vec::<String>::new());
        inbox.press_in_row(long, "Show all of it").await;
        until("all of it is shown", async || !inbox.hides_a_part(long).await).await;
        assert_eq!(inbox.beyond_the_edge().await, Vec::<String>::new());
        inbox.press_in_row(long, "Show less").await;
        until("it is clamped again", async || inbox.hides_a_part(long).await).await;
    })
    .await;
}
