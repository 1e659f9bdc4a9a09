//! Reading on: what a request sends and no handler asked for is read and thrown away before it is answered.
//!
//! Closing a connection with unread bytes resets it, and whoever called loses the answer: a download, or the page that says
//! that a photograph is too large. What may be sent where is settled in [`crate::address`].

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use futures_util::TryStreamExt as _;
use hyper::body::{Frame, SizeHint};
use tokio::sync::oneshot::{self, Sender};
use tokio::time::timeout;

/// So much of what nobody asked for is read: a few of the largest photographs.
const MOST: usize = 256 * 1024 * 1024;
/// Whoever sends nothing for so long sends no more.
const PAUSE: Duration = Duration::from_secs(2);
/// Nobody's answer waits for longer than this.
const LONGEST: Duration = Duration::from_secs(60);

/// The layer around everything else.
pub(crate) async fn whole(request: Request, next: Next) -> Response {
    if request.body().is_end_stream() {
        return next.run(request).await;
    }
    let (rest, mut left) = oneshot::channel();
    let request = request.map(|body| Body::new(Asked { body, rest: Some(rest) }));
    let answer = next.run(request).await;
    if let Ok(body) = left.try_recv() {
        timeout(LONGEST, throw_away(body)).await.ok();
    }
    answer
}

async fn throw_away(body: Body) {
    let (mut body, mut read) = (body.into_data_stream(), 0);
    while let Ok(Ok(Some(bytes))) = timeout(PAUSE, body.try_next()).await {
        read += bytes.len();
        if read > MOST {
            break;
        }
    }
}

/// The body of a request, which gives back what is left of it when it is let go of.
struct Asked {
    body: Body,
    rest: Option<Sender<Body>>,
}

impl HttpBody for Asked {
    type Data = Bytes;
    type Error = axum::Error;
    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(cx)
    }
    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }
    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

impl Drop for Asked {
    fn drop(&mut self) {
        if let Some(rest) = self.rest.take().filter(|_| !self.body.is_end_stream()) {
            // Whoever waits for it may be gone.
            rest.send(std::mem::take(&mut self.body)).ok();
        }
    }
}
