use std::collections::VecDeque;

use crate::dialogue::{Finding, Frames, Room};

/// Commands that wait for their replies, in order. Of those beyond the bound only the number is kept, at its place: their
/// replies are paired with nothing, and what comes behind is still paired right.
#[derive(Debug)]
pub struct Waiting<T> {
    queue: VecDeque<Slot<T>>,
    limit: usize,
    beyond: Room,
}

#[derive(Debug)]
enum Slot<T> {
    One(T),
    Uncounted(u64),
}

impl<T> Waiting<T> {
    /// An empty queue of at most `limit` commands.
    pub fn new(limit: usize) -> Self {
        Waiting { queue: VecDeque::new(), limit, beyond: Room::new(limit) }
    }

    /// A command. One whose reply decides what follows (`decides`) is kept beyond the bound, too: until that reply no
    /// other command is taken, so there is one of them at most.
    pub fn push(&mut self, command: T, decides: bool, frames: &Frames) {
        if self.queue.len() < self.limit || decides {
            self.queue.push_back(Slot::One(command));
            return;
        }
        self.beyond.turn_away(frames);
        match self.queue.back_mut() {
            Some(Slot::Uncounted(commands)) => *commands += 1,
            _ => self.queue.push_back(Slot::Uncounted(1)),
        }
    }

    /// The command that the next reply answers; `None` where none waits or it was not kept.
    pub fn answered(&mut self) -> Option<T> {
        match self.queue.pop_front()? {
            Slot::One(command) => Some(command),
            Slot::Uncounted(commands) => {
                if commands > 1 {
                    self.queue.push_front(Slot::Uncounted(commands - 1));
                }
                None
            }
        }
    }

    /// Whether none waits.
    pub fn is_empty(&self) -> bool {
        self.queue.is_empty()
    }

    /// Those that are kept.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.queue.iter().filter_map(|slot| match slot {
            Slot::One(command) => Some(command),
            Slot::Uncounted(_) => None,
        })
    }

    /// The last one, when it is kept.
    pub fn last_mut(&mut self) -> Option<&mut T> {
        match self.queue.back_mut()? {
            Slot::One(command) => Some(command),
            Slot::Uncounted(_) => None,
        }
    }

    /// None waits any longer: gives those that were kept.
    pub fn give_up(&mut self) -> impl DoubleEndedIterator<Item = T> {
        std::mem::take(&mut self.queue).into_iter().filter_map(|slot| match slot {
            Slot::One(command) => Some(command),
            Slot::Uncounted(_) => None,
        })
    }

    /// What to say when the bound was met.
    pub fn finding(&self, code: &'static str) -> Option<Finding> {
        self.beyond.finding(code)
    }
}

#[cfg(test)]
mod tests {
    use super::Waiting;
    use crate::dialogue::Frames;

    #[test]
    fn replies_behind_the_bound_are_still_paired_with_their_commands() {
        let mut waiting = Waiting::new(2);
        for command in 1..=5 {
            waiting.push(command, false, &Frames::one(command));
        }
        assert_eq!((waiting.answered(), waiting.answered()), (Some(1), Some(2)));
        // There is room again, but three that were not kept stand before it.
        waiting.push(6, false, &Frames::one(6));
        waiting.push(7, true, &Frames::one(7));
        let replies: Vec<Option<u64>> = (0..5).map(|_| waiting.answered()).collect();
        assert_eq!(replies, [None, None, None, Some(6), Some(7)]);
        assert!(waiting.is_empty());
        assert_eq!(waiting.finding("smtp.too-many-waiting").unwrap().frames, Frames::one(3));
    }
}
