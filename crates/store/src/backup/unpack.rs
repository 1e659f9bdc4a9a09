//! Parts out of a file under lock, one after the other, on a thread of its own.

use std::io::Read;

use tokio::sync::mpsc;

use super::lock::unread;
use super::{Fault, Unlock};

/// Parts that wait for the database.
const WAITING: usize = 4;
/// Bytes of a part.
const LARGEST: u64 = 1 << 30;

/// What comes out of the file.
enum Out {
    Part(String, Vec<u8>),
    /// Everything was read up to the last byte, and is what was written.
    End,
}

/// A file that is being read.
pub(super) struct Unpack(mpsc::Receiver<Result<Out, Fault>>);

impl Unpack {
    pub(super) fn begin<R: Read + Send + 'static>(from: R, unlock: Unlock) -> Self {
        let (to, parts) = mpsc::channel(WAITING);
        tokio::task::spawn_blocking(move || {
            if let Err(fault) = unpack(from, &unlock, &to) {
                // Nobody listens any more if this fails.
                to.blocking_send(Err(fault)).ok();
            }
        });
        Self(parts)
    }

    /// The next part; `None` when there was the last and the file is whole.
    pub(super) async fn next(&mut self) -> Result<Option<(String, Vec<u8>)>, Fault> {
        match self.0.recv().await {
            Some(Ok(Out::Part(name, bytes))) => Ok(Some((name, bytes))),
            Some(Ok(Out::End)) => Ok(None),
            Some(Err(fault)) => Err(fault),
            None => Err(Fault::damaged("its end is missing")),
        }
    }
}

fn unpack<R: Read>(
    from: R,
    unlock: &Unlock,
    to: &mpsc::Sender<Result<Out, Fault>>,
) -> Result<(), Fault> {
    let mut tar = tar::Archive::new(unlock.open(from)?);
    for entry in tar.entries().map_err(unread)? {
        let entry = entry.map_err(unread)?;
        let name = entry.path_bytes().into_owned();
        let name = String::from_utf8(name).map_err(|_| Fault::damaged("a name in it"))?;
        let mut bytes = Vec::new();
        entry.take(LARGEST + 1).read_to_end(&mut bytes).map_err(unread)?;
        if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > LARGEST {
            return Err(Fault::damaged("a part over 1 GB"));
        }
        if to.blocking_send(Ok(Out::Part(name, bytes))).is_err() {
            return Ok(());
        }
    }
    drain(tar.into_inner())?;
    to.blocking_send(Ok(Out::End)).ok();
    Ok(())
}

/// Only at its last byte does a stream under lock show that nothing was cut off.
fn drain(mut rest: impl Read) -> Result<(), Fault> {
    let mut buffer = [0; 8192];
    loop {
        let read = rest.read(&mut buffer).map_err(unread)?;
        let read = buffer.get(..read).unwrap_or_default();
        if read.is_empty() {
            return Ok(());
        }
        if read.iter().any(|byte| *byte != 0) {
            return Err(Fault::damaged("something after its end"));
        }
    }
}
