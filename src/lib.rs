//! Rebuilds the SMTP, POP3 and TLS-handshake dialogues of packet captures and explains them.
#![warn(missing_docs)]

pub mod analyze;
pub mod annotate;
pub mod capture;
pub mod cli;
pub mod dialogue;
pub mod flow;
pub mod grade;
pub mod net;
pub mod proto;
pub mod render;
#[doc(hidden)]
pub mod work;

pub use analyze::{Limits, Out, analyze, analyze_within};
