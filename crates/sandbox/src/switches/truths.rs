//! The values of each switch.

use clap::ValueEnum;
use serde::{Deserialize, Serialize};

/// Declares a switch whose values have one spelling for the command line and for JSON.
macro_rules! switch {
    ($(#[$doc:meta])* $name:ident { $($(#[$value_doc:meta])* $value:ident = $spelling:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$value_doc])* #[value(name = $spelling)] #[serde(rename = $spelling)] $value,)+
        }
    };
}

switch! {
    /// What the query parameter `dir` means (D2, `[doc]` in three generations). A value of another generation
    /// is not refused: it counts as ascending.
    SortDir {
        /// `1` ascending, `-1` descending.
        #[default]
        MinusOne = "minus-one",
        /// `0` ascending, `1` descending.
        ZeroOne = "zero-one",
        /// `ascending` and `descending`, in any letter case.
        Words = "words",
    }
}

switch! {
    /// How "slow down" is said (D3).
    ThrottleStatus {
        /// 409, a `Retry-After` header in seconds and an empty body `[doc]`.
        #[default]
        Conflict = "409",
        /// 429, "Wait N seconds" in the text and no header `[client]`.
        TooManyRequests = "429",
    }
}

switch! {
    /// The shape of the member's own list (D6, `[unknown]`).
    MemberShape {
        /// `[…]`
        #[default]
        Array = "array",
        /// `{"Records": […]}`
        Records = "records",
        /// `{"Notifications": […]}`
        Named = "named",
        /// `{"Notifications": {"Records": […]}}`
        NamedRecords = "named-records",
    }
}

switch! {
    /// Which notifications the member's own list holds `[unknown]`.
    MemberList {
        /// Only those that are not dismissed.
        #[default]
        Waiting = "waiting",
        /// Dismissed ones too, told apart by `IsDismissed`.
        All = "all",
    }
}

switch! {
    /// How dates are written (D7, `[unknown]`); the moment is the same.
    Zone {
        /// `2025-01-15T10:30:00Z`, as in the seeds `[seed]`.
        #[default]
        Z = "z",
        /// `2025-01-15T11:30:00+01:00`
        Offset = "offset",
        /// `2025-01-15T10:30:00`, meaning UTC.
        None = "none",
    }
}

switch! {
    /// Whether the filters spelled by pattern only (D5, `[inferred]`) have an effect.
    Filters {
        /// They narrow the list.
        #[default]
        Obey = "obey",
        /// They are silently without effect.
        Ignore = "ignore",
    }
}

switch! {
    /// The `PropertyName` of a missing or wrong foreign key (D9).
    FkName {
        /// The field, `CoworkerId`.
        #[default]
        Field = "field",
        /// The relation, `Coworker` `[client]`.
        Relation = "relation",
    }
}

switch! {
    /// Whether notifications can be created, updated and deleted (D1: the seed says both).
    Writes {
        /// They can.
        #[default]
        Allowed = "allowed",
        /// They are refused with 401 and an empty body.
        Unauthorized = "401",
        /// They are refused with 403 and an empty body.
        Forbidden = "403",
        /// They are refused with 404 and an empty body.
        NotFound = "404",
        /// They are refused with 405 and an empty body.
        MethodNotAllowed = "405",
    }
}

switch! {
    /// What a DELETE answers (D10).
    DeleteAnswer {
        /// The record is gone, `WasSuccessful` is true.
        #[default]
        Ok = "ok",
        /// The status is 200, but `WasSuccessful` is false and the record stays `[client]`.
        Unsuccessful = "unsuccessful",
    }
}

switch! {
    /// How a text filter compares `[unknown]`.
    Match {
        /// The field contains the text, in any letter case.
        #[default]
        Contains = "contains",
        /// The field is the text, in any letter case.
        Exact = "exact",
    }
}
