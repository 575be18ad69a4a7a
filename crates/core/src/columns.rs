//! Which column of a table names the customers: told by its heading, otherwise by its values.

use crate::{
    csv::Row,
    recipients::{Read, Unreadable},
};

/// Headings of columns with customer `Id`s, the surest first, letters and digits alone. A plain `Id` comes last: in an export
/// of contracts or bookings it is theirs, and the customer's is called `CoworkerId`.
const IDS: [&str; 10] = [
    "coworkerid",
    "customerid",
    "memberid",
    "idcoworker",
    "coworker",
    "customer",
    "member",
    "customernumber",
    "id",
    "customernr",
];
/// Headings of columns with e-mail addresses, likewise.
const EMAILS: [&str; 10] = [
    "coworkeremail",
    "customeremail",
    "memberemail",
    "email",
    "emailaddress",
    "mail",
    "useremail",
    "emailadresse",
    "courriel",
    "correoelectronico",
];

/// Where to read a row.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Columns {
    /// The first row is a heading.
    pub heading: bool,
    /// The column with `Id`s.
    id: Option<usize>,
    /// The column with e-mail addresses, read where the other has nothing.
    email: Option<usize>,
    /// Without a heading: a row with several values of the kind that counts does not tell which is meant.
    one_of: Option<fn(&Read) -> bool>,
}

impl Columns {
    /// Finds the columns from the first rows; empty rows are left out by the caller.
    pub(crate) fn find(rows: &[Row]) -> Self {
        let Some((first, below)) = rows.split_first() else { return Self::default() };
        let names: Vec<String> = first.cells.iter().map(|cell| plain(cell)).collect();
        let is_value = first.cells.iter().any(|cell| is_value(cell));
        let named = |known: &[&str]| -> Option<usize> {
            let of = |name: &&str| names.iter().position(|n| n == name);
            let found: Vec<usize> = known.iter().filter_map(of).collect();
            // "Coworker" may head names; then another column is the one.
            let holds = |column: &&usize| count(below, **column, is_value_) * 2 >= below.len();
            found.iter().find(holds).or(found.first()).copied()
        };
        let (id, email) = (named(&IDS), named(&EMAILS));
        if !is_value && (id.is_some() || email.is_some()) {
            return Self { heading: true, id, email, one_of: None };
        }
        Self::by_value(rows)
    }

    fn by_value(rows: &[Row]) -> Self {
        let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        let most = |kind| (0..width).find(|column| count(rows, *column, kind) * 2 >= rows.len().max(1));
        let is_email = |read: &Read| matches!(read, Read::Email(_));
        // An address is unmistakable; a number may be a postcode, so numbers count only where there are no addresses.
        match most(is_email) {
            Some(email) => Self { email: Some(email), one_of: Some(is_email), ..Self::default() },
            None => {
                let is_id = |read: &Read| matches!(read, Read::Id(_));
                Self { id: most(is_id).or(Some(0)), one_of: Some(is_id), ..Self::default() }
            }
        }
    }

    /// What a row names.
    pub(crate) fn read(&self, row: &Row) -> Read {
        let cell = |column: Option<usize>| column.and_then(|at| row.cells.get(at)).map_or("", |cell| bare(cell));
        let cells = [cell(self.id), cell(self.email)];
        let several = |kind: fn(&Read) -> bool| row.cells.iter().filter(|cell| kind(&read_value(cell))).count() > 1;
        if self.one_of.is_some_and(several) {
            return Read::Unreadable(Unreadable::SeveralColumns);
        }
        let mut reads = cells.into_iter().filter(|cell| !cell.is_empty()).map(read_value);
        let first = reads.next().unwrap_or(Read::Unreadable(Unreadable::Nothing));
        match first {
            Read::Unreadable(_) => reads.find(|read| !matches!(read, Read::Unreadable(_))).unwrap_or(first),
            readable => readable,
        }
    }
}

/// Reads one value: an `Id`, or an e-mail address, also as `Ann Lee <ann@example.com>` or `mailto:ann@example.com`.
pub(crate) fn read_value(text: &str) -> Read {
    let text = bare(text);
    if text.is_empty() {
        return Read::Unreadable(Unreadable::Nothing);
    }
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return match text.parse() {
            Ok(0) => Read::Unreadable(Unreadable::NeitherIdNorEmail),
            Ok(id) => Read::Id(id),
            Err(_) => Read::Unreadable(Unreadable::NumberTooLarge),
        };
    }
    let address = text.strip_suffix('>').and_then(|text| text.rsplit_once('<')).map_or(text, |(_, address)| address);
    let address = address.trim();
    let address = address.strip_prefix("mailto:").unwrap_or(address);
    let is_email = address.split_once('@').is_some_and(|(local, host)| {
        let strange = |char: char| char.is_whitespace() || char.is_control() || "@,;<>\"()".contains(char);
        !local.is_empty()
            && !host.is_empty()
            && address.len() <= 254
            && !local.contains(strange)
            && !host.contains(strange)
    });
    if is_email { Read::Email(address.to_owned()) } else { Read::Unreadable(Unreadable::NeitherIdNorEmail) }
}

pub(crate) fn is_value(cell: &str) -> bool {
    is_value_(&read_value(cell))
}

fn is_value_(read: &Read) -> bool {
    !matches!(read, Read::Unreadable(_))
}

fn count(rows: &[Row], column: usize, kind: fn(&Read) -> bool) -> usize {
    rows.iter().filter(|row| row.cells.get(column).is_some_and(|cell| kind(&read_value(cell)))).count()
}

/// Without what surrounds a value that was copied from somewhere: spaces of any width, quotes, a separator at its end.
fn bare(text: &str) -> &str {
    let around = |char: char| char.is_whitespace() || matches!(char, '\u{FEFF}' | '\u{200B}' | '"' | '\'');
    text.trim_matches(around).trim_end_matches([',', ';']).trim_matches(around)
}

/// A heading by its letters and digits, so that `E-mail address` and `Coworker_Id` are what they say.
fn plain(heading: &str) -> String {
    heading.chars().filter(|char| char.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
