//! The table of layers, enforced: who may name whom, which folder may name which crate, and what files are called.
//!
//! Uses are read from the text of `src/` (`crate::x` paths, `use x::…`, `x::…`), comments and strings left out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod support;

use std::collections::BTreeSet;

/// The pipeline from left to right, and what each folder may name of the others.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("dialogue", &[]),
    ("capture", &["dialogue"]),
    ("net", &["dialogue"]),
    ("flow", &["dialogue", "net"]),
    ("proto", &["dialogue"]),
    ("analyze", &["dialogue", "capture", "net", "flow", "proto"]),
    ("annotate", &["dialogue", "proto", "analyze"]),
    ("grade", &["dialogue", "proto", "analyze", "annotate"]),
    ("render", &["dialogue", "proto", "annotate"]),
    ("cli", &["dialogue", "capture", "proto", "analyze", "annotate", "grade", "render"]),
];

/// Crates that only some folders may name.
const ONLY: &[(&str, &[&str])] = &[
    ("pcap_parser", &["capture"]),
    ("flate2", &["capture", "cli/submissions", "proto/tls"]),
    ("ruzstd", &["capture", "proto/tls"]),
    ("etherparse", &["net"]),
    ("foldhash", &["flow", "annotate"]),
    ("itoa", &["dialogue"]),
    ("smallvec", &["dialogue"]),
    ("hashbrown", &["flow"]),
    ("nom", &["proto"]),
    ("tls_parser", &["proto/tls"]),
    ("x509_parser", &["proto/tls"]),
    ("aes", &["proto/tls"]),
    ("aes_gcm", &["proto/tls"]),
    ("aria", &["proto/tls"]),
    ("camellia", &["proto/tls"]),
    ("cbc", &["proto/tls"]),
    ("ccm", &["proto/tls"]),
    ("chacha20poly1305", &["proto/tls"]),
    ("des", &["proto/tls"]),
    ("ed25519_dalek", &["proto/tls"]),
    ("hkdf", &["proto/tls"]),
    ("p256", &["proto/tls"]),
    ("p384", &["proto/tls"]),
    ("p521", &["proto/tls"]),
    ("rc4", &["proto/tls"]),
    ("rsa", &["proto/tls"]),
    ("sha1", &["proto/tls"]),
    ("chardetng", &["proto/mail"]),
    ("encoding_rs", &["cli/submissions", "proto/mail"]),
    ("sha2", &["proto/mail", "proto/sasl", "proto/tls"]),
    ("hmac", &["proto/sasl", "proto/tls"]),
    ("md5", &["proto/sasl", "proto/tls"]),
    ("base64", &["proto"]),
    ("fluent_bundle", &["annotate"]),
    ("fluent_syntax", &["annotate"]),
    ("comfy_table", &["render"]),
    ("unicode_width", &["render"]),
    ("askama", &["render"]),
    ("serde_json", &["render"]),
    ("cel", &["grade"]),
    ("strsim", &["grade"]),
    ("toml", &["grade"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("indicatif", &["cli"]),
    ("anyhow", &["cli"]),
    ("csv", &["cli/submissions"]),
    ("zip", &["cli/submissions"]),
    ("terminal_size", &["cli"]),
];

/// Words that a folder may not have in its code: protocols in what knows none of them, the terminal and the file system
/// in what only computes.
const NEVER: &[(&str, &[&str])] = &[
    ("net", &["smtp", "pop3", "tls::", "std::fs", "std::io"]),
    ("flow", &["smtp", "pop3", "tls::", "std::fs", "std::io"]),
    ("capture", &["std::fs", "println!", "smtp", "pop3"]),
    ("dialogue", &["std::fs", "std::io", "println!"]),
    ("proto", &["std::fs", "std::io", "println!", "std::env", "Lang::"]),
    ("analyze", &["println!", "std::fs", "std::env", "Lang::"]),
    ("annotate", &["println!", "std::fs", "std::env"]),
    ("render", &["println!", "std::fs", "std::env", "smtp::", "pop3::", "tls::"]),
];

/// What is allowed all the same, and why: file, word, reason.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    ("analyze/mod.rs", "std::io", "takes a reader"),
    ("proto/tls/tests", "fluent_bundle", "reads the folder's own texts to see that they parse"),
    ("proto/tls/tests", "serde_json", "looks at facts as JSON has them"),
    ("proto/http/tests", "serde_json", "looks at facts as JSON has them"),
    ("annotate/tests.rs", "render", "the headings' keys are compared too"),
    ("annotate/tests.rs", "grade", "and those of checks"),
];

struct Source {
    /// `proto/tls/wire.rs`
    name: String,
    code: String,
}

impl Source {
    fn folder(&self) -> &str {
        self.name.split('/').next().unwrap()
    }

    fn is_excepted(&self, word: &str) -> bool {
        EXCEPTIONS.iter().any(|(file, excepted, _)| self.name.starts_with(file) && *excepted == word)
    }
}

fn sources() -> Vec<Source> {
    let sources: Vec<Source> = support::files("src", &[".rs"])
        .into_iter()
        .map(|(name, path)| Source { name, code: code(&std::fs::read_to_string(path).unwrap()) })
        .collect();
    assert!(sources.len() > 50, "src/ was not found");
    sources
}

/// The text without comments and strings, so that words in them are no uses.
fn code(text: &str) -> String {
    let mut code = String::new();
    for line in text.lines() {
        let mut string = false;
        let mut before = ' ';
        let mut characters = line.chars().peekable();
        while let Some(character) = characters.next() {
            match character {
                '/' if !string && characters.peek() == Some(&'/') => break,
                '"' if before != '\\' && before != '\'' => string = !string,
                _ if !string => code.push(character),
                _ => {}
            }
            before = if before == '\\' && character == '\\' { ' ' } else { character };
        }
        code.push('\n');
    }
    code
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// Whether `word` stands in the code as a path's beginning: `word::`, not inside another word or path.
fn names_crate(code: &str, word: &str) -> bool {
    code.match_indices(word).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let behind = &code[at + word.len()..];
        !before.is_some_and(|character| is_word(character) || character == ':') && behind.starts_with("::")
            || code[..at].ends_with("use ") && behind.starts_with(';')
    })
}

/// The folders named as `crate::folder`, also in `use crate::{a, b}`.
fn folders_named(code: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        if code[..at].chars().next_back().is_some_and(is_word) {
            continue;
        }
        let behind = &code[at + "crate::".len()..];
        let list = match behind.strip_prefix('{') {
            Some(list) => list.split('}').next().unwrap_or(""),
            None => behind.split(|character| !is_word(character)).next().unwrap_or(""),
        };
        for name in list.split(',') {
            let name = name.trim().split("::").next().unwrap_or("").trim();
            found.insert(name.to_owned());
        }
    }
    found
}

#[test]
fn folders_name_only_what_the_table_allows() {
    let mut wrong = Vec::new();
    for source in sources() {
        if !source.name.contains('/') {
            continue;
        }
        let Some((_, allowed)) = MAY_NAME.iter().find(|(folder, _)| *folder == source.folder()) else {
            wrong.push(format!("src/{}: its folder is not in the table", source.name));
            continue;
        };
        for named in folders_named(&source.code) {
            let known = MAY_NAME.iter().any(|(folder, _)| *folder == named);
            let own = named == source.folder();
            if known && !own && !allowed.contains(&named.as_str()) && !source.is_excepted(&named) {
                wrong.push(format!("src/{} names crate::{named}", source.name));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn crates_are_named_in_their_folder_only() {
    let mut wrong = Vec::new();
    for source in sources() {
        for (name, folders) in ONLY {
            let at_home = folders.iter().any(|folder| source.name.starts_with(&format!("{folder}/")));
            if !at_home && names_crate(&source.code, name) && !source.is_excepted(name) {
                wrong.push(format!(
                    "src/{} names {name}, which belongs to {}",
                    source.name,
                    folders.join(", ")
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn dependencies_are_all_in_the_table() {
    /// Named anywhere: they are about no layer.
    const ANYWHERE: &[&str] = &["serde", "erased_serde", "thiserror", "memchr", "unic_langid"];
    let manifest: toml::Table =
        std::fs::read_to_string(support::project("Cargo.toml")).unwrap().parse().unwrap();
    let dependencies = manifest["dependencies"].as_table().unwrap();
    for name in dependencies.keys().map(|name| name.replace('-', "_")) {
        let known = ONLY.iter().any(|(known, _)| *known == name) || ANYWHERE.contains(&name.as_str());
        assert!(known, "{name}: say in the table which folder may name it");
    }
}

#[test]
fn folders_know_nothing_of_what_is_not_theirs() {
    let mut wrong = Vec::new();
    for source in sources() {
        for (folder, words) in NEVER {
            if source.folder() != *folder || source.name.contains("test") {
                continue;
            }
            for word in *words {
                if source.code.contains(word) && !source.is_excepted(word) {
                    wrong.push(format!("src/{} has {word}", source.name));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn a_nom_7_type_stays_in_one_file_per_parser() {
    for (name, most) in [("tls_parser", 1), ("x509_parser", 1), ("pcap_parser", 2)] {
        let files: Vec<String> = sources()
            .into_iter()
            .filter(|source| names_crate(&source.code, name))
            .map(|source| source.name)
            .collect();
        assert!(files.len() <= most, "{name} is named in {files:?}");
    }
}

#[test]
fn every_protocol_has_the_same_files() {
    for protocol in wiretale::proto::PROTOCOLS {
        let folder = support::project("src/proto").join(protocol.id);
        for file in
            ["mod.rs", "wire.rs", "session.rs", "facts.rs", "text/zh.ftl", "text/en.ftl", "text/ja.ftl"]
        {
            assert!(folder.join(file).is_file(), "{}/{file} is missing", protocol.id);
        }
    }
}

#[test]
fn exceptions_are_still_needed() {
    let sources = sources();
    for (file, word, why) in EXCEPTIONS {
        let used = sources.iter().any(|source| {
            source.name.starts_with(file)
                && (source.code.contains(&format!("{word}::")) || folders_named(&source.code).contains(*word))
        });
        assert!(used, "{file} does not name {word} any more ({why}): strike it from the table");
    }
}

#[test]
fn no_file_is_named_after_nothing() {
    for folder in ["src", "tests"] {
        for (name, _) in support::files(folder, &[".rs"]) {
            for empty in ["utils", "util", "common", "manager", "helpers", "misc"] {
                let stem = name.trim_end_matches(".rs");
                assert!(!stem.split('/').any(|part| part == empty), "{folder}/{name} says nothing");
            }
        }
    }
}
