//! Lists that come as files.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{CUSTOMERS, outcomes, panel, rows, several};
use crate::common::{Page, choose_files, drop_files, frames, list, until};

fn file(name: &str, bytes: &[u8]) -> JsValue {
    Array::of2(&name.into(), &Uint8Array::from(bytes)).into()
}

#[wasm_bindgen_test]
async fn files_end_in_customers_or_in_a_sentence() {
    let page = Page::open().await;
    page.on("GET", CUSTOMERS, &[list(&several())]);
    let (desk, panel) = panel(&page).await;
    let place = panel.one("textarea");
    let wide: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain("Name,CoworkerId\n\"Love\nlace, Ada\",7\n".encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    drop_files(&place, vec![file("wide.csv", &wide)]);
    until("the file in UTF-16 is read", || outcomes(&panel) == ["2 Found"]).await;
    assert_eq!(rows(&panel, "#recipients-lines")[0][1], "\"Love\nlace, Ada\",7");

    let refusals: [(&str, Vec<u8>, &str); 4] = [
        ("book.xlsx", b"PK\x03\x04 and more".to_vec(), "This is a workbook."),
        ("picture.png", vec![0x89, b'P', b'N', b'G', 0, 0, 0, 13], "This is not a text."),
        ("large.csv", vec![b'7'; 50 * 1024 * 1024], "This list has 50 MB, and at most 10 MB are read."),
        ("empty.csv", b"\n\n".to_vec(), "There is nothing on this list."),
    ];
    for (name, bytes, sentence) in refusals {
        drop_files(&place, vec![file(name, &bytes)]);
        panel.until_shows(sentence).await;
        assert!(desk.button("Send to 0 customers").is_some(), "{name}");
    }
    drop_files(&place, vec![file("one.csv", b"7"), file("two.csv", b"3")]);
    panel.until_shows("Drop one at a time.").await;
    page.close().await;
}

#[wasm_bindgen_test]
async fn a_file_is_chosen_by_its_button_and_once_more_after_it_was_mended() {
    let page = Page::open().await;
    page.on("GET", CUSTOMERS, &[list(&several())]);
    let (desk, panel) = panel(&page).await;
    for (bytes, found) in [(b"7\n9".as_slice(), "Send to 1 customer"), (b"7\n3", "Send to 2 customers")] {
        choose_files(vec![file("list.csv", bytes)]);
        panel.press("Choose a file");
        until("its lines are looked up", || desk.button(found).is_some()).await;
        assert_eq!(panel.value("List of customers"), "", "a file is not copied into the field");
    }
    choose_files(vec![]);
    panel.press("Choose a file");
    frames(5).await;
    assert!(desk.button("Send to 2 customers").is_some(), "whoever chooses none keeps the list");
    page.close().await;
}
