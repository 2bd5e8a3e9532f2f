//! Two streams of bytes looking for their protocol, and then speaking it.
//!
//! A channel starts by probing: bytes are held until a protocol says that they are its own. From then on a session is
//! fed; what it does not take is held and offered again when the other side has moved. A session may hand over to
//! another one (STARTTLS), or give up; the bytes of a channel without a protocol are let go.

use std::collections::VecDeque;
use std::net::IpAddr;

use crate::dialogue::{Fault, Finding, Frames, Gap, GapCause, Half, Piece, Severity, Side, Wanted};
use crate::proto::{Fed, Next, Opened, Protocol, Session, by_id};

use super::probing::{Around, Owned, Probing, likely_client};
use super::record::{Desk, Record};

/// Bytes of one side that a session may leave. A client that talks on in front of a TLS handshake sends less.
const HELD_BYTES: usize = 256 << 10;
/// Sessions inside sessions: TLS in STARTTLS in TLS is already a curiosity.
pub(super) const MAX_DEPTH: u8 = 3;

pub(super) struct Channel {
    state: State,
    depth: u8,
    encrypted: bool,
}

enum State {
    Probing(Probing),
    Speaking(Box<Speaking>),
    /// No protocol claims it, or its session gave up.
    Silent,
}

struct Speaking {
    protocol: &'static Protocol,
    session: Box<dyn Session>,
    held: [VecDeque<Owned>; 2],
    held_bytes: [usize; 2],
    inner: Option<Box<Channel>>,
}

/// A decision of a probing channel: who is the client, and the pieces that were held, to be delivered in order.
pub(super) struct Decided {
    client: Half,
    held: Vec<(Half, Owned)>,
}

impl Channel {
    pub(super) fn new() -> Self {
        Channel { state: State::Probing(Probing::default()), depth: 0, encrypted: false }
    }

    pub(super) fn inside(depth: u8, encrypted: bool) -> Self {
        Channel { state: State::Probing(Probing::default()), depth, encrypted }
    }

    /// Whether it still looks for its protocol.
    pub(super) fn is_probing(&self) -> bool {
        matches!(self.state, State::Probing(_))
    }

    /// Whether nothing more is wanted.
    pub(super) fn is_silent(&self) -> bool {
        matches!(self.state, State::Silent)
    }

    /// The id of the protocol that is being spoken.
    pub(super) fn protocol(&self) -> Option<&'static str> {
        match &self.state {
            State::Speaking(speaking) => Some(speaking.protocol.id),
            _ => None,
        }
    }

    /// Holds a piece and asks the probes. `last`: decide now.
    pub(super) fn probe(
        &mut self,
        from: Half,
        piece: Option<Piece<'_>>,
        around: Around,
        record: &mut Record,
        wanted: &Wanted,
        last: bool,
    ) -> Option<Decided> {
        let State::Probing(probing) = &mut self.state else { return None };
        let grew = piece.is_some_and(|piece| probing.hold(from, piece));
        let full = probing.is_full();
        if !grew && !last && !full {
            return None;
        }
        let found = probing.ask(around, last || full);
        if found.is_none() && !(last || full) && probing.is_possible(around) {
            return None;
        }
        let held = std::mem::take(&mut probing.held);
        let late = around.late || probing.late;
        let Some((protocol, client, by)) = found else {
            self.state = State::Silent;
            return Some(Decided { client: likely_client(around), held });
        };
        let client = around.client.unwrap_or(client);
        let [a, b] = around.ends;
        let ends = if client == Half::A { [a, b] } else { [b, a] };
        if self.depth == 0 {
            record.recognised_by = Some(by);
        }
        self.open(protocol, ends, late, None, record, wanted);
        Some(Decided { client, held })
    }

    fn open(
        &mut self,
        protocol: &'static Protocol,
        ends: [(IpAddr, u16); 2],
        late: bool,
        after: Option<&'static str>,
        record: &mut Record,
        wanted: &Wanted,
    ) {
        let opened = Opened { wanted, encrypted: self.encrypted, late, ends, after };
        record.protocols.push(protocol.id);
        let session = (protocol.open)(&opened);
        self.state = State::Speaking(Box::new(Speaking {
            protocol,
            session,
            held: Default::default(),
            held_bytes: [0; 2],
            inner: None,
        }));
    }

    /// Feeds the session; a channel that has none lets the piece go.
    pub(super) fn feed(
        &mut self,
        from: Side,
        piece: Piece<'_>,
        record: &mut Record,
        wanted: &Wanted,
        ends: [(IpAddr, u16); 2],
        late: bool,
    ) {
        let (depth, encrypted) = (self.depth, self.encrypted);
        let State::Speaking(speaking) = &mut self.state else { return };
        let mut context = Context { record, wanted, ends, late, depth, encrypted };
        let next = speaking.feed(from, piece, &mut context);
        match next {
            Next::More => {}
            Next::GiveUp => self.give_up(record, wanted, ends, late),
            Next::Switch(id) => self.switch(id, record, wanted, ends, late),
        }
    }

    fn give_up(&mut self, record: &mut Record, wanted: &Wanted, ends: [(IpAddr, u16); 2], late: bool) {
        self.finish_session(record, wanted, ends, late);
        self.state = State::Silent;
    }

    fn switch(
        &mut self,
        id: &'static str,
        record: &mut Record,
        wanted: &Wanted,
        ends: [(IpAddr, u16); 2],
        late: bool,
    ) {
        self.finish_session(record, wanted, ends, late);
        let State::Speaking(speaking) = std::mem::replace(&mut self.state, State::Silent) else { return };
        let Some(protocol) = by_id(id) else { return };
        let after = speaking.protocol.id;
        self.open(protocol, ends, late, Some(after), record, wanted);
        let [client, server] = speaking.held;
        for (side, held) in [(Side::Client, client), (Side::Server, server)] {
            for owned in held {
                self.feed(side, owned.piece(), record, wanted, ends, late);
            }
        }
    }

    fn finish_session(&mut self, record: &mut Record, wanted: &Wanted, ends: [(IpAddr, u16); 2], late: bool) {
        let (depth, encrypted) = (self.depth, self.encrypted);
        let State::Speaking(speaking) = &mut self.state else { return };
        let Speaking { session, inner, .. } = speaking.as_mut();
        session.finish(&mut Desk { record, wanted, inner, ends, late, depth, encrypted });
        if let Some(inner) = inner {
            inner.finish_inside(record, wanted, ends, late);
        }
    }

    /// The connection is over.
    pub(super) fn finish(
        &mut self,
        record: &mut Record,
        wanted: &Wanted,
        ends: [(IpAddr, u16); 2],
        late: bool,
    ) {
        self.finish_session(record, wanted, ends, late);
    }

    /// A piece from inside an encrypted session, whose sides are known.
    pub(super) fn feed_inside(
        &mut self,
        from: Side,
        piece: Piece<'_>,
        record: &mut Record,
        wanted: &Wanted,
        ends: [(IpAddr, u16); 2],
        late: bool,
    ) {
        if self.is_probing() {
            let half = if from == Side::Client { Half::A } else { Half::B };
            let around = Around { ends, client: Some(Half::A), late };
            if let Some(decided) = self.probe(half, Some(piece), around, record, wanted, false) {
                self.replay_inside(decided, record, wanted, ends, late);
            }
        } else {
            self.feed(from, piece, record, wanted, ends, late);
        }
    }

    fn replay_inside(
        &mut self,
        decided: Decided,
        record: &mut Record,
        wanted: &Wanted,
        ends: [(IpAddr, u16); 2],
        late: bool,
    ) {
        for (half, owned) in decided.held {
            let side = if half == Half::A { Side::Client } else { Side::Server };
            self.feed(side, owned.piece(), record, wanted, ends, late);
        }
    }

    fn finish_inside(&mut self, record: &mut Record, wanted: &Wanted, ends: [(IpAddr, u16); 2], late: bool) {
        let around = Around { ends, client: Some(Half::A), late };
        if let Some(decided) = self.probe(Half::A, None, around, record, wanted, true) {
            self.replay_inside(decided, record, wanted, ends, late);
        }
        self.finish_session(record, wanted, ends, late);
    }
}

impl Decided {
    /// The end that is the client.
    pub(super) fn client(&self) -> Half {
        self.client
    }

    /// Gives the pieces that were held, in order.
    pub(super) fn replay(self, mut give: impl FnMut(Half, Piece<'_>)) {
        for (half, owned) in self.held {
            give(half, owned.piece());
        }
    }
}

/// What a session needs around it while it is fed.
struct Context<'a> {
    record: &'a mut Record,
    wanted: &'a Wanted,
    ends: [(IpAddr, u16); 2],
    late: bool,
    depth: u8,
    encrypted: bool,
}

impl Speaking {
    /// Feeds a piece, behind what is held of its side, and then offers again what the other side has left.
    fn feed(&mut self, from: Side, piece: Piece<'_>, context: &mut Context<'_>) -> Next {
        let waits = self.held.get(from.index()).is_some_and(|held| !held.is_empty());
        if waits {
            self.hold(from, Owned::of(piece), context);
            match self.offer_again(from, context) {
                Next::More => {}
                next => return next,
            }
        } else {
            let fed = self.give(from, piece, context);
            if let Piece::Bytes(bytes, place) = piece
                && fed.taken < bytes.len()
                && fed.next != Next::GiveUp
            {
                let rest = bytes.get(fed.taken..).unwrap_or_default().to_vec();
                self.hold(from, Owned::Bytes(rest, place.after(fed.taken)), context);
            }
            if fed.next != Next::More {
                return fed.next;
            }
        }
        match self.offer_again(from.other(), context) {
            // What this side has left may have waited for that.
            Next::More => self.offer_again(from, context),
            next => next,
        }
    }

    fn give(&mut self, from: Side, piece: Piece<'_>, context: &mut Context<'_>) -> Fed {
        let Context { record, wanted, ends, late, depth, encrypted } = context;
        let (ends, late, depth, encrypted) = (*ends, *late, *depth, *encrypted);
        self.session.feed(
            from,
            piece,
            &mut Desk { record, wanted, inner: &mut self.inner, ends, late, depth, encrypted },
        )
    }

    /// Offers what a side has left, as long as the session takes something of it.
    fn offer_again(&mut self, side: Side, context: &mut Context<'_>) -> Next {
        loop {
            let Some(owned) = self.held.get_mut(side.index()).and_then(VecDeque::pop_front) else {
                return Next::More;
            };
            let fed = self.give(side, owned.piece(), context);
            if let Owned::Bytes(bytes, place) = owned {
                let taken = fed.taken.min(bytes.len());
                if let Some(held) = self.held_bytes.get_mut(side.index()) {
                    *held = held.saturating_sub(taken);
                }
                let stuck = taken == 0 && fed.next == Next::More;
                if let Some(rest) = bytes.get(taken..).filter(|rest| !rest.is_empty()) {
                    let rest = Owned::Bytes(rest.to_vec(), place.after(taken));
                    if let Some(held) = self.held.get_mut(side.index()) {
                        held.push_front(rest);
                    }
                }
                if stuck {
                    return Next::More;
                }
            }
            if fed.next != Next::More {
                return fed.next;
            }
        }
    }

    fn hold(&mut self, side: Side, owned: Owned, context: &mut Context<'_>) {
        let index = side.index();
        let (Some(held), Some(held_bytes)) = (self.held.get_mut(index), self.held_bytes.get_mut(index))
        else {
            return;
        };
        let (bytes, place) = match (owned, held.back_mut()) {
            (Owned::Bytes(bytes, place), _) => (bytes, place),
            // Behind the bound every byte is a gap: a real one joins it, or gaps would wait without end.
            (Owned::Gap(gap), Some(Owned::Gap(last))) => {
                last.len = last.len.saturating_add(gap.len);
                return;
            }
            (owned, _) => {
                held.push_back(owned);
                return;
            }
        };
        if *held_bytes + bytes.len() <= HELD_BYTES {
            *held_bytes += bytes.len();
            held.push_back(Owned::Bytes(bytes, place));
            return;
        }
        // Beyond the bound the bytes become a gap of our making, said once.
        let len = bytes.len() as u64;
        if let Some(Owned::Gap(gap)) = held.back_mut() {
            gap.len = gap.len.saturating_add(len);
            return;
        }
        context.record.add_finding(
            Finding::new("tcp.too-much-waiting", Severity::Error, Fault::Wiretale)
                .with("limit", HELD_BYTES)
                .at(Frames::one(place.frame)),
        );
        held.push_back(Owned::Gap(Gap { len, cause: GapCause::Unknown, at: place }));
    }
}
