//! The desk's two forms: from typed text to a request, and from a refusal back to the fields.

use nexudus_api::{FieldError, NewNotification, NewReminderAudit, NotificationType};

/// A field of one of the forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// `CoworkerId`
    Customer,
    /// `Message`
    Message,
    /// `NotificationType`
    Kind,
    /// `EntityId`
    Entity,
    /// `IsDismissed`
    Dismissed,
    /// `ReminderId`
    Reminder,
}

/// What is wrong with a typed text, before anything is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// Nothing was typed.
    Required,
    /// Not a whole number.
    NotAnInteger,
    /// A whole number that no 64-bit integer can hold.
    TooLarge,
    /// The service said this.
    Said(String),
}

/// The compose form as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    /// Customer `Id`.
    pub customer: String,
    /// The text.
    pub message: String,
    /// A known type or any other.
    pub kind: String,
    /// Entity `Id`.
    pub entity: String,
    /// Create it dismissed.
    pub dismissed: bool,
}

type Problems = Vec<(Field, Problem)>;

impl Draft {
    /// The request, or everything that stands against it in the order of the form.
    ///
    /// Only what no service could accept is held back: an unusual type or an entity of 0 is for the service to judge.
    ///
    /// # Errors
    /// One entry for each field that has to change.
    pub fn check(&self) -> Result<NewNotification, Problems> {
        let mut problems = vec![];
        let coworker_id = integer(&self.customer, Field::Customer, &mut problems);
        let message = required(&self.message, Field::Message, &mut problems);
        let kind = required(self.kind.trim(), Field::Kind, &mut problems);
        let entity_id = integer(&self.entity, Field::Entity, &mut problems);
        match (coworker_id, message, kind, entity_id) {
            (Some(coworker_id), Some(message), Some(kind), Some(entity_id)) => Ok(NewNotification {
                coworker_id,
                message: message.to_owned(),
                kind: NotificationType::parse(kind),
                entity_id,
                is_dismissed: self.dismissed,
            }),
            _ => Err(problems),
        }
    }
}

/// Reads the reminder form.
///
/// # Errors
/// One entry for each field that has to change.
pub fn check_reminder(customer: &str, reminder: &str) -> Result<NewReminderAudit, Problems> {
    let mut problems = vec![];
    let coworker_id = integer(customer, Field::Customer, &mut problems);
    let reminder_id = integer(reminder, Field::Reminder, &mut problems);
    match (coworker_id, reminder_id) {
        (Some(coworker_id), Some(reminder_id)) => Ok(NewReminderAudit { coworker_id, reminder_id }),
        _ => Err(problems),
    }
}

pub(crate) fn required<'a>(text: &'a str, field: Field, problems: &mut Problems) -> Option<&'a str> {
    if text.trim().is_empty() {
        problems.push((field, Problem::Required));
        return None;
    }
    Some(text)
}

pub(crate) fn integer(text: &str, field: Field, problems: &mut Problems) -> Option<i64> {
    let text = required(text.trim(), field, problems)?;
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let only_digits = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    problems.push((field, if only_digits { Problem::TooLarge } else { Problem::NotAnInteger }));
    None
}

/// Sorts the entries of a 400 to their fields; what belongs to none goes on top of the form, with its name.
#[must_use]
pub fn place(errors: &[FieldError], form: &[Field]) -> (Problems, Vec<String>) {
    let mut at_fields = vec![];
    let mut on_top = vec![];
    for error in errors {
        match field_of(&error.property).filter(|field| form.contains(field)) {
            Some(field) => at_fields.push((field, Problem::Said(error.message.clone()))),
            None if error.property.is_empty() => on_top.push(error.message.clone()),
            None => on_top.push([&error.property, ": ", &error.message].concat()),
        }
    }
    // The order of the form, not of the answer: focus goes to the first.
    at_fields.sort_by_key(|(field, _)| form.iter().position(|f| f == field));
    (at_fields, on_top)
}

/// Doubt D9: a missing key may be reported under the relation's name.
fn field_of(property: &str) -> Option<Field> {
    Some(match property {
        "Coworker" | "CoworkerId" => Field::Customer,
        "Message" => Field::Message,
        "NotificationType" => Field::Kind,
        "Entity" | "EntityId" => Field::Entity,
        "IsDismissed" => Field::Dismissed,
        "Reminder" | "ReminderId" => Field::Reminder,
        _ => return None,
    })
}
