//! Parts into a file under lock, one after the other, on a thread of its own; a few parts are in memory at most.

use std::io::Write;

use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use super::manifest::{MANIFEST, Manifest, Part};
use super::{Fault, Lock};
use crate::error::Error;

/// Parts that wait for the disk.
const WAITING: usize = 4;

/// A name and content.
type Named = (String, Vec<u8>);

/// A file that is being written.
pub(super) struct Pack<W> {
    parts: mpsc::Sender<Named>,
    done: JoinHandle<Result<W, Fault>>,
    pub manifest: Manifest,
}

impl<W: Write + Send + 'static> Pack<W> {
    pub(super) fn begin(out: W, lock: Lock) -> Self {
        let (parts, coming) = mpsc::channel(WAITING);
        let done = tokio::task::spawn_blocking(move || pack(out, &lock, coming));
        Self { parts, done, manifest: Manifest::default() }
    }

    /// Adds a part.
    pub(super) async fn put(&mut self, name: String, bytes: Vec<u8>) -> Result<(), Fault> {
        self.manifest.parts.insert(name.clone(), Part::of(&bytes));
        self.send(name, bytes).await
    }

    async fn send(&mut self, name: String, bytes: Vec<u8>) -> Result<(), Fault> {
        if self.parts.send((name, bytes)).await.is_ok() {
            return Ok(());
        }
        // The thread has ended, so it has a reason.
        match (&mut self.done).await {
            Ok(Err(fault)) => Err(fault),
            _ => Err(stopped()),
        }
    }

    /// Adds the manifest and the end. Without them nobody takes the file for whole.
    pub(super) async fn finish(mut self) -> Result<(W, Manifest), Fault> {
        let json =
            serde_json::to_vec(&self.manifest).map_err(|_| Fault::damaged("the manifest"))?;
        self.send(MANIFEST.to_owned(), json).await?;
        drop(self.parts);
        let out = self.done.await.map_err(|_| stopped())??;
        Ok((out, self.manifest))
    }
}

fn stopped() -> Fault {
    Error::unavailable("the program is being stopped").into()
}

fn pack<W: Write>(out: W, lock: &Lock, mut parts: mpsc::Receiver<Named>) -> Result<W, Fault> {
    let mut tar = tar::Builder::new(lock.around(out)?);
    while let Some((name, bytes)) = parts.blocking_recv() {
        let mut header = tar::Header::new_gnu();
        header.set_size(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
        header.set_mode(0o600);
        tar.append_data(&mut header, name, bytes.as_slice())?;
    }
    let mut out = tar.into_inner()?.finish()?;
    out.flush()?;
    Ok(out)
}
