//! Small parts that both elements use.

mod dom;
mod each;
mod field;
mod focus;
mod icon;
mod live;
mod message;
#[cfg(feature = "desk")]
mod tabs;

pub use dom::{El, button, el, svg};
pub use each::Keyed;
pub use field::{Control, FieldError, field, field_of};
pub use focus::{focus, focus_in_place, focus_near, focused_beside, hand_over};
pub use icon::{back, cross, family_icon};
pub use live::{
    get_property, hold_still, keep_in_sight, mark_keyed, on_scroll, on_window, react, set_attribute, set_height,
    set_property,
};
pub use message::message;
#[cfg(feature = "desk")]
pub use tabs::tabs;
