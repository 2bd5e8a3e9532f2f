use super::{Fault, Finding, Frames, Severity};

/// Room for what is kept of a conversation, in whatever its owner counts (bytes, entries). Once something did not fit
/// nothing more does: what is kept is a beginning without holes. What was turned away is counted, for one finding.
#[derive(Clone, Debug)]
pub struct Room {
    size: usize,
    left: usize,
    turned_away: u64,
    first: Option<u64>,
}

impl Room {
    /// Empty room of this size.
    pub fn new(size: usize) -> Self {
        Room { size, left: size, turned_away: 0, first: None }
    }

    /// Takes up `size`; false where it does not fit.
    pub fn take(&mut self, size: usize, frames: &Frames) -> bool {
        if self.turned_away == 0 && size <= self.left {
            self.left -= size;
            return true;
        }
        self.turn_away(frames);
        false
    }

    /// Counts something that was not kept, and where that began.
    pub fn turn_away(&mut self, frames: &Frames) {
        if self.turned_away == 0 {
            self.first = frames.first();
        }
        self.turned_away += 1;
    }

    /// What to say when something was turned away: `limit` and `count`, at the first of it.
    pub fn finding(&self, code: &'static str) -> Option<Finding> {
        (self.turned_away > 0).then(|| {
            Finding::new(code, Severity::Warning, Fault::Wiretale)
                .at(self.first.map(Frames::one).unwrap_or_default())
                .with("limit", self.size)
                .with("count", self.turned_away)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Room;
    use crate::dialogue::{Arg, Frames};

    #[test]
    fn what_does_not_fit_is_counted_and_nothing_fits_behind_it() {
        let mut room = Room::new(10);
        assert!(room.take(10, &Frames::one(3)) && room.finding("smtp.too-many-facts").is_none());
        assert!(!room.take(1, &Frames::one(7)) && !room.take(0, &Frames::one(9)));
        let finding = room.finding("smtp.too-many-facts").unwrap();
        assert_eq!(finding.frames, Frames::one(7));
        assert_eq!(finding.args[..], [("limit", Arg::Number(10)), ("count", Arg::Number(2))]);
    }
}
