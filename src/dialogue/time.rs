use std::fmt;

use serde::{Serialize, Serializer};

/// A moment: nanoseconds since 1970-01-01T00:00:00Z, as the capture file gives it (years 1678 to 2262).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time(i64);

impl Time {
    /// From nanoseconds since the epoch; what does not fit is taken to the nearest end.
    pub fn from_nanos(nanos: i128) -> Self {
        let clamped = nanos.clamp(i128::from(i64::MIN), i128::from(i64::MAX));
        Time(i64::try_from(clamped).unwrap_or(0))
    }

    /// Nanoseconds since the epoch.
    pub fn nanos(self) -> i64 {
        self.0
    }

    /// From a date of the Gregorian calendar (month and day from 1) and the seconds behind its beginning in UTC, which
    /// may reach into other days.
    pub fn from_civil(year: i64, month: i64, day: i64, seconds: i64) -> Self {
        // Years that begin in March, so that the leap day is their last.
        let year = year - i64::from(month <= 2);
        let era = year.div_euclid(400);
        let of_era = year.rem_euclid(400);
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let days = era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468;
        Time::from_nanos((i128::from(days) * 86_400 + i128::from(seconds)) * 1_000_000_000)
    }

    /// Seconds from `earlier` to this moment; negative when this one is the earlier.
    pub fn since(self, earlier: Time) -> f64 {
        self.nanos_since(earlier) as f64 / 1e9
    }

    /// Nanoseconds from `earlier` to this moment.
    pub fn nanos_since(self, earlier: Time) -> i64 {
        self.0.saturating_sub(earlier.0)
    }

    /// Year, month (1–12), day, hour, minute, second and nanosecond in UTC.
    fn civil(self) -> (i64, u32, u32, u32, u32, u32, u32) {
        let seconds = self.0.div_euclid(1_000_000_000);
        let nanos = self.0.rem_euclid(1_000_000_000);
        let (days, of_day) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
        // Days to civil date in the proleptic Gregorian calendar: count eras of 400 years from 0000-03-01, so
        // that the leap day is the last day of a year.
        let shifted = days + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        let small = |n: i64| u32::try_from(n).unwrap_or(0);
        (
            year,
            small(month),
            small(day),
            small(of_day / 3600),
            small(of_day / 60 % 60),
            small(of_day % 60),
            small(nanos),
        )
    }

    /// RFC 3339 in UTC without a fraction, as the head of a page shows it.
    pub fn to_seconds_string(self) -> String {
        let (y, mo, d, h, mi, s, _) = self.civil();
        format!("{y:04}-{mo:02}-{d:02}T{h:02}:{mi:02}:{s:02}Z")
    }

    /// RFC 3339 in UTC with nanoseconds, digit by digit: every step of JSON has one.
    fn digits(self) -> [u8; 30] {
        let (year, month, day, hour, minute, second, nanos) = self.civil();
        let mut text = *b"0000-00-00T00:00:00.000000000Z";
        // Years have four digits: 1677 to 2262.
        let year = u32::try_from(year).unwrap_or(0);
        let fields = [(4, year), (7, month), (10, day), (13, hour), (16, minute), (19, second), (29, nanos)];
        for (end, mut value) in fields {
            let places = text.get_mut(..end).unwrap_or_default().iter_mut().rev();
            for place in places.take_while(|place| place.is_ascii_digit()) {
                *place = b'0' + (value % 10) as u8;
                value /= 10;
            }
        }
        text
    }
}

/// From nanoseconds since the epoch.
impl From<i64> for Time {
    fn from(nanos: i64) -> Self {
        Time(nanos)
    }
}

/// RFC 3339 in UTC with nanoseconds.
impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(std::str::from_utf8(&self.digits()).unwrap_or_default())
    }
}

impl Serialize for Time {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(std::str::from_utf8(&self.digits()).unwrap_or_default())
    }
}

/// A moment that somebody wrote down, and where: the date of a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Clock {
    /// The moment.
    pub time: Time,
    /// Minutes east of Greenwich; `None` where that is not told.
    pub zone: Option<i32>,
}

#[cfg(test)]
mod tests {
    use super::Time;

    #[test]
    fn known_moments_are_written_as_rfc_3339() {
        for (nanos, text) in [
            (0, "1970-01-01T00:00:00.000000000Z"),
            (951_782_400_000_000_001, "2000-02-29T00:00:00.000000001Z"),
            (1_795_374_740_042_000_000, "2026-11-22T19:12:20.042000000Z"),
            (-1, "1969-12-31T23:59:59.999999999Z"),
            (4_107_542_400_000_000_000, "2100-03-01T00:00:00.000000000Z"),
        ] {
            assert_eq!(Time::from_nanos(nanos).to_string(), text);
        }
    }

    #[test]
    fn moments_beyond_the_range_stay_at_its_end() {
        assert_eq!(Time::from_nanos(i128::MAX).nanos(), i64::MAX);
    }
}
