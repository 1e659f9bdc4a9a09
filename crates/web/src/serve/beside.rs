//! Doors beside the first: one at each number of this machine in the home network, from when it is opened until it is closed.

use std::future::pending;
use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinSet;

use super::{Door, End, House};
use crate::reach::network::{Network, Opening};

/// Answers wherever it is opened, until `stop` is over.
pub(super) async fn serve(
    house: &Arc<House>,
    network: &Network,
    stop: impl Future<Output = ()> + Clone + Send + 'static,
) {
    let Some(mut openings) = network.openings() else { return stop.await };
    let mut doors = JoinSet::new();
    loop {
        let Opening { listeners, until } = tokio::select! {
            () = stop.clone() => break,
            Some(opening) = openings.recv() => opening,
        };
        for listener in listeners {
            doors.spawn(door(Door::of(house), listener, until.clone(), stop.clone()));
        }
    }
    while doors.join_next().await.is_some() {}
}

async fn door(
    door: Door,
    listener: TcpListener,
    mut until: watch::Receiver<()>,
    stop: impl Future<Output = ()>,
) {
    let end = async {
        tokio::select! {
            () = stop => End::Program,
            closed = until.changed() => match closed {
                Err(_) => End::Closed,
                // Nothing is ever said there but the end.
                Ok(()) => pending().await,
            },
        }
    };
    door.stays(listener, end).await;
}
