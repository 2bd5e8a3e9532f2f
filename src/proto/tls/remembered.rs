//! What was worked out from some bytes, for when the same bytes come again: a server shows the same certificates in every
//! connection, and to read and verify them costs more than all else of a short one.

use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::Hash;

/// Results that are remembered of one kind. A school or an office talks to some ten servers at a time; behind these all
/// are forgotten, and worked out again where they come again.
const MAX_REMEMBERED: usize = 64;

/// Results by what decided them, and nothing else may have: the bytes, or a hash of them.
#[derive(Debug)]
pub(super) struct Remembered<K, T>(RefCell<HashMap<K, T>>);

impl<K: Hash + Eq, T: Clone> Remembered<K, T> {
    /// The result for these bytes, worked out where it is not remembered.
    pub fn of(&self, key: K, work_out: impl FnOnce() -> T) -> T {
        let known = self.0.borrow().get(&key).cloned();
        known.unwrap_or_else(|| {
            // Not while it is borrowed: one result may need others of its kind.
            let result = work_out();
            let mut results = self.0.borrow_mut();
            if results.len() >= MAX_REMEMBERED {
                results.clear();
            }
            results.insert(key, result.clone());
            result
        })
    }
}

impl<K, T> Default for Remembered<K, T> {
    fn default() -> Self {
        Remembered(RefCell::default())
    }
}

#[cfg(test)]
mod tests {
    use super::{MAX_REMEMBERED, Remembered};

    #[test]
    fn a_result_is_worked_out_once_and_forgotten_behind_the_bound() {
        let remembered = Remembered::default();
        let mut worked = 0;
        let mut ask = |key: usize| {
            remembered.of(key, || {
                worked += 1;
                key * 2
            })
        };
        assert_eq!([ask(1), ask(1), ask(7), ask(1)], [2, 2, 14, 2]);
        (100..100 + MAX_REMEMBERED).for_each(|key| assert_eq!(ask(key), key * 2));
        assert_eq!(ask(1), 2);
        assert_eq!(worked, 2 + MAX_REMEMBERED + 1);
        assert!(remembered.0.borrow().len() <= MAX_REMEMBERED);
    }
}
