//! One that is edited.

use wasm_bindgen_test::wasm_bindgen_test;

use super::{DELETE, EDIT, RECORDS, SECOND, about, body, counted, delete, edit, focused_id};
use crate::common::{Answer, Page, created, frames, refused, token, too_small, until, with};

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
    let form = edit(&part).await;
    form.type_into("Message", "Typed");
    part.button(EDIT).unwrap().click();
    assert_eq!(form.value("Message"), "Typed", "what was typed stays");
    assert!(part.button(DELETE).is_none_or(|delete| delete.has_attribute("hidden")));
    form.press("Leave it");
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
async fn an_edit_that_one_has_begun_is_not_saved_in_the_name_of_who_comes_next() {
    let page = Page::open().await;
    let (desk, part) = counted(&page).await;
    page.on("GET", SECOND, &[Answer::json(200, &about(2)).held()]);
    page.on("PUT", RECORDS, &[created(2)]);
    let form = edit(&part).await;
    form.type_into("Message", "Better");
    form.press("Save");
    page.until_sent("GET", SECOND, 1).await;
    desk.press("Sign out");
    desk.until_shows("Sign in to go on.").await;
    page.on("POST", "/api/token", &[token(2)]);
    desk.sign_in_as("grace@example.com").await;
    page.release();
    frames(5).await;
    assert!(page.sent("PUT", RECORDS).is_empty());
    page.close().await;
}
