//! Statements look up what they ask for, and both databases have the same migrations.

use sqlx::{Connection, Row, SqlSafeStr, SqliteConnection};

use super::*;
use crate::migrate::{POSTGRES, SQLITE};

/// With ten thousand people, what is asked about one of them must not read everybody's rows.
#[tokio::test]
async fn what_is_asked_about_one_is_looked_up() {
    let mut connection = SqliteConnection::connect("sqlite::memory:").await.unwrap();
    for (_, _, text) in SQLITE {
        sqlx::raw_sql(*text).execute(&mut connection).await.unwrap();
    }
    let mut asked = 0;
    for text in all().filter(|text| text.contains("WHERE")) {
        let explained = sqlx::AssertSqlSafe(format!("EXPLAIN QUERY PLAN {text}")).into_sql_str();
        for row in sqlx::query(explained).fetch_all(&mut connection).await.unwrap() {
            let step: String = row.get("detail");
            assert!(!step.starts_with("SCAN"), "{step}: {text}");
            assert!(!step.contains("TEMP B-TREE"), "{step}: {text}");
            asked += 1;
        }
    }
    assert!(asked > 40, "{asked}");
}

#[test]
fn both_databases_have_the_same_numbers() {
    let numbers = |list: &[(i64, &str, &str)]| list.iter().map(|m| m.0).collect::<Vec<_>>();
    assert_eq!(numbers(SQLITE), numbers(POSTGRES));
}
