//! How far back is looked for what says the same.
#![allow(missing_docs)]

use nexudus_api::Page;
use nexudus_core::look_back::LookBack;

/// What is found in these pages, and how many of them are read; the last one may say that there are more.
fn read(pages: &[&[i64]], more: bool) -> (Vec<i64>, usize) {
    let (mut back, mut read) = (LookBack::new(|id: &i64| *id), 0);
    while let Some(page) = back.next() {
        let at = usize::try_from(page).unwrap_or_default();
        assert_eq!(at, read + 1, "one after the other");
        let records = pages.get(at - 1).map(|records| records.to_vec()).unwrap_or_default();
        back.take(Page { records, page, total_items: 0, has_next: more || at < pages.len() });
        read = at;
    }
    (back.found(), read)
}

#[test]
fn all_pages_are_read_to_the_end_or_as_far_as_one_can_wait() {
    assert_eq!(read(&[&[]], false), (vec![], 1));
    assert_eq!(read(&[&[3, 2], &[1]], false), (vec![3, 2, 1], 2));
    assert_eq!(read(&[&[7], &[6], &[5], &[4], &[3], &[2], &[1]], false), (vec![7, 6, 5, 4, 3], 5));
}

#[test]
fn what_comes_twice_is_one_and_a_page_of_nothing_new_is_the_end() {
    assert_eq!(read(&[&[3, 2], &[2, 1]], false), (vec![3, 2, 1], 2), "one has moved between two looks");
    assert_eq!(read(&[&[2, 1], &[2, 1], &[9]], true), (vec![2, 1], 2), "the same page again");
    assert_eq!(read(&[&[2, 1]], true), (vec![2, 1], 2), "an empty page that promises more");
}
