//! wiretale
#![warn(missing_docs)]
pub mod dialogue;
