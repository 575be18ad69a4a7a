//! What is dismissed, and the way back where there is one.

use nexudus_e2e::{MEMBER, Portal, STAFF, Setting, by_day, folds, laid_out, play, play_in, titles, until, without};
use nexudus_sandbox::{MEMBER_COWORKER_ID, MemberList, Switches};

#[tokio::test]
async fn a_list_that_holds_dismissed_ones_fills_both_views() {
    play(async |stage| {
        stage.sandbox.set_switches(Switches { member_list: MemberList::All, ..Switches::default() });
        stage.visit("member").await;
        let inbox = stage.member();
        inbox.enter(MEMBER).await;
        let waiting = stage.waiting(Some(MEMBER_COWORKER_ID));
        inbox.shows(&laid_out(&waiting)).await;
        inbox.counts(waiting.len()).await;
        inbox.press("Dismissed").await;
        let dismissed = stage.dismissed(Some(MEMBER_COWORKER_ID));
        assert!(dismissed.len() > 10, "the sample has dismissed ones");
        inbox.shows(&titles(&by_day(&dismissed))).await;
        assert_eq!(inbox.elements("[part=restore]").await, 0, "what was sent has no way back for members");
        assert!(!inbox.has_button("Dismiss all").await);
        inbox.press("Waiting").await;
        inbox.shows(&laid_out(&waiting)).await;
    })
    .await;
}

#[tokio::test]
async fn a_member_brings_back_what_has_not_been_sent() {
    let portal = Portal { member: "undo-seconds=\"600\"", ..Portal::default() };
    play_in(Setting { portal, ..Setting::default() }, async |stage| {
        stage.visit("member").await;
        let inbox = stage.member();
        inbox.enter(MEMBER).await;
        let waiting = stage.waiting(Some(MEMBER_COWORKER_ID));
        inbox.shows(&laid_out(&waiting)).await;
        let gone = folds(&waiting)[0].clone();
        inbox.dismiss(0).await;
        inbox.shows(&laid_out(&without(&waiting, &gone[0]))).await;
        inbox.press("Dismissed").await;
        inbox.shows(&titles(std::slice::from_ref(&gone))).await;
        assert_eq!(inbox.headings().await, ["Not sent yet"]);
        let name = format!("Bring back: {}", titles(&[gone])[0].chars().take(80).collect::<String>());
        inbox.press(&name).await;
        inbox.says("Nothing here has been dismissed.").await;
        inbox.press("Waiting").await;
        inbox.shows(&laid_out(&waiting)).await;
        assert_eq!((stage.dismissals(), stage.on_disk("wish.").await), (vec![], vec![]));
    })
    .await;
}

#[tokio::test]
async fn staff_bring_back_what_was_dismissed() {
    play(async |stage| {
        stage.visit("staff").await;
        let inbox = stage.staff();
        inbox.enter(STAFF).await;
        inbox.shows(&laid_out(&stage.waiting(None)[..25])).await;
        inbox.press("Dismissed").await;
        let dismissed = stage.dismissed(None);
        inbox.shows(&titles(&by_day(&dismissed[..25]))).await;

        let back = by_day(&dismissed[..25])[0].clone();
        assert_eq!(back.len(), 1, "the sample begins with a single one");
        let text = titles(std::slice::from_ref(&back)).remove(0);
        inbox.press(&format!("Bring back: {}", text.chars().take(80).collect::<String>())).await;
        inbox.says("The notification is back.").await;
        let waits = || stage.waiting(None).iter().any(|row| row["Id"] == back[0]["Id"]);
        until("it waits again", async || waits()).await;
        let puts = stage.sent("PUT", "/api/spaces/coworkernotifications");
        assert_eq!(puts.len(), 1, "{puts:#?}");
        let body: serde_json::Value = serde_json::from_str(puts[0].body.as_deref().unwrap()).unwrap();
        assert_eq!((&body["Id"], &body["IsDismissed"]), (&back[0]["Id"], &false.into()));
        until("it has left this view", async || !inbox.rows().await.contains(&text)).await;

        inbox.press("Waiting").await;
        inbox.press("Refresh").await;
        // Those that were there, and this one.
        let newest = stage.waiting(None)[..26].to_vec();
        assert!(newest.iter().any(|row| row["Id"] == back[0]["Id"]), "it is new enough to be seen");
        inbox.shows(&laid_out(&newest)).await;
    })
    .await;
}

#[tokio::test]
async fn the_portal_has_a_bell_where_one_is_asked_for_and_not_beside_the_list() {
    play(async |stage| {
        stage.visit("member").await;
        let inbox = stage.member();
        until("the list asks who is there", async || inbox.asks_who_is_there().await).await;
        assert_eq!(inbox.elements("[part=bell]").await, 0);
        stage.browser.goto(format!("{}/?bell#member", stage.sandbox.url())).await.unwrap();
        until("the bell is drawn", async || inbox.elements("[part=bell]").await == 1).await;
        assert_eq!(
            stage.ask("return document.querySelectorAll('nexudus-inbox[audience=member]').length", vec![]).await,
            1
        );
        stage.ask("document.querySelector('.portal-bar nexudus-inbox').open()", vec![]).await;
        inbox.enter(MEMBER).await;
        inbox.shows(&laid_out(&stage.waiting(Some(MEMBER_COWORKER_ID)))).await;
    })
    .await;
}
