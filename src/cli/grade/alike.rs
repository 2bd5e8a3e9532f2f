//! Captures of several students that hold the same frames: as many, from the same first to the same last nanosecond.

use std::collections::BTreeMap;

use crate::dialogue::{Alike, Student, Time};

/// All of them, in the order of the first student of each.
pub(super) fn find(students: &[Student]) -> Vec<Alike> {
    let mut same: BTreeMap<(u64, Time, Time), Vec<(usize, usize)>> = BTreeMap::new();
    for (index, student) in students.iter().enumerate() {
        for (number, file) in student.files.iter().enumerate() {
            let Some((frames, (first, last))) = file.frames.filter(|frames| *frames > 0).zip(file.times)
            else {
                continue;
            };
            let files = same.entry((frames, first, last)).or_default();
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

    fn student(files: &[(u64, i64, i64)]) -> Student {
        let file = |(frames, first, last): &(u64, i64, i64)| HandedIn {
            frames: Some(*frames),
            times: Some((Time::from(*first), Time::from(*last))),
            ..HandedIn::default()
        };
        Student { files: files.iter().map(file).collect(), ..Student::default() }
    }

    #[test]
    fn alike_is_what_has_the_same_number_of_frames_and_the_same_times() {
        let class = [
            student(&[(5, 1, 9), (7, 1, 9), (7, 1, 9)]),
            student(&[(5, 1, 8), (0, 1, 1)]),
            student(&[(7, 1, 9), (0, 1, 1)]),
            student(&[(5, 1, 9)]),
        ];
        let found: Vec<_> =
            super::find(&class).into_iter().map(|alike| (alike.frames, alike.files)).collect();
        assert_eq!(found, [(5, vec![(0, 0), (3, 0)]), (7, vec![(0, 1), (2, 0)])]);
    }
}
