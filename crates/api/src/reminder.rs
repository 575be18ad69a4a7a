//! Reminder: an automated communication that the operator has set up `[doc]`.

use crate::{FromRecord, Record, ShapeError};

/// The fields of a reminder that this project uses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// `Id`: what `ReminderId` refers to.
    pub id: i64,
    /// `Name`.
    pub name: String,
    /// `BusinessName`: the location; may be empty.
    pub business_name: String,
    /// `ReminderType`: what sets it off.
    pub kind: ReminderType,
    /// `ReminderAction`: what it does.
    pub action: ReminderAction,
    /// `BlockingPeriodMinutes`: how long the same customer is left in peace; `None` where none is set.
    pub blocking_period_minutes: Option<i64>,
}

impl FromRecord for Reminder {
    fn from_record(record: &Record<'_>) -> Result<Self, ShapeError> {
        Ok(Self {
            id: record.int("Id")?,
            name: record.text("Name")?,
            business_name: record.text("BusinessName")?,
            kind: ReminderType(record.int_or_none("ReminderType").unwrap_or_default()),
            action: ReminderAction(record.int_or_none("ReminderAction").unwrap_or_default()),
            blocking_period_minutes: record.int_or_none("BlockingPeriodMinutes"),
        })
    }
}

/// `ReminderType` as its number; the documented ones have names `[doc]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReminderType(pub i64);

impl ReminderType {
    /// The documented name, or `None` for a number nobody has documented.
    #[must_use]
    pub fn name(self) -> Option<&'static str> {
        Some(match self.0 {
            1 => "FixedDate",
            2 => "DaysAfterSignUp",
            3 => "DaysAfterRenewal",
            4 => "DaysBeforeRenewal",
            5 => "Birthday",
            6 => "DaysBeforeCancellation",
            7 => "AfterABooking",
            8 => "LastActivity",
            9 => "ProductPurchase",
            10 => "DueInvoice",
            11 => "OnFirstCheckIn",
            12 => "OnSignUpFormSubmitted",
            13 => "DaysBeforeTerm",
            14 => "RegularBookerStoppedBooking",
            15 => "RegularBooking",
            16 => "StoppedBooking",
            17 => "SingleBooking",
            18 => "InvoiceFirstPaid",
            19 => "DaysBeforeContractStarts",
            20 => "DaysAfterDeliveryNotCollected",
            21 => "DaysAfterFirstContractStartDate",
            22 => "ProductAddedToBooking",
            _ => return None,
        })
    }
}

/// `ReminderAction` as its number; the documented ones have names `[doc]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReminderAction(pub i64);

impl ReminderAction {
    /// The documented name, or `None` for a number nobody has documented.
    #[must_use]
    pub fn name(self) -> Option<&'static str> {
        match self.0 {
            1 => Some("SendEmail"),
            2 => Some("SendCannedMessage"),
            3 => Some("SendSurvey"),
            _ => None,
        }
    }
}
