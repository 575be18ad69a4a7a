//! What became of notifications: what is counted, changed and deleted on the page is so in the database.

use nexudus_e2e::{STAFF, play, until};
use serde_json::Value;

const RECORDS: &str = "/api/spaces/coworkernotifications";

fn one(rows: &[Value], id: &Value) -> Option<Value> {
    rows.iter().find(|row| row["Id"] == *id).cloned()
}

#[tokio::test]
async fn what_is_counted_edited_and_deleted_is_what_the_database_has() {
    play(async |stage| {
        stage.visit("staff").await;
        let desk = stage.desk();
        desk.enter(STAFF).await;
        desk.open("outcomes").await;
        let before = stage.notifications();
        let entity = before.last().unwrap()["EntityId"].clone();
        let about = stage.newest(|row| row["EntityId"] == entity);
        let dismissed = about.iter().filter(|row| row["IsDismissed"] == true).count();
        let form = desk.form("outcomes-ask");
        form.fill("Entity", &entity.to_string()).await;
        form.press("Count").await;
        desk.says(&format!("{} sent, {dismissed} dismissed", about.len())).await;
        let asked = stage.staff_lists();
        let query = &asked.iter().find(|sent| sent.query.contains("size=100")).unwrap().query;
        assert!(query.contains(&format!("CoworkerNotification_EntityId={entity}")), "{query}");

        let first = &about[0];
        let excerpt: String = first["Message"].as_str().unwrap().trim().chars().take(80).collect();
        let whole = first["Message"].as_str().unwrap().trim().chars().count() <= 80;
        let name = format!("Customer {}, {excerpt}{}", first["CoworkerId"], if whole { "" } else { "…" });
        desk.press(&format!("Edit: {name}")).await;
        let edit = desk.form("outcome-edit");
        edit.fill("Message", "Said better").await;
        edit.press("Save").await;
        desk.says(&format!("Notification {} was saved.", first["Id"])).await;
        let after = stage.notifications();
        let changed = one(&after, &first["Id"]).unwrap();
        assert_eq!(changed["Message"], "Said better");
        for field in ["CoworkerId", "EntityId", "NotificationType", "IsDismissed", "CreatedOn", "UniqueId"] {
            assert_eq!(changed[field], first[field], "{field} stays");
        }
        let others = |rows: &[Value]| rows.iter().filter(|row| row["Id"] != first["Id"]).cloned().collect::<Vec<_>>();
        assert_eq!(others(&after), others(&before), "nothing else is touched");
        let sent = stage.sent("PUT", RECORDS);
        assert_eq!((sent.len(), sent[0].path.as_str()), (1, RECORDS));

        desk.press(&format!("Delete: Customer {}, Said better", first["CoworkerId"])).await;
        desk.says("It cannot be brought back.").await;
        assert_eq!(stage.sent("DELETE", RECORDS), []);
        desk.press("Delete it").await;
        desk.says(&format!("Notification {} was deleted.", first["Id"])).await;
        until("the row has left", async || one(&stage.notifications(), &first["Id"]).is_none()).await;
        assert_eq!(stage.notifications().len(), before.len() - 1);
        let sent = stage.sent("DELETE", RECORDS);
        assert_eq!((sent.len(), &sent[0].path), (1, &format!("{RECORDS}/{}", first["Id"])));
    })
    .await;
}
