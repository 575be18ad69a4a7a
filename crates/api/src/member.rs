//! The member's own side: the customer API `[client, doc]`.

use crate::{
    ApiError, FromRecord, Notification, Page, Record, Response, ShapeError, Value, envelope::read_all,
    envelope::refusal, record::name_of,
};

/// One entry of `GET /api/public/coworkers/profiles`; `id` is the `CoworkerId` `[client]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberProfile {
    /// `Id`: the member's `CoworkerId`.
    pub id: i64,
    /// `FullName`; may be empty.
    pub full_name: String,
}

impl FromRecord for MemberProfile {
    fn from_record(record: &Record<'_>) -> Result<Self, ShapeError> {
        Ok(Self { id: record.int("Id")?, full_name: record.text("FullName")? })
    }
}

/// Reads the profiles of who is signed in.
///
/// # Errors
/// Any [`ApiError`] but `Offline`.
pub fn decode_profiles(response: &Response) -> Result<Vec<MemberProfile>, ApiError> {
    crate::decode_many(response)
}

/// Reads the member's list in any of the shapes of doubt D6: a bare array, `{Records: […]}`, or one property with either.
///
/// # Errors
/// Any [`ApiError`] but `Offline`; a shape outside D6 is an `UnknownShape` that names what was received.
pub fn decode_member_list(response: &Response) -> Result<Page<Notification>, ApiError> {
    let value = response.json()?;
    let found = find_list(&value).or_else(|| {
        let Value::Object(members) = &value else { return None };
        let mut inner = members.iter().filter_map(|(_, value)| find_list(value));
        // Two candidates would make the choice a guess.
        inner.next().filter(|_| inner.next().is_none())
    });
    match found {
        Some(list @ Value::Array(_)) => {
            let records: Vec<Notification> = read_all(list, "the answer")?;
            let total_items = i64::try_from(records.len()).unwrap_or(i64::MAX);
            Ok(Page { records, page: 1, total_items, has_next: false })
        }
        Some(envelope) => Ok(Page::from_value(envelope)?),
        None => Err(ShapeError { expected: "a list of notifications".into(), received: describe(&value) }.into()),
    }
}

/// The array itself, or the object that has `Records`.
fn find_list(value: &Value) -> Option<&Value> {
    match value {
        Value::Array(_) => Some(value),
        Value::Object(_) if matches!(value.get("Records"), Some(Value::Array(_))) => Some(value),
        _ => None,
    }
}

fn describe(value: &Value) -> String {
    match Record::new(value) {
        Ok(record) => {
            let mut text = String::new();
            for (name, _) in record.properties().take(8) {
                text.push_str(if text.is_empty() { "an object with " } else { ", " });
                text.push_str(name);
            }
            if text.is_empty() { "an empty object".into() } else { text }
        }
        Err(_) => name_of(value).into(),
    }
}

/// Reads the outcome of the member's dismissal, whose answer nobody has documented `[unknown]`.
///
/// Any 2xx counts, unless it says `WasSuccessful: false` (D10) or is a page, which a wrong host would send (D11) and
/// which must not pass for success.
///
/// # Errors
/// Any [`ApiError`] but `Offline`.
pub fn decode_dismissal(response: &Response) -> Result<(), ApiError> {
    match response.json() {
        Ok(value) => match Record::new(&value) {
            Ok(envelope) if matches!(envelope.get("WasSuccessful"), Value::Bool(false)) => {
                Err(refusal(&envelope, response.status))
            }
            _ => Ok(()),
        },
        Err(ApiError::NotJson { received: crate::Received::Empty | crate::Received::Other(_), .. }) => Ok(()),
        Err(error) => Err(error),
    }
}
