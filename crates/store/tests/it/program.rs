//! Which program wrote a record last; an older one does not open it, and says which is needed.

use store::{Error, Store, VERSION};
use teststore::{Bench, both};

use crate::support::Intruder;

both!(the_version_that_opened_it_is_noted, a_newer_record_is_refused_and_left_as_it_was);

async fn the_version_that_opened_it_is_noted(Bench { store, place, .. }: Bench) {
    store.close().await;
    let mut intruder = Intruder::at(&place).await;
    let sql = format!("UPDATE program SET version = '0.0.1' WHERE version = '{VERSION}'");
    assert_eq!(intruder.run(&sql).await.unwrap(), 1, "noted at the first start");
    Store::open(&place).await.unwrap().close().await;
    assert_eq!(intruder.run(&sql).await.unwrap(), 1, "and by each newer one");
}

async fn a_newer_record_is_refused_and_left_as_it_was(Bench { store, place, .. }: Bench) {
    store.close().await;
    let mut intruder = Intruder::at(&place).await;
    intruder.run("UPDATE program SET version = '99.1.0'").await.unwrap();
    needs(&place, "99.1.0").await;
    // Its tables too may be others.
    let later = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
                 SELECT 99, 'later', success, checksum, execution_time FROM _sqlx_migrations WHERE version = 1";
    intruder.run(later).await.unwrap();
    needs(&place, "99.1.0").await;
    assert_eq!(
        intruder
            .run("UPDATE program SET version = '0.0.1' WHERE version = '99.1.0'")
            .await
            .unwrap(),
        1
    );
    intruder.run("DELETE FROM _sqlx_migrations WHERE version = 99").await.unwrap();
    Store::open(&place).await.unwrap().close().await;
}

async fn needs(place: &store::Place, version: &str) {
    match Store::open(place).await.map(drop) {
        Err(Error::Newer { needs }) => assert_eq!(needs.as_deref(), Some(version)),
        other => panic!("{other:?}"),
    }
}
