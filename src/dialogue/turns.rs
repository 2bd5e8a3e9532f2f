//! Who let whom wait: the time from the last byte of one side's turn to the first byte of the other's.

use serde::Serialize;

use super::{Conversation, Mark, Side, Step, Time};

/// How long each side took for its turns, in nanoseconds, as the capture saw it: the network between the capture and that
/// side is in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Waits {
    /// From the server's last byte to the client's next one: a person or program thinks.
    pub client: i64,
    /// From the client's last byte to the server's next one: the server works.
    pub server: i64,
}

/// Follows the steps of a conversation in their order.
#[derive(Clone, Copy, Debug, Default)]
pub struct Turns {
    last: Option<(Side, Time)>,
    /// The sums so far.
    pub sums: Waits,
}

impl Turns {
    /// How long the step's side took, where a turn begins with it; `None` for what continues a turn, and where it cannot
    /// be told because bytes are missing or both sides spoke at once.
    pub fn next(&mut self, step: &Step) -> Option<i64> {
        if step.mark == Mark::Event {
            return None;
        }
        let (Some(side), Some(begun)) = (step.side, step.time) else {
            self.last = None;
            return None;
        };
        let before = self.last.replace((side, step.until.unwrap_or(begun)));
        let waited = begun.nanos_since(before.filter(|before| before.0 != side)?.1);
        // A capture out of order, or commands sent ahead of the replies: nobody waited.
        let waited = Some(waited).filter(|&waited| waited >= 0)?;
        match side {
            Side::Client => self.sums.client = self.sums.client.saturating_add(waited),
            Side::Server => self.sums.server = self.sums.server.saturating_add(waited),
        }
        Some(waited)
    }
}

impl Conversation {
    /// The sums over all turns.
    pub fn waits(&self) -> Waits {
        let mut turns = Turns::default();
        for step in &self.steps {
            turns.next(step);
        }
        turns.sums
    }
}

#[cfg(test)]
mod tests {
    use super::{Turns, Waits};
    use crate::dialogue::{Mark, Side, Step, Time};

    fn step(side: Option<Side>, mark: Mark, from: i128, until: i128) -> Step {
        let mut step = Step::new("smtp", "smtp.reply", side, mark);
        step.time = Some(Time::from_nanos(from));
        step.until = Some(Time::from_nanos(until));
        step
    }

    /// A damaged file has times centuries apart.
    #[test]
    fn sums_of_impossible_times_stay_at_the_end_of_the_range() {
        let mut turns = Turns::default();
        for _ in 0..3 {
            for (side, time) in [(Side::Client, i128::MIN), (Side::Server, i128::MAX)] {
                turns.next(&step(Some(side), Mark::Quoted, time, time));
            }
        }
        assert_eq!(turns.sums, Waits { client: 0, server: i64::MAX });
    }

    #[test]
    fn a_turn_is_waited_for_from_the_end_of_the_one_before() {
        let (client, server) = (Some(Side::Client), Some(Side::Server));
        let mut missing = step(client, Mark::Missing, 0, 0);
        missing.time = None;
        let steps = [
            (step(None, Mark::Event, 0, 0), None),
            (step(server, Mark::Quoted, 10, 10), None),
            // Typed from 30 to 90.
            (step(client, Mark::Quoted, 30, 90), Some(20)),
            (step(server, Mark::Quoted, 100, 100), Some(10)),
            // The same turn goes on.
            (step(server, Mark::Quoted, 105, 105), None),
            (step(client, Mark::Quoted, 106, 106), Some(1)),
            (missing, None),
            (step(server, Mark::Quoted, 200, 200), None),
            // Sent before the reply came.
            (step(client, Mark::Quoted, 150, 150), None),
        ];
        let mut turns = Turns::default();
        for (at, (step, waited)) in steps.iter().enumerate() {
            assert_eq!(turns.next(step), *waited, "step {at}");
        }
        assert_eq!(turns.sums, Waits { client: 21, server: 10 });
    }
}
