//! A customer is found by a part of a name, whatever the service's filter makes of it.

use nexudus_e2e::{STAFF, play, until};
use nexudus_sandbox::{MEMBER_COWORKER_ID, Match, Switches};
use thirtyfour::Key;

#[tokio::test]
async fn who_is_found_by_name_gets_it() {
    play(async |stage| {
        stage.visit("staff").await;
        stage.desk().enter(STAFF).await;
        let form = stage.desk().compose();
        for text_match in [Match::Contains, Match::Exact] {
            stage.sandbox.set_switches(Switches { text_match, ..Switches::default() });
            let before = stage.notifications().len();
            form.fill("Customer", "niper harb").await;
            form.says("1 found.").await;
            form.strike("Customer", &[Key::Down, Key::Enter]).await;
            until("the name is taken", async || form.value("Customer").await == "Juniper Harbour").await;
            form.fill("Message", &format!("By name, {text_match:?}")).await;
            form.fill("Entity", "4711").await;
            form.press("Create notification").await;
            until("a row more", async || stage.notifications().len() > before).await;
            let after = stage.notifications();
            assert_eq!(after.len(), before + 1);
            form.says(&format!("Notification {} was created.", after.last().unwrap()["Id"])).await;
            assert_eq!(after.last().unwrap()["CoworkerId"], MEMBER_COWORKER_ID);
        }
    })
    .await;
}
