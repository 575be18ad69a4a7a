//! The log of reminders: nobody is reminded twice by mistake.

use nexudus_e2e::{STAFF, play, until};
use nexudus_sandbox::NEWCOMER_COWORKER_ID;
use serde_json::{Value, json};

const AUDITS: &str = "/api/crm/coworkerreminderaudits";

fn pair(row: &Value) -> (Value, Value) {
    (row["CoworkerId"].clone(), row["ReminderId"].clone())
}

#[tokio::test]
async fn a_reminder_that_was_sent_is_asked_about() {
    play(async |stage| {
        stage.visit("staff").await;
        stage.desk().enter(STAFF).await;
        let form = stage.desk().reminders().await;
        let before = stage.reminders_sent();
        let earlier = before.first().unwrap();
        form.fill("Customer", &earlier["CoworkerId"].to_string()).await;
        form.fill("Reminder", &earlier["ReminderId"].to_string()).await;
        form.press("Record reminder").await;
        let (who, what) = (earlier["CoworkerFullName"].as_str().unwrap(), earlier["ReminderName"].as_str().unwrap());
        form.says(&format!("{who} was sent {what} already: ")).await;
        form.says("Record it once more?").await;
        form.press("Leave it").await;
        until("the question leaves", async || !stage.desk().has_button("Record it once more").await).await;
        assert_eq!(stage.sent("POST", AUDITS), []);
        assert_eq!(stage.reminders_sent(), before);

        form.press("Record reminder").await;
        form.press("Record it once more").await;
        form.says("was added to the log of reminders.").await;
        let after = stage.reminders_sent();
        assert_eq!(after.len(), before.len() + 1);
        assert_eq!(pair(after.last().unwrap()), pair(earlier));
        form.says(&format!("Entry {} was added", after.last().unwrap()["Id"])).await;
        assert_eq!(stage.sent("POST", AUDITS).len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_new_reminder_is_recorded_at_once() {
    play(async |stage| {
        stage.visit("staff").await;
        stage.desk().enter(STAFF).await;
        let form = stage.desk().reminders().await;
        let before = stage.reminders_sent();
        let fresh = (json!(NEWCOMER_COWORKER_ID), json!(3101));
        assert!(!before.iter().any(|row| pair(row) == fresh), "the sample leaves this pair out");
        form.fill("Customer", &NEWCOMER_COWORKER_ID.to_string()).await;
        form.fill("Reminder", "3101").await;
        form.press("Record reminder").await;
        form.says("was added to the log of reminders.").await;
        let after = stage.reminders_sent();
        assert_eq!(after.len(), before.len() + 1);
        assert_eq!(pair(after.last().unwrap()), fresh);
        assert_eq!(stage.sent("POST", AUDITS).len(), 1);
    })
    .await;
}

#[tokio::test]
async fn an_unknown_reminder_is_said_at_the_reminder() {
    play(async |stage| {
        stage.visit("staff").await;
        stage.desk().enter(STAFF).await;
        let form = stage.desk().reminders().await;
        let before = stage.reminders_sent();
        form.press("Record reminder").await;
        form.blames("Customer", "Fill this in.").await;
        form.blames("Reminder", "Fill this in.").await;
        assert_eq!(stage.sent("POST", AUDITS), []);
        form.fill("Customer", &NEWCOMER_COWORKER_ID.to_string()).await;
        form.fill("Reminder", "42").await;
        form.press("Record reminder").await;
        form.blames("Reminder", "Was not found").await;
        assert_eq!(form.marked().await, ["Reminder"]);
        assert_eq!(stage.reminders_sent(), before);
    })
    .await;
}
