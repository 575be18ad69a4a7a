//! Small parts that both elements use.

mod field;
mod icon;
mod message;

pub use field::{Control, FieldError, field};
pub use icon::icon;
pub use message::message;
