use std::fmt;

use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};

/// Wireshark frame numbers (counted from 1) as ranges, ascending and without overlap.
///
/// Nearly every line is carried by one frame, so one range is kept without a heap allocation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frames {
    first: Option<(u64, u64)>,
    rest: Vec<(u64, u64)>,
}

impl Frames {
    /// Ranges kept for one step. A line typed key by key needs one per key; what comes after these is merged
    /// into the last range, so memory stays bounded on a capture made of one-byte segments.
    pub const MAX_RANGES: usize = 4096;

    /// One frame.
    pub fn one(frame: u64) -> Self {
        Frames { first: Some((frame, frame)), rest: Vec::new() }
    }

    /// Adds a frame; one that is there already changes nothing.
    pub fn add(&mut self, frame: u64) {
        let Some(first) = self.first.as_mut() else {
            self.first = Some((frame, frame));
            return;
        };
        let full = self.rest.len() + 1 >= Self::MAX_RANGES;
        let last = self.rest.last_mut().unwrap_or(first);
        if frame == last.1 {
            // The usual case while one frame's bytes are taken line by line.
        } else if frame == last.1.saturating_add(1) {
            last.1 = frame;
        } else if frame > last.1 {
            if full {
                last.1 = frame;
            } else {
                self.rest.push((frame, frame));
            }
        } else if frame < last.0 || !self.contains(frame) {
            self.insert_earlier(frame);
        }
    }

    /// A frame before the last range: rare (captures out of order), so rebuilding is simple and good enough.
    fn insert_earlier(&mut self, frame: u64) {
        let mut all: Vec<(u64, u64)> = self.ranges().collect();
        if self.contains(frame) {
            return;
        }
        let at = all.partition_point(|range| range.0 < frame);
        all.insert(at, (frame, frame));
        let mut merged: Vec<(u64, u64)> = Vec::with_capacity(all.len());
        for range in all {
            match merged.last_mut() {
                Some(last) if range.0 <= last.1.saturating_add(1) => last.1 = last.1.max(range.1),
                _ => merged.push(range),
            }
        }
        let mut ranges = merged.into_iter();
        self.first = ranges.next();
        self.rest = ranges.collect();
    }

    /// Adds every frame of `other`.
    pub fn extend(&mut self, other: &Frames) {
        for (from, to) in other.ranges() {
            // Ranges are short: a long one is a body, which is added once.
            for frame in from..=to {
                self.add(frame);
            }
        }
    }

    /// Whether `frame` is among them.
    pub fn contains(&self, frame: u64) -> bool {
        self.ranges().any(|(from, to)| (from..=to).contains(&frame))
    }

    /// The ranges, ascending, both ends included.
    pub fn ranges(&self) -> impl Iterator<Item = (u64, u64)> + '_ {
        self.first.into_iter().chain(self.rest.iter().copied())
    }

    /// The lowest frame.
    pub fn first(&self) -> Option<u64> {
        self.first.map(|range| range.0)
    }

    /// The highest frame.
    pub fn last(&self) -> Option<u64> {
        self.rest.last().copied().or(self.first).map(|range| range.1)
    }

    /// How many frames.
    pub fn count(&self) -> u64 {
        self.ranges().map(|(from, to)| to - from + 1).sum()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.first.is_none()
    }
}

/// `#29`, `#31,32`, `#33-35`: one frame, two frames, or the first and last of several.
impl fmt::Display for Frames {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.first(), self.last(), self.count()) {
            (Some(first), _, 1) => write!(f, "#{first}"),
            (Some(first), Some(last), 2) => write!(f, "#{first},{last}"),
            (Some(first), Some(last), _) => write!(f, "#{first}-{last}"),
            _ => Ok(()),
        }
    }
}

impl FromIterator<u64> for Frames {
    fn from_iter<I: IntoIterator<Item = u64>>(iter: I) -> Self {
        let mut frames = Frames::default();
        for frame in iter {
            frames.add(frame);
        }
        frames
    }
}

impl Serialize for Frames {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut seq = serializer.serialize_seq(None)?;
        for range in self.ranges() {
            seq.serialize_element(&range)?;
        }
        seq.end()
    }
}

#[cfg(test)]
mod tests {
    use super::Frames;

    #[test]
    fn frames_in_any_order_become_ascending_ranges() {
        let frames: Frames = [12, 14, 13, 17, 14, 3].into_iter().collect();
        assert_eq!(frames.ranges().collect::<Vec<_>>(), [(3, 3), (12, 14), (17, 17)]);
        assert_eq!((frames.count(), frames.first(), frames.last()), (5, Some(3), Some(17)));
    }

    #[test]
    fn one_two_and_more_frames_are_written_differently() {
        let write = |frames: &[u64]| frames.iter().copied().collect::<Frames>().to_string();
        assert_eq!(write(&[29]), "#29");
        assert_eq!(write(&[31, 32]), "#31,32");
        assert_eq!(write(&[33, 34, 35]), "#33-35");
        assert_eq!(write(&[24, 27, 81]), "#24-81");
        assert_eq!(write(&[]), "");
    }

    #[test]
    fn ranges_are_bounded_and_the_last_one_still_ends_at_the_last_frame() {
        let frames: Frames = (0..20_000u64).map(|n| n * 2 + 1).collect();
        assert_eq!(frames.ranges().count(), Frames::MAX_RANGES);
        assert_eq!(frames.last(), Some(39_999));
    }
}
