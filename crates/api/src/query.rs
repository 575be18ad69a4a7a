//! Building list addresses `[doc]`: `?page=1&size=25&orderBy=CreatedOn&dir=…` and `Entity_Field` filters.

use crate::Millis;

/// The order wanted, in the three spellings that exist of it (doubt D2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    /// `-1`: descending in one generation of the documentation.
    #[default]
    MinusOne,
    /// `1`: descending in the other generation, ascending in the first.
    One,
    /// `descending`: the oldest generation.
    Word,
}

/// A list request, built up and then turned into a query string.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListQuery {
    entity: &'static str,
    text: String,
}

impl ListQuery {
    /// Starts a query on an entity, such as `CoworkerNotification`; the name is the prefix of its filters.
    #[must_use]
    pub fn new(entity: &'static str) -> Self {
        Self { entity, text: String::new() }
    }

    /// `page` (from 1) and `size`. (`PageNumber` and `PageSize` would be silently ignored `[client]`.)
    #[must_use]
    pub fn page(self, page: i64, size: i64) -> Self {
        self.pair("page", &page.to_string()).pair("size", &size.to_string())
    }

    /// `orderBy` a field of the entity, and `dir`.
    #[must_use]
    pub fn order(self, field: &str, direction: Direction) -> Self {
        let dir = match direction {
            Direction::MinusOne => "-1",
            Direction::One => "1",
            Direction::Word => "descending",
        };
        self.pair("orderBy", field).pair("dir", dir)
    }

    /// The same the other way round, in the spelling of the same generation.
    #[must_use]
    pub fn ascending(self, field: &str, direction: Direction) -> Self {
        let dir = match direction {
            Direction::MinusOne => "1",
            Direction::One => "0",
            Direction::Word => "ascending",
        };
        self.pair("orderBy", field).pair("dir", dir)
    }

    /// `Entity_Field=value`; the field may be a relation's, such as `Coworker_FullName`.
    #[must_use]
    pub fn filter(self, field: &str, value: &str) -> Self {
        let name = [self.entity, "_", field].concat();
        self.pair(&name, value)
    }

    /// `from_Entity_Field`: inclusive lower end of a date range, cut to the minute.
    #[must_use]
    pub fn from(self, field: &str, at: Millis) -> Self {
        let name = ["from_", self.entity, "_", field].concat();
        self.pair(&name, &dates::minute(at))
    }

    /// `to_Entity_Field`: upper end of a date range, cut to the minute.
    #[must_use]
    pub fn to(self, field: &str, at: Millis) -> Self {
        let name = ["to_", self.entity, "_", field].concat();
        self.pair(&name, &dates::minute(at))
    }

    /// `id=[1,2,3]`: several records by their `Id` `[doc]`.
    #[must_use]
    pub fn ids(self, ids: &[i64]) -> Self {
        let list = ids.iter().map(i64::to_string).collect::<Vec<_>>().join(",");
        self.pair("id", &["[", &list, "]"].concat())
    }

    /// The query string with its `?`; empty when nothing was asked for.
    #[must_use]
    pub fn finish(self) -> String {
        self.text
    }

    fn pair(mut self, name: &str, value: &str) -> Self {
        self.text.push(if self.text.is_empty() { '?' } else { '&' });
        self.text.push_str(&encode(name));
        self.text.push('=');
        self.text.push_str(&encode(value));
        self
    }
}

/// Percent-encodes everything but RFC 3986's unreserved characters, for query strings and form bodies alike.
#[must_use]
pub fn encode(text: &str) -> String {
    const HEX: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
    let mut out = String::with_capacity(text.len());
    let hex = |out: &mut String, nibble: u8| out.extend(HEX.get(usize::from(nibble)));
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            hex(&mut out, byte >> 4);
            hex(&mut out, byte & 15);
        }
    }
    out
}

/// Dates as the filters spell them.
pub mod dates {
    use crate::Millis;

    /// `YYYY-MM-DDTHH:mm` in UTC `[doc]`.
    #[must_use]
    pub fn minute(at: Millis) -> String {
        let minutes = at.div_euclid(60_000);
        let (year, month, day) = crate::time::civil(minutes.div_euclid(1440));
        let of_day = minutes.rem_euclid(1440);
        let mut out = String::with_capacity(16);
        for (number, width, behind) in
            [(year, 4, "-"), (month, 2, "-"), (day, 2, "T"), (of_day / 60, 2, ":"), (of_day % 60, 2, "")]
        {
            let digits = number.to_string();
            out.extend(std::iter::repeat_n('0', usize::saturating_sub(width, digits.len())));
            out.push_str(&digits);
            out.push_str(behind);
        }
        out
    }
}
