//! Which way round it is sorted, and by whom.

use wasm_bindgen_test::wasm_bindgen_test;

use super::{asks, entry, opened, sorting, two, until_customers};
use crate::common::{Page, page_of};

#[wasm_bindgen_test]
async fn a_heading_sorts_and_sorts_back() {
    let page = Page::open().await;
    let (desk, log) = opened(&page, &[two()]).await;
    until_customers(&log, &["Grace Hopper", "Ada Lovelace"]).await;
    assert_eq!(sorting(&log), [("Recorded".into(), "descending".into())]);
    log.button("Customer").unwrap().focus().unwrap();
    log.press("Customer");
    until_customers(&log, &["Ada Lovelace", "Grace Hopper"]).await;
    assert_eq!(sorting(&log), [("Customer".into(), "ascending".into())]);
    assert!(asks(&page, "orderBy=CoworkerFullName"));
    assert_eq!(desk.focused(), "Customer", "the heading keeps the focus");
    log.press("Customer");
    until_customers(&log, &["Grace Hopper", "Ada Lovelace"]).await;
    assert_eq!(sorting(&log), [("Customer".into(), "descending".into())]);
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_page_that_comes_backwards_is_asked_for_again() {
    let page = Page::open().await;
    let backwards = page_of(&[entry(1, "Ada Lovelace"), entry(2, "Grace Hopper")], 60, true);
    let right = page_of(&[entry(9, "Alan Turing"), entry(8, "Grace Hopper")], 60, true);
    let (_desk, log) = opened(&page, &[backwards.clone(), right, backwards]).await;
    until_customers(&log, &["Alan Turing", "Grace Hopper"]).await;
    assert!(asks(&page, "dir=1"));
    log.press("By");
    log.until_shows("1 to 2 of 60").await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn an_order_of_the_services_own_is_said() {
    let page = Page::open().await;
    let mixed = page_of(&[entry(2, "Ben"), entry(3, "Ada"), entry(1, "Cid")], 60, true);
    let (_desk, log) = opened(&page, &[two(), mixed]).await;
    log.until_shows("1 to 2 of 2").await;
    log.press("Customer");
    until_customers(&log, &["Ada", "Ben", "Cid"]).await;
    log.until_shows("this order is that of the page alone").await;
    page.close().await;
}
