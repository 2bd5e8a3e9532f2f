//! `wiretale report`: the page as a file. How it behaves in a browser is in tests/page.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod support;

use std::process::{Command, Output};

use base64::Engine;
use scraper::{Html, Selector};
use sha2::{Digest, Sha256};

fn wiretale(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_wiretale"))
        .args(args)
        .current_dir(support::project(""))
        .output()
        .unwrap()
}

/// The page of a capture.
fn page(args: &[&str]) -> String {
    let output = wiretale(&[&["report", "-o", "-"], args].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn texts<'a>(html: &'a Html, selector: &str) -> Vec<String> {
    let text = |element: scraper::ElementRef<'a>| element.text().collect::<String>();
    html.select(&Selector::parse(selector).unwrap()).map(text).collect()
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let from = text.find(start).unwrap_or_else(|| panic!("no {start}")) + start.len();
    &text[from..from + text[from..].find(end).unwrap()]
}

const MAIL: &str = "captures/report/4.2-mail-client.pcapng";

#[test]
fn the_policy_names_the_style_and_the_script_and_nothing_else() {
    let page = page(&[MAIL]);
    let hash = |text: &str| {
        let digest = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(text));
        format!("sha256-{digest}")
    };
    let (style, script) =
        (hash(between(&page, "<style>", "</style>")), hash(between(&page, "<script>", "</script>")));
    let policy = between(&page, "Content-Security-Policy\" content=\"", "\"");
    let wanted = format!(
        "default-src 'none'; style-src '{style}'; script-src '{script}'; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types wiretale"
    );
    assert_eq!(policy, wanted, "HASHES in src/render/page/mod.rs are [{style:?}, {script:?}]");
}

#[test]
fn a_page_loads_nothing_and_has_no_style_or_handler_in_its_elements() {
    let page = page(&["captures/lab.pcapng"]);
    let html = Html::parse_document(&page);
    for element in html.select(&Selector::parse("*").unwrap()) {
        for (name, value) in element.value().attrs() {
            let loads = matches!(name, "src" | "srcset" | "poster" | "data" | "action" | "background");
            assert!(!loads && name != "style" && !name.starts_with("on"), "{name}={value}");
            assert!(
                name != "href" || value.starts_with('#') || value.starts_with("https://www.rfc-editor.org/")
            );
        }
        assert!(!matches!(element.value().name(), "link" | "iframe" | "object" | "embed" | "img" | "base"));
    }
    assert!(!page.contains("@import") && !page.contains("url("));
}

#[test]
fn every_row_of_the_terminal_is_in_the_page_with_its_frames_and_filter() {
    let html = Html::parse_document(&page(&[MAIL, "--lang", "en"]));
    let frames = texts(&html, ".rows .frames");
    assert_eq!(frames[0], "#7-9");
    assert!(frames.contains(&"#27,29".to_owned()));
    let filters: Vec<_> =
        html.select(&Selector::parse(".rows .frames").unwrap()).filter_map(|row| row.attr("title")).collect();
    assert!(filters.contains(&"tcp.stream eq 0 and frame.number == 12"));
    assert!(filters.contains(&"tcp.stream eq 0 and frame.number in {7..9}"));
    let rows = texts(&html, ".rows > li");
    assert!(
        rows.iter()
            .any(|row| row.contains("C:") && row.contains("EHLO DESKTOP-A") && row.contains("identifies"))
    );
    // A reply of several lines has a row for each of them.
    assert!(texts(&html, ".rows .text").contains(&"250-PIPELINING".to_owned()));
}

#[test]
fn the_same_capture_gives_the_same_bytes() {
    let args = ["captures/lab.pcapng", "--keylog", "captures/lab.keys.log"];
    assert!(page(&args) == page(&args));
}

#[test]
fn secrets_are_masked_in_the_source_too() {
    for (capture, secrets) in [
        (MAIL, &["bGFiLWNvZGUtMjAyNg", "lab-code-2026"][..]),
        ("captures/pop3/retrieve-all.pcapng", &["lab-code-4711"]),
    ] {
        let (masked, revealed) = (page(&[capture]), page(&[capture, "--reveal"]));
        assert!(secrets.iter().all(|secret| !masked.contains(secret)), "{capture}");
        assert!(secrets.iter().any(|secret| revealed.contains(secret)), "{capture}: nothing to mask");
        assert!(masked.contains("********"));
    }
}

#[test]
fn a_ladder_stands_alone_as_a_drawing() {
    let drawing = |stream: &str| {
        wiretale(&[
            "report",
            "captures/report/4.4-telnet.pcapng",
            "--ladder",
            stream,
            "-o",
            "-",
            "--lang",
            "zh",
        ])
    };
    let svg = String::from_utf8(drawing("0").stdout).unwrap();
    assert!(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" lang=\"zh-Hans\""), "{svg}");
    assert!(svg.contains("<title") && svg.contains("<desc") && svg.contains("Noto Sans Mono CJK SC"));
    assert!(svg.contains("220 newxmesmtplogicsvrszc10.qq.com XMail Esmtp QQ Mail Server."));
    // The typist paused for more than a second.
    assert!(svg.contains("class=\"pause\""));
    assert_eq!(drawing("7").status.code(), Some(2));
}

const TLS: [&str; 3] = [
    "captures/tls/tls12-ecdhe-rsa-aes128-gcm.pcapng",
    "--keylog",
    "captures/tls/tls12-ecdhe-rsa-aes128-gcm.keys.log",
];

#[test]
fn every_byte_of_a_message_is_there_once_and_belongs_to_a_field_that_holds_it() {
    let html = Html::parse_document(&page(&TLS));
    let select = |text: &str| Selector::parse(text).unwrap();
    let mut messages = 0;
    for explorer in html.select(&select(".explorer")) {
        let fields: Vec<_> = explorer.select(&select("[role=treeitem]")).collect();
        let number = |element: &scraper::ElementRef<'_>, class: &str, radix: u32| {
            let text: String = element.select(&select(class)).next().unwrap().text().collect();
            usize::from_str_radix(&text, radix).unwrap()
        };
        let mut at = 0;
        for run in explorer.select(&select(".hex span")) {
            let text: String = run.text().collect();
            let length = text.split_whitespace().count();
            if let Some(field) = run.attr("data-f") {
                let field = fields[field.parse::<usize>().unwrap()];
                let (from, size) = (number(&field, ".off", 16), number(&field, ".len", 10));
                assert!(from <= at && at + length <= from + size, "byte {at} is not in its field");
            }
            at += length;
        }
        assert!(at > 0 && !fields.is_empty());
        messages += 1;
    }
    assert_eq!(messages, 9);
    let hello: String = texts(&html, ".hex")[0].split_whitespace().collect();
    assert!(hello.starts_with("16030100a2010000") && hello.len() == 2 * (162 + 5), "{hello}");
}

#[test]
fn a_lesson_has_flights_checks_and_keys_that_are_masked() {
    let html = Html::parse_document(&page(&[&TLS[..], &["--lang", "en"]].concat()));
    assert_eq!(texts(&html, ".flights h6")[0], "1. The client speaks");
    assert_eq!(texts(&html, ".observer").len(), 6);
    assert_eq!(texts(&html, ".checks .valid").len(), 6);
    let values = texts(&html, ".schedule .value");
    assert!(values[0].starts_with("[32] 13780f3f") && values[2] == "[48] ********", "{values:?}");
    let revealed = Html::parse_document(&page(&[&TLS[..], &["--reveal"]].concat()));
    assert!(!texts(&revealed, ".schedule .value")[2].contains('*'));
}

/// What is said of the states of a capture's first conversation.
fn way(capture: &str) -> (String, Vec<String>) {
    let html = Html::parse_document(&page(&[capture, "--lang", "en"]));
    (texts(&html, ".states desc").swap_remove(0), texts(&html, ".states .misused"))
}

#[test]
fn the_way_through_the_states_is_the_one_that_the_replies_allowed() {
    let (path, misused) = way("captures/smtp/rejected.pcapng");
    assert_eq!(
        path,
        "Path: connected -> greeted -> ready -> sender given -> recipient given -> sending content -> ended. \
         2 commands did not belong where they were sent."
    );
    assert_eq!(misused, ["!! DATA #23, RCPT #25"]);
    let (path, misused) = way("captures/pop3/retrieve-all.pcapng");
    assert_eq!(
        (path.as_str(), misused.len()),
        ("Path: connected -> AUTHORIZATION -> TRANSACTION -> UPDATE.", 0)
    );
    // A refused login stays where it is until one is accepted.
    let (path, _) = way("captures/pop3/wrong-password.pcapng");
    assert!(path.starts_with("Path: connected -> AUTHORIZATION"), "{path}");
    // Content in chunks goes another way than DATA.
    let (path, misused) = way("captures/smtp/bdat.pcapng");
    assert!(path.contains("sending chunks") && !path.contains("sending content") && misused.is_empty());
    // What begins late is in the state that its first reply shows, and is blamed for nothing.
    for capture in ["captures/broken/mid-connection.pcapng", "captures/broken/dropped-command.pcapng"] {
        assert!(way(capture).1.is_empty(), "{capture}");
    }
}

#[test]
fn only_what_was_entered_stands_out() {
    let html = Html::parse_document(&page(&["captures/pop3/retrieve-all.pcapng", "--lang", "en"]));
    assert_eq!(texts(&html, ".states .state:not(.entered) text"), ["ended"]);
    assert_eq!(texts(&html, ".states .state.last text"), ["UPDATE"]);
    assert_eq!(texts(&html, ".states .edge:not(.taken) text"), ["QUIT +OK"]);
}

#[test]
fn the_html_is_well_formed_and_no_id_stands_twice() {
    for args in [
        &["captures/lab.pcapng", "--keylog", "captures/lab.keys.log"][..],
        &["captures/smtp/sent-and-fetched.pcapng", "captures/broken/dropped-command.pcapng", "--lang", "ja"],
        &["captures/net/http-to-port-25.pcapng", "--lang", "zh"],
    ] {
        let html = Html::parse_document(&page(args));
        assert!(html.errors.is_empty(), "{args:?}: {:?}", html.errors);
        nothing_is_pointed_at_that_is_not_there(&html);
    }
}

/// Ids are there once, and whatever links and labels point at is there.
fn nothing_is_pointed_at_that_is_not_there(html: &Html) {
    let mut seen = std::collections::BTreeSet::new();
    for element in html.select(&Selector::parse("[id]").unwrap()) {
        let id = element.attr("id").unwrap();
        assert!(seen.insert(id), "{id} twice");
    }
    for element in html.select(&Selector::parse("a[href^='#'], [aria-labelledby]").unwrap()) {
        let places = element.attr("aria-labelledby").or(element.attr("href")).unwrap();
        for place in places.split(' ') {
            let place = place.trim_start_matches('#');
            assert!(seen.contains(place), "nothing is called {place}");
        }
    }
}

#[test]
fn every_capture_makes_a_well_formed_page() {
    for (name, path) in support::files("captures", &[".pcap", ".pcapng", ".gz", ".zst"]) {
        let text = page(&[path.to_str().unwrap(), "--lang", "zh"]);
        let html = Html::parse_document(&text);
        assert!(html.errors.is_empty(), "{name}: {:?}", html.errors);
        nothing_is_pointed_at_that_is_not_there(&html);
        assert!(!text.contains("[no text"), "{name}");
        assert!(!texts(&html, ".conversations td, .findings p").is_empty(), "{name} says nothing");
    }
}

/// Headings with their level, and how many rows, findings and drawings stand below each: what a page is made of, without
/// its words.
#[test]
fn the_page_of_a_small_capture_has_these_parts() {
    let html = Html::parse_document(&page(&[&TLS[..], &["--lang", "en"]].concat()));
    let mut outline = String::new();
    let parts = "h1, h2, h3, h4, h5, h6, .rows, .findings, svg, .explorer, .mail dl, .flights, .checks, .schedule, table";
    for element in html.select(&Selector::parse(parts).unwrap()) {
        let value = element.value();
        let level = value.name().strip_prefix('h').and_then(|level| level.parse::<usize>().ok());
        match level {
            Some(level) => {
                let text: String = element.text().collect();
                outline.push_str(&format!("{}{text}\n", "  ".repeat(level)));
            }
            None => {
                let inside = element.children().filter(|child| child.value().is_element()).count();
                let name = value.attr("class").unwrap_or(value.name());
                outline.push_str(&format!("            [{name}: {inside}]\n"));
            }
        }
    }
    insta::assert_snapshot!(outline);
}

/// What would be more than text in a page that lets it: in a banner, a name, an address, a subject, a file name, a body.
#[test]
fn what_a_stranger_sent_is_text() {
    let evil =
        ["<script>alert(1)</script>", "\"><img src=x onerror=y>", "</noscript><b>", "<!--", "' onclick='z"];
    for evil in evil {
        let script = format!(
            "S: 220 {evil}\nC: EHLO {evil}\nS: 250 {evil}\nC: MAIL FROM:<a@b>\nS: 250 {evil}\nC: RCPT TO:<{evil}@c>\nS: 250 ok\n\
             C: DATA\nS: 354 {evil}\nC: From: {evil} <a@b>\nC: Subject: {evil}\n\
             C: Content-Type: text/html; name=\"{evil}\"\nC:\nC: {evil}\nC: .\nS: 250 {evil}\nC: QUIT\nS: 221 {evil}\n"
        );
        let file = support::build::capture(&support::script::Script::parse(&script));
        let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile.pcapng");
        std::fs::write(&path, file).unwrap();
        let html = page(&[path.to_str().unwrap()]);
        let html = Html::parse_document(&html);
        assert!(html.errors.is_empty(), "{evil}: {:?}", html.errors);
        let count = |selector: &str| html.select(&Selector::parse(selector).unwrap()).count();
        assert_eq!((count("script"), count("img"), count("[onerror], [onclick]")), (2, 0, 0), "{evil}");
        assert!(texts(&html, ".rows .text").iter().any(|text| text.contains(evil)), "{evil} is not shown");
        assert!(texts(&html, ".mail dd").iter().any(|text| text.contains(evil)), "{evil} is not in the mail");
    }
}

#[test]
fn each_language_has_the_same_page_and_names_itself() {
    let mut shapes = Vec::new();
    for (lang, tag) in [("zh", "zh-Hans"), ("en", "en"), ("ja", "ja")] {
        let html = Html::parse_document(&page(&["captures/lab.pcapng", "--lang", lang]));
        assert_eq!(html.root_element().attr("lang"), Some(tag));
        let all = Selector::parse("body *").unwrap();
        // A text may name its RFC as often as its language does.
        let names: Vec<String> = html
            .select(&all)
            .filter(|element| !element.attr("href").is_some_and(|href| href.starts_with("https:")))
            .map(|element| format!("{} {:?}", element.value().name(), element.attr("data-t")))
            .collect();
        assert!(!texts(&html, "body").concat().contains("[no text"));
        shapes.push(names);
    }
    assert!(shapes[0] == shapes[1] && shapes[1] == shapes[2]);
}

#[test]
fn a_capture_without_a_dialogue_says_why_and_what_to_do() {
    let html = Html::parse_document(&page(&["captures/net/http-to-port-25.pcapng", "--lang", "en"]));
    let told = texts(&html, ".findings .warning p").join("\n");
    assert!(told.contains("why:") && told.contains("what to do:"), "{told}");
}

/// Gives conversations to a page.
struct Filling(wiretale::render::Page);

impl wiretale::analyze::Out for Filling {
    fn conversation(
        &mut self,
        conversation: Box<wiretale::dialogue::Conversation>,
    ) -> Option<Box<wiretale::dialogue::Conversation>> {
        self.0.conversation(&conversation, &[]);
        Some(conversation)
    }

    fn capture(&mut self, capture: wiretale::dialogue::Capture) {
        self.0.capture(&capture);
    }
}

#[test]
fn dialogues_beyond_the_bound_are_listed_and_said_to_be_left_out() {
    use wiretale::annotate::{Catalog, Lang};
    use wiretale::render::{Look, MAIL_TEXTS, PAGE_TEXTS, Page, Paint, TEXTS};
    let look = Look {
        width: 120,
        width_unknown: true,
        paint: Paint { on: false },
        verbose: 0,
        quiet: false,
        reveal: false,
    };
    let catalogs = Lang::ALL.map(|lang| Catalog::new(lang, &[&TEXTS, &MAIL_TEXTS, &PAGE_TEXTS]));
    let mut filling = Filling(Page::new(catalogs, Lang::En, look).within(1));
    filling.0.begin("lab.pcapng");
    let file = std::fs::File::open(support::project("captures/lab.pcapng")).unwrap();
    wiretale::analyze::analyze(Box::new(file), &wiretale::dialogue::Wanted::default(), &mut filling).unwrap();
    let html = Html::parse_document(&filling.0.html());
    nothing_is_pointed_at_that_is_not_there(&html);
    assert_eq!(texts(&html, ".conversations tbody tr").len(), 4);
    assert_eq!(texts(&html, ".rows").len(), 1);
    assert!(texts(&html, ".left")[0].starts_with("3 dialogues are left out"), "{:?}", texts(&html, ".left"));
}
