//! Finished conversations in stream order, as far as memory allows.

use std::collections::BTreeMap;

/// Bytes of finished conversations that wait for earlier ones that are still open, or for the head of the file; past it
/// they come as they close. Some hundreds in JSON, a thousand and more as text, ten thousand rows of a list: memory may not
/// grow by more than 4 MiB with the size of the file.
const MAX_WAITING: usize = 2 << 20;

/// What is rendered and waits for its turn.
#[derive(Default)]
pub(super) struct Order<T> {
    waiting: BTreeMap<u64, (T, usize)>,
    /// The stream whose turn it is.
    next: u64,
    bytes: usize,
    /// The bound was passed: the order is that of the closing from here on.
    given_up: bool,
}

impl<T> Order<T> {
    pub(super) fn new() -> Self {
        Order { waiting: BTreeMap::new(), next: 0, bytes: 0, given_up: false }
    }

    /// Adds what a stream has to show; `bytes` is what it costs to keep.
    pub(super) fn add(&mut self, stream: u64, item: T, bytes: usize) {
        self.bytes += bytes;
        self.waiting.insert(stream, (item, bytes));
    }

    /// Whether too much waits for the rest of the file to be read first.
    pub(super) fn is_full(&self) -> bool {
        self.bytes > MAX_WAITING || self.given_up
    }

    /// The next one in turn; out of turn only when too much waits, or at the end (`all`).
    pub(super) fn take(&mut self, all: bool) -> Option<T> {
        let (&stream, _) = self.waiting.first_key_value()?;
        let in_turn = stream <= self.next || all || self.given_up;
        if !in_turn {
            if self.bytes <= MAX_WAITING {
                return None;
            }
            self.given_up = true;
        }
        let (_, (item, bytes)) = self.waiting.pop_first()?;
        self.bytes -= bytes;
        self.next = stream + 1;
        Some(item)
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
