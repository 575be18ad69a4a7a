//! What is being written, as text for the tab's session: a reload takes nothing along, and another account gets nothing of it.

use crate::{
    send_run::cells::{flag, line, read_flag, unescape},
    suggest::Choice,
};

const FIRST: &str = "nexudus-draft 1";

/// A letter that is being written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KeptDraft {
    /// Who writes it: the address that is signed in.
    pub author: String,
    /// The customer field as typed.
    pub typed: String,
    /// Who was taken from the list there.
    pub customer: Option<Choice>,
    /// The text.
    pub message: String,
    /// The type.
    pub kind: String,
    /// The entity.
    pub entity: String,
    /// Create it dismissed.
    pub dismissed: bool,
    /// It is for several customers.
    pub several: bool,
}

impl KeptDraft {
    /// Whether there is nothing in it that somebody would miss.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.message.trim().is_empty()
    }

    /// As text.
    #[must_use]
    pub fn to_text(&self) -> String {
        let choice = self.customer.clone().unwrap_or(Choice {
            id: 0,
            name: String::new(),
            detail: String::new(),
            inactive: false,
        });
        let mut out = String::from(FIRST);
        let cells = [
            self.author.clone(),
            self.typed.clone(),
            choice.id.to_string(),
            choice.name,
            choice.detail,
            flag(choice.inactive),
            self.message.clone(),
            self.kind.clone(),
            self.entity.clone(),
            flag(self.dismissed),
            flag(self.several),
        ];
        line(&mut out, &cells);
        out
    }

    /// What was kept by this author; nothing where it is another's or unreadable.
    #[must_use]
    pub fn from_text(text: &str, author: &str) -> Option<Self> {
        let cells: Vec<String> = text.strip_prefix(FIRST)?.strip_prefix('\n')?.split('\t').map(unescape).collect();
        let [by, typed, id, name, detail, inactive, message, kind, entity, dismissed, several] = cells.as_slice()
        else {
            return None;
        };
        let id: i64 = id.parse().ok()?;
        let inactive = read_flag(inactive)?;
        let customer = (id != 0).then(|| Choice { id, name: name.clone(), detail: detail.clone(), inactive });
        let draft = Self {
            author: by.clone(),
            typed: typed.clone(),
            customer,
            message: message.clone(),
            kind: kind.clone(),
            entity: entity.clone(),
            dismissed: read_flag(dismissed)?,
            several: read_flag(several)?,
        };
        (by == author).then_some(draft)
    }
}

#[cfg(test)]
mod tests {
    use super::{Choice, KeptDraft};

    fn draft() -> KeptDraft {
        KeptDraft {
            author: "staff@example.com".into(),
            typed: "Ada Lovelace".into(),
            customer: Some(Choice {
                id: 7,
                name: "Ada Lovelace".into(),
                detail: "ada@example.com".into(),
                inactive: true,
            }),
            message: "Two\nlines,\ta tab and a \\".into(),
            kind: "push-notification".into(),
            entity: "12".into(),
            dismissed: true,
            several: false,
        }
    }

    #[test]
    fn it_comes_back_as_it_was() {
        for customer in [draft().customer, None] {
            let draft = KeptDraft { customer, ..draft() };
            assert_eq!(KeptDraft::from_text(&draft.to_text(), "staff@example.com"), Some(draft));
        }
    }

    #[test]
    fn another_account_gets_nothing() {
        assert_eq!(KeptDraft::from_text(&draft().to_text(), "clerk@example.com"), None);
    }

    #[test]
    fn what_is_no_draft_is_none() {
        let text = draft().to_text();
        for broken in ["", "nexudus-draft 1", "nexudus-draft 2\nx", &text.replace('\t', " ")] {
            assert_eq!(KeptDraft::from_text(broken, "staff@example.com"), None);
        }
    }

    #[test]
    fn what_has_no_text_is_not_missed() {
        assert!(KeptDraft { message: " \n".into(), ..draft() }.is_empty());
        assert!(!draft().is_empty());
    }
}
