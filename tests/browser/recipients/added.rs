//! Customers added one by one from the search.

use wasm_bindgen_test::wasm_bindgen_test;

use super::{CUSTOMERS, panel, several};
use crate::common::{Page, Part, list, name_of, until};

fn chips(panel: &Part) -> Vec<String> {
    panel.all(".chips li").iter().map(|chip| chip.text_content().unwrap_or_default()).collect()
}

/// Types a name and takes the first who is offered.
async fn add(panel: &Part, name: &str) {
    panel.type_into("Customer", name);
    until(&format!("{name} is offered"), || {
        panel.maybe("#recipient-list:not([hidden]) #recipient-option-0").is_some_and(|row| name_of(&row).contains(name))
    })
    .await;
    panel.click("#recipient-option-0");
    until("the field is free for the next one", || panel.value("Customer").is_empty()).await;
}

#[wasm_bindgen_test]
async fn who_is_found_by_name_is_meant_once_and_can_be_taken_out_again() {
    let page = Page::open().await;
    page.on("GET", CUSTOMERS, &[list(&several())]);
    let (desk, panel) = panel(&page).await;
    assert!(panel.maybe(".chips").is_none(), "an empty list says nothing");
    add(&panel, "Ada").await;
    until("one is meant", || desk.button("Send to 1 customer").is_some()).await;
    add(&panel, "Grace").await;
    add(&panel, "Ada").await;
    assert_eq!(chips(&panel), ["Ada Lovelace", "Grace HopperArchived or inactive"]);
    assert_eq!(name_of(&panel.one(".chips")), "Added customers");
    until("and once", || desk.button("Send to 2 customers").is_some()).await;

    panel.type_into("List of customers", "7\n3");
    panel.press("Read the list");
    until("who is on the list as well is meant once", || desk.button("Send to 3 customers").is_some()).await;
    panel.press("Clear the list");
    until("they stay without the list", || desk.button("Send to 2 customers").is_some()).await;

    panel.press("Remove Ada Lovelace");
    until("she is taken out", || chips(&panel) == ["Grace HopperArchived or inactive"]).await;
    assert_eq!(desk.focused(), "Customer", "the focus is not lost with the button");
    until("and not meant", || desk.button("Send to 1 customer").is_some()).await;
    panel.press("Remove Grace Hopper");
    until("nobody is left", || desk.button("Send to 0 customers").is_some() && panel.maybe(".chips").is_none()).await;
    page.close().await;
}
