//! A wish as the text of its entry on disk.

use super::{State, Target, Wish};

impl Wish {
    /// The wish as the text of its entry on disk.
    #[must_use]
    pub fn to_text(&self) -> String {
        let (kind, id) = match self.target {
            Target::Entity(id) => ("e", id),
            Target::Record(id) => ("r", id),
            Target::Restore(id) => ("b", id),
        };
        let (state, at) = match self.state {
            State::Held(at) => ("h", at),
            State::Sent(at) => ("s", at),
            State::Doubt(at) => ("d", at),
            State::Again(at) => ("a", at),
        };
        let mut text = [kind, &id.to_string(), " ", state, &at.to_string()].concat();
        for number in
            [i64::try_from(self.act).unwrap_or(0), i64::try_from(self.of).unwrap_or(0)].iter().chain(&self.ids)
        {
            text.push(' ');
            text.push_str(&number.to_string());
        }
        text
    }

    /// Reads an entry. `None` for what no version of this has written.
    #[must_use]
    pub fn from_text(key: u64, text: &str) -> Option<Self> {
        let mut words = text.split(' ');
        let mut tagged = || {
            let (tag, number) = words.next()?.split_at_checked(1)?;
            Some((tag, number.parse::<i64>().ok()?))
        };
        let target = match tagged()? {
            ("e", id) => Target::Entity(id),
            ("r", id) => Target::Record(id),
            ("b", id) => Target::Restore(id),
            _ => return None,
        };
        let state = match tagged()? {
            ("h", at) => State::Held(at),
            ("s", at) => State::Sent(at),
            ("d", at) => State::Doubt(at),
            ("a", at) => State::Again(at),
            _ => return None,
        };
        let act = words.next()?.parse().ok()?;
        let of = words.next()?.parse().ok()?;
        let ids = words.map(str::parse).collect::<Result<_, _>>().ok()?;
        Some(Self { key, act, of, target, ids, state })
    }
}
