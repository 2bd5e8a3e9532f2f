//! Conversations that say, byte for byte, what others said before them.
//!
//! Monitors, load balancers, scanners and tests have the same short conversation thousands of times. What a session tells
//! of it then differs in frames and times and in nothing else. The first such conversation is only remembered; what was
//! written down of the second becomes a model; the third is read like any other and held against what the model
//! foretells. Only where both are equal the model is believed, and later ones are made from it without a session; whoever
//! has looked at one gives it back, and the next one is written over it.
//!
//! It knows nothing of protocols: one whose sessions look at more than the conversation says so
//! ([`Protocol::self_contained`]). Lines that come in several segments may be typed, and then the pauses tell something:
//! such conversations are left out, as are those with anything that is not a step, a finding or a fact.
//!
//! [`Protocol::self_contained`]: crate::proto::Protocol::self_contained

use crate::dialogue::Conversation;

use super::channel::Found;
use super::held::{Log, Places};
use super::model::{Model, Twin};
use super::record::Record;

/// Conversations that are remembered: one that is a model takes some kilobytes.
const KNOWN: usize = 32;

/// What was said lately.
#[derive(Default)]
pub(super) struct Twins {
    /// Of each one known: most conversations are like none, and that is seen here.
    sketches: Vec<u64>,
    /// Those met most often stand in front.
    known: Vec<Known>,
    /// Where the next new one goes.
    turn: usize,
    /// The one whose twin was made last.
    made: Option<usize>,
    /// Frame and time of each piece of the one that was met last.
    places: Places,
}

struct Known {
    found: Found,
    /// Empty as long as it was met once.
    log: Log,
    stage: Stage,
}

/// How far one is known.
enum Stage {
    /// It was met once.
    Met,
    /// What a session made of it.
    Model(Box<Model>),
    /// The same, which has foretold another conversation.
    Believed(Box<Model>),
    /// A model foretold something else than what came.
    Unlike,
}

/// What a conversation is among those that are known.
pub(super) enum Sighting {
    /// Nothing is known of it, or nothing can be.
    New,
    /// It was met before, and what becomes of it shall be learnt.
    Known(usize),
    /// This is what there is to tell of it.
    Twin(Twin),
}

impl Twins {
    /// Looks for a conversation, and remembers it.
    pub(super) fn meet(&mut self, found: &Found, log: &Log) -> Sighting {
        self.made = None;
        if !found.protocol.self_contained {
            return Sighting::New;
        }
        let Some(at) = self.find(found, log) else { return Sighting::New };
        // A capture may hold both sides in another order than they spoke in, and a session looks at the frames' order.
        let places = &self.places;
        let Some(known) = self.known.get_mut(at).filter(|_| places.is_sorted_by(|one, next| one.0 < next.0))
        else {
            return Sighting::New;
        };
        match &mut known.stage {
            Stage::Believed(model) => {
                self.made = Some(at);
                model.twin(places).map_or(Sighting::New, Sighting::Twin)
            }
            // Else it could not be told which of two pieces a step is of.
            Stage::Met | Stage::Model(_) if are_distinct(places) => Sighting::Known(at),
            _ => Sighting::New,
        }
    }

    /// Where one that says the same is known. One of which nothing is known is remembered.
    fn find(&mut self, found: &Found, log: &Log) -> Option<usize> {
        // The one in front was met most often: it is found without a search.
        let front = self.known.first().filter(|known| known.found.is_same(found));
        if front.is_some_and(|known| log.is_alike(&known.log, &mut self.places)) {
            return Some(0);
        }
        let sketch = log.sketch();
        let Some(at) = self.sketches.iter().position(|known| *known == sketch) else {
            self.remember(sketch, found);
            return None;
        };
        // Those that are met often come to the front, where they are found soon and stay.
        self.sketches.swap(at, at / 2);
        self.known.swap(at, at / 2);
        let at = at / 2;
        let known = self.known.get_mut(at).filter(|known| known.found.is_same(found))?;
        if matches!(known.stage, Stage::Met) && log.is_whole_lines() {
            known.log = log.clone();
        }
        log.is_alike(&known.log, &mut self.places).then_some(at)
    }

    fn remember(&mut self, sketch: u64, found: &Found) {
        let new = Known { found: *found, log: Log::default(), stage: Stage::Met };
        if self.known.len() < KNOWN {
            self.sketches.push(sketch);
            self.known.push(new);
            return;
        }
        self.turn = (self.turn + 1) % (KNOWN / 2);
        let at = KNOWN / 2 + self.turn;
        if let (Some(known), Some(of)) = (self.known.get_mut(at), self.sketches.get_mut(at)) {
            (*known, *of) = (new, sketch);
        }
    }

    /// What a session told of the conversation that was met last, and is known.
    pub(super) fn learn(&mut self, at: usize, record: &Record) {
        let Some(known) = self.known.get_mut(at) else { return };
        known.stage = match std::mem::replace(&mut known.stage, Stage::Unlike) {
            Stage::Met => {
                Model::of(record, &self.places).map_or(Stage::Unlike, |model| Stage::Model(Box::new(model)))
            }
            Stage::Model(mut model) => match model.twin(&self.places) {
                Some(foretold) if record.is_as_foretold(&foretold) => Stage::Believed(model),
                _ => Stage::Unlike,
            },
            other => other,
        };
    }

    /// A conversation was looked at: if nobody needs it any more and it is the twin that was made last, takes it back, and
    /// gives back any other.
    pub(super) fn take_back(&mut self, conversation: Option<Box<Conversation>>) -> Option<Box<Conversation>> {
        // Also where it is kept: what comes back later is another one.
        let made = self.made.take().and_then(|at| self.known.get_mut(at));
        let Some(Known { stage: Stage::Believed(model), .. }) = made else { return conversation };
        model.take_back(conversation?);
        None
    }
}

/// Whether no two pieces have a time in common.
fn are_distinct(places: &Places) -> bool {
    let mut rest = places.as_slice();
    while let Some((first, behind)) = rest.split_first() {
        if behind.iter().any(|other| other.1 == first.1) {
            return false;
        }
        rest = behind;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::{KNOWN, Sighting, Twin, Twins};
    use crate::analyze::channel::Found;
    use crate::analyze::held::{Log, Places};
    use crate::analyze::record::Record;
    use crate::dialogue::{
        Arg, Ending, Fault, Finding, Frames, Half, Mark, Note, Piece, Place, Severity, Step, Time, Wanted,
    };
    use crate::proto::by_id;

    const SAID: &[&str] = &["220 mail ESMTP\r\n", "EHLO pc\r\n", "250 mail\r\n"];

    fn found(protocol: &str) -> Found {
        Found { protocol: by_id(protocol).unwrap(), by: "banner", client: Half::A, late: false }
    }

    /// These lines, a frame each from `first` on, at times `apart`; and a FIN.
    fn log(said: &[&str], first: u64, apart: i128) -> Log {
        let (mut log, mut offsets) = (Log::default(), [0u64; 2]);
        let place = |at: u64, offset| {
            let time = Time::from_nanos(i128::from(first) * 1_000_003 + i128::from(at) * apart);
            Place { frame: first + at * 2, time, offset }
        };
        for (at, line) in (0u64..).zip(said) {
            let from = if at % 2 == 0 { Half::B } else { Half::A };
            let offset = &mut offsets[from.index()];
            assert!(log.push(from, Piece::Bytes(line.as_bytes(), place(at, *offset)), 256));
            *offset += line.len() as u64;
        }
        let ending = Ending::Fin(place(said.len() as u64, offsets[0]));
        assert!(log.push(Half::A, Piece::End(ending), 256));
        log
    }

    /// What a session might tell: a step for each piece, the first for the connection; `odd` in words of a note.
    fn told(places: &Places, odd: &str) -> Record {
        let mut record = Record::new(Box::default(), &Wanted::default());
        record.conversation.protocols.push("smtp");
        record.push_step(Step::new("tcp", "tcp.open", None, Mark::Event));
        for (frame, time) in places {
            let mut step = Step::new("smtp", "smtp.reply", None, Mark::Quoted);
            step.frames = Frames::one(*frame);
            (step.time, step.until) = (Some(*time), Some(*time));
            step.notes
                .push(Note::new("smtp-reply-250").with("code", 250u16).with("reply", Arg::Frame(*frame)));
            record.push_step(step);
        }
        let all: Frames = places.iter().map(|place| place.0).collect();
        let finding = Finding::new("smtp.lesson-program", Severity::Lesson, Fault::Unknown).at(all);
        record.add_finding(finding.with("frame", odd));
        record
    }

    /// Meets a conversation, and teaches what a session would tell where that is wanted.
    fn meet(twins: &mut Twins, protocol: &str, log: &Log, odd: &str) -> Option<Twin> {
        match twins.meet(&found(protocol), log) {
            Sighting::New => None,
            Sighting::Known(at) => {
                let record = told(&twins.places, odd);
                twins.learn(at, &record);
                None
            }
            Sighting::Twin(twin) => Some(twin),
        }
    }

    #[test]
    fn the_fourth_of_the_same_kind_is_made_from_the_second_and_third() {
        let mut twins = Twins::default();
        for at in 0..3 {
            let log = log(SAID, 10 + 100 * at, 7);
            assert!(meet(&mut twins, "smtp", &log, "-").is_none(), "{at}");
        }
        // Whether or not the times of its pieces can be told apart.
        for (first, apart) in [(1000, 7), (2000, 0), (3000, 9)] {
            let log = log(SAID, first, apart);
            let twin = meet(&mut twins, "smtp", &log, "-").unwrap();
            assert!(told(&twins.places, "-").is_as_foretold(&twin), "{first}");
            let later = self::log(SAID, first + 2, apart);
            assert!(later.is_alike(&log, &mut twins.places));
            assert!(!told(&twins.places, "-").is_as_foretold(&twin));
        }
    }

    #[test]
    fn a_model_that_does_not_foretell_is_never_used() {
        let mut twins = Twins::default();
        for at in 0..9u64 {
            // Words that change with the frames are none that can be moved.
            let log = log(SAID, 10 + 100 * at, 7);
            assert!(meet(&mut twins, "smtp", &log, &format!("#{at}")).is_none(), "{at}");
        }
    }

    #[test]
    fn what_may_be_typed_or_rests_on_more_than_itself_has_no_twin() {
        let (mut twins, typed) = (Twins::default(), ["220 mail ESMTP\r\n", "EHLO", "250"]);
        for at in 0..9 {
            assert!(meet(&mut twins, "smtp", &log(&typed, 10 + 100 * at, 7), "-").is_none());
            assert!(meet(&mut twins, "tls", &log(SAID, 10 + 100 * at, 7), "-").is_none());
            // Two pieces at the same time: which of them a step is of cannot be learnt.
            let together = ["220 mail ESMTP\r\n", "QUIT\r\n"];
            assert!(meet(&mut twins, "smtp", &log(&together, 10 + 100 * at, 0), "-").is_none());
        }
    }

    #[test]
    fn what_stands_in_another_order_in_the_capture_has_no_twin() {
        let mut twins = Twins::default();
        for at in 0..4 {
            meet(&mut twins, "smtp", &log(SAID, 10 + 100 * at, 7), "-");
        }
        // The reply was captured in front of the command that it answers.
        let mut swapped = Log::default();
        let place = |frame, offset| Place { frame, time: Time::from_nanos(i128::from(frame)), offset };
        let bytes = |at: usize, frame, offset| Piece::Bytes(SAID[at].as_bytes(), place(frame, offset));
        assert!(swapped.push(Half::B, bytes(0, 900, 0), 256) && swapped.push(Half::A, bytes(1, 902, 0), 256));
        assert!(swapped.push(Half::B, bytes(2, 901, SAID[0].len() as u64), 256));
        let ending = Ending::Fin(place(903, SAID[1].len() as u64));
        assert!(
            swapped.push(Half::A, Piece::End(ending), 256)
                && swapped.is_alike(&log(SAID, 1000, 7), &mut Places::new())
        );
        assert!(meet(&mut twins, "smtp", &swapped, "-").is_none());
        assert!(meet(&mut twins, "smtp", &log(SAID, 1000, 7), "-").is_some());
    }

    #[test]
    fn what_is_met_often_is_not_forgotten_for_what_is_met_once() {
        let mut twins = Twins::default();
        for at in 0..20 * KNOWN as u64 {
            let once = format!("EHLO pc{at}\r\n");
            meet(&mut twins, "smtp", &log(&["220 mail ESMTP\r\n", &once], 100 * at, 7), "-");
            let twin = meet(&mut twins, "smtp", &log(SAID, 100 * at + 50, 7), "-");
            assert_eq!(twin.is_some(), at >= 3, "{at}");
            assert!(twins.known.len() <= KNOWN);
        }
    }
}
