//! The release on pages that its authors do not control. `NEXUDUS_HOSTS` names the pages that `scripts/host-pages.sh` has made.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

mod canary;
mod early;
mod frames;
mod frameworks;
mod hostile;
mod intent;
mod leaving;
mod pages;
mod printed;
mod still;
