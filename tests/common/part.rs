//! Eyes and hands: an element, or a part of one, as somebody uses it.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, Node};

use super::page::until;

/// A subtree.
pub struct Part(pub(super) Node);

fn text_of_row(row: &Element) -> String {
    let text = row.query_selector(".text").unwrap();
    text.and_then(|text| text.text_content()).unwrap_or_default()
}

impl Part {
    pub fn all(&self, selector: &str) -> Vec<Element> {
        super::all(&self.0, selector).iter().map(JsCast::unchecked_into).collect()
    }

    pub fn maybe(&self, selector: &str) -> Option<Element> {
        self.all(selector).into_iter().next()
    }

    pub fn one(&self, selector: &str) -> Element {
        self.maybe(selector).unwrap_or_else(|| panic!("no {selector} in:\n{}", self.text()))
    }

    pub fn part(&self, selector: &str) -> Part {
        Part(self.one(selector).unchecked_into())
    }

    /// What is visible, as text.
    pub fn text(&self) -> String {
        super::visible_text(&self.0)
    }

    pub fn shows(&self, text: &str) -> bool {
        self.text().contains(text)
    }

    pub async fn until_shows(&self, text: &str) {
        until(&format!("'{text}' is shown"), || self.shows(text)).await;
    }

    /// The texts of the rows from the top; of a fold the newest.
    pub fn rows(&self) -> Vec<String> {
        self.all("[part=row]").iter().map(text_of_row).collect()
    }

    /// The headings with the rows below them.
    pub fn groups(&self) -> Vec<(String, Vec<String>)> {
        let groups = self.all("[part=group]").into_iter().map(|group| Part(group.unchecked_into()));
        groups.map(|group| (group.one("h3").text_content().unwrap_or_default(), group.rows())).collect()
    }

    /// The row with that text.
    pub fn row(&self, text: &str) -> Part {
        let row = self.all("[part=row]").into_iter().find(|row| text_of_row(row) == text);
        Part(row.unwrap_or_else(|| panic!("no row '{text}' in:\n{}", self.text())).unchecked_into())
    }

    /// What is said to who does not see the page, without the space that tells the same words apart.
    pub fn said(&self) -> String {
        self.one("[role=status]").text_content().unwrap_or_default().trim().into()
    }

    pub async fn until_rows(&self, texts: &[&str]) {
        until(&format!("the rows are {texts:?}"), || self.rows() == texts).await;
    }

    pub fn input(&self, label: &str) -> HtmlInputElement {
        self.named("input, textarea", label)
            .unwrap_or_else(|| panic!("no field {label} in:\n{}", self.text()))
            .unchecked_into()
    }

    pub fn button(&self, name: &str) -> Option<HtmlElement> {
        self.named("button", name).map(JsCast::unchecked_into)
    }

    pub fn value(&self, label: &str) -> String {
        // A text area answers to the same property.
        js_sys::Reflect::get(&self.input(label), &"value".into()).unwrap().as_string().unwrap()
    }

    pub fn type_into(&self, label: &str, text: &str) {
        super::type_text(&self.input(label), text);
    }

    pub fn press(&self, name: &str) {
        self.button(name).unwrap_or_else(|| panic!("no button '{name}' in:\n{}", self.text())).click();
    }

    /// The same for what has no name of its own.
    pub fn click(&self, selector: &str) {
        self.one(selector).unchecked_into::<HtmlElement>().click();
    }

    /// The visible sentence that describes an input.
    pub fn description(&self, label: &str) -> String {
        let ids = self.input(label).get_attribute("aria-describedby").unwrap_or_default();
        let texts: Vec<_> = ids
            .split_whitespace()
            .filter_map(|id| self.maybe(&format!("#{id}")))
            .map(|element| super::visible_text(&element))
            .filter(|text| !text.is_empty())
            .collect();
        texts.join(" ")
    }

    pub fn is_invalid(&self, label: &str) -> bool {
        self.input(label).get_attribute("aria-invalid").as_deref() == Some("true")
    }

    fn named(&self, selector: &str, name: &str) -> Option<Element> {
        super::named(&self.0, selector, name).iter().next().map(JsCast::unchecked_into)
    }
}
