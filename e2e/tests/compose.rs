//! Staff write a notification, and it arrives as it was typed.

use nexudus_e2e::{MEMBER, STAFF, laid_out, play, until};
use nexudus_sandbox::{MEMBER_COWORKER_ID, Table};
use serde_json::json;

const TYPED: &str = "<script>document.title='broken'</script> \"double\" 'single' \u{5e9}\u{5dc}\u{5d5}\u{5dd} مرحبا \
                     👩🏽‍💻🎉 & &amp; <b>\nsecond line";

#[tokio::test]
async fn what_staff_type_arrives_as_text() {
    play(async |stage| {
        stage.visit("member").await;
        let title = stage.ask("return document.title", vec![]).await;
        stage.member().enter(MEMBER).await;
        stage.member().shows(&laid_out(&stage.waiting(Some(MEMBER_COWORKER_ID)))).await;

        stage.visit("staff").await;
        let (desk, form) = (stage.desk(), stage.desk().compose());
        desk.enter(STAFF).await;
        stage.staff().shows(&laid_out(&stage.waiting(None)[..25])).await;
        let before = stage.notifications();
        form.write(MEMBER_COWORKER_ID, TYPED, "4711").await;
        form.fill("Type", "community-event").await;
        form.press("Create notification").await;
        until("a row more", async || stage.notifications().len() > before.len()).await;

        let after = stage.notifications();
        assert_eq!(after.len(), before.len() + 1);
        let row = after.last().unwrap();
        form.says(&format!("Notification {} was created.", row["Id"])).await;
        assert_eq!(row["CoworkerId"], MEMBER_COWORKER_ID);
        assert_eq!(row["Message"], TYPED);
        assert_eq!(row["NotificationType"], "community-event");
        assert_eq!((&row["EntityId"], &row["IsDismissed"]), (&json!(4711), &json!(false)));
        assert_eq!(form.value("Message").await, "", "a click too many finds nothing to send");

        // The page that is read again has one row less of the old ones; what was there stays.
        stage.staff().shows(&laid_out(&stage.waiting(None)[..26])).await;
        stage.visit("member").await;
        stage.member().press("Refresh").await;
        stage.member().shows(&laid_out(&stage.waiting(Some(MEMBER_COWORKER_ID)))).await;
        stage.member().scroll_to(TYPED).await;
        assert_eq!(stage.ask("return document.title", vec![]).await, title);
        for inbox in [stage.member(), stage.staff()] {
            assert_eq!(inbox.elements("script, b, img").await, 0);
        }
        let requests = stage.answered().await;
        assert!(requests.iter().all(|sent| sent.status < Some(400)), "{requests:#?}");
    })
    .await;
}

#[tokio::test]
async fn a_notification_can_be_created_as_dismissed() {
    play(async |stage| {
        stage.visit("staff").await;
        let form = stage.desk().compose();
        stage.desk().enter(STAFF).await;
        let before = stage.notifications().len();
        form.write(MEMBER_COWORKER_ID, "Seen already", "1").await;
        form.tick("Create it as dismissed").await;
        form.press("Create notification").await;
        form.says("was created.").await;
        let after = stage.notifications();
        assert_eq!(after.len(), before + 1);
        assert_eq!(after.last().unwrap()["IsDismissed"], true);
    })
    .await;
}

#[tokio::test]
async fn the_same_notification_is_asked_about_before_it_is_sent() {
    play(async |stage| {
        stage.visit("staff").await;
        let form = stage.desk().compose();
        stage.desk().enter(STAFF).await;
        let there = stage.waiting(Some(MEMBER_COWORKER_ID)).swap_remove(0);
        form.write(MEMBER_COWORKER_ID, there["Message"].as_str().unwrap(), &there["EntityId"].to_string()).await;
        form.fill("Type", there["NotificationType"].as_str().unwrap()).await;
        let before = stage.sandbox.rows(Table::CoworkerNotifications).unwrap();
        form.press("Create notification").await;
        form.says(&format!("This customer already has the same notification (number {}).", there["Id"])).await;
        assert_eq!(stage.creations(), []);
        form.press("Leave it").await;
        until("the question leaves", async || !stage.desk().has_button("Create another one").await).await;
        assert_eq!(stage.notifications(), before);

        form.press("Create notification").await;
        form.press("Create another one").await;
        form.says("was created.").await;
        assert_eq!(stage.creations().len(), 1);
        assert_eq!(stage.notifications().len(), before.len() + 1);
    })
    .await;
}
