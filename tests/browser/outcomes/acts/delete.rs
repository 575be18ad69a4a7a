//! One that is deleted.

use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{DELETE, RECORDS, SECOND, about, counted, delete, focused_id};
use crate::common::{Answer, Page, created, frames, list, until};

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
