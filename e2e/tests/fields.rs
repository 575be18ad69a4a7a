//! What is wrong with a field is said at the field.

use nexudus_e2e::{STAFF, laid_out, play, until};
use nexudus_sandbox::{FkName, MEMBER_COWORKER_ID, Switches};

#[tokio::test]
async fn an_unknown_customer_is_said_at_the_customer() {
    play(async |stage| {
        stage.visit("staff").await;
        let form = stage.desk().compose();
        stage.desk().enter(STAFF).await;
        let before = stage.notifications();
        for fk_name in [FkName::Field, FkName::Relation] {
            stage.sandbox.set_switches(Switches { fk_name, ..Switches::default() });
            stage.reload().await;
            stage.sandbox.clear_requests();
            form.write(999_999, "For nobody", "12").await;
            form.press("Create notification").await;
            form.blames("Customer", "Was not found").await;
            assert_eq!(form.marked().await, ["Customer"], "{fk_name:?}");
            stage.desk().focuses("Customer").await;
            assert_eq!(form.value("Customer").await, "999999");
            assert_eq!(form.value("Message").await, "For nobody");
            assert_eq!(form.value("Entity").await, "12");
            let sent: Vec<_> = stage.creations().iter().map(|sent| sent.status).collect();
            assert_eq!(sent, [Some(400)]);
            assert_eq!(stage.notifications(), before);
        }
    })
    .await;
}

#[tokio::test]
async fn an_empty_form_marks_every_field_and_sends_nothing() {
    play(async |stage| {
        stage.visit("staff").await;
        let form = stage.desk().compose();
        stage.desk().enter(STAFF).await;
        stage.staff().shows(&laid_out(&stage.waiting(None)[..25])).await;
        stage.sandbox.clear_requests();
        form.fill("Type", "").await;
        form.press("Create notification").await;
        for label in ["Customer", "Message", "Type", "Entity"] {
            form.blames(label, "Fill this in.").await;
        }
        assert_eq!(form.marked().await, ["Customer", "Message", "Type", "Entity"]);
        stage.desk().focuses("Customer").await;
        assert_eq!(stage.sandbox.requests(), []);
    })
    .await;
}

#[tokio::test]
async fn an_entity_is_sent_digit_by_digit_or_not_at_all() {
    play(async |stage| {
        stage.visit("staff").await;
        let form = stage.desk().compose();
        stage.desk().enter(STAFF).await;
        let before = stage.notifications().len();
        // The last one is the first that a JavaScript number would round.
        for (nth, entity) in ["0", "-5", "9007199254740993"].into_iter().enumerate() {
            form.write(MEMBER_COWORKER_ID, "About a number", entity).await;
            form.press("Create notification").await;
            until("it is created", async || form.value("Entity").await.is_empty()).await;
            let sent = stage.creations();
            assert_eq!(sent.len(), nth + 1);
            let body = sent[nth].body.clone().unwrap();
            assert!(body.contains(&format!("\"EntityId\":{entity},")), "{body}");
            let row = stage.notifications().pop().unwrap();
            assert_eq!(
                (stage.notifications().len(), row["EntityId"].to_string()),
                (before + nth + 1, entity.to_owned())
            );
        }

        // The staff's inbox reads anew after each; the log is clear only once that has ended.
        stage.staff().counts(stage.waiting(None).len()).await;
        stage.sandbox.clear_requests();
        for (entity, why) in [
            ("abc", "Type a whole number, such as 1042."),
            ("1.5", "Type a whole number, such as 1042."),
            ("99999999999999999999", "This number is too large: at most 9223372036854775807."),
        ] {
            form.write(MEMBER_COWORKER_ID, "About no number", entity).await;
            form.press("Create notification").await;
            form.blames("Entity", why).await;
            assert_eq!(form.marked().await, ["Entity"]);
            assert_eq!(form.value("Entity").await, entity);
        }
        assert_eq!(stage.creations(), []);
        assert_eq!(stage.notifications().len(), before + 3);
    })
    .await;
}
