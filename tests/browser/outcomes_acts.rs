//! A notification of the counted ones is edited or deleted.

use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::common::{Answer, Page, Part, Widget, created, frames, list, note, refused, too_small, until, with};

const RECORDS: &str = "/api/spaces/coworkernotifications";
const SECOND: &str = "/api/spaces/coworkernotifications/2";
const EDIT: &str = "Edit: Customer 7, Message 2";
const DELETE: &str = "Delete: Customer 7, Message 2";

fn about(id: i64) -> Value {
    with(with(note(id), "EntityId", 12), "Unknown", json!({ "Deep": [1.50] }))
}

/// Three of them, of which none is dismissed.
async fn counted(page: &Page) -> (Widget, Part) {
    let desk = page.signed_in_desk().await;
    page.on("GET", RECORDS, &[list(&[about(3), about(2), about(1)])]);
    page.on("GET", SECOND, &[Answer::json(200, &about(2))]);
    desk.open_page("outcomes").await;
    let part = desk.part("[part=outcomes]");
    part.type_into("Entity", "12");
    part.press("Count");
    part.until_shows("3 sent, 0 dismissed (0%), 3 waiting.").await;
    (desk, part)
}

async fn edit(part: &Part) -> Part {
    part.press(EDIT);
    until("the form is open", || part.maybe("[part=outcome-edit]").is_some()).await;
    part.part("[part=outcome-edit]")
}

async fn delete(part: &Part) {
    part.press(DELETE);
    part.until_shows("Delete notification 2 to customer 7, “Message 2”? It cannot be brought back.").await;
    part.press("Delete it");
}

fn focused_id(desk: &Widget) -> String {
    desk.shadow.active_element().map(|element| element.id()).unwrap_or_default()
}

fn body(sent: &Value) -> Value {
    serde_json::from_str(sent["body"].as_str().unwrap()).unwrap()
}

#[wasm_bindgen_test]
async fn an_edited_one_goes_back_whole_and_is_counted_anew() {
    let page = Page::open().await;
    let (desk, part) = counted(&page).await;
    page.on("PUT", RECORDS, &[created(2)]);
    let form = edit(&part).await;
    until("the message is focused", || desk.focused() == "Message").await;
    assert_eq!(
        (form.value("Message"), form.value("Type"), form.value("Entity")),
        ("Message 2".into(), "blog".into(), "12".into())
    );
    form.type_into("Message", "Better");
    form.input("Dismissed").click();
    assert_eq!(too_small(&desk.shadow), Vec::<String>::new());
    form.press("Save");
    part.until_shows("Notification 2 was saved.").await;
    let sent = page.sent("PUT", RECORDS);
    let mut expected = with(about(2), "Message", "Better");
    expected["IsDismissed"] = true.into();
    assert_eq!((sent.len(), body(&sent[0])), (1, expected));
    assert!(sent[0]["path"].as_str().unwrap().ends_with(RECORDS), "to the collection");
    part.until_shows("3 sent, 1 dismissed (33%), 2 waiting.").await;
    assert!(part.shows("Better") && !part.shows("Message 2"));
    until("its button is focused", || desk.focused() == "Edit: Customer 7, Better").await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn one_that_is_about_something_else_now_leaves_the_list() {
    let page = Page::open().await;
    let (desk, part) = counted(&page).await;
    page.on("PUT", RECORDS, &[created(2)]);
    let form = edit(&part).await;
    form.type_into("Entity", "13");
    form.press("Save");
    part.until_shows("It no longer belongs to what is counted here.").await;
    part.until_shows("2 sent, 0 dismissed (0%), 2 waiting.").await;
    until("the next one is focused", || focused_id(&desk) == "outcome-1").await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn an_edit_of_nothing_sends_nothing() {
    let page = Page::open().await;
    let (desk, part) = counted(&page).await;
    edit(&part).await.press("Save");
    part.until_shows("Nothing was changed, so nothing was sent.").await;
    until("its button is focused", || desk.focused() == EDIT).await;
    edit(&part).await.press("Cancel");
    until("the form has gone", || part.maybe("[part=outcome-edit]").is_none()).await;
    until("its button is focused again", || desk.focused() == EDIT).await;
    assert!(page.sent("PUT", RECORDS).is_empty() && page.sent("GET", SECOND).is_empty());
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_refused_edit_is_said_at_its_field() {
    let page = Page::open().await;
    let (desk, part) = counted(&page).await;
    page.on("PUT", RECORDS, &[refused(&[("NotificationType", "is not allowed")]), created(2)]);
    let form = edit(&part).await;
    form.type_into("Message", " ");
    form.press("Save");
    until("the message is marked", || form.is_invalid("Message")).await;
    form.type_into("Message", "Better");
    form.type_into("Type", "party");
    form.press("Save");
    until("the type is marked", || form.is_invalid("Type")).await;
    assert!(form.description("Type").contains("Is not allowed"));
    until("it is focused", || desk.focused() == "Type").await;
    assert_eq!(form.value("Message"), "Better");
    form.press("Save");
    part.until_shows("Notification 2 was saved.").await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn what_the_account_may_not_is_said_once_and_not_offered_again() {
    for status in [403, 405] {
        let page = Page::open().await;
        let (_desk, part) = counted(&page).await;
        page.on("PUT", RECORDS, &[Answer::empty(status)]);
        page.on("DELETE", SECOND, &[Answer::empty(status)]);
        let form = edit(&part).await;
        form.type_into("Message", "Better");
        form.press("Save");
        part.until_shows("for the role CoworkerNotification-Edit.").await;
        until("no edit is offered", || part.button(EDIT).is_none() && part.maybe("[part=outcome-edit]").is_none())
            .await;
        delete(&part).await;
        part.until_shows("for the role CoworkerNotification-Delete.").await;
        until("no deletion is offered", || part.button(DELETE).is_none()).await;
        assert!(part.shows("3 sent") && part.shows("Message 2"));
        page.close().await;
    }
}

#[wasm_bindgen_test]
async fn an_edit_whose_answer_was_lost_is_looked_up() {
    let page = Page::open().await;
    let (_desk, part) = counted(&page).await;
    let (before, after) = (Answer::json(200, &about(2)), Answer::json(200, &with(about(2), "Message", "Better")));
    page.on("PUT", RECORDS, &[Answer::offline()]);
    page.on("GET", SECOND, &[before.clone(), before.clone(), before, after]);
    let form = edit(&part).await;
    form.type_into("Message", "Better");
    form.press("Save");
    form.until_shows("We looked: nothing was saved. You can save it again.").await;
    assert_eq!((page.sent("PUT", RECORDS).len(), form.value("Message")), (1, "Better".into()));
    form.press("Save");
    part.until_shows("Notification 2 was saved.").await;
    assert_eq!(page.sent("PUT", RECORDS).len(), 2);
    page.close().await;
}

#[wasm_bindgen_test]
async fn one_that_has_gone_meanwhile_is_called_that() {
    let page = Page::open().await;
    let (_desk, part) = counted(&page).await;
    page.on("GET", SECOND, &[Answer::empty(404)]);
    let form = edit(&part).await;
    form.type_into("Message", "Better");
    form.press("Save");
    part.until_shows("Notification 2 is no longer there.").await;
    part.until_shows("2 sent, 0 dismissed (0%), 2 waiting.").await;
    assert!(page.sent("PUT", RECORDS).is_empty());
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_deletion_is_asked_about_first() {
    let page = Page::open().await;
    let (desk, part) = counted(&page).await;
    page.on("DELETE", SECOND, &[created(2)]);
    part.press(DELETE);
    part.until_shows("Delete notification 2 to customer 7, “Message 2”?").await;
    until("the way back is focused", || desk.focused() == "Leave it").await;
    part.press("Leave it");
    until("its button is focused", || desk.focused() == DELETE).await;
    assert!(!part.shows("It cannot be brought back."));
    frames(2).await;
    assert!(page.sent("DELETE", RECORDS).is_empty());

    delete(&part).await;
    part.until_shows("Notification 2 was deleted.").await;
    part.until_shows("2 sent, 0 dismissed (0%), 2 waiting.").await;
    until("the next one is focused", || focused_id(&desk) == "outcome-1").await;
    assert_eq!((part.all("[part=outcome-row]").len(), page.sent("DELETE", SECOND).len()), (2, 1));
    page.close().await;
}

#[wasm_bindgen_test]
async fn the_inbox_beside_hears_of_it() {
    let page = Page::open().await;
    let inbox = page.signed_in_staff(&[list(&[about(2)]), list(&[about(2)]), list(&[])]).await;
    inbox.until_rows(&["Message 2"]).await;
    let desk = page.desk().await;
    desk.open_page("outcomes").await;
    let part = desk.part("[part=outcomes]");
    part.type_into("Entity", "12");
    part.press("Count");
    part.until_shows("1 sent").await;
    page.on("DELETE", SECOND, &[created(2)]);
    delete(&part).await;
    part.until_shows("No notification was found.").await;
    until("the heading is focused", || desk.focused() == "About entity 12").await;
    inbox.until_shows("No notification is waiting").await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_success_that_is_none_is_a_failure() {
    let page = Page::open().await;
    let (_desk, part) = counted(&page).await;
    let no =
        json!({ "Status": 200, "Message": "It is in use.", "Value": null, "Errors": null, "WasSuccessful": false });
    page.on("DELETE", SECOND, &[Answer::json(200, &no)]);
    delete(&part).await;
    part.until_shows("Nexudus refused this: It is in use.").await;
    assert!(part.shows("3 sent") && part.button("Delete it").is_some());
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_deletion_whose_answer_was_lost_is_looked_up_and_never_repeated() {
    let there = || Answer::json(200, &about(2));
    for (lost, look, said) in [
        (Answer::offline(), Answer::empty(404), "Notification 2 was deleted."),
        (Answer::empty(502), Answer::empty(404), "Notification 2 was deleted."),
        (Answer::empty(404), Answer::empty(404), "Notification 2 was deleted."),
        (Answer::offline(), there(), "We looked: notification 2 is still there. You can delete it again."),
        (Answer::offline(), Answer::empty(403), "whether notification 2 was deleted could not be looked up"),
        (Answer::empty(404), there(), "for the role CoworkerNotification-Delete."),
    ] {
        let page = Page::open().await;
        let (_desk, part) = counted(&page).await;
        page.on("DELETE", SECOND, &[lost]);
        page.on("GET", SECOND, &[look]);
        delete(&part).await;
        part.until_shows(said).await;
        assert_eq!((page.sent("DELETE", SECOND).len(), page.sent("GET", SECOND).len()), (1, 1), "{said}");
        page.close().await;
    }
}
