//! A zip on its way to a browser while it is written: a piece is sent as soon as nothing in it changes any more, so that two
//! pictures are in memory however many there are, and nothing of a person lies in a file in clear.
//!
//! Whoever writes a zip goes back once for each file in it, to say in its head how long it is, and then on at the end. What
//! lies before that end is done.

use std::io::{self, Seek, SeekFrom, Write};

use axum::body::Bytes;
use tokio::sync::mpsc::{Receiver, Sender, channel};

/// Pieces that wait to be taken; whoever writes waits for whoever reads.
const AHEAD: usize = 1;

/// Where a zip is written to.
pub(super) struct Pieces {
    to: Sender<Bytes>,
    /// How much was sent.
    sent: u64,
    /// What follows it and may change.
    open: Vec<u8>,
    /// Where in it is written next.
    at: usize,
}

impl Pieces {
    /// The one end to write to, the other to read from.
    pub(super) fn new() -> (Self, Receiver<Bytes>) {
        let (to, from) = channel(AHEAD);
        (Self { to, sent: 0, open: Vec::new(), at: 0 }, from)
    }
    /// Sends what is there. Not for threads that answer requests.
    pub(super) fn send(&mut self) -> io::Result<()> {
        let piece = Bytes::from(std::mem::take(&mut self.open));
        (self.sent, self.at) = (self.sent + piece.len() as u64, 0);
        self.to.blocking_send(piece).map_err(|_| io::ErrorKind::BrokenPipe.into())
    }
    fn end(&self) -> u64 {
        self.sent + self.open.len() as u64
    }
}

impl Write for Pieces {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let over = bytes.len().min(self.open.len() - self.at);
        let (old, new) = bytes.split_at(over);
        if let Some(place) = self.open.get_mut(self.at..self.at + over) {
            place.copy_from_slice(old);
        }
        self.open.extend_from_slice(new);
        self.at += bytes.len();
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Seek for Pieces {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let now = self.sent + self.at as u64;
        let wanted = match to {
            SeekFrom::Start(place) => Some(place),
            SeekFrom::End(by) => self.end().checked_add_signed(by),
            SeekFrom::Current(by) => now.checked_add_signed(by),
        };
        let place = wanted.and_then(|wanted| wanted.checked_sub(self.sent));
        let place = place.and_then(|place| usize::try_from(place).ok());
        let place = place.filter(|place| *place <= self.open.len());
        let place = place.ok_or_else(|| io::Error::other("this was sent already"))?;
        let done = place == self.open.len() && self.at < place;
        self.at = place;
        if done {
            self.send()?;
        }
        Ok(self.sent + self.at as u64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_is_sent_when_its_head_was_written_anew_and_not_before() {
        let (mut pieces, mut from) = Pieces::new();
        pieces.write_all(b"head? body").unwrap();
        assert_eq!(pieces.stream_position().unwrap(), 10);
        assert!(from.try_recv().is_err());
        pieces.seek(SeekFrom::Start(0)).unwrap();
        pieces.write_all(b"head!").unwrap();
        assert!(from.try_recv().is_err());
        assert_eq!(pieces.seek(SeekFrom::Start(10)).unwrap(), 10);
        assert_eq!(from.try_recv().unwrap(), "head! body");
        pieces.write_all(b"end").unwrap();
        assert!(pieces.seek(SeekFrom::Start(9)).is_err(), "what was sent is sent");
        pieces.send().unwrap();
        assert_eq!(from.try_recv().unwrap(), "end");
    }

    #[test]
    fn who_writes_ends_when_nobody_reads() {
        let (mut pieces, from) = Pieces::new();
        drop(from);
        pieces.write_all(b"body").unwrap();
        assert!(pieces.send().is_err());
    }
}
