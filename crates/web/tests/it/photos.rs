//! Photographs from the form to the page: what is kept, what is refused and how it is said, and who may see it.
//! What can be done with them afterwards is in `album.rs`.

use std::io::Cursor;
use testhouse::{Answer, Home, by, hours, lived_in, profile, session};
use teststore::plain;

use axum::body::Body;
use axum::http::{Request, header};
use futures_util::StreamExt as _;
use image::{ImageFormat, Rgb, RgbImage};
use store::records::Photo;
use store::{Id, PersonId, PhotoId};

/// One part of a form: its name, a file's name, its bytes.
type Part<'p> = (&'p str, Option<&'p str>, &'p [u8]);

const LINE: &str = "the-line-between-parts";

/// A picture whose pixels follow from a number, so that two are never the same.
fn picture(seed: u8, format: ImageFormat) -> Vec<u8> {
    let pixels = RgbImage::from_fn(120, 160, |x, y| Rgb([seed, x as u8, y as u8]));
    let mut bytes = Cursor::new(Vec::new());
    pixels.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn form(parts: &[Part<'_>], accept: &str) -> Request<Body> {
    let mut body = Vec::new();
    for (name, file, bytes) in parts {
        let file = file.map(|file| format!("; filename=\"{file}\"")).unwrap_or_default();
        let head =
            format!("--{LINE}\r\ncontent-disposition: form-data; name=\"{name}\"{file}\r\n\r\n");
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{LINE}--\r\n").as_bytes());
    Request::post("/photos")
        .header("sec-fetch-site", "same-origin")
        .header(header::ACCEPT, accept)
        .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={LINE}"))
        .body(Body::from(body))
        .unwrap()
}

async fn sends(home: &Home, parts: &[Part<'_>]) -> Answer {
    home.sends(form(parts, "text/html")).await
}

pub async fn takes(home: &Home, shot: &str, bytes: &[u8]) -> Answer {
    let camera = b"Browser camera: user".as_slice();
    let parts: [Part<'_>; 3] = [
        ("shot", None, shot.as_bytes()),
        ("camera", None, camera),
        ("picture", Some("a.jpg"), bytes),
    ];
    sends(home, &parts).await
}

/// A photograph that was chosen as a file.
async fn chooses(home: &Home, shot: &str, name: &str, bytes: &[u8]) -> Answer {
    sends(home, &[("shot", None, shot.as_bytes()), ("picture", Some(name), bytes)]).await
}

/// The same picture with a moment in its EXIF block.
fn dated(jpeg: &[u8], moment: &str) -> Vec<u8> {
    let entry = |tag: u16, kind: u16, count: u32, value: u32| {
        let (tag, kind) = (tag.to_be_bytes(), kind.to_be_bytes());
        [&tag[..], &kind, &count.to_be_bytes(), &value.to_be_bytes()].concat()
    };
    let directory = |entry: &[u8]| [&[0, 1], entry, &[0; 4]].concat();
    let (file, own) = (entry(0x8769, 4, 1, 26), entry(0x9003, 2, 20, 44));
    let block =
        [b"MM\0*\0\0\0\x08", &directory(&file)[..], &directory(&own), moment.as_bytes(), b"\0"];
    let segment = [b"Exif\0\0", &block.concat()[..]].concat();
    let length = u16::try_from(segment.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xFF, 0xE1], &length, &segment, &jpeg[2..]].concat()
}

/// The photographs on record, oldest first.
async fn kept(home: &Home) -> Vec<store::Entry<Photo>> {
    let person = home.app.store().people().await.unwrap()[0];
    let mut photos = home.app.store().list::<Photo>(person).await.unwrap();
    photos.sort_by_key(|photo| photo.record.taken);
    photos
}

/// A photograph put straight into the record.
pub async fn put(home: &Home, person: PersonId, view: &str, hours_ago: i64) -> PhotoId {
    let taken = hours(home, -hours_ago);
    let photo = plain::photo(taken, view);
    let bytes = picture(hours_ago as u8, ImageFormat::Jpeg);
    let (id, store) = (Id::new(taken), home.app.store());
    store.add_photo(by(home), person, id, &photo, bytes.clone(), bytes).await.unwrap().id
}

#[tokio::test]
async fn without_photos_the_page_says_what_they_are_good_for() {
    let (ana, _) = lived_in().await;
    ana.opens("/photos")
        .await
        .is(200)
        .sees("No photos yet")
        .sees("stay on this machine")
        .sees("href=\"/photos/new\"")
        .misses("/photos/compare");
    let new = ana.opens("/photos/new").await;
    new.is(200).sees("Front").sees("Close-up").sees("multiple").sees("data-camera");
    new.sees("value=\"front\" checked").sees("camera.js");
}

#[tokio::test]
async fn a_picture_is_kept_and_shown() {
    let (ana, person) = lived_in().await;
    session(&ana, person, hours(&ana, -12 * 24)).await;
    let sent = takes(&ana, "front", &picture(1, ImageFormat::Png)).await;
    let next = sent.redirect().unwrap();
    ana.opens(&next).await.sees("Kept. Next: Left side.").sees("value=\"left\" checked");
    let id = kept(&ana).await[0].id;
    ana.opens("/photos")
        .await
        .sees(">Today</h2>")
        .sees("Day 12 after session 1")
        .sees(&format!("/photos/{id}/thumbnail"));
    ana.opens(&format!("/photos/{id}")).await.sees("5 December 2026, 10:00").sees("Front");
    for size in ["picture", "thumbnail"] {
        let bytes = ana.opens(&format!("/photos/{id}/{size}")).await;
        bytes.is(200);
        assert_eq!(bytes.headers[header::CONTENT_TYPE], "image/jpeg");
        assert_eq!(bytes.headers[header::CACHE_CONTROL], "no-store");
        let seen = image::load_from_memory(&bytes.body).unwrap();
        assert_eq!((seen.width(), seen.height()), (120, 160), "{size}");
    }
}

#[tokio::test]
async fn what_a_file_says_beside_its_pixels_is_not_kept() {
    let (ana, _) = lived_in().await;
    let mut jpeg = picture(2, ImageFormat::Jpeg);
    let comment = b"\xff\xfe\x00\x14at home, 48.85 2.35";
    jpeg.splice(2..2, comment[..22].iter().copied());
    jpeg.extend_from_slice(b"<script>alert('glued on')</script>PK\x03\x04");
    takes(&ana, "front", &jpeg).await.is(303);
    let id = kept(&ana).await[0].id;
    let seen = ana.opens(&format!("/photos/{id}/picture")).await;
    seen.misses("48.85").misses("glued on").misses("PK\x03\x04");
}

#[tokio::test]
async fn what_is_no_photograph_is_refused_in_words() {
    let (ana, _) = lived_in().await;
    let whole = picture(3, ImageFormat::Jpeg);
    let mut wide = picture(3, ImageFormat::Png);
    wide[16..24].copy_from_slice(&[0, 0, 0xc3, 0x50, 0, 0, 0xc3, 0x50]);
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>".as_slice();
    let page = b"<!doctype html><img src=x>".as_slice();
    let cases: [(&str, &[u8]); 7] = [
        ("The end of the photo is missing", &whole[..whole.len() / 2]),
        ("This is a drawing or a web page", svg),
        ("This is a drawing or a web page", page),
        ("The photo", &wide),
        ("The file is empty", b""),
        ("This is a HEIC photo", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"),
        ("This is not a photo that can be opened", b"MZ\x90\0 nothing to see"),
    ];
    for (said, bytes) in cases {
        takes(&ana, "left", bytes).await.is(422).sees(said).sees("value=\"left\" checked");
    }
    assert!(kept(&ana).await.is_empty());
    let jpeg =
        sends(&ana, &[("shot", None, b"left"), ("picture", Some("me & <b>.jpg"), b"GIF89a")]);
    jpeg.await.is(422).sees("me &amp; &lt;b&gt;.jpg: This is a GIF.");
}

#[tokio::test]
async fn a_form_that_misses_something_is_shown_again() {
    let (ana, _) = lived_in().await;
    let whole = picture(4, ImageFormat::Jpeg);
    let no_view: [Part<'_>; 1] = [("picture", Some("a.jpg"), &whole)];
    sends(&ana, &no_view).await.is(422).sees("not clear which side");
    let odd = [("shot", None, b"behind".as_slice()), ("picture", Some("a.jpg"), &whole)];
    sends(&ana, &odd).await.is(422).sees("not clear which side");
    sends(&ana, &[("shot", None, b"front")]).await.is(422).sees("No photo was chosen");
    // A file field left empty is sent as a file without name and bytes.
    sends(&ana, &[("shot", None, b"front"), ("picture", Some(""), b"")])
        .await
        .is(422)
        .sees("No photo was chosen");
    let other = [("shot", None, b"front".as_slice()), ("image", Some("a.jpg"), b"no text here")];
    sends(&ana, &other).await.is(422).sees("No photo was chosen");
    ana.posts("/photos", &[("shot", "front")]).await.is(415).sees("This can’t be read");
    assert!(kept(&ana).await.is_empty());
}

#[tokio::test]
async fn of_several_the_good_ones_are_kept() {
    let (ana, _) = lived_in().await;
    let (one, two) = (picture(5, ImageFormat::Jpeg), picture(6, ImageFormat::WebP));
    let parts: [Part<'_>; 4] = [
        ("shot", None, b"right"),
        ("picture", Some("one.jpg"), &one),
        ("picture", Some("film.mp4"), b"\0\0\0\x18ftypmp42\0\0\0\0isommp42"),
        ("picture", Some("two.webp"), &two),
    ];
    sends(&ana, &parts).await.is(422).sees("2 photos kept.").sees("film.mp4: This is a video.");
    assert_eq!(kept(&ana).await.len(), 2);
}

#[tokio::test]
async fn a_form_sent_twice_keeps_one_picture_and_the_next_shot_is_another() {
    let (ana, _) = lived_in().await;
    let id = PhotoId::new(ana.now()).to_string();
    let (one, two) = (picture(7, ImageFormat::Jpeg), picture(8, ImageFormat::Jpeg));
    for bytes in [&one, &one, &two] {
        let parts: [Part<'_>; 3] = [
            ("id", None, id.as_bytes()),
            ("shot", None, b"front"),
            ("picture", Some("a.jpg"), bytes),
        ];
        sends(&ana, &parts).await.is(303);
    }
    let kept = kept(&ana).await;
    assert_eq!(kept.len(), 2);
    assert!(kept.iter().all(|photo| photo.id.to_string()[..13] == id[..13]), "in order of time");
}

#[tokio::test]
async fn what_is_too_large_is_said_on_a_page() {
    let (ana, _) = lived_in().await;
    let much = vec![0xff; 33 << 20];
    takes(&ana, "front", &much).await.is(413).sees("This is too large");
    let parts: [Part<'_>; 2] = [("shot", None, b"front"), ("picture", Some("a.jpg"), &much)];
    let json = ana.sends(form(&parts, "application/json")).await;
    json.is(413).sees("\"problem\":\"too-large\"");
    // Within the limit of the form, over that of one photograph.
    takes(&ana, "front", &much[..31 << 20]).await.is(422).sees("larger than 30 MB");
    let body = "x".repeat(300 << 10);
    ana.posts("/photos/new", &[("note", &body)]).await;
    let id = PhotoId::new(ana.now());
    ana.posts(&format!("/photos/{id}"), &[("note", &body)]).await.is(413);
}

#[tokio::test]
async fn how_large_a_photo_may_be_is_a_setting() {
    let home = Home::with(|settings| settings.limits.photo_mb = 1).await;
    let (ana, _) = testhouse::in_home(home, testhouse::answered(), "2026-12-05").await;
    takes(&ana, "front", &vec![0xff; 1_500_000]).await.is(422).sees("larger than 1 MB");
    takes(&ana, "front", &vec![0xff; 6_000_000]).await.is(413).sees("up to 1 MB");
}

#[tokio::test]
async fn the_camera_gets_json() {
    let (ana, _) = lived_in().await;
    let whole = picture(9, ImageFormat::Jpeg);
    let parts: [Part<'_>; 2] = [("shot", None, b"close"), ("picture", Some("picture.jpg"), &whole)];
    let answer = ana.sends(form(&parts, "application/json")).await;
    let id = kept(&ana).await[0].id;
    answer.is(201).sees(&format!("\"href\":\"/photos/{id}\""));
    let parts: [Part<'_>; 2] = [("shot", None, b"close"), ("picture", Some("picture.jpg"), b"x")];
    let answer = ana.sends(form(&parts, "application/json")).await;
    answer
        .is(422)
        .sees("\"problem\":\"photo\"")
        .sees("This is not a photo that can be opened here.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn twenty_at_once_are_all_kept() {
    let (ana, _) = lived_in().await;
    let ana = std::sync::Arc::new(ana);
    let sending: Vec<_> = (20..40)
        .map(|seed| {
            let ana = std::sync::Arc::clone(&ana);
            tokio::spawn(async move {
                takes(&ana, "front", &picture(seed, ImageFormat::Jpeg)).await.status.as_u16()
            })
        })
        .collect();
    for sent in sending {
        assert_eq!(sent.await.unwrap(), 303);
    }
    assert_eq!(kept(&ana).await.len(), 20);
    assert!(ana.app.store().check_photos().await.unwrap().is_empty());
}

#[tokio::test]
async fn somebody_elses_photograph_is_as_unknown_as_none() {
    let (ana, own) = lived_in().await;
    let other = ana.app.store().add_person(by(&ana), &profile()).await.unwrap().id;
    let (foreign, mine) = (put(&ana, other, "front", 5).await, put(&ana, own, "front", 6).await);
    for id in [foreign.to_string(), PhotoId::new(ana.now()).to_string(), "not-an-id".into()] {
        for part in ["", "/picture", "/thumbnail", "/remove"] {
            ana.opens(&format!("/photos/{id}{part}")).await.is(404).sees("There is nothing here");
        }
        ana.posts(&format!("/photos/{id}"), &[("version", "1"), ("note", "x")]).await.is(404);
        ana.posts(&format!("/photos/{id}/remove"), &[]).await.is(404);
        ana.opens(&format!("/photos/compare?a={mine}&b={id}")).await.is(404);
    }
    ana.opens("/photos").await.misses(&foreign.to_string()).sees(&mine.to_string());
    ana.opens("/log?show=photos").await.misses(&foreign.to_string());
    let store = ana.app.store();
    assert!(store.find::<Photo>(other, foreign).await.unwrap().is_some(), "still there");
}

#[tokio::test]
async fn of_a_view_three_are_asked_for_today_and_one_is_enough_to_go_on() {
    let (ana, person) = lived_in().await;
    put(&ana, person, "front", 30).await;
    let before = ana.opens("/photos/new").await;
    before.sees("value=\"front\" checked data-taken=\"0\"");
    for (seed, taken) in [(51, 1), (52, 2), (53, 3), (54, 4)] {
        takes(&ana, "front", &picture(seed, ImageFormat::Jpeg)).await.is(303);
        let page = ana.opens("/photos/new").await;
        page.sees(&format!("value=\"front\" data-taken=\"{taken}\""))
            .sees("value=\"left\" checked");
        let shown = taken.min(3);
        page.sees(&format!("<span class=\"count\" data-n=\"{shown}\">{shown} of 3</span>"));
    }
}

#[tokio::test]
async fn the_page_knows_what_took_the_first_photograph_of_a_view() {
    let (ana, _) = lived_in().await;
    let bytes = picture(61, ImageFormat::Jpeg);
    let parts: [Part<'_>; 3] = [
        ("shot", None, b"close"),
        ("camera", None, b"Browser camera: user Front \"Cam\""),
        ("picture", Some("picture.jpg"), &bytes),
    ];
    sends(&ana, &parts).await.is(303);
    let page = ana.opens("/photos/new").await;
    page.sees("data-camera=\"Browser camera: user Front &quot;Cam&quot;\"");
    assert_eq!(page.text().matches("data-camera=").count(), 1, "of the other views there is none");
}

#[tokio::test]
async fn a_photo_that_says_no_day_asks_for_it_and_is_not_taken_for_today_s() {
    let (ana, person) = lived_in().await;
    put(&ana, person, "front", 300).await;
    let asked = chooses(&ana, "front", "old.jpg", &picture(70, ImageFormat::Jpeg)).await;
    let page = asked.redirect().unwrap();
    let photo = kept(&ana).await.pop().unwrap();
    assert_eq!(page, format!("/photos/{}", photo.id));
    ana.opens(&page).await.is(200).says("photos-undated-unsaid").is_silent_on("photos-edit");
    ana.opens("/photos").await.says("photos-undated-ask");
    ana.opens("/photos/compare").await.says("photos-compare-none");
    ana.opens("/photos/new").await.sees("data-taken=\"0\"");

    let version = photo.version.to_string();
    let says = |taken: &'static str, when: &'static str| {
        [
            ("version", version.clone()),
            ("view", "front".to_owned()),
            ("taken", taken.to_owned()),
            ("when", when.to_owned()),
        ]
    };
    let sent = |fields: [(&'static str, String); 4]| {
        let ana = &ana;
        let page = page.clone();
        async move {
            let fields: Vec<(&str, &str)> =
                fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            ana.posts(&page, &fields).await
        }
    };
    sent(says("", "")).await.is(422).says("photos-undated-needed");
    sent(says("1900-01-01T10:00", "")).await.is(422);
    sent(says("2026-10-03T09:00", "")).await.is(303);
    let photo = kept(&ana).await.remove(0);
    assert!(photo.record.is_dated());
    assert_eq!(photo.record.taken, "2026-10-03T07:00:00Z".parse().unwrap());
    ana.opens("/photos/compare?open=1").await.is_silent_on("photos-compare-none");
}

#[tokio::test]
async fn one_tap_says_that_it_was_taken_just_now_and_the_next_one_is_asked() {
    let (ana, _) = lived_in().await;
    let (one, two) = (picture(71, ImageFormat::Jpeg), picture(72, ImageFormat::Jpeg));
    let parts: [Part<'_>; 3] = [
        ("shot", None, b"left"),
        ("picture", Some("1.jpg"), &one),
        ("picture", Some("2.jpg"), &two),
    ];
    let first = sends(&ana, &parts).await.redirect().unwrap();
    let next = ana.posts(&first, &[("version", "1"), ("when", "now")]).await.redirect().unwrap();
    assert_ne!(next, first);
    ana.opens(&next).await.says("photos-undated-unsaid");
    let last = ana.posts(&next, &[("version", "1"), ("when", "now")]).await.redirect().unwrap();
    assert_eq!(last, next);
    assert!(
        kept(&ana)
            .await
            .iter()
            .all(|photo| photo.record.is_dated() && photo.record.taken == ana.now())
    );
}

#[tokio::test]
async fn a_day_that_can_t_be_is_doubted_aloud() {
    let (ana, _) = lived_in().await;
    let cases = [
        ("1980:01:01 00:00:00", "photos-undated-long-ago"),
        ("2031:03:04 10:00:00", "photos-undated-ahead"),
    ];
    for (seed, (moment, doubt)) in (80..).zip(cases) {
        let file = dated(&picture(seed, ImageFormat::Jpeg), moment);
        let page = chooses(&ana, "front", "a.jpg", &file).await.redirect().unwrap();
        ana.opens(&page).await.says(doubt);
    }
    let file = dated(&picture(90, ImageFormat::Jpeg), "2026:10:03 09:00:00");
    chooses(&ana, "front", "a.jpg", &file).await.is(303);
    let photo = kept(&ana).await.remove(0);
    assert_eq!(photo.record.taken, "2026-10-03T07:00:00Z".parse().unwrap());
    assert!(photo.record.is_dated());
}

#[tokio::test]
async fn the_same_file_twice_is_noticed() {
    let (ana, _) = lived_in().await;
    let file = dated(&picture(91, ImageFormat::Jpeg), "2026:10:03 09:00:00");
    chooses(&ana, "front", "a.jpg", &file).await.is(303);
    // Another form, another view, another name.
    let again = chooses(&ana, "left", "copy of a.jpg", &file).await;
    again.is(422).sees("copy of a.jpg: ").says("photo-refused-twice-what");
    let other = dated(&picture(92, ImageFormat::Jpeg), "2026:10:04 09:00:00");
    let parts: [Part<'_>; 3] = [
        ("shot", None, b"front"),
        ("picture", Some("b.jpg"), &other),
        ("picture", Some("b2.jpg"), &other),
    ];
    sends(&ana, &parts).await.is(422).sees("b2.jpg: ").says("photo-refused-twice-what");
    assert_eq!(kept(&ana).await.len(), 2);
}

#[tokio::test]
async fn of_several_that_are_too_large_together_it_is_said_from_which_on() {
    let home = Home::with(|settings| settings.limits.photo_mb = 1).await;
    let (ana, _) = testhouse::in_home(home, testhouse::answered(), "2026-12-05").await;
    let (one, much) = (picture(93, ImageFormat::Jpeg), vec![0xff; 6_000_000]);
    let parts: [Part<'_>; 3] = [
        ("shot", None, b"front"),
        ("picture", Some("one.jpg"), &one),
        ("picture", Some("two.jpg"), &much),
    ];
    // As it comes over a network, piece by piece.
    let (head, body) = form(&parts, "text/html").into_parts();
    let body = axum::body::to_bytes(body, usize::MAX).await.unwrap();
    let pieces: Vec<_> =
        body.chunks(16 << 10).map(|piece| Ok::<_, std::io::Error>(piece.to_vec())).collect();
    let pieces = futures_util::stream::iter(pieces).then(|piece| async {
        tokio::task::yield_now().await;
        piece
    });
    let stream = Body::from_stream(pieces);
    let said = ana.sends(Request::from_parts(head, stream)).await;
    said.is(422).sees("two.jpg: ").says("photo-refused-together-what");
    assert_eq!(kept(&ana).await.len(), 1);
}

#[tokio::test]
async fn raking_light_is_asked_for_and_never_measured() {
    let mut scars = testhouse::answered();
    scars.goals = vec![care::words::Goal::AcneScars];
    let (ana, person) = testhouse::in_home(Home::with(|_| ()).await, scars, "2026-12-05").await;
    ana.opens("/photos/new").await.says("photos-view-raking-left").says("photos-raking-lamp");
    put(&ana, person, "front", 310).await;
    put(&ana, person, "front", 20).await;
    let first = put(&ana, person, "raking-left", 300).await;
    put(&ana, person, "raking-left", 10).await;
    // Light that shows scars comes first, and what is asked is about scars.
    let hidden = ana.opens("/photos/compare").await;
    hidden.says("photos-hidden-ask-acne-scars").says("photos-raking-limits");
    let open = ana.opens("/photos/compare?open=1").await;
    open.says("photos-raking-limits").is_silent_on("photos-measured-draw");
    ana.opens(&format!("/photos/{first}")).await.is_silent_on("region-follow");
    ana.opens(&format!("/region/new?photo={first}")).await.is(409);
    let parts = [("a", first.to_string()), ("b", kept(&ana).await.pop().unwrap().id.to_string())];
    let parts: Vec<(&str, &str)> = parts.iter().map(|(name, id)| (*name, id.as_str())).collect();
    ana.posts("/photos/compare", &[&parts[..], &[("better", "neither")]].concat()).await.is(303);
    let seen = ana.app.store().list::<store::records::Outcome>(person).await.unwrap();
    let store::records::Outcome::Seen(seen) = &seen[0].record else { panic!() };
    assert_eq!(seen.goal, Some(care::words::Goal::AcneScars));
}

#[tokio::test]
async fn without_a_goal_that_raking_light_shows_it_is_not_asked_for() {
    let mut spots = testhouse::answered();
    spots.goals = vec![care::words::Goal::SunDamage];
    let (ana, _) = testhouse::in_home(Home::with(|_| ()).await, spots, "2026-12-05").await;
    ana.opens("/photos/new")
        .await
        .is_silent_on("photos-view-raking-left")
        .says("photos-view-close");
}
