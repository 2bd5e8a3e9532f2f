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
    fn civil(self) -> [u32; 7] {
        // No part is negative or beyond 32 bits: the years are 1677 to 2262.
        let small = |n: i64| u32::try_from(n).unwrap_or(0);
        let seconds = self.0.div_euclid(1_000_000_000);
        let nanos = small(self.0.rem_euclid(1_000_000_000));
        let of_day = small(seconds.rem_euclid(86_400));
        // Days to civil date in the proleptic Gregorian calendar: count eras of 400 years from 0000-03-01, so
        // that the leap day is the last day of a year.
        let shifted = small(seconds.div_euclid(86_400) + 719_468);
        let era = shifted / 146_097;
        let day_of_era = shifted % 146_097;
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_era + era * 400 + u32::from(month <= 2);
        [year, month, day, of_day / 3600, of_day / 60 % 60, of_day % 60, nanos]
    }

    /// RFC 3339 in UTC without a fraction, as the head of a page shows it.
    pub fn to_seconds_string(self) -> String {
        let [y, mo, d, h, mi, s, _] = self.civil();
        format!("{y:04}-{mo:02}-{d:02}T{h:02}:{mi:02}:{s:02}Z")
    }

    /// RFC 3339 in UTC with nanoseconds.
    fn written(self) -> Written {
        let [year, month, day, hour, minute, second, nanos] = self.civil();
        let mut written = Written(*b"0000-00-00T00:00:00.000000000Z  ");
        written.put([
            (0, year / 100),
            (2, year),
            (5, month),
            (8, day),
            (11, hour),
            (14, minute),
            (17, second),
        ]);
        written.put_nanos(nanos);
        written
    }
}

/// A moment as text, with two blanks behind it: whole words of the processor, at an address of words, are known to be
/// ASCII in a few looks.
#[derive(Debug, Default)]
#[repr(align(16))]
struct Written([u8; 32]);

impl Written {
    /// Numbers of two digits at their places.
    fn put<const N: usize>(&mut self, pairs: [(usize, u32); N]) {
        for (at, value) in pairs {
            if let Some([tens, ones]) = self.0.get_mut(at..at + 2) {
                (*tens, *ones) = (b'0' + (value / 10 % 10) as u8, b'0' + (value % 10) as u8);
            }
        }
    }

    fn put_nanos(&mut self, nanos: u32) {
        self.put([(20, nanos / 10_000_000), (22, nanos / 100_000), (24, nanos / 1_000), (26, nanos / 10)]);
        if let Some(last) = self.0.get_mut(28) {
            *last = b'0' + (nanos % 10) as u8;
        }
    }

    fn text(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default().get(..30).unwrap_or_default()
    }
}

/// Moments as RFC 3339 has them, one after the other: those of a conversation are mostly of the same second, which is
/// written once.
#[derive(Debug, Default)]
pub struct Moments {
    second: Option<i64>,
    written: Written,
}

impl Moments {
    /// In UTC with nanoseconds.
    pub fn text(&mut self, time: Time) -> &str {
        let second = Some(time.0.div_euclid(1_000_000_000));
        if second == self.second {
            self.written.put_nanos(u32::try_from(time.0.rem_euclid(1_000_000_000)).unwrap_or(0));
        } else {
            *self = Moments { second, written: time.written() };
        }
        self.written.text()
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
        f.write_str(self.written().text())
    }
}

impl Serialize for Time {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.written().text())
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
    use proptest::prelude::*;

    use super::{Moments, Time};

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

    proptest! {
        #[test]
        fn moments_one_after_the_other_are_those_alone(
            moments in prop::collection::vec((-3i64..3, 0i64..1_000_000_000, any::<bool>()), 1..20),
            somewhere in any::<i64>(),
        ) {
            let mut written = Moments::default();
            for (second, nanos, far) in moments {
                let time = Time(second * 1_000_000_000 + if far { somewhere / 2 } else { nanos });
                prop_assert_eq!(written.text(time), time.to_string());
            }
        }
    }
}
