//! Both databases have the same tables, columns, keys and uniques; and SQLite the settings that durability rests on.

use std::collections::BTreeSet;

use sqlx::{AssertSqlSafe, Row};
use store::Place;
use teststore::{Bench, both, on_postgres, on_sqlite};

use crate::support::Intruder;

both!(statements_are_understood);

async fn statements_are_understood(Bench { store, .. }: Bench) {
    store.check_statements().await.unwrap();
    store.ready().await.unwrap();
}

/// `table.column type null|not-null`, `table primary (…)`, `table unique (…)`, `table.(…) -> table.(…)`.
type Schema = BTreeSet<String>;

async fn texts(place: &Place, sql: &str) -> Vec<String> {
    let sql = AssertSqlSafe(sql.to_owned());
    match &mut Intruder::at(place).await {
        Intruder::Sqlite(c) => {
            let rows = sqlx::query(sql).fetch_all(c).await.unwrap();
            rows.iter().map(|row| row.get(0)).collect()
        }
        Intruder::Pg(c) => {
            let rows = sqlx::query(sql).fetch_all(c).await.unwrap();
            rows.iter().map(|row| row.get(0)).collect()
        }
    }
}

const SQLITE: &str = "
    SELECT t.name || '.' || c.name || ' ' ||
           CASE c.type WHEN 'INTEGER' THEN 'bigint' WHEN 'BLOB' THEN 'bytea' WHEN 'TEXT' THEN 'text' ELSE '?' END ||
           CASE c.\"notnull\" WHEN 1 THEN ' not-null' ELSE ' null' END
      FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table'
    UNION ALL
    SELECT t.name || ' primary (' ||
           (SELECT group_concat(name, ',') FROM (SELECT name FROM pragma_table_info(t.name) WHERE pk > 0 ORDER BY pk)) || ')'
      FROM sqlite_master t WHERE t.type = 'table'
    UNION ALL
    SELECT t.name || ' unique (' ||
           (SELECT group_concat(name, ',') FROM (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno)) || ')'
      FROM sqlite_master t, pragma_index_list(t.name) i WHERE t.type = 'table' AND i.\"unique\" = 1 AND i.origin = 'u'
    UNION ALL
    SELECT t.name || ' index (' ||
           (SELECT group_concat(name, ',') FROM (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno)) || ')'
      FROM sqlite_master t, pragma_index_list(t.name) i WHERE t.type = 'table' AND i.origin = 'c'
    UNION ALL
    SELECT t.name || '.(' || group_concat(f.\"from\", ',') || ') -> ' || f.\"table\" || '.(' || group_concat(f.\"to\", ',') || ')'
      FROM sqlite_master t, pragma_foreign_key_list(t.name) f WHERE t.type = 'table' GROUP BY t.name, f.id, f.\"table\"
    UNION ALL
    SELECT 'journal is guarded' FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'journal'
";

const POSTGRES: &str = "
    SELECT table_name || '.' || column_name || ' ' || data_type ||
           CASE is_nullable WHEN 'NO' THEN ' not-null' ELSE ' null' END
      FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL
    SELECT conrelid::regclass::text || CASE contype WHEN 'p' THEN ' primary (' ELSE ' unique (' END ||
           (SELECT string_agg(a.attname, ',' ORDER BY k.n) FROM unnest(conkey) WITH ORDINALITY k(num, n)
              JOIN pg_attribute a ON a.attrelid = conrelid AND a.attnum = k.num) || ')'
      FROM pg_constraint WHERE contype IN ('p', 'u') AND connamespace = 'public'::regnamespace
    UNION ALL
    SELECT i.indrelid::regclass::text || ' index (' ||
           (SELECT string_agg(a.attname, ',' ORDER BY k.n) FROM unnest(i.indkey::int2[]) WITH ORDINALITY k(num, n)
              JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.num) || ')'
      FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
     WHERE t.relnamespace = 'public'::regnamespace AND NOT i.indisunique
    UNION ALL
    SELECT conrelid::regclass::text || '.(' ||
           (SELECT string_agg(a.attname, ',' ORDER BY k.n) FROM unnest(conkey) WITH ORDINALITY k(num, n)
              JOIN pg_attribute a ON a.attrelid = conrelid AND a.attnum = k.num) || ') -> ' || confrelid::regclass::text || '.(' ||
           (SELECT string_agg(a.attname, ',' ORDER BY k.n) FROM unnest(confkey) WITH ORDINALITY k(num, n)
              JOIN pg_attribute a ON a.attrelid = confrelid AND a.attnum = k.num) || ')'
      FROM pg_constraint WHERE contype = 'f'
    UNION ALL
    SELECT 'journal is guarded' FROM pg_trigger WHERE tgrelid = 'journal'::regclass AND NOT tgisinternal
";

async fn schema(place: &Place, sql: &str) -> Schema {
    let ours = |line: &String| !line.starts_with("_sqlx") && !line.starts_with("sqlite_");
    texts(place, sql).await.into_iter().filter(ours).collect()
}

#[tokio::test]
#[ignore = "needs PostgreSQL: tests/postgres run cargo test"]
async fn both_databases_have_the_same_tables() {
    let mut here = Schema::new();
    let ours = &mut here;
    on_sqlite(|Bench { place, .. }| async move { *ours = schema(&place, SQLITE).await }).await;
    assert!(here.contains("checkin.(person,parent) -> session.(person,id)"), "{here:#?}");
    assert!(here.contains("journal is guarded"), "{here:#?}");
    on_postgres(|Bench { place, .. }| async move {
        let there = schema(&place, POSTGRES).await;
        let differ: Vec<_> = here.symmetric_difference(&there).collect();
        assert!(differ.is_empty(), "{differ:#?}");
    })
    .await;
}

#[tokio::test]
async fn sqlite_file_is_kept_as_durability_and_erasure_need() {
    on_sqlite(|Bench { place, .. }| async move {
        for (pragma, value) in [("journal_mode", "wal"), ("auto_vacuum", "2"), ("integrity_check", "ok")] {
            let sql = format!("SELECT CAST({pragma} AS TEXT) FROM pragma_{pragma}");
            assert_eq!(texts(&place, &sql).await, [value], "{pragma}");
        }
        let loose = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND type = 'table' \
                     AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_sqlx%'";
        assert_eq!(texts(&place, loose).await, [] as [String; 0]);
        let version = texts(&place, "SELECT sqlite_version()").await.remove(0);
        let numbers: Vec<u32> = version.split('.').map(|n| n.parse().unwrap()).collect();
        assert!(numbers >= vec![3, 51, 3], "{version} has the fault of the log that loses writes");
    })
    .await;
}
