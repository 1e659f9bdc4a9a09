//! A database of PostgreSQL for one test, dropped at its end whatever happens.
//!
//! The server is a throw-away one: `tests/postgres run CMD` starts it and runs what is ignored without one. A test that needs
//! it carries `#[ignore = "needs PostgreSQL: tests/postgres run cargo test"]`, so that cargo counts it as ignored, not as passed.

use std::sync::atomic::{AtomicU32, Ordering};

use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};

/// The variable that says where the throw-away server is.
const SERVER: &str = "NEEDLEWISE_TEST_POSTGRES";

/// The address of the server's first database. Stops without a server: nothing that needs one can pass without it.
pub fn address() -> String {
    std::env::var(SERVER).unwrap_or_else(|_| {
        panic!("{SERVER} is not set; start this with: tests/postgres run cargo test …")
    })
}

/// An empty database, gone when this is dropped.
#[derive(Debug)]
pub struct OwnDatabase {
    name: String,
}

impl OwnDatabase {
    /// Makes it.
    pub async fn new() -> Self {
        Self::made("").await
    }
    async fn made(how: &str) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("t{}_{number}", std::process::id());
        at_the_server(&format!("CREATE DATABASE {name}{how}")).await;
        Self { name }
    }
    /// A copy of this one, which nobody has open.
    pub async fn copy(&self) -> Self {
        Self::made(&format!(" TEMPLATE {}", self.name)).await
    }
    /// Where it is.
    pub fn url(&self) -> String {
        let address = address();
        let (server, _) = address.rsplit_once('/').expect("an address of a database");
        format!("{server}/{}", self.name)
    }
}

impl Drop for OwnDatabase {
    fn drop(&mut self) {
        let sql = format!("DROP DATABASE {} WITH (FORCE)", self.name);
        // Whoever drops this may be in the midst of a runtime, where nothing can be waited for.
        let dropping = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            runtime.expect("a runtime").block_on(at_the_server(&sql));
        });
        let dropped = dropping.join();
        assert!(dropped.is_ok() || std::thread::panicking(), "{} could not be dropped", self.name);
    }
}

async fn at_the_server(sql: &str) {
    let mut server = PgConnection::connect(&address()).await.expect("the server answers");
    server.execute(AssertSqlSafe(sql.to_owned())).await.expect("the server does it");
    server.close().await.expect("the server says good-bye");
}

/// Runs a test with the address of an empty database.
pub async fn with_postgres(test: impl AsyncFnOnce(String)) {
    let database = OwnDatabase::new().await;
    test(database.url()).await;
}
