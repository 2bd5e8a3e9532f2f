//! How much work was done, counted instead of timed, so that a test can bound it whatever machine it runs on.
//!
//! A unit is a byte handed to a probe or a session, a byte moved, or an element of a list visited. Counted in builds with
//! debug assertions only; elsewhere [`add`] is nothing.

use std::cell::Cell;

thread_local! {
    static DONE: Cell<u64> = const { Cell::new(0) };
}

/// Counts work of the calling thread.
#[inline]
pub fn add(units: usize) {
    if cfg!(debug_assertions) {
        DONE.with(|done| done.set(done.get().saturating_add(units as u64)));
    }
}

/// The work since the last call, on the calling thread.
pub fn take() -> u64 {
    DONE.with(Cell::take)
}
