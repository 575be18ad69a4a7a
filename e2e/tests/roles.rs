//! Accounts that may not do what they try. Nexudus says so in the same words as to a bad token.

use nexudus_e2e::{CLERK, MEMBER, STAFF, laid_out, play};
use nexudus_sandbox::{MEMBER_COWORKER_ID, Switches, Writes};

#[tokio::test]
async fn a_clerk_reads_which_role_is_missing() {
    play(async |stage| {
        stage.visit("staff").await;
        let form = stage.desk().compose();
        stage.desk().enter(CLERK).await;
        stage.staff().shows(&laid_out(&stage.waiting(None)[..25])).await;
        let before = stage.notifications();
        form.write(MEMBER_COWORKER_ID, "From a clerk", "12").await;
        form.press("Create notification").await;
        form.says("Ask an administrator for the role CoworkerNotification-Create.").await;
        assert_eq!(form.value("Customer").await, MEMBER_COWORKER_ID.to_string());
        assert_eq!(form.value("Message").await, "From a clerk");
        assert_eq!(form.value("Entity").await, "12");
        assert!(!stage.desk().asks_who_is_there().await);
        assert!(
            stage.sign_ins().len() <= 2,
            "one sign-in and one look whether it is the token: {:#?}",
            stage.sign_ins()
        );

        let reminders = stage.desk().reminders().await;
        reminders.fill("Customer", "1200004").await;
        reminders.fill("Reminder", "3101").await;
        reminders.press("Record reminder").await;
        reminders.says("Ask an administrator for the role CoworkerReminderAudit-Create.").await;
        assert_eq!(stage.notifications(), before);
        assert!(stage.sign_ins().len() <= 2, "{:#?}", stage.sign_ins());
    })
    .await;
}

#[tokio::test]
async fn a_member_at_the_desk_is_told_and_not_sent_in_circles() {
    play(async |stage| {
        stage.visit("staff").await;
        stage.desk().enter(MEMBER).await;
        let inbox = stage.staff();
        inbox.says("Ask an administrator for the role CoworkerNotification-List.").await;
        inbox.press("Try again").await;
        inbox.says("Ask an administrator for the role CoworkerNotification-List.").await;
        let form = stage.desk().compose();
        form.write(MEMBER_COWORKER_ID, "From a member", "12").await;
        form.press("Create notification").await;
        form.says("Ask an administrator for the role CoworkerNotification-Create.").await;
        assert_eq!(form.value("Message").await, "From a member");
        assert!(!stage.desk().asks_who_is_there().await);
        assert!(stage.sign_ins().len() <= 2, "{:#?}", stage.sign_ins());
    })
    .await;
}

#[tokio::test]
async fn writes_that_do_not_exist_are_said_once_and_not_tried_again() {
    play(async |stage| {
        stage.visit("staff").await;
        let form = stage.desk().compose();
        stage.desk().enter(STAFF).await;
        for writes in [Writes::Unauthorized, Writes::Forbidden, Writes::NotFound, Writes::MethodNotAllowed] {
            stage.sandbox.set_switches(Switches { writes, ..Switches::default() });
            stage.reload().await;
            form.write(MEMBER_COWORKER_ID, "Into the void", "12").await;
            form.press("Create notification").await;
            form.says("the role CoworkerNotification-Create").await;
            let sent = stage.creations().len();
            form.hammer("Create notification", 2).await;
            assert_eq!(form.value("Message").await, "Into the void");
            assert_eq!(stage.creations().len(), sent, "{writes:?}");
        }
        assert!(!stage.desk().asks_who_is_there().await);
    })
    .await;
}
