//! Writing JSON, by hand: the little that is sent does not justify a serialiser in every visitor's download.

use std::fmt::Write;

/// An object under construction.
#[derive(Debug, Default)]
pub(crate) struct Object(String);

impl Object {
    /// Adds an integer.
    pub(crate) fn int(mut self, name: &str, value: i64) -> Self {
        self.name(name);
        // Writing to a string cannot fail.
        let _ = write!(self.0, "{value}");
        self
    }

    /// Adds a text.
    pub(crate) fn text(mut self, name: &str, value: &str) -> Self {
        self.name(name);
        quote(&mut self.0, value);
        self
    }

    /// Adds a boolean.
    pub(crate) fn flag(mut self, name: &str, value: bool) -> Self {
        self.name(name);
        self.0.push_str(if value { "true" } else { "false" });
        self
    }

    /// The JSON text.
    pub(crate) fn finish(mut self) -> String {
        self.0.push_str(if self.0.is_empty() { "{}" } else { "}" });
        self.0
    }

    fn name(&mut self, name: &str) {
        self.0.push(if self.0.is_empty() { '{' } else { ',' });
        quote(&mut self.0, name);
        self.0.push(':');
    }
}

fn quote(out: &mut String, text: &str) {
    out.push('"');
    for char in text.chars() {
        match char {
            '"' | '\\' => out.extend(['\\', char]),
            '\n' => out.push_str("\\n"),
            '\u{0}'..'\u{20}' => {
                let _ = write!(out, "\\u{:04x}", u32::from(char));
            }
            other => out.push(other),
        }
    }
    out.push('"');
}

/// Sets a boolean of an object's own, top level; see [`with_members`].
pub(crate) fn with_flag(text: &str, name: &str, value: bool) -> String {
    with_members(text, Object::default().flag(name, value), &[name])
}

/// Puts `new`, which has the members `names`, in place of an object's own and leaves every other byte as it came, so that numbers
/// too long for a float and fields nobody knows go back unharmed. `text` has to be a valid JSON object.
pub(crate) fn with_members(text: &str, new: Object, names: &[&str]) -> String {
    let mut object = new.finish();
    object.pop();
    for (_, member) in Members::of(text).filter(|(key, _)| !names.contains(key)) {
        if object.len() > 1 {
            object.push(',');
        }
        object.push_str(member);
    }
    object.push('}');
    object
}

/// The members of an object: each key as it is written, and the whole `"key": value`.
struct Members<'a>(&'a str);

impl<'a> Members<'a> {
    fn of(object: &'a str) -> Self {
        Self(object.trim().trim_start_matches('{'))
    }
}

impl<'a> Iterator for Members<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let text = self.0.trim_start_matches([',', ' ', '\n', '\r', '\t']);
        let key = text.strip_prefix('"')?;
        let mut depth = 0_usize;
        let mut in_text = false;
        let mut escaped = false;
        let end = text.bytes().position(|byte| {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = in_text,
                b'"' => in_text = !in_text,
                _ if in_text => {}
                b'{' | b'[' => depth += 1,
                b',' if depth == 0 => return true,
                b'}' | b']' if depth == 0 => return true,
                b'}' | b']' => depth -= 1,
                _ => {}
            }
            false
        })?;
        let (member, rest) = text.split_at_checked(end)?;
        self.0 = rest;
        Some((key.split('"').next().unwrap_or_default(), member))
    }
}
