//! A connection that carries payload: its channel and its record.

use crate::dialogue::{
    Conversation, Ending, Fault, Finding, Frames, Half, Messages, Piece, Severity, Side, Wanted,
};
use crate::flow::Connection;
use crate::proto::by_id;

use super::channel::{Channel, Context, Decided};
use super::ended::Ended;
use super::events;
use super::names::Names;
use super::probing::{self, likely_client};
use super::record::{Record, Repeated};
use super::shared::Shared;
use super::twins::{Sighting, Twins};

#[derive(Default)]
pub(super) struct Talk {
    channel: Channel,
    /// Once there is something to write down: an idle connection has said a line at most.
    record: Option<Box<Record>>,
    /// Known from the connection, or with its protocol.
    pub(super) client: Option<Half>,
    begun: bool,
    /// What it held when that was last added up over all connections; the bound over them is far below 4 GiB.
    pub(super) accounted: u32,
}

impl Talk {
    /// Makes it one of which nothing is known; the room of what it held stays.
    pub(super) fn clear(&mut self) {
        self.channel.clear();
        (self.record, self.client, self.begun, self.accounted) = (None, None, false, 0);
    }

    /// What it holds beyond the little that any connection may cost.
    pub(super) fn held_cost(&self) -> usize {
        self.channel.held_cost()
    }

    pub(super) fn piece(
        &mut self,
        connection: &Connection,
        from: Half,
        piece: Piece<'_>,
        shared: &mut Shared<'_>,
    ) {
        if self.channel.keeps(from, piece) {
            return;
        }
        if !self.channel.is_waiting() {
            self.deliver(connection, from, piece, shared);
            return;
        }
        if let Some(decided) = self.channel.probe(from, Some(piece), around(connection), false) {
            self.decided(connection, decided, shared);
        }
    }

    /// Holds nothing any more, to keep a bound over all connections: what is not recognised yet is decided, what its
    /// session left waits no longer. Each loss is a finding.
    pub(super) fn hold_no_more(&mut self, connection: &Connection, limit: usize, shared: &mut Shared<'_>) {
        if self.channel.is_waiting() {
            self.record(shared).add_finding(
                Finding::new("tcp.recognised-early", Severity::Warning, Fault::Wiretale)
                    .with("limit", limit)
                    .at(Frames::one(connection.last.0)),
            );
            if let Some(decided) = self.channel.probe(Half::A, None, around(connection), true) {
                self.decided(connection, decided, shared);
            }
        }
        let (channel, mut context) = self.context(connection, shared);
        channel.drop_held(limit, &mut context);
    }

    fn record(&mut self, shared: &mut Shared<'_>) -> &mut Record {
        self.record.get_or_insert_with(|| Box::new(shared.record()))
    }

    fn decided(&mut self, connection: &Connection, decided: Decided<'_>, shared: &mut Shared<'_>) {
        self.client = Some(decided.client());
        if !decided.is_found() {
            self.channel.silence();
            decided.replay(|half, piece| self.deliver(connection, half, piece, shared));
            return;
        }
        let (channel, mut context) = self.context(connection, shared);
        channel.decide(&decided, &mut context);
        decided.replay(|half, piece| self.deliver(connection, half, piece, shared));
    }

    /// A piece of a known client or server: to the caller who wants bytes, to the accounts, to the session.
    fn deliver(&mut self, connection: &Connection, from: Half, piece: Piece<'_>, shared: &mut Shared<'_>) {
        let client = self.client.unwrap_or(Half::A);
        let side = if from == client { Side::Client } else { Side::Server };
        let protocol = self.channel.protocol();
        if shared.wanted.bytes && (!shared.wanted.decrypted || self.channel.is_silent()) {
            shared.out.bytes(connection.stream, side, piece);
        }
        if self.channel.is_silent() {
            self.silent(side, piece, shared);
            return;
        }
        if !self.begun {
            self.begun = true;
            let name = || protocol.and_then(by_id).map(|protocol| protocol.name);
            self.record(shared).event(|| events::begin(connection, name()));
        }
        let (channel, mut context) = self.context(connection, shared);
        context.record.opaque = 0;
        if let Piece::End(ending) = piece {
            context.record.closing.ending(side, ending);
            if let Ending::Reset(_) = ending {
                // A reset ends both directions.
                channel.feed(side.other(), piece, &mut context);
            }
        }
        channel.feed(side, piece, &mut context);
        context.record.tell_inside(connection.stream, shared.out);
        if let (Piece::Bytes(bytes, place), Some(protocol)) = (piece, protocol) {
            context.record.count_frame(side, place, bytes.len(), protocol);
        }
        if shared.wanted.messages == Messages::Kept {
            context.record.tell_messages(connection.stream, shared.out);
        }
    }

    /// The channel, and what it needs around it.
    fn context<'a, 'w: 'a>(
        &'a mut self,
        connection: &'a Connection,
        shared: &mut Shared<'w>,
    ) -> (&'a mut Channel, Context<'a>) {
        let record = self.record.get_or_insert_with(|| Box::new(shared.record()));
        let client = self.client.unwrap_or(Half::A);
        (
            &mut self.channel,
            Context { record, wanted: shared.wanted, connection, client, late: connection.late() },
        )
    }

    /// What is kept of a conversation that no protocol claims: its first bytes, and what is missing.
    fn silent(&mut self, side: Side, piece: Piece<'_>, shared: &mut Shared<'_>) {
        match piece {
            Piece::Bytes(bytes, _) => self.channel.let_go(bytes),
            Piece::Gap(gap) => self.record(shared).add_gap(side, &gap),
            Piece::End(_) => {}
        }
    }

    pub(super) fn repeated(&mut self, repeated: Repeated, shared: &mut Shared<'_>) {
        self.record(shared).repeated(repeated);
    }

    /// The connection is over.
    pub(super) fn finish(
        &mut self,
        connection: &Connection,
        names: &Names,
        twins: &mut Twins,
        shared: &mut Shared<'_>,
    ) -> Box<Conversation> {
        let wanted = shared.wanted;
        let sighting = self.sighting(wanted, twins);
        if !matches!(sighting, Sighting::Twin(_))
            && let Some(decided) = self.channel.probe(Half::A, None, around(connection), true)
        {
            self.decided(connection, decided, shared);
        }
        let client = self.client.unwrap_or_else(|| likely_client(around(connection)));
        self.client = Some(client);
        let mut record = match sighting {
            Sighting::Twin(twin) => {
                let mut record = Record::of_twin(twin, wanted);
                let protocol = record.conversation.protocols.first().and_then(|id| by_id(id));
                record.begin(|| events::begin(connection, protocol.map(|protocol| protocol.name)));
                record
            }
            sighting => {
                let mut record = self.end(connection, shared);
                record.count_used();
                if let Sighting::Known(at) = sighting {
                    twins.learn(at, &record);
                }
                record
            }
        };
        if wanted.steps {
            events::end(&mut record, connection, client);
        }
        let ended = Ended { record, opening_bytes: self.channel.take_unread() };
        ended.conversation(connection, client, names, wanted)
    }

    /// What is known of this conversation from others that said the same.
    fn sighting(&mut self, wanted: &Wanted, twins: &mut Twins) -> Sighting {
        // Bytes are told as a session takes them, and what was repeated is not in the log.
        let told = wanted.bytes || wanted.decrypted;
        let (Some((found, log)), false, None) = (self.channel.quiet(), told, &self.record) else {
            return Sighting::New;
        };
        let sighting = twins.meet(found, log);
        if let Sighting::Twin(_) = sighting {
            self.client = Some(found.client);
        }
        sighting
    }

    /// The end of the connection, told to its session.
    fn end(&mut self, connection: &Connection, shared: &mut Shared<'_>) -> Record {
        let (channel, mut context) = self.context(connection, shared);
        for side in [Side::Client, Side::Server] {
            channel.feed(side, Piece::End(Ending::CaptureEnd), &mut context);
        }
        channel.finish(&mut context);
        context.record.tell_inside(connection.stream, shared.out);
        if shared.wanted.messages == Messages::Kept {
            context.record.tell_messages(connection.stream, shared.out);
        }
        let mut record = self.record.take().map_or_else(|| shared.record(), |record| *record);
        if !self.begun {
            record.event(|| events::begin(connection, None));
        }
        record
    }
}

fn around(connection: &Connection) -> probing::Around {
    let ends = connection.ends.map(|end| (end.address, end.port));
    probing::Around { ends, client: connection.client, late: connection.late(), inside: false }
}

#[cfg(test)]
mod tests {
    use super::Talk;

    /// A million connections that have said a line: each costs this, and what it said.
    #[test]
    fn a_conversation_that_is_idle_stays_small() {
        assert!(size_of::<Talk>() <= 80, "{}", size_of::<Talk>());
    }
}
