//! wiretale
#![warn(missing_docs)]
pub mod analyze;
pub mod capture;
pub mod cli;
pub mod dialogue;
pub mod flow;
pub mod net;
pub mod proto;
