//! The page around it: what it asks, says and looks like.

use wasm_bindgen_test::wasm_bindgen_test;

use super::{RECORDS, about, counted, opened};
use crate::{
    common::{Answer, Page, list, page_of, until, with},
    pseudo::{check_when, press, speak, type_into},
};

#[wasm_bindgen_test]
async fn nothing_and_no_permission_are_told_apart() {
    let page = Page::open().await;
    let (_desk, part) = counted(&page, &[list(&[])]).await;
    part.until_shows("No notification was found.").await;
    assert!(!part.shows("Show as a table"), "there is nothing to draw");
    page.on("GET", RECORDS, &[Answer::empty(403)]);
    part.press("Count");
    part.until_shows("Ask an administrator for the role CoworkerNotification-List.").await;
    assert!(part.maybe(".outcome").is_none());
    page.on("GET", RECORDS, &[page_of(&[about(1, false)], 200, true), Answer::empty(403)]);
    part.press("Count");
    part.until_shows("Until then 1 of about 200 were read").await;
    assert!(part.shows("1 sent, 0 dismissed (0%), 1 waiting."));
    page.close().await;
}

#[wasm_bindgen_test]
async fn an_entity_has_to_be_a_number() {
    let page = Page::open().await;
    let (desk, part) = opened(&page, &[list(&[])]).await;
    part.type_into("Entity", "twelve");
    part.press("Count");
    until("the entity is marked", || part.is_invalid("Entity")).await;
    until("it is focused", || desk.focused() == "Entity").await;
    assert!(page.sent("GET", RECORDS).is_empty());
    page.close().await;
}

#[wasm_bindgen_test]
async fn time_runs_the_way_the_text_does() {
    let page = Page::open().await;
    let (desk, part) =
        counted(&page, &[list(&[about(1, true), with(about(3, true), "CreatedOn", "2025-01-27T10:00:00Z")])]).await;
    part.until_shows("2 sent").await;
    let left = |nth: usize| part.all(".chart .week rect.sent")[nth].get_bounding_client_rect().left();
    assert!(left(0) < left(2));
    desk.host.set_attribute("dir", "rtl").unwrap();
    until("the chart is mirrored", || left(0) > left(2)).await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn the_page_is_all_translated_and_has_room() {
    const ONE: &str = "/api/spaces/coworkernotifications/28";
    let page = Page::open().await;
    let desk = page.signed_in_desk().await;
    speak(&desk).await;
    desk.open_page("outcomes").await;
    press(&desk, ".outcomes-ask .primary");
    check_when(&desk, ".outcomes-ask [aria-invalid]", "nothing typed").await;
    let many: Vec<_> = (1..=30).map(|id| about(id, id % 2 == 0)).collect();
    page.on("GET", RECORDS, &[page_of(&many, 200, true), Answer::empty(403)]);
    type_into(&desk, ".outcomes-ask", "counted-entity", "12");
    press(&desk, ".outcomes-ask .primary");
    check_when(&desk, ".outcome-row", "counted until it was refused").await;
    press(&desk, ".by-week summary");
    press(&desk, "#outcome-29 .edit");
    press(&desk, "#outcome-28 .delete");
    check_when(&desk, ".outcome-row .question", "an edit, a question and the table").await;
    press(&desk, "#outcome-29 .edit-form .primary");
    check_when(&desk, ".floating.shown", "nothing was changed").await;
    page.on("DELETE", ONE, &[Answer::offline()]);
    let looks = [(Answer::json(200, &about(28, true)), "still there"), (Answer::offline(), "not looked up")];
    for (at, (look, state)) in looks.into_iter().enumerate() {
        page.on("GET", ONE, &[look]);
        press(&desk, "#outcome-28 .question .danger");
        page.until_sent("GET", ONE, at + 1).await;
        until(state, || desk.maybe("#outcome-28 .danger[aria-disabled=false]").is_some()).await;
        check_when(&desk, "#outcome-28 .message.shown", state).await;
    }
    page.close().await;
}
