//! What checks make of an item.

use crate::dialogue::{Checked, MarkState, Score};

use super::rubric::{Credit, RubricItem};

/// Points as they are printed: two decimals.
pub(super) fn rounded(points: f64) -> f64 {
    (points * 100.0).round() / 100.0
}

/// The score of an item from those of its checks, of which each has its own points.
pub(super) fn score(item: &RubricItem, mut checks: Vec<Checked>) -> Score {
    let passed = checks.iter().all(|check| check.state == MarkState::Passed);
    let points = match item.credit {
        Credit::Sum => checks.iter().map(|check| check.points).sum(),
        Credit::All if passed => item.item.points,
        Credit::All => 0.0,
        Credit::Best => checks.iter().map(|check| check.points).fold(0.0, f64::max),
    };
    let points = rounded(points.min(item.item.points));
    let any = |state: MarkState| checks.iter().any(|check| check.state == state);
    let state = if points >= rounded(item.item.points) {
        MarkState::Passed
    } else if points > 0.0 {
        MarkState::Partial
    } else if any(MarkState::Undecided) && (item.credit != Credit::All || !any(MarkState::Failed)) {
        MarkState::Undecided
    } else {
        MarkState::Failed
    };
    for check in &mut checks {
        check.points = rounded(check.points);
    }
    Score { state, points, missing: Vec::new(), checks }
}

/// Leaves out the items that need others which were not reached; what is undecided is not held against those that follow.
pub(super) fn skip(items: &[RubricItem], scores: &mut [Score]) {
    // What an item needs may stand behind it, and need others itself.
    for _ in 0..items.len() {
        let mut more = false;
        for (index, item) in items.iter().enumerate() {
            let missing: Vec<String> = item
                .item
                .needs
                .iter()
                .filter(|need| {
                    let place = items.iter().position(|other| other.item.id == **need);
                    let state = place.and_then(|place| scores.get(place)).map(|score| score.state);
                    matches!(state, Some(MarkState::Failed | MarkState::Skipped))
                })
                .cloned()
                .collect();
            if let (false, Some(score)) = (missing.is_empty(), scores.get_mut(index)) {
                more |= score.missing != missing;
                score.state = MarkState::Skipped;
                score.points = 0.0;
                score.missing = missing;
                for check in &mut score.checks {
                    check.state = MarkState::Skipped;
                    check.points = 0.0;
                }
            }
        }
        if !more {
            break;
        }
    }
}
