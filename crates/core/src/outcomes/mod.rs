//! What became of what was sent: which pages to read for it, and what they add up to.
//!
//! A [`Question`] says what is counted, a [`Reading`] hands out one page after the other and ends in an [`Outcome`], which
//! stays right while single notifications are changed and deleted ([`save`], [`remove`]).

mod acts;
mod count;
mod outcome;
mod question;
mod reading;
mod step;

pub use acts::{Access, Removed, Saved, Writing, remove, save};
pub use count::{Bar, Span, Tally};
pub use outcome::Outcome;
pub use question::{About, Ask, Asked, PAGE, Question, WEEKS};
pub use reading::Reading;
pub use step::{End, MOST_PAGES, Progress, Step};
