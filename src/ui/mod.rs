//! Small parts that both elements use.

mod dom;
mod each;
mod field;
mod focus;
mod icon;
mod live;
mod message;

pub use dom::{El, button, el, svg};
pub use each::each;
pub use field::{Control, FieldError, field};
pub use focus::{focus, focus_near};
pub use icon::{cross, family_icon};
pub use message::message;
