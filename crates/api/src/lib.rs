//! What Nexudus says, and how it is said: entities, envelopes, list queries and one error taxonomy.
//!
//! Nothing here performs I/O, reads a clock or names a browser. A caller hands in what came back as a [`Response`] and
//! gets a typed value or an [`ApiError`] that a user interface can act on. Every fact carries the mark of its source:
//! `[seed]` the owner's documents, `[doc]` official pages, `[client]` seen in other clients, `[inferred]` follows the
//! API's own pattern, `[unknown]` nobody could say.
//!
//! Records are read through one JSON value type instead of one derived deserialiser each: in a WebAssembly download a
//! second generic instance costs kilobytes, and the hand-written reading can name the field that surprised it.

mod audit;
mod change;
mod coworker;
mod decode;
mod envelope;
mod error;
mod json;
mod kind;
mod member;
mod notification;
mod query;
mod record;
mod reminder;
mod time;
mod token;
mod value;

pub use audit::{NewReminderAudit, ReminderAudit};
pub use change::NotificationChange;
pub use coworker::Coworker;
pub use decode::{Response, decode_batch, decode_list, decode_many, decode_one, decode_write};
pub use envelope::{Created, FieldError, Page};
pub use error::{ApiError, Received};
pub use kind::{Family, NotificationType};
pub use member::{MemberProfile, decode_dismissal, decode_member_list, decode_profiles};
pub use notification::{NewNotification, Notification, dismissal_body};
pub use query::{Direction, ListQuery, dates, encode};
pub use record::{FromRecord, Record, ShapeError};
pub use reminder::{Reminder, ReminderAction, ReminderType};
pub use time::{Millis, parse_date_time};
pub use token::{SignInError, Token, decode_token, password_form, refresh_form};
pub use value::Value;
