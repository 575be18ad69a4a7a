//! Points in time: whole seconds since 1970 inside, text in the chosen zone outside.

use jiff::{
    Timestamp,
    civil::DateTime,
    tz::{Offset, TimeZone},
};

use crate::switches::Zone;

/// The current time in whole seconds since 1970, UTC.
pub fn now() -> i64 {
    Timestamp::now().as_second()
}

/// The current time in UTC with fractions of a second, for the request log.
pub fn now_text() -> String {
    Timestamp::now().to_string()
}

/// Writes `seconds` as the records and envelopes show it, for example `2025-01-15T10:30:00Z` `[seed]`.
pub fn format(seconds: i64, zone: Zone) -> String {
    let moment = Timestamp::from_second(seconds).unwrap_or(Timestamp::UNIX_EPOCH);
    match zone {
        Zone::Z => moment.to_string(),
        Zone::Offset => format!("{}+01:00", Offset::constant(1).to_datetime(moment)),
        Zone::None => Offset::UTC.to_datetime(moment).to_string(),
    }
}

/// Reads the date of a filter, `YYYY-MM-DDTHH:mm` `[doc]`, with or without seconds and zone.
///
/// A date without a zone is UTC `[unknown]`; `None` when the text is not a date.
pub fn parse(text: &str) -> Option<i64> {
    if let Ok(moment) = text.parse::<Timestamp>() {
        return Some(moment.as_second());
    }
    let local: DateTime = text.parse().ok()?;
    let zoned = local.to_zoned(TimeZone::UTC).ok()?;
    Some(zoned.timestamp().as_second())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEED_MOMENT: i64 = 1_736_937_000;

    #[test]
    fn every_zone_names_the_same_moment() {
        assert_eq!(format(SEED_MOMENT, Zone::Z), "2025-01-15T10:30:00Z");
        assert_eq!(format(SEED_MOMENT, Zone::Offset), "2025-01-15T11:30:00+01:00");
        assert_eq!(format(SEED_MOMENT, Zone::None), "2025-01-15T10:30:00");
    }

    #[test]
    fn a_filter_date_needs_no_seconds() {
        assert_eq!(parse("2025-01-15T10:30"), Some(SEED_MOMENT));
        assert_eq!(parse("2025-01-15T11:30:00+01:00"), Some(SEED_MOMENT));
        assert_eq!(parse("yesterday"), None);
    }
}
