//! One form of an element: fields by their labels, buttons by their names.

use serde_json::json;
use thirtyfour::Key;

use crate::{until, widget::Widget};

/// A form, or what has fields like one, known by its part.
pub struct Form<'a> {
    widget: Widget<'a>,
    part: &'static str,
}

/// Narrows a script to this form; `arg` is what follows the part.
const WITHIN: &str = "
    const form = root.querySelector(`[part=${arg[0]}]`) ?? document.createDocumentFragment();
";

impl<'a> Form<'a> {
    pub(crate) fn new(widget: Widget<'a>, part: &'static str) -> Self {
        Self { widget, part }
    }

    /// Types a text in place of what stands in the field.
    pub async fn fill(&self, label: &str, text: &str) {
        // Emptied as the delete key would; the next character is for a key, where the driver has one for it.
        let empty = [
            WITHIN,
            "
                const field = control(form, arg[1]);
                if (!field?.checkVisibility()) return null;
                field.focus();
                field.select();
                if (field.value) document.execCommand('delete');
                return field;
            ",
        ]
        .concat();
        let field = self.widget.node(&format!("a field {label:?}"), &empty, json!([self.part, label])).await;
        if text.is_empty() {
            // No key is struck for that, and WebKit's driver would not be asked to.
        } else if text.chars().all(|letter| letter >= ' ' && u32::from(letter) < 0x1_0000) {
            field.send_keys(text).await.unwrap();
        } else {
            self.widget.ask("document.execCommand('insertText', false, arg)", text).await;
        }
        // WebKit's driver does not wait for the keys it has struck.
        until(&format!("{label} takes what is typed"), async || self.value(label).await == text).await;
    }

    /// What stands in a field.
    pub async fn value(&self, label: &str) -> String {
        let value = [WITHIN, "return control(form, arg[1])?.value ?? ''"].concat();
        self.widget.ask(&value, json!([self.part, label])).await.as_str().unwrap().to_owned()
    }

    /// Strikes keys in a field, without a change to what stands there before. In one go: the driver takes the focus away and
    /// gives it back each time it is asked.
    pub async fn strike(&self, label: &str, keys: &[Key]) {
        let find = [WITHIN, "return control(form, arg[1])"].concat();
        let field = self.widget.node(&format!("a field {label:?}"), &find, json!([self.part, label])).await;
        let keys: String = keys.iter().map(Key::value).collect();
        field.send_keys(keys).await.unwrap();
    }

    /// Ticks a box.
    pub async fn tick(&self, label: &str) {
        let find = [WITHIN, "return control(form, arg[1])"].concat();
        self.widget.click(&format!("a box {label:?}"), &find, json!([self.part, label])).await;
    }

    /// Presses a button of this form.
    pub async fn press(&self, label: &str) {
        let find = [WITHIN, "return button(form, arg[1])"].concat();
        self.widget.click(&format!("a button {label:?}"), &find, json!([self.part, label])).await;
    }

    /// Presses a button so often within one instant that nothing can happen in between.
    pub async fn hammer(&self, label: &str, times: u32) {
        let find = [WITHIN, "return button(form, arg[1])"].concat();
        self.widget.node(&format!("a button {label:?}"), &find, json!([self.part, label])).await;
        let click = [WITHIN, "const it = button(form, arg[1]); for (let i = 0; i < arg[2]; i++) it.click();"].concat();
        self.widget.ask(&click, json!([self.part, label, times])).await;
    }

    /// The labels of the fields that are marked as wrong.
    pub async fn marked(&self) -> Vec<String> {
        let marked = [
            WITHIN,
            "
            return [...form.querySelectorAll('[aria-invalid=true]')].map((field) => words(field.labels[0]));
        ",
        ]
        .concat();
        serde_json::from_value(self.widget.ask(&marked, json!([self.part])).await).unwrap()
    }

    /// What assistive technology reads as the description of a field, without what is not shown.
    pub async fn described(&self, label: &str) -> String {
        let described = [WITHIN, "
            const ids = control(form, arg[1])?.getAttribute('aria-describedby')?.split(/\\s+/) ?? [];
            return ids.map((id) => root.getElementById(id)).filter((node) => node?.checkVisibility()).map(words).join(' | ');
        "].concat();
        self.widget.ask(&described, json!([self.part, label])).await.as_str().unwrap().to_owned()
    }

    /// Waits until a field is marked as wrong and says why.
    pub async fn blames(&self, label: &str, why: &str) {
        until(&format!("{label} is marked with {why:?}"), async || {
            self.marked().await.iter().any(|one| one == label) && self.described(label).await.contains(why)
        })
        .await;
    }

    /// Waits until the form says a sentence, or a part of one.
    pub async fn says(&self, sentence: &str) {
        let text = [WITHIN, "return form.isConnected && form.checkVisibility() ? words(form) : ''"].concat();
        until(&format!("the form says {sentence:?}"), async || {
            self.widget.ask(&text, json!([self.part])).await.as_str().unwrap().contains(sentence)
        })
        .await;
    }

    /// Fills in a whole notification; the type stays as it stands.
    pub async fn write(&self, customer: i64, message: &str, entity: &str) {
        self.fill("Customer", &customer.to_string()).await;
        self.fill("Message", message).await;
        self.fill("Entity", entity).await;
    }
}
