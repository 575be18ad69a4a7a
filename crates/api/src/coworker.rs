//! Coworker: Nexudus's word for a customer `[doc]`.

use crate::{FromRecord, Record, ShapeError};

/// The fields of a customer that this project uses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coworker {
    /// `Id`: what `CoworkerId` refers to.
    pub id: i64,
    /// `FullName`.
    pub full_name: String,
    /// `Email`.
    pub email: String,
    /// `CompanyName`; empty where there is none.
    pub company_name: String,
    /// `CoworkerType` is 2: a company. 1 is an individual.
    pub is_company: bool,
    /// `Active`.
    pub active: bool,
    /// `Archived`.
    pub archived: bool,
}

impl FromRecord for Coworker {
    fn from_record(record: &Record<'_>) -> Result<Self, ShapeError> {
        Ok(Self {
            id: record.int("Id")?,
            full_name: record.text("FullName")?,
            email: record.text("Email")?,
            company_name: record.text("CompanyName")?,
            is_company: record.int_or_none("CoworkerType") == Some(2),
            active: record.flag("Active", true),
            archived: record.flag("Archived", false),
        })
    }
}
