//! Captures of several students that hold the same frames: as many, from the same first to the same last nanosecond, with
//! the same conversations. A capture without a conversation is like many others.

use std::collections::BTreeMap;

use crate::dialogue::{Alike, Student, Time};

/// Frames, what is said in them, and the times of the first and the last.
type Key = (u64, u64, Time, Time);

/// All of them, in the order of the first student of each.
pub(super) fn find(students: &[Student]) -> Vec<Alike> {
    let mut same: BTreeMap<Key, Vec<(usize, usize)>> = BTreeMap::new();
    for (index, student) in students.iter().enumerate() {
        for (number, file) in student.files.iter().enumerate() {
            let Some((frames, (first, last))) = file.frames.zip(file.times) else { continue };
            if file.conversations.0 == 0 {
                continue;
            }
            let files = same.entry((frames, file.print, first, last)).or_default();
            // A student may hand in a capture twice.
            if files.last().is_none_or(|(other, _)| *other != index) {
                files.push((index, number));
            }
        }
    }
    let several = same.into_iter().filter(|(_, files)| files.len() > 1);
    let mut found: Vec<Alike> = several.map(|((frames, ..), files)| Alike { files, frames }).collect();
    found.sort_by(|one, other| one.files.cmp(&other.files));
    found
}

#[cfg(test)]
mod tests {
    use crate::dialogue::{HandedIn, Student, Time};

    fn student(files: &[(u64, u64, i64)]) -> Student {
        let file = |(frames, print, last): &(u64, u64, i64)| HandedIn {
            frames: Some(*frames),
            print: *print,
            conversations: (*print, 0),
            times: Some((Time::from(1), Time::from(*last))),
            ..HandedIn::default()
        };
        Student { files: files.iter().map(file).collect(), ..Student::default() }
    }

    #[test]
    fn alike_is_what_has_the_same_frames_times_and_conversations() {
        let class = [
            student(&[(5, 1, 9), (7, 1, 9), (7, 1, 9)]),
            student(&[(5, 1, 8), (3, 0, 3)]),
            student(&[(7, 1, 9), (3, 0, 3)]),
            student(&[(5, 1, 9), (7, 2, 9)]),
        ];
        let found: Vec<_> =
            super::find(&class).into_iter().map(|alike| (alike.frames, alike.files)).collect();
        assert_eq!(found, [(5, vec![(0, 0), (3, 0)]), (7, vec![(0, 1), (2, 0)])]);
    }
}
