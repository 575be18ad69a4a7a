//! English: fixed texts.
#![allow(missing_docs)] // the names say what the texts are

use nexudus_api::{Family, NotificationType};

pub const INBOX: &str = "Notifications";
pub const INBOX_STAFF: &str = "Notifications of all customers";
pub const REFRESH: &str = "Refresh";
pub const SIGN_OUT: &str = "Sign out";
pub const LOADING: &str = "Loading notifications …";
pub const EMPTY: &str = "Nothing is waiting for you.";
pub const EMPTY_HINT: &str = "New notifications will appear here.";
pub const EMPTY_STAFF: &str = "No notification is waiting for any customer.";
pub const SHOW_MORE: &str = "Show more";
pub const SHOW_ALL: &str = "Show all of it";
pub const SHOW_LESS: &str = "Show less";
pub const DISMISS: &str = "Dismiss";
pub const UNDO: &str = "Undo";
pub const CLOSE: &str = "Close";
pub const RETRY: &str = "Try again";
pub const NO_MESSAGE: &str = "(no text)";

pub const SIGN_IN: &str = "Sign in";
pub const SIGNING_IN: &str = "Signing in …";
pub const SIGN_IN_LEAD: &str = "Sign in to go on.";
pub const SIGN_IN_INCOMPLETE: &str = "Type your e-mail address and your password.";
pub const EMAIL: &str = "E-mail";
pub const PASSWORD: &str = "Password";
pub const CODE: &str = "One-time code";

pub const DESK: &str = "Staff desk";
pub const COMPOSE: &str = "Write a notification";
pub const CUSTOMER: &str = "Customer";
pub const CUSTOMER_HINT: &str = "The customer's number (CoworkerId).";
pub const MESSAGE: &str = "Message";
pub const MESSAGE_HINT: &str = "Shown as plain text, just as typed.";
pub const TYPE: &str = "Type";
pub const TYPE_HINT: &str = "Choose one, or type any other that your portal knows.";
pub const ENTITY: &str = "Entity";
pub const ENTITY_HINT: &str = "The number of what it is about: the post, invoice, event or thread (EntityId).";
pub const DISMISSED: &str = "Create it as dismissed";
pub const CREATE: &str = "Create notification";
pub const CREATING: &str = "Creating …";
pub const CREATE_ANYWAY: &str = "Create another one";
pub const REMINDERS: &str = "Record a reminder";
pub const REMINDERS_LEAD: &str =
    "Recording sends nothing. It notes that a customer was reminded, so that nobody is reminded twice.";
pub const REMINDER: &str = "Reminder";
pub const REMINDER_HINT: &str = "The reminder's number (ReminderId).";
pub const RECORD: &str = "Record reminder";
pub const RECORDING: &str = "Recording …";
pub const RECORD_ANYWAY: &str = "Record it once more";
pub const LEAVE_IT: &str = "Leave it";

pub const REQUIRED: &str = "Fill this in.";
pub const NOT_AN_INTEGER: &str = "Type a whole number, such as 1042.";
pub const TOO_LARGE: &str = "This number is too large: at most 9223372036854775807.";

/// What a type means; `None` for one that the seed does not list.
pub fn meaning(kind: &NotificationType) -> Option<&'static str> {
    use NotificationType as T;
    Some(match kind.canonical() {
        T::Blog => "Blog post",
        T::CommunityEvent => "Event",
        T::CommunityMessage => "Message",
        T::CommunityThread => "Thread",
        T::Course => "Course",
        T::CoworkerInvoice => "Invoice",
        T::IdentityCheckFail | T::IdentityCheckFailed => "Identity check failed",
        T::IdentityCheckSuccess | T::IdentitycheckSuccess => "Identity check passed",
        T::PushNotification => "Notice",
        T::ReplyLike => "Like of a reply",
        T::SaltoLocker => "Locker",
        T::Survey => "Survey",
        T::ThreadLike => "Like of a thread",
        T::Other(_) => return None,
    })
}

/// The name of a family; stands for a type that has no meaning of its own.
pub fn family(family: Family) -> &'static str {
    match family {
        Family::Community => "Community",
        Family::Events => "Events",
        Family::Billing => "Billing",
        Family::Identity => "Identity",
        Family::Access => "Access",
        Family::News => "News",
        Family::Surveys => "Surveys",
        Family::General => "Notice",
    }
}
