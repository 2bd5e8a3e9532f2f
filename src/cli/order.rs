//! Finished conversations in stream order, as far as memory allows.

use std::collections::VecDeque;

/// Bytes of finished conversations that wait for earlier ones that are still open, or for the head of the file; past it
/// they come as they close. Some hundreds in JSON, a thousand and more as text, ten thousand rows of a list: memory may not
/// grow by more than 4 MiB with the size of the file.
const MAX_WAITING: usize = 2 << 20;

/// The place of a stream that has nothing to show.
const NOTHING: u32 = u32::MAX;

/// What is rendered and waits for its turn.
pub(super) struct Order<T> {
    /// From the stream whose turn it is on, where each stands in `items`; 0 where nothing came yet, [`NOTHING`] where
    /// nothing will. Other streams may be open by the million, and have four bytes each here.
    waiting: VecDeque<u32>,
    /// The stream whose turn it is.
    next: u64,
    /// Items with what each costs; the first one is none.
    items: Vec<Option<(T, usize)>>,
    /// Places in `items` that are free again.
    free: Vec<u32>,
    bytes: usize,
    /// The bound was passed: the order is that of the closing from here on.
    given_up: bool,
}

impl<T> Order<T> {
    pub(super) fn new() -> Self {
        let (waiting, free) = (VecDeque::new(), Vec::new());
        Order { waiting, next: 0, items: vec![None], free, bytes: 0, given_up: false }
    }

    /// Adds what a stream has to show; `bytes` is what it costs to keep.
    pub(super) fn add(&mut self, stream: u64, item: T, bytes: usize) {
        self.bytes += bytes;
        let item = Some((item, bytes));
        let place = match self.free.pop() {
            Some(place) => {
                if let Some(free) = self.items.get_mut(place as usize) {
                    *free = item;
                }
                place
            }
            None => {
                self.items.push(item);
                u32::try_from(self.items.len() - 1).unwrap_or(0)
            }
        };
        self.wait(stream, place);
    }

    /// A stream has nothing to show: what comes behind it need not wait for it.
    pub(super) fn pass_over(&mut self, stream: u64) {
        // Once the order is that of the closing nothing waits.
        if !self.given_up {
            self.wait(stream, NOTHING);
        }
    }

    fn wait(&mut self, stream: u64, place: u32) {
        if self.waiting.is_empty() && (self.given_up || stream < self.next) {
            self.next = stream;
        }
        while stream < self.next {
            self.waiting.push_front(0);
            self.next -= 1;
        }
        let at = (stream - self.next) as usize;
        if at >= self.waiting.len() {
            self.waiting.resize(at + 1, 0);
        }
        if let Some(waiting) = self.waiting.get_mut(at) {
            *waiting = place;
        }
    }

    /// Whether too much waits for the rest of the file to be read first.
    pub(super) fn is_full(&self) -> bool {
        self.bytes > MAX_WAITING || self.given_up
    }

    /// The next one in turn; out of turn only when too much waits, or at the end (`all`).
    pub(super) fn take(&mut self, all: bool) -> Option<T> {
        loop {
            let place = *self.waiting.front()?;
            if place == 0 && !all && !self.given_up {
                if self.bytes <= MAX_WAITING {
                    return None;
                }
                self.given_up = true;
            }
            self.waiting.pop_front();
            self.next += 1;
            if let Some((item, bytes)) = self.items.get_mut(place as usize).and_then(Option::take) {
                self.free.push(place);
                self.bytes -= bytes;
                return Some(item);
            }
        }
    }

    /// Whether the order was given up.
    pub(super) fn is_given_up(&self) -> bool {
        self.given_up
    }
}

#[cfg(test)]
mod tests {
    use super::{MAX_WAITING, Order};

    #[test]
    fn later_streams_wait_for_earlier_ones() {
        let mut order = Order::new();
        order.add(1, "one", 3);
        assert_eq!(order.take(false), None);
        order.add(0, "zero", 4);
        assert_eq!(
            (order.take(false), order.take(false), order.take(false)),
            (Some("zero"), Some("one"), None)
        );
    }

    #[test]
    fn the_end_of_the_file_gives_what_is_left_in_order() {
        let mut order = Order::new();
        for stream in [7, 3, 9, 0] {
            order.add(stream, stream, 1);
        }
        assert_eq!((order.take(false), order.take(false)), (Some(0), None));
        let rest: Vec<u64> = std::iter::from_fn(|| order.take(true)).collect();
        assert_eq!((rest, order.take(true), order.is_given_up()), (vec![3, 7, 9], None, false));
    }

    #[test]
    fn places_are_used_again() {
        let mut order = Order::new();
        for stream in 0..100 {
            order.add(stream, stream, 1);
            assert_eq!(order.take(false), Some(stream));
        }
        assert_eq!((order.items.len(), order.waiting.len(), order.bytes), (2, 0, 0));
    }

    #[test]
    fn streams_with_nothing_to_show_hold_nothing_up_and_take_no_place() {
        let mut order = Order::new();
        for stream in [1, 3, 0] {
            order.pass_over(stream);
        }
        order.add(4, "four", 1);
        assert_eq!(order.take(false), None);
        order.add(2, "two", 1);
        assert_eq!(
            (order.take(false), order.take(false), order.take(false)),
            (Some("two"), Some("four"), None)
        );
        // The next one's turn has come whatever waits behind it.
        order.pass_over(5);
        order.add(6, "six", 1);
        assert_eq!((order.take(false), order.items.len(), order.waiting.len()), (Some("six"), 3, 0));
    }

    #[test]
    fn once_the_order_is_given_up_streams_with_nothing_to_show_are_forgotten() {
        let mut order = Order::new();
        order.add(5, "five", MAX_WAITING + 1);
        assert_eq!(order.take(false), Some("five"));
        for stream in (0..1000).rev() {
            order.pass_over(stream);
            order.pass_over(1_000_000 + stream);
        }
        assert_eq!(order.waiting.len(), 0);
        order.add(7, "seven", 1);
        assert_eq!((order.take(false), order.take(false)), (Some("seven"), None));
    }

    #[test]
    fn too_much_waiting_gives_the_order_up() {
        let mut order = Order::new();
        order.add(5, "five", MAX_WAITING + 1);
        assert!(order.is_full());
        assert_eq!(order.take(false), Some("five"));
        order.add(1, "one", 3);
        assert_eq!(order.take(false), Some("one"));
        assert!(order.is_given_up());
    }
}
