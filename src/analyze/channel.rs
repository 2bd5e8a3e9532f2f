//! Two streams of bytes looking for their protocol, and then speaking it.
//!
//! A channel starts by probing: bytes are held until a protocol says that they are its own. While a connection has said
//! little they stay held, so that a million idle ones cost what they said, and a short one that is over is read in one go;
//! then a session is opened and fed. A session may hand over to another one (STARTTLS), or give up; the bytes of a channel
//! without a protocol are let go.

use std::net::IpAddr;

use crate::dialogue::{Half, Piece, Side, Wanted};
use crate::flow::Connection;
use crate::proto::{Next, Opened, Protocol, by_id};

use super::held::{Log, Owned};
use super::probing::{self, Around, Asked, Probing, likely_client};
use super::record::{Desk, Record};
use super::speaking::Speaking;

/// What a recognised connection may have said, in bytes with their places, before a session is opened for it: that costs
/// some kilobytes. A greeting, a command and a short reply fit.
const QUIET_BYTES: usize = 256;
/// Bytes shown of a conversation that no protocol claims.
const OPENING_BYTES: usize = 64;
/// Sessions inside sessions: TLS in STARTTLS in TLS is already a curiosity.
pub(super) const MAX_DEPTH: u8 = 3;

#[derive(Default)]
pub(super) struct Channel {
    state: State,
    /// What a quiet one has said.
    log: Log,
    depth: u8,
    encrypted: bool,
}

#[derive(Default)]
enum State {
    /// Nothing was said yet.
    #[default]
    Fresh,
    Probing(Box<Probing>),
    /// What was said stands in the log.
    Quiet(Found),
    Speaking(Box<Speaking>),
    /// No protocol claims it, or its session gave up. The first bytes that nobody read.
    Silent(Vec<u8>),
}

/// The protocol of a channel.
#[derive(Clone, Copy)]
pub(super) struct Found {
    pub(super) protocol: &'static Protocol,
    pub(super) by: &'static str,
    pub(super) client: Half,
    pub(super) late: bool,
}

impl Found {
    /// Whether a session is opened for both in the same way.
    pub(super) fn is_same(&self, other: &Found) -> bool {
        let of = |found: &Found| (found.protocol.id, found.by, found.client, found.late);
        of(self) == of(other)
    }
}

/// What a channel needs around it while it is fed.
pub(super) struct Context<'a> {
    pub(super) record: &'a mut Record,
    pub(super) wanted: &'a Wanted,
    pub(super) connection: &'a Connection,
    pub(super) client: Half,
    pub(super) late: bool,
}

/// A decision of a probing channel: who is the client, what is spoken, and the pieces to be delivered in order.
pub(super) struct Decided<'a> {
    client: Half,
    found: Option<Found>,
    held: Vec<(Half, Owned)>,
    log: Log,
    /// The piece that came last, where it was not held.
    last: Option<(Half, Piece<'a>)>,
}

impl Channel {
    /// A channel in another one, at this depth; `encrypted`: whether one of those around it encrypts.
    pub(super) fn inside(depth: u8, encrypted: bool) -> Self {
        Channel { depth, encrypted, ..Channel::default() }
    }

    /// Makes it one to which nothing was said yet; the room of its log stays.
    pub(super) fn clear(&mut self) {
        self.state = State::Fresh;
        self.log.clear();
    }

    /// Whether nothing is fed yet.
    pub(super) fn is_waiting(&self) -> bool {
        matches!(self.state, State::Fresh | State::Probing(_) | State::Quiet(_))
    }

    /// What was found and said, where no session has been needed so far.
    pub(super) fn quiet(&self) -> Option<(&Found, &Log)> {
        match &self.state {
            State::Quiet(found) => Some((found, &self.log)),
            _ => None,
        }
    }

    /// Keeps a piece where that is all there is to do: the protocol is known, and little was said.
    #[inline]
    pub(super) fn keeps(&mut self, from: Half, piece: Piece<'_>) -> bool {
        matches!(self.state, State::Quiet(_)) && self.log.push(from, piece, QUIET_BYTES)
    }

    /// Whether nothing more is wanted.
    pub(super) fn is_silent(&self) -> bool {
        matches!(self.state, State::Silent(_))
    }

    /// The id of the protocol that is being spoken.
    pub(super) fn protocol(&self) -> Option<&'static str> {
        match &self.state {
            State::Speaking(speaking) => Some(speaking.protocol.id),
            _ => None,
        }
    }

    /// What is held, beyond the little that any connection may cost.
    pub(super) fn held_cost(&self) -> usize {
        match &self.state {
            State::Probing(probing) => probing.cost(),
            State::Speaking(speaking) => speaking.held_cost(),
            State::Fresh | State::Quiet(_) | State::Silent(_) => 0,
        }
    }

    /// Nearly every connection is recognised by its first few bytes; then nothing but those is kept.
    fn recognised_at_once(&mut self, from: Half, piece: Piece<'_>, around: Around) -> bool {
        let Piece::Bytes(bytes, _) = piece else { return false };
        if self.depth > 0 || bytes.len() > QUIET_BYTES {
            return false;
        }
        let said = if from == Half::A { [bytes, &[]] } else { [&[], bytes] };
        let Asked::Found(protocol, client, by) = probing::ask(said, from, around, false) else {
            return false;
        };
        let short = self.log.push(from, piece, QUIET_BYTES);
        if short {
            let client = around.client.unwrap_or(client);
            self.state = State::Quiet(Found { protocol, by, client, late: around.late });
        }
        short
    }

    /// Holds a piece and asks the probes. `last`: decide now.
    pub(super) fn probe<'a>(
        &mut self,
        from: Half,
        piece: Option<Piece<'a>>,
        around: Around,
        last: bool,
    ) -> Option<Decided<'a>> {
        if let State::Fresh = self.state {
            if piece.is_some_and(|piece| !last && self.recognised_at_once(from, piece, around)) {
                return None;
            }
            self.state = State::Probing(Box::default());
        }
        match &mut self.state {
            State::Quiet(found) => {
                let found = *found;
                if let (Some(piece), false) = (piece, last)
                    && self.log.push(from, piece, QUIET_BYTES)
                {
                    return None;
                }
                let log = std::mem::take(&mut self.log);
                let last = piece.map(|piece| (from, piece));
                Some(Decided { client: found.client, found: Some(found), held: Vec::new(), log, last })
            }
            State::Probing(probing) => {
                let ask = piece.is_some_and(|piece| probing.hold(from, piece));
                let full = probing.is_full() || last;
                if !ask && !full {
                    return None;
                }
                let late = around.late || probing.late;
                let found = match probing.ask(around, full) {
                    Asked::Found(protocol, client, by) => {
                        Some(Found { protocol, by, client: around.client.unwrap_or(client), late })
                    }
                    Asked::Possible if !full => return None,
                    Asked::Possible | Asked::Impossible => None,
                };
                let held = std::mem::take(&mut probing.held);
                if let Some(found) = found
                    && let (0, false) = (self.depth, full)
                    && let Some(log) = short(&held)
                {
                    (self.state, self.log) = (State::Quiet(found), log);
                    return None;
                }
                let client = found.map_or(likely_client(around), |found| found.client);
                Some(Decided { client, found, held, log: Log::default(), last: None })
            }
            State::Fresh | State::Speaking(_) | State::Silent(_) => None,
        }
    }

    /// No protocol claims it.
    pub(super) fn silence(&mut self) {
        self.state = State::Silent(Vec::new());
    }

    /// Keeps the first of the bytes that nobody reads.
    pub(super) fn let_go(&mut self, bytes: &[u8]) {
        if let State::Silent(first) = &mut self.state {
            let room = OPENING_BYTES.saturating_sub(first.len());
            first.extend(bytes.iter().take(room));
        }
    }

    /// The first bytes that nobody read.
    pub(super) fn take_unread(&mut self) -> Vec<u8> {
        match &mut self.state {
            State::Silent(first) => std::mem::take(first),
            _ => Vec::new(),
        }
    }

    /// Opens a session for what was found, before the pieces are delivered.
    pub(super) fn decide(&mut self, decided: &Decided<'_>, context: &mut Context<'_>) {
        let Some(found) = decided.found else {
            self.silence();
            return;
        };
        if self.depth == 0 {
            context.record.conversation.recognised_by = Some(found.by);
        }
        let late = std::mem::replace(&mut context.late, found.late);
        self.open(found.protocol, None, context);
        context.late = late;
    }

    fn open(&mut self, protocol: &'static Protocol, after: Option<&'static str>, context: &mut Context<'_>) {
        let Context { wanted, late, .. } = *context;
        let opened = Opened {
            wanted,
            stream: context.connection.stream,
            encrypted: self.encrypted,
            late,
            ends: context.ends(),
            after,
        };
        context.record.conversation.protocols.push(protocol.id);
        self.state = State::Speaking(Box::new(Speaking::new(protocol, &opened, self.depth)));
    }

    /// Feeds the session; a channel that has none lets the piece go.
    pub(super) fn feed(&mut self, from: Side, piece: Piece<'_>, context: &mut Context<'_>) {
        let State::Speaking(speaking) = &mut self.state else { return };
        match speaking.feed(from, piece, context) {
            Next::More => {}
            Next::GiveUp => {
                self.finish(context);
                self.silence();
            }
            Next::Switch(id) => self.switch(id, context),
        }
    }

    fn switch(&mut self, id: &'static str, context: &mut Context<'_>) {
        self.finish(context);
        let State::Speaking(speaking) = std::mem::replace(&mut self.state, State::Silent(Vec::new())) else {
            return;
        };
        let Some(protocol) = by_id(id) else { return };
        self.open(protocol, Some(speaking.protocol.id), context);
        let [client, server] = speaking.into_held();
        for (side, held) in [(Side::Client, client), (Side::Server, server)] {
            for owned in held {
                self.feed(side, owned.piece(), context);
            }
        }
    }

    /// The connection is over.
    pub(super) fn finish(&mut self, context: &mut Context<'_>) {
        let (depth, encrypted) = (self.depth, self.encrypted);
        let State::Speaking(speaking) = &mut self.state else { return };
        let Speaking { session, inner, .. } = speaking.as_mut();
        session.finish(&mut Desk { context, inner, depth, encrypted });
        if let Some(inner) = inner {
            inner.finish_inside(context);
        }
    }

    /// Lets go of what the session left, to keep a bound over all connections.
    pub(super) fn drop_held(&mut self, limit: usize, context: &mut Context<'_>) {
        if let State::Speaking(speaking) = &mut self.state {
            speaking.drop_held(limit, context);
        }
    }

    /// A piece from inside an encrypted session, whose sides are known.
    pub(super) fn feed_inside(&mut self, from: Side, piece: Piece<'_>, context: &mut Context<'_>) {
        if !self.is_waiting() {
            self.feed(from, piece, context);
            return;
        }
        let half = if from == Side::Client { Half::A } else { Half::B };
        if let Some(decided) = self.probe(half, Some(piece), context.around(), false) {
            self.replay_inside(decided, context);
        }
    }

    fn replay_inside(&mut self, decided: Decided<'_>, context: &mut Context<'_>) {
        self.decide(&decided, context);
        decided.replay(|half, piece| {
            let side = if half == Half::A { Side::Client } else { Side::Server };
            self.feed(side, piece, context);
        });
    }

    fn finish_inside(&mut self, context: &mut Context<'_>) {
        if let Some(decided) = self.probe(Half::A, None, context.around(), true) {
            self.replay_inside(decided, context);
        }
        self.finish(context);
    }
}

impl Context<'_> {
    /// Address and port of the client and of the server.
    fn ends(&self) -> [(IpAddr, u16); 2] {
        [self.client, self.client.other()].map(|half| {
            let end = self.connection.end(half);
            (end.address, end.port)
        })
    }

    /// For what is inside encryption: the sides are known.
    fn around(&self) -> Around {
        Around { ends: self.ends(), client: Some(Half::A), late: self.late, inside: true }
    }
}

impl Decided<'_> {
    /// Whether a protocol claims it.
    pub(super) fn is_found(&self) -> bool {
        self.found.is_some()
    }

    /// The end that is the client.
    pub(super) fn client(&self) -> Half {
        self.client
    }

    /// Gives the pieces that were held, in order.
    pub(super) fn replay(self, mut give: impl FnMut(Half, Piece<'_>)) {
        for (half, owned) in self.held {
            give(half, owned.piece());
        }
        self.log.replay(&mut give);
        if let Some((half, piece)) = self.last {
            give(half, piece);
        }
    }
}

/// The pieces as a log, where they are few bytes without a gap.
fn short(held: &[(Half, Owned)]) -> Option<Log> {
    let mut log = Log::default();
    for (from, owned) in held {
        if !log.push(*from, owned.piece(), QUIET_BYTES) {
            return None;
        }
    }
    Some(log)
}
