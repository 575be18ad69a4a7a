//! Who is signed in: custody of the token, and the form that asks for it.

mod custody;
mod sign_in;

pub use custody::Custody;
pub use sign_in::sign_in;
