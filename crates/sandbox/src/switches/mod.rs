//! One switch per doubt about the service, so that a test can show that a client copes with either truth.
//!
//! The numbers D1 to D10 are the rows of the contract's table of doubts. The names on the command line and in
//! the control door's JSON are the same: `--sort-dir zero-one` and `{"sort-dir": "zero-one"}`.

mod cors;
mod truths;

use clap::Args;
use serde::{Deserialize, Serialize};

pub use cors::Cors;
pub use truths::{
    DeleteAnswer, Filters, FkName, Match, MemberList, MemberShape, SortDir, ThrottleStatus, Writes, Zone,
};

/// All switches. Every default is the truth the documentation leans to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Args, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Switches {
    /// What `dir` means in a list (D2)
    #[arg(long, value_enum, default_value_t)]
    pub sort_dir: SortDir,
    /// How "slow down" is said (D3)
    #[arg(long, value_enum, default_value_t)]
    pub throttle_status: ThrottleStatus,
    /// The shape of the member's own list (D6)
    #[arg(long, value_enum, default_value_t)]
    pub member_shape: MemberShape,
    /// Which notifications the member's own list holds
    #[arg(long, value_enum, default_value_t)]
    pub member_list: MemberList,
    /// How dates are written (D7)
    #[arg(long, value_enum, default_value_t)]
    pub zone: Zone,
    /// Whether filters that are only inferred have an effect (D5)
    #[arg(long, value_enum, default_value_t)]
    pub filters: Filters,
    /// The property name of a missing or wrong foreign key (D9)
    #[arg(long, value_enum, default_value_t)]
    pub fk_name: FkName,
    /// Whether notifications can be created, updated and deleted (D1)
    #[arg(long, value_enum, default_value_t)]
    pub writes: Writes,
    /// What a DELETE answers (D10)
    #[arg(long, value_enum, default_value_t)]
    pub delete_answer: DeleteAnswer,
    /// How a text filter compares
    #[arg(long = "match", value_enum, default_value_t)]
    #[serde(rename = "match")]
    pub text_match: Match,
    /// Which origins may call from a browser: any, none, or one origin (D8)
    #[arg(long, value_name = "any|none|ORIGIN", default_value_t)]
    pub cors: Cors,
}
