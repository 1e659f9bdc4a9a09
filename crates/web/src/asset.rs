//! Styles and scripts, built into the program; their address holds a hash of what is in them, so a browser may keep
//! them for ever.

use std::sync::LazyLock;

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

use crate::path::Path;
use crate::to::House;

macro_rules! assets {
    ($($name:literal => $media:literal),+ $(,)?) => {
        &[$(($name, $media, include_bytes!(concat!("../assets/", $name)))),+]
    };
}

/// Name, media type and bytes of each.
const ASSETS: &[(&str, &str, &[u8])] = assets![
    "app.css" => "text/css; charset=utf-8",
    "heic.js" => "text/javascript; charset=utf-8",
    "icon.svg" => "image/svg+xml; charset=utf-8",
    "autosave.js" => "text/javascript; charset=utf-8",
    "camera.js" => "text/javascript; charset=utf-8",
    "checks.js" => "text/javascript; charset=utf-8",
    "compare.js" => "text/javascript; charset=utf-8",
    "exif.js" => "text/javascript; charset=utf-8",
    "copy.js" => "text/javascript; charset=utf-8",
    "frames.js" => "text/javascript; charset=utf-8",
    "level.js" => "text/javascript; charset=utf-8",
    "lines.js" => "text/javascript; charset=utf-8",
    "lock.js" => "text/javascript; charset=utf-8",
    "pixels.js" => "text/javascript; charset=utf-8",
    "region.js" => "text/javascript; charset=utf-8",
    "timer.js" => "text/javascript; charset=utf-8",
    "today.js" => "text/javascript; charset=utf-8",
];

static HASHES: LazyLock<Vec<(&str, String)>> = LazyLock::new(|| {
    let hash = |(name, _, bytes): &(&'static str, &str, &[u8])| {
        let digest = Sha256::digest(bytes);
        let short: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        (*name, short)
    };
    ASSETS.iter().map(hash).collect()
});

/// The address of an asset.
pub(crate) fn asset(name: &str) -> House<'_> {
    House::Asset(hash(name).unwrap_or_default(), name)
}

fn hash(name: &str) -> Option<&'static str> {
    HASHES.iter().find(|(known, _)| *known == name).map(|(_, hash)| hash.as_str())
}

/// `/static/{hash}/{name}`: an old hash is not served, so that nobody keeps the wrong thing for ever.
pub(crate) async fn serve(Path((hash, name)): Path<(String, String)>) -> Response {
    if self::hash(&name) != Some(&*hash) {
        return StatusCode::NOT_FOUND.into_response();
    }
    let Some((_, media, bytes)) = ASSETS.iter().find(|(known, ..)| *known == name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let headers = [
        (header::CONTENT_TYPE, *media),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    (headers, *bytes).into_response()
}
