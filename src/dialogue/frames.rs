use std::fmt;

use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};
use smallvec::SmallVec;

use super::write_digits;

/// Wireshark frame numbers (counted from 1) as ranges, ascending and without overlap.
///
/// Nearly every line is carried by one frame, so one range is kept without a heap allocation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frames {
    ranges: SmallVec<[(u64, u64); 1]>,
}

impl Frames {
    /// Ranges kept for one step. A line typed key by key needs one per key; what comes after these is merged
    /// into the last range, so memory stays bounded on a capture made of one-byte segments.
    pub const MAX_RANGES: usize = 4096;

    /// One frame.
    pub fn one(frame: u64) -> Self {
        Frames { ranges: [(frame, frame)].into() }
    }

    /// Adds a frame; one that is there already changes nothing.
    pub fn add(&mut self, frame: u64) {
        let full = self.is_full();
        let Some(last) = self.ranges.last_mut() else {
            self.ranges.push((frame, frame));
            return;
        };
        if frame == last.1 {
            // The usual case while one frame's bytes are taken line by line.
        } else if frame > last.1 {
            if full || frame == last.1.saturating_add(1) {
                last.1 = frame;
            } else {
                self.ranges.push((frame, frame));
            }
        } else if frame < last.0 {
            self.insert_earlier(frame);
        }
    }

    /// A frame before the last range, as captures out of order have it.
    fn insert_earlier(&mut self, frame: u64) {
        let at = self.ranges.partition_point(|range| range.0 <= frame);
        let (before, after) = self.ranges.split_at_mut(at);
        let before = before.last_mut();
        if before.as_ref().is_some_and(|before| frame <= before.1) {
            return;
        }
        let before = before.filter(|range| range.1 + 1 == frame);
        let after = after.first_mut().filter(|range| range.0 == frame + 1);
        match (before, after) {
            (Some(before), Some(after)) => {
                before.1 = after.1;
                self.ranges.remove(at);
            }
            (Some(before), None) => before.1 = frame,
            (None, Some(after)) => after.0 = frame,
            (None, None) => {
                self.ranges.insert(at, (frame, frame));
                self.shorten();
            }
        }
    }

    /// Keeps the bound: the last two ranges become one.
    fn shorten(&mut self) {
        if self.ranges.len() <= Self::MAX_RANGES {
            return;
        }
        if let Some((last, before)) = self.ranges.pop().zip(self.ranges.last_mut()) {
            before.1 = last.1;
        }
    }

    /// Adds every frame of `other`. Its ranges are taken as they are: one may span a whole capture.
    pub fn extend(&mut self, other: &Frames) {
        match other.ranges.as_slice() {
            [] => return,
            [(frame, last)] if frame == last => return self.add(*frame),
            _ if self.is_empty() => return self.clone_from(other),
            _ => {}
        }
        // The usual case: what comes later in the capture is added later.
        if self.last() < other.first() {
            return other.ranges().for_each(|range| self.append(range));
        }
        let mut all: Vec<(u64, u64)> = self.ranges().chain(other.ranges()).collect();
        all.sort_unstable();
        self.ranges.clear();
        all.into_iter().for_each(|range| self.append(range));
    }

    /// A range that begins no earlier than the last one.
    fn append(&mut self, range: (u64, u64)) {
        let full = self.is_full();
        match self.ranges.last_mut() {
            Some(last) if full || range.0 <= last.1.saturating_add(1) => last.1 = last.1.max(range.1),
            _ => self.ranges.push(range),
        }
    }

    /// Whether `frame` is among them.
    pub fn contains(&self, frame: u64) -> bool {
        let at = self.ranges.partition_point(|range| range.0 <= frame);
        let range = at.checked_sub(1).and_then(|at| self.ranges.get(at));
        range.is_some_and(|(from, to)| (from..=to).contains(&&frame))
    }

    /// Whether there were so many ranges that the last one may be of several.
    pub fn is_full(&self) -> bool {
        self.ranges.len() >= Self::MAX_RANGES
    }

    /// The ranges, ascending, both ends included.
    pub fn ranges(&self) -> impl Iterator<Item = (u64, u64)> + '_ {
        self.ranges.iter().copied()
    }

    /// The lowest frame.
    pub fn first(&self) -> Option<u64> {
        self.ranges.first().map(|range| range.0)
    }

    /// The highest frame.
    pub fn last(&self) -> Option<u64> {
        self.ranges.last().map(|range| range.1)
    }

    /// How many frames.
    pub fn count(&self) -> u64 {
        self.ranges().map(|(from, to)| to - from + 1).sum()
    }

    /// `#29`, `#31,32`, `#33-35`: one frame, two frames, or the first and last of several.
    pub fn text(&self) -> String {
        let mut text = String::with_capacity(16);
        self.write(&mut text);
        text
    }

    /// The same, behind a text.
    pub fn write(&self, out: &mut String) {
        if let (Some(first), Some(last)) = (self.first(), self.last()) {
            out.push('#');
            write_digits(out, first, 1);
            if last > first {
                out.push(if self.count() == 2 { ',' } else { '-' });
                write_digits(out, last, 1);
            }
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ranges.is_empty()
    }
}

impl fmt::Display for Frames {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
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
    use std::collections::BTreeSet;

    use proptest::prelude::*;

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
        assert!(
            frames.is_full()
                && !frames.ranges().take(4000).map(|range| range.0).collect::<Frames>().is_full()
        );
    }

    #[test]
    fn frames_in_descending_order_are_bounded_too() {
        let frames: Frames = (0..20_000u64).rev().map(|n| n * 2 + 1).collect();
        assert_eq!(frames.ranges().count(), Frames::MAX_RANGES);
        assert_eq!((frames.first(), frames.last()), (Some(1), Some(39_999)));
        assert!(frames.contains(1) && !frames.contains(2) && frames.contains(39_998));
    }

    #[test]
    fn a_range_over_a_whole_capture_is_added_as_a_range() {
        let wide = Frames { ranges: [(7, u64::MAX - 1)].into() };
        let mut frames: Frames = [1, 5, 9].into_iter().collect();
        frames.extend(&wide);
        assert_eq!(frames.ranges().collect::<Vec<_>>(), [(1, 1), (5, 5), (7, u64::MAX - 1)]);
    }

    proptest! {
        #[test]
        fn any_order_and_any_parts_give_the_same_frames(
            frames in prop::collection::vec(1u64..60, 0..40),
            split in any::<prop::sample::Index>(),
        ) {
            let set: BTreeSet<u64> = frames.iter().copied().collect();
            let all: Frames = frames.iter().copied().collect();
            let (one, other) = frames.split_at(split.index(frames.len() + 1));
            let mut extended: Frames = one.iter().copied().collect();
            extended.extend(&other.iter().copied().collect());
            prop_assert_eq!(&all, &extended);
            prop_assert_eq!(all.ranges().flat_map(|(from, to)| from..=to).collect::<BTreeSet<_>>(), set.clone());
            prop_assert!((0..70).all(|frame| all.contains(frame) == set.contains(&frame)));
        }
    }
}
