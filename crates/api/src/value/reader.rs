//! What is left of a text, read piece by piece.

use super::{Reader, Value, is_number};

/// Deeper nesting is refused, as others do; the stack is finite.
const DEEPEST: usize = 127;

impl Reader<'_> {
    pub(super) fn space(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\n', '\r', '\t']);
    }

    fn take(&mut self, wanted: &str) -> Option<()> {
        self.rest = self.rest.strip_prefix(wanted)?;
        Some(())
    }

    pub(super) fn value(&mut self, depth: usize) -> Option<Value> {
        self.space();
        match self.rest.bytes().next()? {
            b'n' => self.take("null").map(|()| Value::Null),
            b't' => self.take("true").map(|()| Value::Bool(true)),
            b'f' => self.take("false").map(|()| Value::Bool(false)),
            b'"' => self.string().map(Value::String),
            b'[' | b'{' if depth >= DEEPEST => None,
            b'[' => {
                let mut items = vec![];
                self.members("[", "]", &mut |reader| {
                    items.push(reader.value(depth + 1)?);
                    Some(())
                })?;
                Some(Value::Array(items))
            }
            b'{' => {
                let mut members = vec![];
                self.members("{", "}", &mut |reader| {
                    reader.space();
                    let name = reader.string()?;
                    reader.space();
                    reader.take(":")?;
                    members.push((name, reader.value(depth + 1)?));
                    Some(())
                })?;
                Some(Value::Object(members))
            }
            _ => self.number(),
        }
    }

    /// What stands between two brackets, with commas.
    fn members(&mut self, open: &str, close: &str, one: &mut dyn FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.take(open)?;
        self.space();
        if self.take(close).is_some() {
            return Some(());
        }
        loop {
            one(self)?;
            self.space();
            if self.take(close).is_some() {
                return Some(());
            }
            self.take(",")?;
        }
    }

    fn number(&mut self) -> Option<Value> {
        let is_part = |byte: &u8| byte.is_ascii_digit() || b"+-.eE".contains(byte);
        let length = self.rest.bytes().take_while(|byte| is_part(byte)).count();
        let (text, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        is_number(text.as_bytes()).then(|| {
            // "-0" is a float to others, and no integer is written so.
            Value::Number(text.parse().ok().filter(|_| text != "-0"))
        })
    }

    fn string(&mut self) -> Option<String> {
        self.take("\"")?;
        let mut out = String::new();
        loop {
            let plain = self.rest.bytes().take_while(|byte| !matches!(byte, b'"' | b'\\' | 0..0x20)).count();
            let (text, rest) = self.rest.split_at_checked(plain)?;
            out.push_str(text);
            self.rest = rest;
            if self.take("\"").is_some() {
                return Some(out);
            }
            self.take("\\")?;
            out.push(self.escape()?);
        }
    }

    fn escape(&mut self) -> Option<char> {
        let letter = self.rest.chars().next()?;
        self.rest = self.rest.get(letter.len_utf8()..)?;
        Some(match letter {
            '"' | '\\' | '/' => letter,
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => {
                let first = self.hex()?;
                let after = self.rest;
                if let Some(high) = first.checked_sub(0xd800).filter(|high| *high < 0x400)
                    && self.take("\\u").is_some()
                    && let Some(low) = self.hex()?.checked_sub(0xdc00).filter(|low| *low < 0x400)
                {
                    return char::from_u32(0x1_0000 + (high << 10) + low);
                }
                self.rest = after;
                // A text that was cut within a pair has half of one: one character that cannot be read, and no broken list.
                char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER)
            }
            _ => return None,
        })
    }

    fn hex(&mut self) -> Option<u32> {
        let (digits, rest) = self.rest.split_at_checked(4)?;
        self.rest = rest;
        digits.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| u32::from_str_radix(digits, 16).ok())?
    }
}
