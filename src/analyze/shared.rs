//! What all conversations of a capture need, and what they leave for one another.

use crate::dialogue::{Conversation, Wanted};
use crate::flow::Connection;

use super::Out;
use super::record::Record;
use super::talk::Talk;

/// Talks that are kept for others: as many as may begin and end around the same time.
const TALKS: usize = 64;
/// Steps for which a conversation that is used again keeps its room.
const STEPS: usize = 256;

pub(super) struct Shared<'a> {
    pub(super) wanted: &'a Wanted,
    pub(super) out: &'a mut dyn Out,
    /// Those that are over, emptied: others begin where they lie in memory.
    talks: Spare,
    /// One that nobody needs any more, emptied.
    conversation: Option<Box<Conversation>>,
}

/// Boxed, because their places in memory are what is kept.
type Spare = Vec<Box<Talk>>;

impl<'a> Shared<'a> {
    pub(super) fn new(wanted: &'a Wanted, out: &'a mut dyn Out) -> Self {
        Shared { wanted, out, talks: Spare::new(), conversation: None }
    }

    /// A talk that begins.
    pub(super) fn talk(&mut self, connection: &Connection) -> Box<Talk> {
        let mut talk = self.talks.pop().unwrap_or_default();
        talk.client = connection.client;
        talk
    }

    /// A record in which nothing stands.
    pub(super) fn record(&mut self) -> Record {
        Record::new(self.conversation.take().unwrap_or_default(), self.wanted)
    }

    /// Takes a talk that is over.
    pub(super) fn leave(&mut self, mut talk: Box<Talk>) {
        if self.talks.len() < TALKS {
            talk.clear();
            self.talks.push(talk);
        }
    }

    /// Takes a conversation that nobody needs any more: another one is written in its place, and steps in that of its
    /// own.
    pub(super) fn reuse(&mut self, mut conversation: Box<Conversation>) {
        let mut steps = std::mem::take(&mut conversation.steps);
        steps.clear();
        steps.shrink_to(STEPS);
        *conversation = Conversation { steps, ..Conversation::default() };
        self.conversation = Some(conversation);
    }
}
