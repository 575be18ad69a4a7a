//! Who is signed in: custody of the token, and the form that asks for it, or the page that gives it.

mod account;
mod custody;
mod host_token;
mod page;
mod refresh;
mod sign_in;
mod users;

pub use custody::Custody;
pub use sign_in::sign_in;
