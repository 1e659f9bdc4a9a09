//! One test of the record, on SQLite and on PostgreSQL.

use std::future::Future;

use store::{Place, Store};

use crate::room::{Engine, Room};

/// A record of one test.
pub struct Bench {
    /// Where it is.
    pub place: Place,
    /// It.
    pub store: Store,
}

/// Runs a test on SQLite.
pub async fn on_sqlite<F: Future>(test: impl FnOnce(Bench) -> F) {
    run(Engine::Sqlite, test).await;
}

/// Runs a test on PostgreSQL; without a server it stops, so whoever calls this is ignored without one.
pub async fn on_postgres<F: Future>(test: impl FnOnce(Bench) -> F) {
    run(Engine::Postgres, test).await;
}

async fn run<F: Future>(engine: Engine, test: impl FnOnce(Bench) -> F) {
    let room = Room::new(engine).await;
    let store = room.open().await;
    test(Bench { place: room.place().clone(), store: store.clone() }).await;
    store.close().await;
}

/// A test for both databases. Without PostgreSQL its half is counted as ignored.
#[macro_export]
macro_rules! both {
    ($($name:ident),+ $(,)?) => {
        mod sqlite {
            $(#[tokio::test] async fn $name() { $crate::on_sqlite(super::$name).await; })+
        }
        mod postgres {
            $(
                #[tokio::test]
                #[ignore = "needs PostgreSQL: tests/postgres run cargo test"]
                async fn $name() { $crate::on_postgres(super::$name).await; }
            )+
        }
    };
}
