//! What the program keeps in memory: photographs sent, large ones at once, everything taken along, sign-ins; and what stays afterwards.
//!
//! `cargo run --release -p bench-web --bin memory -- PROGRAM [PHOTOS]`. On Linux, where a process's highest memory can be read and
//! forgotten. A photograph that is answered with "too much at once" is sent again a little later, as the camera's page does.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a measurement that can't be taken must stop, saying why"
)]

use std::io::Cursor;
use std::sync::Arc;
use std::time::Duration;

use bench_web::ask;
use bench_web::people::{self, Somebody};
use bench_web::program::Program;
use image::{ImageFormat, RgbImage, RgbaImage};
use store::PhotoId;

/// So long it may take until what is not needed was given back.
const REST: Duration = Duration::from_secs(10);

fn main() {
    let mut arguments = std::env::args().skip(1);
    let binary = arguments.next().expect("usage: memory PROGRAM [PHOTOS]");
    let photos = arguments.next().map_or(200, |n| n.parse().expect("PHOTOS is a number"));
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    runtime.expect("threads").block_on(measure(&binary, photos));
}

async fn measure(binary: &str, photos: usize) {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, everybody) = people::seed(folder.path(), 1).await;
    store.close().await;
    let who = everybody.first().expect("somebody").clone();
    let program = Program::start(binary, folder.path()).await;
    let tell = async |what: &str| {
        let highest = program.highest_mb();
        tokio::time::sleep(REST).await;
        println!("{what}: at most {highest} MB, {} MB afterwards", program.memory_mb());
        program.forget_highest();
    };
    tell("start").await;
    let twelve = Arc::new(jpeg(4000, 3000));
    send(&program, &who, &twelve, photos, 64).await;
    tell(&format!("{photos} photographs of 12 megapixels ({} kB)", twelve.len() / 1000)).await;
    for (name, picture) in [("JPEG", jpeg(8000, 6000)), ("PNG", png(8000, 6000))] {
        let picture = Arc::new(picture);
        send(&program, &who, &picture, 6, 6).await;
        tell(&format!("6 of 48 megapixels at once ({name}, {} kB)", picture.len() / 1000)).await;
    }
    for url in ["/more/export", "/log"] {
        let url = who.at(&program.origin, url);
        let (status, bytes) = if url.ends_with("export") {
            ask::drain(&url, &who.token).await
        } else {
            let (status, page) = ask::get(&url, Some(&who.token)).await;
            (status, page.len())
        };
        assert_eq!(status, 200, "{url}");
        tell(&format!("{} ({} MB)", url.rsplit('/').next().unwrap_or_default(), bytes >> 20)).await;
    }
    program.kill();
}

/// So many photographs, so many of them at once.
async fn send(
    program: &Program,
    who: &Somebody,
    picture: &Arc<Vec<u8>>,
    many: usize,
    at_once: usize,
) {
    let url = who.at(&program.origin, "/photos");
    let left = Arc::new(std::sync::atomic::AtomicUsize::new(many));
    let sides: Vec<_> = (0..at_once.min(many))
        .map(|_| {
            let (url, token) = (url.clone(), who.token.clone());
            let (picture, left) = (Arc::clone(picture), Arc::clone(&left));
            tokio::spawn(async move {
                let order = std::sync::atomic::Ordering::Relaxed;
                while left.fetch_update(order, order, |left| left.checked_sub(1)).is_ok() {
                    one(&url, &token, &picture).await;
                }
            })
        })
        .collect();
    for side in sides {
        side.await.expect("a sender");
    }
}

async fn one(url: &str, token: &str, picture: &[u8]) {
    let id = PhotoId::new(people::now()).to_string();
    loop {
        match ask::upload(url, token, &id, picture).await.0 {
            201 => return,
            503 => tokio::time::sleep(Duration::from_secs(1)).await,
            other => panic!("a photograph was answered with {other}"),
        }
    }
}

/// As a camera gives it: not smooth, so that it has megabytes.
fn jpeg(width: u32, height: u32) -> Vec<u8> {
    let noise = |x: u32, y: u32| (x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503)) >> 27;
    let picture = RgbImage::from_fn(width, height, |x, y| {
        let shade = 120 + (x / 64 % 64) as u8 + noise(x, y) as u8;
        image::Rgb([shade, shade - 20, shade - 40])
    });
    let mut file = Cursor::new(Vec::new());
    picture.write_to(&mut file, ImageFormat::Jpeg).expect("a picture");
    file.into_inner()
}

/// Small as a file, large in memory, and with a fourth channel.
fn png(width: u32, height: u32) -> Vec<u8> {
    let picture = RgbaImage::from_pixel(width, height, image::Rgba([180, 140, 120, 250]));
    let mut file = Cursor::new(Vec::new());
    picture.write_to(&mut file, ImageFormat::Png).expect("a picture");
    file.into_inner()
}
