//! The rest of what an inbox can say, in the language that is longer and in brackets.

use wasm_bindgen_test::wasm_bindgen_test;

use super::{check, check_when, press, speak};
use crate::common::{Page, Widget, choose, list, note, of_kind, set_online, until, with};

/// The headings of lanes are words; those of days are dates, which come from the browser.
fn lane(inbox: &Widget) -> String {
    inbox.one("[part=group] h3").text_content().unwrap()
}

#[wasm_bindgen_test]
async fn groups_folds_and_views_are_all_translated_and_have_room() {
    let page = Page::open().await;
    let twin = with(note(1), "EntityId", 1002);
    let notes = [of_kind(4, "coworkerinvoice"), of_kind(3, "salto-locker"), note(2), twin];
    let inbox = page.signed_in_member(&[("undo-seconds", "60")], &[list(&notes)]).await;
    inbox.until_shows("4 waiting").await;
    speak(&inbox).await;
    check_when(&inbox, "[part=fold]", "a fold").await;
    assert!(lane(&inbox).starts_with('⟦'));
    press(&inbox, "[part=fold]");
    check_when(&inbox, "[part=fold][aria-expanded=true]", "an open fold").await;
    press(&inbox, "[part=dismiss-group]");
    check_when(&inbox, ".warning:not([hidden])", "a question").await;
    choose(&inbox.one("[part=kind]"), &inbox.all("[part=kind] option")[1].text_content().unwrap());
    until("a kind is chosen", || inbox.rows() == ["Message 4"]).await;
    choose(&inbox.one("[part=kind]"), &inbox.all("[part=kind] option")[7].text_content().unwrap());
    check_when(&inbox, ".state", "nothing found").await;
    choose(&inbox.one("[part=kind]"), &inbox.all("[part=kind] option")[0].text_content().unwrap());
    press(&inbox, "[part=dismiss-all]");
    check_when(&inbox, ".undo:not([hidden])", "all dismissed").await;
    press(&inbox, "[part=view]:last-child");
    check_when(&inbox, "[part=restore]", "what is not sent yet").await;
    assert!(lane(&inbox).starts_with('⟦'));
    press(&inbox, ".undo");
    check_when(&inbox, ".empty", "nothing dismissed").await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn strips_are_all_translated_and_have_room() {
    let page = Page::open().await;
    let notes: Vec<_> = (1..=140).rev().map(note).collect();
    let attributes = [("undo-seconds", "0"), ("writes-per-minute", "1")];
    let inbox = page.signed_in_member(&attributes, &[list(&notes)]).await;
    inbox.until_shows("140 waiting").await;
    speak(&inbox).await;
    check_when(&inbox, ".row", "many rows").await;
    press(&inbox, "[part=dismiss-all]");
    check_when(&inbox, "[part=progress]:not([hidden])", "sending").await;
    press(&inbox, "[part=progress] button");
    check(&inbox, "paused").await;
    set_online(false);
    check_when(&inbox, "[part=unsent]:not([hidden])", "offline").await;
    press(&inbox, ".tools button:last-child");
    check_when(&inbox, "[part=loss]:not([hidden])", "what would be lost").await;
    press(&inbox, "[part=progress] button:last-child");
    page.close().await;
}
