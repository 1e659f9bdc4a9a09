//! A full disk, a dropped transaction, a stale connection: the next one finds the database in order.

use std::fs;

use super::connect::{pg_options, pg_pool};
use super::*;

fn file(name: &str) -> std::path::PathBuf {
    let name = format!("needlewise-db-{}-{name}", std::process::id());
    let folder = std::env::temp_dir().join(name);
    fs::create_dir_all(&folder).unwrap();
    folder.join("needlewise.db")
}

async fn note(db: &Db, object: &str) -> Result<(), Error> {
    let mut tx = db.begin().await?;
    tx.execute(sql::JOB_ADD, vec![object.into(), "upload".into(), 0_i64.into()]).await?;
    tx.commit().await
}

/// SQLite rolls back by itself when the disk is full. The next change must find a writer that can begin anew.
#[tokio::test]
async fn full_disk_is_said_and_overcome() {
    let file = file("full");
    let db = Db::sqlite(&file).await.unwrap();
    let Db::Sqlite { writer: Some(writer), .. } = &db else { panic!("not SQLite") };
    writer.pool.execute("PRAGMA max_page_count = 1").await.unwrap();
    let long = "x".repeat(1_000_000);
    let full = note(&db, &long).await;
    assert!(matches!(full, Err(Error::Full)), "{full:?}");
    // The connection was closed, and with it the limit is gone: there is room again.
    note(&db, &long).await.unwrap();
    assert_eq!(db.fetch(sql::JOB_LIST, vec![]).await.unwrap().len(), 1);
    db.close().await;
    fs::remove_dir_all(file.parent().unwrap()).unwrap();
}

/// A transaction that nobody ended is as if it had never been.
#[tokio::test]
async fn dropped_transaction_leaves_nothing() {
    let file = file("dropped");
    let db = Db::sqlite(&file).await.unwrap();
    for _ in 0..3 {
        let mut tx = db.begin().await.unwrap();
        tx.execute(sql::JOB_ADD, vec!["a".into(), "b".into(), 0_i64.into()]).await.unwrap();
        drop(tx);
    }
    note(&db, "kept").await.unwrap();
    let rows = db.fetch(sql::JOB_LIST, vec![]).await.unwrap();
    assert_eq!(rows.iter().map(|row| row.get::<String>(0).unwrap()).collect::<Vec<_>>(), ["kept"]);
    db.close().await;
    fs::remove_dir_all(file.parent().unwrap()).unwrap();
}

/// The driver can put a connection back in the midst of a transaction when a request is dropped (sqlx #4393).
#[tokio::test]
#[ignore = "needs PostgreSQL: tests/postgres run cargo test"]
async fn connection_in_a_stale_transaction_is_not_lent() {
    let url = teststore::address();
    let pool = pg_pool().max_connections(1).connect_with(pg_options(&url).unwrap()).await.unwrap();
    let who = async || -> i32 {
        sqlx::query_scalar("SELECT pg_backend_pid()").fetch_one(&pool).await.unwrap()
    };
    let first = who().await;
    assert_eq!(who().await, first, "a good connection is lent again");
    pool.acquire().await.unwrap().execute("BEGIN").await.unwrap();
    assert_ne!(who().await, first);
    let fresh: bool = sqlx::query_scalar("SELECT pg_current_xact_id_if_assigned() IS NULL")
        .fetch_one(&pool)
        .await
        .unwrap();
    assert!(fresh);
    for (name, value) in [
        ("statement_timeout", "30s"),
        ("lock_timeout", "10s"),
        ("idle_in_transaction_session_timeout", "30s"),
        ("synchronous_commit", "on"),
    ] {
        let set: String = sqlx::query_scalar("SELECT current_setting($1)")
            .bind(name)
            .fetch_one(&pool)
            .await
            .unwrap();
        assert_eq!(set, value, "{name}");
    }
    pool.close().await;
}
