//! A place of skin that is followed: drawn, drawn anew, removed. Its page over time is in `over_time.rs`, what is measured of it
//! in `measured.rs`.

use care::words::Sign;
use store::records::{Measured, Outcome, Part, Photo, Region};
use store::{Id, OutcomeId, PersonId, PhotoId, RegionId};
use testhouse::{Answer, Home, by, checkin, hours, lived_in, profile, session};

use crate::photos::put;
use crate::speaks::plain_words;

/// The fields of a rectangle.
type Sides<'a> = [&'a str; 4];

/// Which rectangle, and its fields.
type Drawn<'a> = (&'a str, Sides<'a>);

const PLACE: Sides<'_> = ["10", "20", "30", "25.5"];
const REFERENCE: Sides<'_> = ["60", "20", "30", "30"];

fn fields<'a>(which: &str, sides: Sides<'a>) -> Vec<(String, &'a str)> {
    let names = ["left", "top", "width", "height"];
    names.iter().zip(sides).map(|(side, value)| (format!("{which}-{side}"), value)).collect()
}

/// What a form says: the photograph, rectangles, and further fields.
async fn draws(home: &Home, to: &str, parts: &[Drawn<'_>], more: &[(&str, &str)]) -> Answer {
    let sides: Vec<(String, &str)> =
        parts.iter().flat_map(|(which, sides)| fields(which, *sides)).collect();
    let sides = sides.iter().map(|(name, value)| (name.as_str(), *value));
    let all: Vec<(&str, &str)> = sides.chain(more.iter().copied()).collect();
    home.posts(to, &all).await
}

async fn kept(home: &Home, person: PersonId) -> Vec<store::Entry<Region>> {
    home.app.store().list::<Region>(person).await.unwrap()
}

pub async fn followed(home: &Home, person: PersonId, photo: PhotoId) -> RegionId {
    let part = |x: f64| Part { x, y: 0.25, width: 0.25, height: 0.25 };
    let region = Region {
        photo,
        name: Some("left cheek".into()),
        place: part(0.1),
        reference: Some(part(0.6)),
        control: None,
    };
    home.app.store().add(by(home), person, Id::new(home.now()), &region).await.unwrap().id
}

/// Something measured of a region: how much redder, and how small a change could be told.
pub fn result(
    region: RegionId,
    before: PhotoId,
    after: PhotoId,
    change: f64,
    smallest: f64,
) -> Measured {
    let word = match change {
        less if less < -smallest => "decrease-beyond-noise",
        more if more > smallest => "increase-beyond-noise",
        _ => "no-change-beyond-noise",
    };
    Measured {
        region,
        version: 1,
        before: vec![before],
        after: vec![after],
        result: word.into(),
        why_not: Vec::new(),
        delta_ei: Some(change),
        sdc: Some(smallest),
        delta_a: None,
        delta_ita: None,
        delta_mi: None,
        red_area: None,
        surface: None,
        control: None,
        repeats: false,
        tone: Some("dark".into()),
        inliers: Some(120),
        rms_px: Some(0.2),
        movement: Some([1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0]),
        method: photo::METHOD,
    }
}

pub async fn keeps(home: &Home, person: PersonId, measured: Measured) -> OutcomeId {
    let outcome = Outcome::Measured(measured);
    home.app.store().add(by(home), person, Id::new(home.now()), &outcome).await.unwrap().id
}

#[tokio::test]
async fn a_place_is_drawn_and_kept_once() {
    let (ana, person) = lived_in().await;
    let photo = put(&ana, person, "front", 3).await.to_string();
    let page = ana.opens(&format!("/region/new?photo={photo}")).await;
    page.is(200).sees(&format!("/photos/{photo}/picture")).sees("name=\"place-left\"");
    page.sees("region.js").sees("viewBox=\"0 0 120 160\"").misses("not the first photo");
    let id = RegionId::new(ana.now()).to_string();
    let more = [("photo", photo.as_str()), ("id", &id), ("name", "left cheek")];
    for _ in 0..2 {
        let parts = [("place", ["1.1", "20", "30", "25.5"]), ("reference", REFERENCE)];
        let next = draws(&ana, "/region/new", &parts, &more).await.redirect().unwrap();
        assert_eq!(next, format!("/region/{id}"));
    }
    let [one] = &kept(&ana, person).await[..] else { panic!("not one region") };
    assert_eq!(one.record.photo.to_string(), photo);
    assert_eq!(one.record.name.as_deref(), Some("left cheek"));
    let place = one.record.place;
    // A share that is written with all its digits is read as it was, so the same form is the same region.
    assert_eq!((one.version, place.x, place.y), (1, 1.1 / 100.0, 0.2));
    assert!((place.height - 0.255).abs() < 1e-9);
    assert!(one.record.reference.is_some() && one.record.control.is_none());
    ana.opens(&format!("/region/{id}"))
        .await
        .is(200)
        .sees("left cheek")
        .sees("one photo day so far");
}

#[tokio::test]
async fn what_is_wrong_is_said_with_why_and_what_to_do_and_stays_as_it_was_typed() {
    let (ana, person) = lived_in().await;
    let photo = put(&ana, person, "front", 3).await.to_string();
    let more = [("photo", photo.as_str()), ("name", "my <b>cheek</b>")];
    let cases: [(&[Drawn<'_>], &str, &str); 9] = [
        (&[], "Rectangle 1, the skin to follow, is missing.", "write its four numbers"),
        (
            &[("place", ["10", "", "30", "30"])],
            "Rectangle 1 is only half there.",
            "leave all four empty",
        ),
        (&[("place", ["ten", "10", "30", "30"])], "can’t be read", "Write it again"),
        (&[("place", ["NaN", "10", "30", "30"])], "can’t be read", "Write it again"),
        (&[("place", ["80", "10", "30", "30"])], "does not lie inside the photo", "at 100 or less"),
        (&[("place", ["-1", "10", "30", "30"])], "does not lie inside the photo", "at 100 or less"),
        (
            &[("place", ["10", "10", "19.9", "30"])],
            "Rectangle 1 is too small.",
            "20.0 % wide and 15.0 % high",
        ),
        (
            &[("place", PLACE), ("reference", ["12", "22", "20", "20"])],
            "Rectangle 2 lies inside rectangle 1.",
            "beside rectangle 1",
        ),
        (
            &[("place", PLACE), ("control", ["12", "22", "20", "20"])],
            "Rectangle 3 lies inside rectangle 1.",
            "beside rectangle 1",
        ),
    ];
    for (parts, what, next) in cases {
        let answer = draws(&ana, "/region/new", parts, &more).await;
        answer.is(422).sees(what).sees(next).sees("my &lt;b&gt;cheek&lt;/b&gt;");
        for value in parts.iter().flat_map(|(_, sides)| sides).filter(|value| !value.is_empty()) {
            answer.sees(&format!("value=\"{value}\""));
        }
    }
    assert!(kept(&ana, person).await.is_empty());
}

#[tokio::test]
async fn a_reference_may_lie_around_the_place_and_commas_are_read() {
    let (ana, person) = lived_in().await;
    let photo = put(&ana, person, "front", 3).await.to_string();
    let parts =
        [("place", ["20,5", "30", "25 %", "25"]), ("reference", ["0", "0", "100", "100.05"])];
    draws(&ana, "/region/new", &parts, &[("photo", &photo)]).await.is(303);
    let region = kept(&ana, person).await.remove(0).record;
    assert_eq!((region.place.x, region.place.width), (0.205, 0.25));
    let around = region.reference.unwrap();
    assert!(around.x + around.width <= 1.0 && around.y + around.height <= 1.0);
}

#[tokio::test]
async fn a_later_photo_offers_the_first_one_and_none_offers_all_views() {
    let (ana, person) = lived_in().await;
    ana.opens("/region/new").await.is(200).sees("No photos yet").sees("/photos/new");
    let first = put(&ana, person, "front", 48).await;
    let later = put(&ana, person, "front", 3).await;
    let side = put(&ana, person, "left", 2).await;
    let page = ana.opens(&format!("/region/new?photo={later}")).await;
    page.sees("not the first photo").sees(&format!("/region/new?photo={first}\""));
    let choice = ana.opens("/region/new").await;
    choice.sees(&format!("?photo={first}")).sees(&format!("?photo={side}"));
    choice.misses(&format!("?photo={later}"));
    ana.opens(&format!("/photos/{later}")).await.sees(&format!("/region/new?photo={later}"));
}

#[tokio::test]
async fn it_is_drawn_anew_if_nobody_else_did_and_another_name_keeps_what_was_measured() {
    let (ana, person) = lived_in().await;
    let (first, later) =
        (put(&ana, person, "front", 48).await, put(&ana, person, "front", 3).await);
    let id = followed(&ana, person, first).await;
    keeps(&ana, person, result(id, first, later, -0.05, 0.03)).await;
    let (page, region) = (format!("/region/{id}/draw"), format!("/region/{id}"));
    ana.opens(&page)
        .await
        .sees("value=\"left cheek\"")
        .sees("value=\"25\"")
        .sees("name=\"version\" value=\"1\"");
    let parts = [("place", ["10", "25", "25", "25"]), ("reference", ["60", "25", "25", "25"])];
    draws(&ana, &region, &parts, &[("version", "1"), ("name", "cheek")]).await.is(303);
    ana.opens(&region).await.sees("cheek").sees("−0.050").misses("not measured yet");
    draws(&ana, &region, &parts, &[("version", "1"), ("name", "late")])
        .await
        .is(409)
        .sees("changed somewhere else")
        .sees("value=\"late\"");
    let moved = [("place", ["10", "30", "25", "25"]), parts[1]];
    draws(&ana, &region, &moved, &[("version", "2")]).await.is(303);
    ana.opens(&region).await.sees("Not measured yet").misses("−0.050");
    draws(&ana, &region, &[], &[("version", "3")]).await.is(422).sees("is missing");
}

#[tokio::test]
async fn removing_is_asked_once_and_takes_along_what_was_measured() {
    let (ana, person) = lived_in().await;
    let (first, later) =
        (put(&ana, person, "front", 48).await, put(&ana, person, "front", 3).await);
    let (id, other) = (followed(&ana, person, first).await, followed(&ana, person, first).await);
    keeps(&ana, person, result(id, first, later, -0.05, 0.03)).await;
    let stays = keeps(&ana, person, result(other, first, later, -0.05, 0.03)).await;
    ana.opens(&format!("/region/{id}/remove"))
        .await
        .sees("Stop following this place?")
        .sees("Your photos stay");
    ana.posts(&format!("/region/{id}/remove"), &[]).await.is(303);
    ana.opens(&format!("/region/{id}")).await.is(404);
    let left = ana.app.store().list::<Outcome>(person).await.unwrap();
    assert_eq!(left.iter().map(|entry| entry.id).collect::<Vec<_>>(), [stays]);
    assert_eq!(ana.app.store().list::<Photo>(person).await.unwrap().len(), 2);
}

#[tokio::test]
async fn every_word_on_its_pages_comes_from_a_text() {
    let mut ana = Home::with(|settings| settings.pseudo = true).await;
    let mut person = profile();
    person.wishes.language = Some("en-XA".into());
    let person = ana.app.store().add_person(by(&ana), &person).await.unwrap().id;
    ana.enters().await;
    let first = put(&ana, person, "front", 72).await;
    let done = session(&ana, person, hours(&ana, -60)).await;
    checkin(&ana, person, done, hours(&ana, -50), &[(Sign::Redness, 3)], &[], None).await;
    let healing = put(&ana, person, "front", 36).await;
    let later = put(&ana, person, "front", 3).await;
    let id = followed(&ana, person, first).await;
    let mut refused = result(id, first, later, 0.0, 0.03);
    refused.result = "not-comparable".into();
    refused.why_not = vec![store::Reason { id: "blur".into(), figure: Some(2.0) }];
    keeps(&ana, person, refused).await;
    let open = format!("/region/{id}");
    let new = format!("/region/new?photo={later}");
    let paths =
        [open.clone(), format!("{open}/draw"), format!("{open}/remove"), new, "/region/new".into()];
    let words = |text: String| {
        let mut words = plain_words(&text);
        // The product's name, and what the person calls the place.
        words.retain(|word| !["Needlewise", "left", "cheek"].contains(&word.as_str()));
        words
    };
    for path in &paths {
        let page = ana.opens(path).await;
        page.is(200);
        assert_eq!(words(page.text()), Vec::<String>::new(), "{path}");
    }
    keeps(&ana, person, result(id, first, healing, 0.05, 0.03)).await;
    let page = ana.opens(&open).await;
    page.sees("id=\"healing\"");
    assert_eq!(words(page.text()), Vec::<String>::new());
    let photo = first.to_string();
    let wrong = draws(&ana, "/region/new", &[], &[("photo", &photo)]).await;
    assert_eq!(words(wrong.is(422).text()), Vec::<String>::new());
}

#[tokio::test]
async fn with_its_photo_goes_the_place_and_what_was_measured() {
    let (ana, person) = lived_in().await;
    let (first, later) =
        (put(&ana, person, "front", 48).await, put(&ana, person, "front", 3).await);
    let id = followed(&ana, person, first).await;
    keeps(&ana, person, result(id, first, later, -0.05, 0.03)).await;
    ana.opens(&format!("/photos/{first}"))
        .await
        .sees(&format!("href=\"/region/{id}\""))
        .sees("left cheek");
    ana.opens(&format!("/photos/{first}/remove"))
        .await
        .sees("A place you follow was drawn on this photo.");
    ana.opens(&format!("/photos/{later}/remove")).await.misses("A place you follow");
    ana.posts(&format!("/photos/{first}/remove"), &[]).await.is(303);
    assert!(kept(&ana, person).await.is_empty());
    assert!(ana.app.store().list::<Outcome>(person).await.unwrap().is_empty());
    ana.opens(&format!("/photos/{later}")).await.is(200);
}

#[tokio::test]
async fn a_place_whose_photo_is_gone_says_so_and_offers_another() {
    let (ana, person) = lived_in().await;
    let gone = put(&ana, person, "front", 48).await;
    let id = followed(&ana, person, gone).await;
    let photo = ana.app.store().find::<Photo>(person, gone).await.unwrap().unwrap();
    ana.app.store().remove(by(&ana), &photo).await.unwrap();
    let page = ana.opens(&format!("/region/{id}")).await;
    page.is(200).sees("is gone").sees("href=\"/region/new\"").sees(&format!("/region/{id}/remove"));
    for path in [format!("/region/{id}/draw"), format!("/region/{id}/cut/{gone}")] {
        let status = ana.opens(&path).await.status.as_u16();
        assert!([404, 409].contains(&status), "{path}: {status}");
    }
    ana.opens(&format!("/region/{id}/draw")).await.sees("is gone").sees("Draw the place anew");
    ana.opens("/today").await.is(200);
    ana.posts(&format!("/region/{id}/remove"), &[]).await.is(303);
}

#[tokio::test]
async fn nobody_sees_the_places_and_pieces_of_somebody_else() {
    let (ana, person) = lived_in().await;
    let other = ana.app.store().add_person(by(&ana), &profile()).await.unwrap().id;
    let (mine, theirs) = (put(&ana, person, "front", 5).await, put(&ana, other, "front", 6).await);
    let (own, foreign) = (followed(&ana, person, mine).await, followed(&ana, other, theirs).await);
    for path in ["", "/draw", "/remove"] {
        ana.opens(&format!("/region/{foreign}{path}")).await.is(404);
    }
    for (region, photo) in [(foreign, theirs), (foreign, mine), (own, theirs)] {
        ana.opens(&format!("/region/{region}/cut/{photo}")).await.is(404);
    }
    ana.opens(&format!("/region/new?photo={theirs}")).await.is(404);
    let photo = theirs.to_string();
    draws(&ana, "/region/new", &[("place", PLACE)], &[("photo", &photo)]).await.is(404);
    draws(&ana, &format!("/region/{foreign}"), &[("place", PLACE)], &[("version", "1")])
        .await
        .is(404);
    ana.posts(&format!("/region/{foreign}/remove"), &[]).await.is(404);
    ana.opens("/region/none").await.is(404);
    ana.opens("/region/new?photo=none").await.is(404);
    assert_eq!(kept(&ana, other).await.len(), 1);
}
