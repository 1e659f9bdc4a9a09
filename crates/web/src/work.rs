//! What is heavy is done a few at a time, and who comes when too many wait is told at once to come again: a machine that has
//! taken on more than it can do answers nobody.
//!
//! Pages are light and not counted. Pictures have turns of their own: `photos/intake.rs`.

use tokio::sync::{Semaphore, SemaphorePermit};

use crate::problem::Problem;

/// Passphrases that are tried at a time: each fills 19 MB and a core.
const PROVING: usize = 2;
/// And that may wait for it.
const WAITING: usize = 32;
/// Records that are read as a whole at a time, for an export or a backup.
const WHOLE: usize = 2;

/// What is under way.
pub(crate) struct Work {
    proving: Semaphore,
    waiting: Semaphore,
    whole: Semaphore,
}

impl Default for Work {
    fn default() -> Self {
        Self {
            proving: Semaphore::new(PROVING),
            waiting: Semaphore::new(PROVING + WAITING),
            whole: Semaphore::new(WHOLE),
        }
    }
}

impl Work {
    /// A turn to try a passphrase.
    pub(crate) async fn prove(&self) -> Result<[SemaphorePermit<'_>; 2], Problem> {
        let place = self.waiting.try_acquire().map_err(|_| Problem::Busy)?;
        let turn = self.proving.acquire().await.map_err(|_| Problem::Busy)?;
        Ok([place, turn])
    }
    /// A turn to read a whole record.
    pub(crate) fn read_whole(&self) -> Result<SemaphorePermit<'_>, Problem> {
        self.whole.try_acquire().map_err(|_| Problem::Busy)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn who_comes_when_too_many_wait_is_told_at_once() {
        let work = Work::default();
        let turns = [work.prove().await, work.prove().await];
        let waiting = work.waiting.try_acquire_many(u32::try_from(WAITING).unwrap()).unwrap();
        assert_eq!(work.prove().await.err(), Some(Problem::Busy));
        drop((turns, waiting));
        assert!(work.prove().await.is_ok());
    }

    #[test]
    fn a_third_who_wants_all_of_a_record_is_told_at_once() {
        let work = Work::default();
        let both = (work.read_whole().unwrap(), work.read_whole().unwrap());
        assert_eq!(work.read_whole().err(), Some(Problem::Busy));
        drop(both);
    }
}
