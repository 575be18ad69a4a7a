//! What the widget says.

pub mod en;
pub mod sentences;
