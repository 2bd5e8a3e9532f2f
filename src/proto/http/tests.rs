//! Dialogues of HTTP as they come out of TLS, whole and cut at every byte.

use serde_json::Value;

use super::PROTOCOL;
use crate::dialogue::{
    Arg, Ending, Facts, Finding, Gap, GapCause, Half, Mark, Message, Note, Piece, Place, Side, Step, Time,
    Wanted,
};
use crate::proto::{Headline, Opened, Opening, Sink, Verdict};

const C: Side = Side::Client;
const S: Side = Side::Server;

/// A sink that writes everything down.
#[derive(Default)]
struct Notes {
    steps: Vec<Step>,
    findings: Vec<&'static str>,
    facts: Value,
    headlines: Vec<String>,
}

impl Sink for Notes {
    fn step(&mut self, step: Step) -> usize {
        self.steps.push(step);
        self.steps.len() - 1
    }
    fn amend(&mut self, index: usize) -> Option<&mut Step> {
        self.steps.get_mut(index)
    }
    fn gap(&mut self, from: Side, gap: &Gap, _guess: Option<Note>) -> usize {
        let mut step = Step::new("tcp", "tcp.gap", Some(from), Mark::Missing);
        step.label = Some(Arg::from(gap.len));
        self.step(step)
    }
    fn finding(&mut self, finding: Finding) {
        self.findings.push(finding.code);
    }
    fn message(&mut self, _message: Message) -> usize {
        panic!("HTTP makes no mails")
    }
    fn facts(&mut self, protocol: &'static str, facts: Box<dyn Facts>) {
        assert_eq!(protocol, "http");
        self.facts = serde_json::to_value(&facts).unwrap();
    }
    fn inner(&mut self, _from: Side, _piece: Piece<'_>) {}
    fn inner_clear(&mut self, _from: Side, _piece: Piece<'_>) {}
    fn opaque(&mut self, _from: Side, _place: Place, _len: usize) {}
    fn headline(&mut self, headline: Headline) {
        if let Headline::Outcome(note) | Headline::Summary(note) = headline {
            self.headlines.push(format!("{} {:?}", note.key, note.args));
        }
    }
    fn server_name(&mut self, _name: &str, _source: &str) {}
}

impl Notes {
    /// Each step in a line: side and what it quotes, `<-` and the step that it answers, the keys of its notes.
    fn lines(&self) -> Vec<String> {
        self.steps.iter().map(line).collect()
    }

    /// Method, target, status and the sizes of both bodies of each request.
    fn requests(&self) -> Vec<String> {
        let word = |value: &Value| value.as_str().unwrap_or("-").to_owned();
        let list = self.facts["requests"].as_array().unwrap();
        let row = |it: &Value| {
            let sizes = format!("{} {}", it["request_body"], it["response_body"]);
            format!("{} {} {} {sizes}", word(&it["method"]), word(&it["target"]), it["status"])
        };
        list.iter().map(row).collect()
    }
}

fn line(step: &Step) -> String {
    let side = if step.side == Some(C) { "C" } else { "S" };
    let said = match (&step.label, step.mark) {
        (Some(Arg::Number(missing)), Mark::Missing) => format!("? {missing}"),
        (Some(Arg::Note(note)), _) => format!("= {} {:?}", note.key, note.args),
        _ => format!(": {}", step.lines.join("|")),
    };
    let answers = step.answers.map_or(String::new(), |step| format!(" <- {step}"));
    let notes: Vec<String> = step.notes.iter().map(note).collect();
    format!("{side}{said}{answers} // {}", notes.join(" "))
}

fn note(note: &Note) -> String {
    let key = note.key.trim_start_matches("http-");
    let bytes = note.args.iter().find(|(name, _)| matches!(*name, "bytes" | "missing"));
    match bytes {
        Some((_, Arg::Number(bytes))) => format!("{key}={bytes}"),
        _ => key.to_owned(),
    }
}

/// What happens.
#[derive(Clone)]
enum Act {
    Say(Side, Vec<u8>),
    Lose(Side, u64),
    Close(Side),
}

fn say(side: Side, text: &str) -> Act {
    Act::Say(side, text.as_bytes().to_vec())
}

fn wanted(reveal: bool) -> Wanted {
    Wanted { reveal, ..Wanted::default() }
}

/// Plays it with pieces of at most `size` bytes; what is not taken is offered again when the other side has moved.
fn play(acts: &[Act], size: usize, wanted: &Wanted, late: bool) -> Notes {
    let end = |port| ("10.0.0.25".parse().unwrap(), port);
    let opened =
        Opened { wanted, stream: 0, encrypted: true, late, ends: [end(50_000), end(443)], after: None };
    let mut session = (PROTOCOL.open)(&opened);
    let mut notes = Notes::default();
    let mut offsets = [0u64; 2];
    let mut held: [Vec<(Vec<u8>, Place)>; 2] = Default::default();
    for (frame, act) in (1u64..).zip(acts) {
        let moved = match act {
            Act::Say(side, bytes) => {
                for part in bytes.chunks(size) {
                    let offset = &mut offsets[side.index()];
                    let place = Place { frame, time: Time::default(), offset: *offset };
                    *offset += part.len() as u64;
                    held[side.index()].push((part.to_vec(), place));
                }
                *side
            }
            Act::Lose(side, len) => {
                let place = Place { frame, time: Time::default(), offset: offsets[side.index()] };
                offsets[side.index()] += len;
                let gap = Gap { len: *len, cause: GapCause::NotCaptured, at: place };
                session.feed(*side, Piece::Gap(gap), &mut notes);
                continue;
            }
            Act::Close(side) => {
                let place = Place { frame, time: Time::default(), offset: offsets[side.index()] };
                session.feed(*side, Piece::End(Ending::Fin(place)), &mut notes);
                *side
            }
        };
        for side in [moved, moved.other(), moved] {
            let waiting = &mut held[side.index()];
            while let Some((bytes, place)) = waiting.first().cloned() {
                let taken = session.feed(side, Piece::Bytes(&bytes, place), &mut notes).taken;
                if taken < bytes.len() {
                    waiting[0] = (bytes[taken..].to_vec(), place.after(taken));
                    break;
                }
                waiting.remove(0);
            }
        }
    }
    session.finish(&mut notes);
    notes
}

/// The whole dialogue; cut into pieces of any size it must be the same.
fn played(acts: &[Act]) -> Notes {
    let whole = play(acts, usize::MAX, &wanted(false), false);
    let longest = acts.iter().map(|act| if let Act::Say(_, bytes) = act { bytes.len() } else { 0 }).max();
    for size in 1..longest.unwrap_or(1) {
        let cut = play(acts, size, &wanted(false), false);
        assert_eq!(cut.lines(), whole.lines(), "pieces of {size} bytes");
        assert_eq!((&cut.facts, &cut.findings), (&whole.facts, &whole.findings), "pieces of {size} bytes");
    }
    whole
}

const OK: &str = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";

#[test]
fn a_login_of_webmail_shows_no_secret_but_with_reveal() {
    let acts = [
        say(
            C,
            "POST /login?token=geheim HTTP/1.1\r\nHost: mail.lab.example\r\nCookie: sid=geheim\r\nAuthorization: Basic geheim\r\n\
                Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 12\r\n\r\nu=a&p=geheim",
        ),
        say(
            S,
            "HTTP/1.1 302 Found\r\nLocation: /inbox?sid=geheim\r\nSet-Cookie: sid=geheim\r\nContent-Length: 0\r\n\r\n",
        ),
        say(C, "GET /inbox HTTP/1.1\r\nHost: mail.lab.example\r\n\r\n"),
        say(S, OK),
    ];
    let notes = played(&acts);
    assert_eq!(
        notes.lines(),
        [
            "C: POST /login?******** HTTP/1.1 // method-post host query-masked body=12 cookie authorization",
            "S: HTTP/1.1 302 Found <- 0 // status-302 location set-cookie",
            "C: GET /inbox HTTP/1.1 // method-get",
            "S: HTTP/1.1 200 OK <- 2 // status-200 body=2",
        ]
    );
    assert_eq!(notes.requests(), ["POST /login 302 12 0", "GET /inbox 200 0 2"]);
    assert_eq!(notes.facts["requests"][0]["host"], "mail.lab.example");
    assert_eq!(notes.facts["requests"][1]["frames"], serde_json::json!([[3, 4]]));
    let all = |notes: &Notes| format!("{:?} {:?}", notes.steps, notes.facts);
    assert!(!all(&notes).contains("geheim"));
    let shown = all(&play(&acts, usize::MAX, &wanted(true), false));
    assert!(shown.contains("/login?token=geheim") && shown.contains("sid=geheim"));
    assert!(!shown.contains("p=geheim"), "bodies are never shown");
}

#[test]
fn a_second_host_on_the_connection_is_named() {
    let get = |host: &str| say(C, &format!("GET / HTTP/1.1\r\nHost: {host}\r\n\r\n"));
    let notes =
        played(&[get("a.example"), say(S, OK), get("a.example"), say(S, OK), get("b.example"), say(S, OK)]);
    let hosts: Vec<bool> = notes.lines().iter().step_by(2).map(|line| line.contains(" host")).collect();
    assert_eq!(hosts, [true, false, true]);
}

#[test]
fn responses_answer_pipelined_requests_in_order() {
    let notes = played(&[
        say(C, "GET /a HTTP/1.1\r\n\r\nHEAD /b HTTP/1.1\r\n\r\n\r\nGET /c HTTP/1.1\r\n\r\n"),
        say(
            S,
            &format!(
                "{OK}HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nHTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
            ),
        ),
    ]);
    let lines = notes.lines();
    assert_eq!(lines[3], "S: HTTP/1.1 200 OK <- 0 // status-200 body=2");
    assert_eq!(lines[4], "S: HTTP/1.1 200 OK <- 1 // status-200 no-body-head");
    assert_eq!(lines[5], "S: HTTP/1.1 404 Not Found <- 2 // status-404");
    assert_eq!(notes.requests(), ["GET /a 200 0 2", "HEAD /b 200 0 0", "GET /c 404 0 0"]);
    assert_eq!(notes.headlines[0], "http-outcome [(\"requests\", Number(3))]");
    assert!(notes.headlines[1].contains("(\"refused\", Number(1))"), "{:?}", notes.headlines);
    assert!(notes.findings.is_empty());
}

#[test]
fn an_interim_response_comes_before_the_final_one() {
    let notes = played(&[
        say(C, "POST /a HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n"),
        say(S, "HTTP/1.1 100 Continue\r\n\r\n"),
        say(C, "abc"),
        say(S, "HTTP/1.1 204 No Content\r\nContent-Length: 7\r\n\r\n"),
        say(C, "GET /b HTTP/1.1\r\n\r\n"),
        say(S, "HTTP/1.1 304 Not Modified\r\nContent-Length: 7\r\n\r\n"),
    ]);
    assert_eq!(
        notes.lines()[1..3],
        ["S: HTTP/1.1 100 Continue <- 0 // status-100", "S: HTTP/1.1 204 No Content <- 0 // status-204"]
    );
    assert_eq!(notes.requests(), ["POST /a 204 3 0", "GET /b 304 0 0"]);
}

#[test]
fn chunks_are_put_together_and_trailers_belong_to_them() {
    let notes = played(&[
        say(C, "POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n0\r\n\r\n"),
        say(
            S,
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\nContent-Type: text/html\r\n\r\n\
                a\r\nHTTP/1.1 2\r\n1\r\n\n\r\n0\r\nDigest: x\r\nA: b\r\n\r\n",
        ),
        say(C, "GET /b HTTP/1.1\r\n\r\n"),
        say(S, OK),
    ]);
    let lines = notes.lines();
    assert_eq!(lines[0], "C: POST /a HTTP/1.1 // method-post body-chunked body-size=3");
    assert_eq!(lines[1], "S: HTTP/1.1 200 OK <- 0 // status-200 body-chunked body-size=11");
    assert_eq!(notes.requests(), ["POST /a 200 3 11", "GET /b 200 0 2"]);
}

#[test]
fn a_body_without_a_length_goes_to_the_end_of_the_connection() {
    let acts = [say(C, "GET /a HTTP/1.0\r\n\r\n"), say(S, "HTTP/1.0 200 OK\r\n\r\nHTTP/1.1 200 OK\r\n\r\n")];
    let closed = played(&[acts.as_slice(), &[Act::Close(S)]].concat());
    assert_eq!(closed.lines()[1], "S: HTTP/1.0 200 OK <- 0 // status-200 body-until-close body-size=19");
    assert!(closed.findings.is_empty());
    let open = played(&acts);
    assert_eq!(open.requests(), ["GET /a 200 0 19"]);
    assert_eq!(open.findings, ["http.body-incomplete"], "where it would have ended is not in the capture");
}

#[test]
fn behind_an_upgrade_or_a_tunnel_nothing_is_read() {
    let notes = played(&[
        say(C, "GET /chat HTTP/1.1\r\nUpgrade: websocket\r\n\r\n"),
        say(C, "GET /no HTTP/1.1\r\n\r\n"),
        say(S, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"),
        say(C, "GET /nor HTTP/1.1\r\n\r\n"),
    ]);
    assert_eq!(notes.lines().len(), 2);
    assert!(notes.lines()[1].ends_with("status-101 tunnel"), "{:?}", notes.lines());
    let connect = say(C, "CONNECT a.example:25 HTTP/1.1\r\n\r\n");
    let notes = played(&[
        connect.clone(),
        say(S, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"),
    ]);
    assert_eq!(notes.requests(), ["CONNECT a.example:25 200 0 0"]);
    // Refused, it goes on: what the client sent meanwhile are requests.
    let notes = played(&[
        connect,
        say(C, "GET /a HTTP/1.1\r\n\r\n"),
        say(S, "HTTP/1.1 405 Method Not Allowed\r\nContent-Length: 0\r\n\r\n"),
        say(S, OK),
    ]);
    assert_eq!(notes.requests(), ["CONNECT a.example:25 405 0 0", "GET /a 200 0 2"]);
}

#[test]
fn the_preface_of_http_2_is_named_and_the_rest_is_silent() {
    let notes = played(&[
        say(S, "\0\0\u{6}\u{4}\0\0\0\0\0\0\u{3}\0\0\0d"),
        say(C, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\u{4}\0\0\0\0\0"),
        say(S, "HTTP/1.1 200 OK\r\n\r\n"),
    ]);
    let lines = notes.lines();
    assert_eq!(
        lines.iter().filter(|line| line.starts_with("C:")).collect::<Vec<_>>(),
        ["C: PRI * HTTP/2.0 // preface"]
    );
    assert_eq!(notes.facts["version"], "HTTP/2");
    assert!(notes.headlines[0].starts_with("http-outcome-2"));
    assert!(notes.findings.is_empty(), "{:?} {lines:?}", notes.findings);
}

#[test]
fn a_hole_inside_a_body_is_counted_and_what_follows_is_read() {
    let notes = played(&[
        say(C, "GET /a HTTP/1.1\r\n\r\n"),
        say(S, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nab"),
        Act::Lose(S, 5),
        say(S, &format!("xyz{OK}")),
    ]);
    assert_eq!(
        notes.lines()[1..],
        [
            "S: HTTP/1.1 200 OK <- 0 // status-200 body=10 body-broken=5",
            "S? 5 // ",
            "S: HTTP/1.1 200 OK // status-200 body=2",
        ]
    );
    assert_eq!(notes.requests(), ["GET /a 200 0 10", "- - 200 0 2"]);
    assert_eq!(notes.findings, ["http.body-incomplete"]);
}

#[test]
fn behind_a_hole_elsewhere_the_next_first_line_begins_a_message() {
    let notes = played(&[
        say(C, "GET /a HTTP/1.1\r\nHo"),
        Act::Lose(C, 40),
        say(C, "rest\r\nGET /b HTTP/1.1\r\n\r\n"),
        say(S, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nab"),
        Act::Lose(S, 500),
        say(S, "tail\r\nGET / HTTP/1.1\r\nHTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n"),
    ]);
    assert_eq!(
        notes.lines(),
        [
            "C: GET /a HTTP/1.1 // method-get head-cut",
            "C? 40 // ",
            "C= http-label-skipped [(\"bytes\", Number(6))] // skipped",
            "C: GET /b HTTP/1.1 // method-get",
            "S: HTTP/1.1 200 OK <- 0 // status-200 body=10 body-broken=0",
            "S? 500 // ",
            "S= http-label-skipped [(\"bytes\", Number(22))] // skipped",
            "S: HTTP/1.1 500 Oops // status-500",
        ]
    );
    assert_eq!(notes.findings, ["http.body-incomplete"]);
}

#[test]
fn what_is_no_http_is_skipped_and_said() {
    let notes = played(&[
        say(C, "GET /a HTTP/1.1\r\n\r\nnonsense\r\n\x01\x02\r\nGET /b HTTP/1.1\r\n\r\n"),
        say(S, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nleft"),
    ]);
    let lines = notes.lines();
    assert_eq!(lines[1], "C= http-label-skipped [(\"bytes\", Number(14))] // skipped-wrong");
    assert!(lines[3].ends_with("body-chunked body-size=0 body-broken=0"), "{lines:?}");
    assert_eq!(lines[4], "S= http-label-skipped [(\"bytes\", Number(8))] // skipped-wrong");
    assert_eq!(notes.findings, ["http.not-understood", "http.body-incomplete"]);
}

#[test]
fn two_lengths_of_a_body_are_a_finding() {
    let notes = played(&[say(
        C,
        "POST /a HTTP/1.1\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    )]);
    assert_eq!(notes.findings, ["http.length-ambiguous"]);
}

#[test]
fn the_middle_of_a_session_is_read_from_its_next_message() {
    let acts = [
        say(S, "of a body\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"),
        say(C, "GET / HTTP/1.1\r\n\r\n"),
        say(S, OK),
    ];
    let notes = play(&acts, usize::MAX, &wanted(false), true);
    assert_eq!(notes.requests(), ["- - 200 0 0", "GET / 200 0 2"]);
    assert!(notes.findings.is_empty(), "{:?}", notes.findings);
}

#[test]
fn requests_without_end_are_bounded() {
    let many = "GET / HTTP/1.1\r\nA: b\r\n\r\n".repeat(60_000);
    let notes = play(&[say(C, &many)], usize::MAX, &wanted(false), false);
    assert_eq!(notes.findings, ["http.too-many-waiting", "http.too-many-facts"]);
    let endless = "x".repeat(4 << 20);
    let head = format!("GET / HTTP/1.1\r\nA: {endless}\r\n{}\r\n", "B: c\r\n".repeat(100_000));
    let notes = play(&[say(C, &head)], 1 << 14, &wanted(false), false);
    assert!(notes.steps[0].weight() < 64 << 10, "{}", notes.steps[0].weight());
}

#[test]
fn http_is_recognised_inside_encryption_and_nowhere_else() {
    let ask = |client: &[u8], server: &[u8], inside, late, last| {
        let opening = Opening {
            bytes: [client, server],
            ports: [50_000, 443],
            first: Half::A,
            client: Some(Half::A),
            late,
            inside,
            last,
        };
        (PROTOCOL.probe)(&opening)
    };
    let yes = |by| Verdict::Certain { client: Half::A, by };
    let get = b"GET / HTTP/1.1\r\n";
    assert_eq!(ask(get, b"", true, false, false), yes("request"));
    assert_eq!(ask(get, b"", false, false, false), Verdict::No);
    assert_eq!(ask(b"PRI * HTTP/2.0\r\n", b"\0\0\x12\x04\0\0\0\0\0", true, false, false), yes("request"));
    assert_eq!(ask(b"", b"\0\0\x12\x04\0\0\0\0\0", true, false, false), Verdict::Unsure);
    assert_eq!(ask(b"", b"HTTP/1.1 408 Request Timeout\r\n", true, false, false), yes("response"));
    assert_eq!(ask(b"rest\r\n", b"HTTP/1.1 200 OK\r\n", true, true, false), yes("response"));
    assert_eq!(ask(b"", b"220 smtp.lab.example ESMTP\r\n", true, false, false), Verdict::No);
    assert_eq!(ask(b"EHLO pc\r\n", b"", true, false, false), Verdict::No);
    for at in 0..get.len() {
        assert_eq!(ask(&get[..at], b"", true, false, false), Verdict::Unsure, "{at}");
        assert_eq!(ask(&get[..at], b"", true, false, true), Verdict::No, "{at}");
    }
}
