//! wiretale
fn main() {}
