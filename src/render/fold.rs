//! Long runs of the same: a thousand recipients are a list to be counted, not to be read.

use std::ops::Range;

use crate::dialogue::{Mark, Step};

/// Steps of a run that are shown before the fold.
const SHOWN: usize = 8;
/// Steps that must be saved for a fold to be worth its row.
const WORTH: usize = 16;

/// The steps to be left out, as ranges: the middle of every run in which lines of one kind, or commands and their
/// replies in turn, follow each other with the same explanations. What differs, as a refusal does, ends the run.
pub(super) fn folds(steps: &[Step]) -> Vec<Range<usize>> {
    let mut folds = Vec::new();
    if steps.len() < SHOWN + WORTH {
        return folds;
    }
    let mut at = 0;
    while at < steps.len() {
        let (end, period) =
            [2, 1].map(|period| (run(steps, at, period), period)).into_iter().max().unwrap_or((at, 1));
        let middle = at + SHOWN..end.saturating_sub(period);
        if middle.len() >= WORTH {
            folds.push(middle);
            at = end;
        } else {
            // Within a run that is too short no other begins, but its end may belong to the next.
            at = end.saturating_sub(1).max(at + 1);
        }
    }
    folds
}

/// Where the run ends that begins here and repeats itself after `period` steps.
fn run(steps: &[Step], from: usize, period: usize) -> usize {
    let mut end = from;
    while let Some(step) = steps.get(end) {
        let alike = match end.checked_sub(period).filter(|&before| before >= from) {
            Some(before) => steps.get(before).is_some_and(|before| same(before, step)),
            None => true,
        };
        if !plain(step) || !alike {
            break;
        }
        end += 1;
    }
    end
}

/// A line on a row of its own.
fn plain(step: &Step) -> bool {
    step.mark == Mark::Quoted && step.lines.len() == 1 && !step.joined && step.typing.is_none()
}

fn same(one: &Step, other: &Step) -> bool {
    one.kind == other.kind
        && one.side == other.side
        && one.notes.len() == other.notes.len()
        && one.notes.iter().zip(&other.notes).all(|(one, other)| one.key == other.key)
}

#[cfg(test)]
mod tests {
    use crate::dialogue::{Mark, Note, Side, Step};

    fn line(side: Side, kind: &'static str, note: &'static str) -> Step {
        let mut step = Step::new("smtp", kind, Some(side), Mark::Quoted).noted(Note::new(note));
        step.lines = ["x".to_owned()].into();
        step
    }

    /// Where folds begin and end.
    fn folds(steps: &[Step]) -> Vec<(usize, usize)> {
        super::folds(steps).into_iter().map(|fold| (fold.start, fold.end)).collect()
    }

    fn pairs(count: usize) -> Vec<Step> {
        let pair = || [line(Side::Client, "smtp.command.rcpt", "a"), line(Side::Server, "smtp.reply", "b")];
        (0..count).flat_map(|_| pair()).collect()
    }

    #[test]
    fn long_runs_are_folded_in_their_middle_and_short_ones_are_not() {
        assert_eq!(folds(&pairs(1000)), [(8, 1998)]);
        assert_eq!(folds(&pairs(13)), [(8, 24)]);
        assert!(folds(&pairs(12)).is_empty());
        let replies: Vec<Step> =
            pairs(100).into_iter().filter(|step| step.side == Some(Side::Server)).collect();
        assert_eq!(folds(&replies), [(8, 98)]);
    }

    #[test]
    fn what_differs_stays_visible() {
        let mut steps = pairs(100);
        steps[101].notes = [Note::new("refused")].into();
        assert_eq!(folds(&steps), [(8, 99), (110, 198)]);
        let mut other = pairs(100);
        other[50].kind = "smtp.command.noop";
        assert!(super::folds(&other).iter().all(|fold| !fold.contains(&50)));
        let mut described = pairs(100);
        described[50].mark = Mark::Described;
        assert!(super::folds(&described).iter().all(|fold| !fold.contains(&50)));
    }
}
