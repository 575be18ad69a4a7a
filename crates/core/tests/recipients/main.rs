//! Lists of customers as people paste and drop them: CSV, encodings, columns, duplicates. No line is lost.
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing)]

mod bytes;
mod csv;
mod lines;
mod reading;
