//! What the fuzzer found interesting goes through its targets again in every test run.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

#[path = "fuzz/bodies.rs"]
mod bodies;

/// Runs a target over its corpus; the name of the file at fault comes with the panic.
fn replay(target: &str, body: fn(&[u8])) {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus").join(target);
    let mut inputs: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    inputs.sort();
    assert!(!inputs.is_empty(), "no corpus of {target}");
    for path in inputs {
        let data = std::fs::read(&path).unwrap();
        if let Err(panic) = std::panic::catch_unwind(|| body(&data)) {
            eprintln!("the input is {}", path.display());
            std::panic::resume_unwind(panic);
        }
    }
    body(&[]);
}

macro_rules! targets {
    ($($target:ident)*) => { $(
        #[test]
        fn $target() {
            replay(stringify!($target), bodies::$target);
        }
    )* };
}

targets! { capture net flow smtp pop3 tls http mail whole dialogue }

/// The targets of `cargo fuzz` are those that are replayed here.
#[test]
fn every_target_has_its_body_and_its_corpus() {
    let manifest = include_str!("fuzz/Cargo.toml");
    assert_eq!(manifest.matches("[[bin]]").count(), 10);
}
