//! Checks of files, and of what a capture has of its conversations.

use crate::dialogue::{Evidence, Frames, Note, Opening, Time};

use super::super::found::{Found, Scene, Things, place};
use super::super::params::{Kind, Param, Params, moment};
use super::{Check, Look, needed};

/// What is kept of a file.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct FileSeen {
    /// Its frames; `None` where it is no capture.
    pub(in super::super) frames: Option<u64>,
    /// Those that are encrypted and were not read.
    pub(in super::super) encrypted: u64,
    /// Times of its first and last frame.
    pub(in super::super) times: Option<(Time, Time)>,
    /// The program that captured it.
    pub(in super::super) application: Option<String>,
}

/// Any protocol.
const ANY: Kind = Kind::Choice(&["smtp", "pop3", "tls"]);
const ANY_PROTOCOL: Param = Param { name: "protocol", kind: ANY, required: false };

pub(super) static FRAMES: Check = Check {
    id: "capture",
    params: &[Param { name: "frames", kind: Kind::Number, required: false }],
    protocol: "",
    look: Look::Files(|params, files| {
        let least = params.count("frames", 1).max(1);
        let best = files.iter().enumerate().filter_map(|(index, file)| Some((file.frames?, index)));
        let Some((frames, index)) = best.max_by_key(|(frames, index)| (*frames, usize::MAX - index)) else {
            return no_capture();
        };
        let note = Note::new("grade-frames").with("file", file_of(index)).with("frames", frames);
        let found = if frames >= least { Found::passed(note) } else { Found::failed(note) };
        found.at(whole(index))
    }),
};

pub(super) static BETWEEN: Check = Check {
    id: "captured-between",
    params: &[needed("from", Kind::Moment), needed("to", Kind::Moment)],
    protocol: "",
    look: Look::Files(|params, files| {
        let moment = |name: &str| params.text(name).and_then(moment);
        let (Some(from), Some(to)) = (moment("from"), moment("to")) else {
            return Found::undecided(Note::new("grade-no-moment"));
        };
        let times = files.iter().enumerate().filter_map(|(index, file)| Some((index, file.times?)));
        let mut outside = None;
        let mut inside = None;
        for (index, (first, last)) in times {
            let note = |key: &'static str| {
                Note::new(key)
                    .with("file", file_of(index))
                    .with("first", first.to_seconds_string())
                    .with("last", last.to_seconds_string())
            };
            if first >= from && last <= to {
                inside = inside.or(Some((index, note("grade-times"))));
            } else {
                outside = outside.or(Some((index, note("grade-times-outside"))));
            }
        }
        match (outside, inside) {
            (Some((index, note)), _) => Found::failed(note).at(whole(index)),
            (None, Some((index, note))) => Found::passed(note).at(whole(index)),
            (None, None) => no_capture(),
        }
    }),
};

pub(super) static WITH: Check = Check {
    id: "captured-with",
    params: &[needed("program", Kind::Text)],
    protocol: "",
    look: Look::Files(|params, files| {
        let wanted = params.text("program").unwrap_or_default().to_lowercase();
        let mut found: Option<Found> = None;
        for (index, file) in files.iter().enumerate().filter(|(_, file)| file.frames.is_some()) {
            let this = match &file.application {
                Some(program) => {
                    let note = Note::new("grade-program")
                        .with("file", file_of(index))
                        .with("program", program.as_str());
                    if program.to_lowercase().contains(&wanted) {
                        Found::passed(note)
                    } else {
                        Found::failed(note)
                    }
                }
                // The format of libpcap has no place for it.
                None => Found::undecided(Note::new("grade-no-program").with("file", file_of(index))),
            };
            let this = this.at(whole(index));
            found = Some(match found {
                Some(before) => before.or_better(this),
                None => this,
            });
        }
        found.unwrap_or_else(no_capture)
    }),
};

pub(super) static FROM_START: Check = Check {
    id: "captured-from-start",
    params: &[needed("protocol", ANY)],
    protocol: "",
    look: Look::Judge(|params, scene| {
        if !scene.speaks(params.text("protocol")?) {
            return None;
        }
        let first = scene.conversation.steps.first().map_or_else(Frames::default, |step| step.frames.clone());
        let note = |key: &'static str| Note::new(key).with("place", scene.place(&first));
        Some(match scene.conversation.tcp.opening {
            Opening::Complete => Found::passed(note("grade-opening")).at(scene.evidence(&first)),
            Opening::Partial => Found::partly(0.5, note("grade-opening-partial")).at(scene.evidence(&first)),
            Opening::NotCaptured => Found::failed(note("grade-opening-missing"))
                .at(scene.evidence(&first))
                .remark(Note::new("grade-remark-late")),
        })
    }),
};

pub(super) static NOTHING_MISSING: Check = Check {
    id: "nothing-missing",
    params: &[needed("protocol", ANY)],
    protocol: "",
    look: Look::Nothing(|_, scene, things| {
        let lost = scene.conversation.tcp.lost;
        if lost.client + lost.server > 0 {
            let mut frames = Frames::default();
            for step in scene.conversation.steps.iter().filter(|step| step.kind == "tcp.gap") {
                frames.extend(&step.frames);
            }
            let bytes = format!("{} + {} B", lost.client, lost.server);
            things.hit(scene.hit(&frames, bytes));
        }
    }),
};

pub(super) static CLIENT_ADDRESS: Check = Check {
    id: "client-address",
    params: &[needed("address", Kind::Text), ANY_PROTOCOL],
    protocol: "",
    look: Look::Things(client_address),
};

fn client_address(params: &Params, scene: &Scene<'_>, things: &mut Things) {
    let asked = params.text("protocol");
    let speaks = asked.map_or(!scene.conversation.protocols.is_empty(), |protocol| scene.speaks(protocol));
    if speaks {
        let address = scene.conversation.client.address;
        // An IPv6 address can be written in several ways (RFC 5952, section 2).
        let fits = params.text("address").is_some_and(|wanted| wanted.trim().parse() == Ok(address));
        things.add(fits, scene.hit(&Frames::one(scene.conversation.first_frame), address.to_string()));
    }
}

fn no_capture() -> Found {
    Found::failed(Note::new("grade-no-capture"))
        .remark(Note::new("grade-no-capture"))
        .hint(Note::new("grade-hint-no-capture"))
}

fn file_of(index: usize) -> String {
    place(index, &Frames::default())
}

fn whole(file: usize) -> Evidence {
    Evidence { file, stream: None, frames: Frames::default() }
}
