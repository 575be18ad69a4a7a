//! Date-times as Nexudus writes them, as milliseconds since 1970 in UTC.

use crate::decode::find;

/// Milliseconds since 1970-01-01T00:00:00Z.
pub type Millis = i64;

/// Reads `YYYY-MM-DDTHH:MM[:SS[.fraction]][Z|±HH:MM]`.
///
/// Doubt D7: with an offset or `Z` the time is as written; without one it is UTC. (A browser's own parser would read a
/// date-time without zone as local time, which is why this is not left to it.) `None` for anything else.
#[must_use]
pub fn parse_date_time(text: &str) -> Option<Millis> {
    let mut rest = Cursor(text.trim().as_bytes());
    let year = rest.digits(4)?;
    rest.byte(b'-')?;
    let month = rest.digits(2).filter(|m| (1..=12).contains(m))?;
    rest.byte(b'-')?;
    let day = rest.digits(2).filter(|d| (1..=days_in(year, month)).contains(d))?;
    rest.byte(b'T').or_else(|| rest.byte(b' '))?;
    let hour = rest.digits(2).filter(|h| *h < 24)?;
    rest.byte(b':')?;
    let minute = rest.digits(2).filter(|m| *m < 60)?;
    let mut millis = 0;
    if rest.byte(b':').is_some() {
        // 60 is a leap second; it lands on the next minute.
        millis = rest.digits(2).filter(|s| *s <= 60)? * 1000;
        if rest.byte(b'.').is_some() {
            millis += rest.fraction()?;
        }
    }
    let offset = rest.offset()?;
    let minutes = (days_from_epoch(year, month, day) * 24 + hour) * 60 + minute - offset;
    Some(minutes * 60_000 + millis)
}

/// Days from 1970-01-01 to the given date of the Gregorian calendar.
fn days_from_epoch(year: i64, month: i64, day: i64) -> i64 {
    // Counting years from March puts the leap day at a year's end.
    let (y, m) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    y * 365 + y.div_euclid(4) - y.div_euclid(100) + y.div_euclid(400) + (m * 153 + 2) / 5 + day - 719_469
}

fn days_in(year: i64, month: i64) -> i64 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// What is left to read.
struct Cursor<'a>(&'a [u8]);

impl Cursor<'_> {
    fn byte(&mut self, wanted: u8) -> Option<()> {
        let (first, rest) = self.0.split_first()?;
        (*first == wanted).then(|| self.0 = rest)
    }

    fn digit(&mut self) -> Option<i64> {
        let (first, rest) = self.0.split_first()?;
        first.is_ascii_digit().then(|| {
            self.0 = rest;
            i64::from(first - b'0')
        })
    }

    fn digits(&mut self, count: u8) -> Option<i64> {
        (0..count).try_fold(0, |sum, _| Some(sum * 10 + self.digit()?))
    }

    /// Any number of fraction digits, of which three count.
    fn fraction(&mut self) -> Option<i64> {
        let mut millis = self.digit()? * 100;
        let mut weight = 10;
        while let Some(digit) = self.digit() {
            millis += digit * weight;
            weight /= 10;
        }
        Some(millis)
    }

    /// Minutes east of UTC, and nothing behind them.
    fn offset(&mut self) -> Option<i64> {
        let sign = match self.0 {
            [] | [b'Z' | b'z'] => return Some(0),
            [b'+', ..] => 1,
            [b'-', ..] => -1,
            _ => return None,
        };
        self.byte(if sign > 0 { b'+' } else { b'-' })?;
        let hours = self.digits(2).filter(|h| *h < 24)?;
        self.byte(b':');
        let minutes = self.digits(2).filter(|m| *m < 60)?;
        self.0.is_empty().then_some(sign * (hours * 60 + minutes))
    }
}

/// Reads an HTTP date as in `Retry-After: Wed, 21 Oct 2026 07:28:00 GMT`.
pub(crate) fn parse_http_date(text: &str) -> Option<Millis> {
    const MONTHS: &str = "JanFebMarAprMayJunJulAugSepOctNovDec";
    let mut parts = text.get(find(text, ", ")? + 2..)?.split(' ');
    let day = Cursor(parts.next()?.as_bytes()).digits(2)?;
    let month = find(MONTHS, parts.next().filter(|name| name.len() == 3)?)?;
    let year = Cursor(parts.next()?.as_bytes()).digits(4)?;
    let mut time = Cursor(parts.next()?.as_bytes());
    let hour = time.digits(2)?;
    time.byte(b':')?;
    let minute = time.digits(2)?;
    time.byte(b':')?;
    let second = time.digits(2)?;
    let days = days_from_epoch(year, i64::try_from(month / 3).ok()? + 1, day);
    Some((((days * 24 + hour) * 60 + minute) * 60 + second) * 1000)
}

/// Year, month and day of a count of days since 1970-01-01.
pub(crate) fn civil(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let m = (5 * of_year + 2) / 153;
    let day = of_year - (153 * m + 2) / 5 + 1;
    let month = if m < 10 { m + 3 } else { m - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}
