//! Calendar feeds.

use store::{Error, Feed};
use teststore::full::{at, by, new_id, somebody};
use teststore::{Bench, both};

both!(life, replaced);

async fn life(Bench { store, .. }: Bench) {
    let (ada, bea) = (somebody(&store).await.id, somebody(&store).await.id);
    let (first, second, hers) = ([1; 32], [2; 32], [3; 32]);
    assert_eq!(store.find_feed(&first).await.unwrap(), None);
    store.open_feed(by(1), ada, &first, false).await.unwrap();
    store.open_feed(by(2), ada, &second, true).await.unwrap();
    store.open_feed(by(3), bea, &hers, false).await.unwrap();
    store.open_feed(by(4), bea, &first, true).await.unwrap();
    let neutral = Feed { person: ada, plain_titles: false, created: at(1) };
    let plain = Feed { person: ada, plain_titles: true, created: at(2) };
    assert_eq!(store.find_feed(&first).await.unwrap(), Some(neutral));
    assert_eq!(store.feeds(ada).await.unwrap(), [neutral, plain]);
    let nobody = store.open_feed(by(5), new_id(), &[4; 32], false).await;
    assert!(matches!(nobody, Err(Error::NotFound)), "{nobody:?}");
    store.close_feeds(by(6), ada).await.unwrap();
    store.close_feeds(by(7), ada).await.unwrap();
    assert_eq!(store.find_feed(&first).await.unwrap(), None);
    assert_eq!(store.feeds(ada).await.unwrap(), []);
    assert_eq!(store.feeds(bea).await.unwrap().len(), 1);
    let told = store.journal(ada).await.unwrap();
    assert_eq!(told.iter().filter(|row| row.table == "feed").count(), 4);
}

async fn replaced(Bench { store, .. }: Bench) {
    let (ada, bea) = (somebody(&store).await.id, somebody(&store).await.id);
    let (first, second, third) = ([1; 32], [2; 32], [3; 32]);
    store.replace_feeds(by(1), ada, &first, false).await.unwrap();
    store.open_feed(by(1), bea, &third, false).await.unwrap();
    store.replace_feeds(by(2), ada, &second, true).await.unwrap();
    assert_eq!(store.find_feed(&first).await.unwrap(), None);
    let feed = Feed { person: ada, plain_titles: true, created: at(2) };
    assert_eq!(store.feeds(ada).await.unwrap(), [feed]);
    assert_eq!(store.feeds(bea).await.unwrap().len(), 1);
    let nobody = store.replace_feeds(by(3), new_id(), &[4; 32], false).await;
    assert!(matches!(nobody, Err(Error::NotFound)), "{nobody:?}");
    store.verify_journal().await.unwrap();
}
