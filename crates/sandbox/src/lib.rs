//! A stand-in for the Nexudus REST API, for development and for tests without the network.
//!
//! It answers what the public contract says, keeps its rows in SQLite, and makes up evident sample data. Where
//! the contract is contradictory or silent, a [switch](Switches) chooses the truth, so that a test can show that
//! a client copes with either. [Faults](Fault) and [rate limits](Limits) come on demand.
//!
//! Sources of a behaviour are marked: `[seed]` the owner's documents, `[doc]` an official page, `[client]` seen in
//! other clients, `[inferred]` follows the API's pattern, `[unknown]` chosen here because nothing says it.
//!
//! ```
//! # async fn example() -> Result<(), nexudus_sandbox::Error> {
//! use nexudus_sandbox::{Config, Fault, FaultKind, start};
//!
//! let sandbox = start(Config { listen: ([127, 0, 0, 1], 0).into(), ..Config::default() }).await?;
//! sandbox.add_fault(Fault::once("/api/spaces", FaultKind::DropAfter));
//! println!("{}", sandbox.url());
//! sandbox.stop().await;
//! # Ok(())
//! # }
//! ```

mod accounts;
mod clock;
mod config;
mod control;
mod db;
mod error;
mod faults;
mod http;
mod limits;
mod log;
mod random;
mod sandbox;
mod serve;
mod sessions;
mod state;
mod switches;

pub use accounts::{
    ACCOUNTS, Account, MEMBER_COWORKER_ID, NEWCOMER_COWORKER_ID, RESET_COWORKER_ID, Staff, TOTP_COWORKER_ID,
};
pub use config::Config;
pub use db::Table;
pub use error::Error;
pub use faults::{Fault, FaultKind};
pub use limits::{Limits, Window};
pub use log::LoggedRequest;
pub use sandbox::{Sandbox, start};
pub use switches::{
    Cors, DeleteAnswer, Filters, FkName, Match, MemberList, MemberShape, SortDir, Switches, ThrottleStatus, Writes,
    Zone,
};
