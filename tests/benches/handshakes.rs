//! TLS handshakes out of the captures of this project, as turns of client and server.

use std::io::Cursor;
use std::path::Path;

use wiretale::dialogue::{Capture, Conversation, Piece, Side, Wanted};

const RECORDED: [&str; 3] = ["tls12-ecdhe-rsa-aes128-gcm", "tls13", "tls12-rsa"];

#[derive(Default)]
struct Turns(Vec<(bool, Vec<u8>)>);

impl wiretale::Out for Turns {
    fn conversation(&mut self, conversation: Box<Conversation>) -> Option<Box<Conversation>> {
        Some(conversation)
    }

    fn capture(&mut self, _: Capture) {}

    fn bytes(&mut self, _: u64, side: Side, piece: Piece<'_>) {
        let Piece::Bytes(bytes, _) = piece else { return };
        let server = side == Side::Server;
        match self.0.last_mut() {
            Some((last, said)) if *last == server => said.extend(bytes),
            _ => self.0.push((server, bytes.to_vec())),
        }
    }
}

/// What was said in each of them.
pub fn recorded() -> Vec<Vec<(bool, Vec<u8>)>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("captures/tls");
    RECORDED
        .iter()
        .map(|name| {
            let file = std::fs::read(folder.join(format!("{name}.pcapng"))).unwrap();
            let mut turns = Turns::default();
            let wanted = Wanted { bytes: true, ..Wanted::default() };
            wiretale::analyze(Box::new(Cursor::new(file)), &wanted, &mut turns).unwrap();
            turns.0
        })
        .collect()
}
