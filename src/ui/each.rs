//! A keyed list: rows that stay keep their element, focus and state; only what changed is touched.

use leptos::prelude::Owner;
use web_sys::{Element, Node};

use super::El;

/// The children of an element, by key.
pub struct Keyed {
    list: Element,
    /// Rows outlive the run of whatever shows them, so their owners hang on the list's.
    owner: Owner,
    rows: Vec<Row>,
}

struct Row {
    key: i64,
    version: u64,
    element: Element,
    owner: Owner,
}

impl Keyed {
    /// The children of `list`, which has none yet. They end with the owner of the moment.
    pub fn new(list: &Element) -> Option<Self> {
        Some(Self { list: list.clone(), owner: Owner::current()?, rows: vec![] })
    }

    /// Shows one element for each key, in that order. One with another version is built anew; `build` gets its position.
    pub fn show(&mut self, wanted: &[(i64, u64)], build: &mut dyn FnMut(usize) -> El) {
        let mut old = std::mem::take(&mut self.rows);
        for (at, (key, version)) in wanted.iter().enumerate() {
            // Lists change by a row or a page at a time, so what is looked for is nearly always first.
            let known = old.iter().position(|row| row.key == *key && row.version == *version);
            self.rows.push(match known {
                Some(known) => old.remove(known),
                None => {
                    let owner = self.owner.child();
                    let element = owner.with(|| build(at)).0;
                    Row { key: *key, version: *version, element, owner }
                }
            });
        }
        for row in old {
            row.element.remove();
            row.owner.cleanup();
        }
        self.place();
    }

    /// The elements with their keys, from the top.
    pub fn shown(&self) -> impl Iterator<Item = (i64, &Element)> {
        self.rows.iter().map(|row| (row.key, &row.element))
    }

    /// Puts the rows in order from the end, touching only those that stand elsewhere.
    fn place(&self) {
        let mut behind: Option<Node> = None;
        for row in self.rows.iter().rev() {
            let stands = row.element.parent_node().is_some() && row.element.next_sibling() == behind;
            if !stands {
                let _ = self.list.insert_before(&row.element, behind.as_ref());
            }
            behind = Some(row.element.clone().into());
        }
    }
}
