//! A member reads what waits.

use nexudus_e2e::{MEMBER, NEWCOMER, folds, laid_out, needs_action, play, until};
use nexudus_sandbox::MEMBER_COWORKER_ID;

#[tokio::test]
async fn a_member_signs_in_and_sees_what_waits() {
    play(async |stage| {
        let waiting = stage.waiting(Some(MEMBER_COWORKER_ID));
        let all = laid_out(&waiting);
        assert!(all.len() > 50, "the sample has more than is in the document at one time");
        stage.visit("member").await;
        let inbox = stage.member();
        inbox.enter(MEMBER).await;

        inbox.shows(&all).await;
        inbox.counts(waiting.len()).await;
        assert!(inbox.rows().await.len() < all.len(), "not all of a long list is in the document");
        assert_eq!(inbox.rows_by_scrolling().await, all);

        let sign_ins = stage.sign_ins();
        assert_eq!(sign_ins.len(), 1, "{sign_ins:#?}");
        assert!(sign_ins[0].content_type.as_deref().unwrap().starts_with("application/x-www-form-urlencoded"));
        let body = sign_ins[0].body.as_deref().unwrap();
        assert_eq!(body, "grant_type=password&username=[redacted]&password=[redacted]");
        assert!(stage.answered().await.iter().all(|sent| sent.status < Some(400)));
    })
    .await;
}

#[tokio::test]
async fn the_list_is_asked_for_once() {
    play(async |stage| {
        stage.visit("member").await;
        let inbox = stage.member();
        inbox.enter(MEMBER).await;
        let all = laid_out(&stage.waiting(Some(MEMBER_COWORKER_ID)));
        inbox.shows(&all).await;
        stage.reload().await;
        inbox.shows(&all).await;
        until("the list is asked for", async || stage.sent("GET", "/en/coworker/notifications").len() > 1).await;
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
        let shown = laid_out(&stage.waiting(Some(MEMBER_COWORKER_ID)));
        inbox.shows(&shown).await;

        let kept = stage.ask("return Object.entries(sessionStorage)", vec![]).await;
        let kept: Vec<(String, String)> = serde_json::from_value(kept).unwrap();
        let session = kept.iter().find(|(key, _)| key.starts_with("nexudus-inbox.session."));
        let token = session.expect("the tab's session keeps the token").1.lines().next().unwrap();
        let elsewhere = stage
            .ask(
                "return [JSON.stringify(localStorage), document.cookie, location.href, document.body.outerHTML]",
                vec![],
            )
            .await
            .to_string();
        assert!(!elsewhere.contains(token), "{elsewhere}");
        // The disk outlives the session: nothing on it says who was here, or what they have read.
        let disk = stage.ask("return JSON.stringify(localStorage)", vec![]).await.as_str().unwrap().to_owned();
        assert!(!disk.contains(MEMBER.0) && !disk.contains(&shown[0]), "{disk}");
        for sent in stage.sandbox.requests() {
            assert!(!sent.query.to_lowercase().contains("token"), "{sent:?}");
        }

        stage.reload().await;
        inbox.shows(&shown).await;
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
        let long = waiting.iter().filter_map(|row| row["Message"].as_str()).find(|text| text.chars().count() == 10_000);
        let long = long.expect("the sample has a long message");
        stage.visit("member").await;
        stage.narrow(320).await;
        let inbox = stage.member();
        inbox.enter(MEMBER).await;
        inbox.shows(&laid_out(&waiting)).await;

        inbox.scroll_to(long).await;
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

#[tokio::test]
async fn what_needs_an_action_stands_first_and_what_belongs_together_is_one_row() {
    play(async |stage| {
        let waiting = stage.waiting(Some(MEMBER_COWORKER_ID));
        let shown = folds(&waiting);
        let pinned = shown.iter().filter(|fold| needs_action(&fold[0])).count();
        assert!(pinned > 0 && pinned < shown.len());
        stage.visit("member").await;
        let inbox = stage.member();
        inbox.enter(MEMBER).await;
        inbox.shows(&laid_out(&waiting)).await;
        assert_eq!(inbox.headings().await[0], "Needs your action");

        let fold = shown.iter().find(|fold| fold.len() == 2).expect("the sample repeats itself");
        let newest = fold[0]["Message"].as_str().unwrap();
        inbox.scroll_to(newest).await;
        inbox.press_in_row(newest, "Show 1 more about this").await;
        inbox.says(fold[1]["Message"].as_str().unwrap().trim()).await;

        inbox.press_in_row(newest, "Show only the newest").await;
        until("it is folded", async || !inbox.has_button("Show only the newest").await).await;
    })
    .await;
}
