//! What the pages of a place promise: what can't be measured is told with why and what to do, days of healing are no result,
//! a change within noise is none.

use chart::album::Album;
use jiff::SignedDuration;
use photo::Rect;
use store::Id;
use store::records::{Outcome, Part, Photo, Region};
use testhouse::Answer;

use super::cut::{framed, movement};
use super::draw::unmoved;
use super::form::{Drawing, SIDES, Typed, Which, percents};
use super::over_time::range;
use super::overlay::shape;
use super::samples::{REFUSED, drawn_wrong};
use super::{draw_page, page};
use crate::fields::Fields;
use crate::form::Form;
use crate::samples::Life;
use crate::samples::asked::{asked, english, shown};
use crate::samples::lives::{LIVES, life};

const PLACE: [&str; 4] = ["10", "20", "30", "25.5"];

/// What a form makes of rectangles on a picture of 120 × 160.
fn drawn(rectangles: &[(&str, [&str; 4])], name: &str) -> (Option<Region>, Drawing) {
    let taken = "2026-12-01T09:00:00Z".parse().unwrap();
    let sides = rectangles.iter().flat_map(|(which, values)| {
        SIDES
            .iter()
            .zip(*values)
            .map(move |(side, value)| (format!("{which}-{side}"), value.to_owned()))
    });
    let fields = Fields::of(sides.chain([("name".to_owned(), name.to_owned())]));
    let mut drawing = Drawing::typed(Form::new(fields), Id::new(taken));
    let photo: Photo = teststore::plain::photo(taken, "front");
    (drawing.region(Id::new(taken), &photo), drawing)
}

#[test]
fn a_rectangle_is_read_as_it_was_meant() {
    let (region, _) = drawn(&[("place", ["20,5", "30", "25 %", "25"])], "left cheek");
    let region = region.unwrap();
    assert_eq!((region.place.x, region.place.width), (0.205, 0.25), "a comma, a sign of per cent");
    assert_eq!(region.name.as_deref(), Some("left cheek"));
    assert_eq!((region.reference, region.control), (None, None), "left out");
    let around = [("place", PLACE), ("reference", ["0", "0", "100", "100.05"])];
    let reference = drawn(&around, "").0.unwrap().reference.unwrap();
    assert!(reference.x + reference.width <= 1.0 && reference.y + reference.height <= 1.0);
    let over = [("place", PLACE), ("reference", ["0", "0", "100", "101"])];
    assert_eq!(drawn(&over, "").1.wrong_of(Which::Reference), Some("outside"));
}

#[test]
fn each_rectangle_says_what_is_wrong_with_it() {
    for (wrong, rectangles) in REFUSED {
        let (region, drawing) = drawn(rectangles, "");
        assert_eq!(region, None, "{wrong}");
        let which = if wrong == "inside" { Which::Reference } else { Which::Place };
        assert_eq!(drawing.wrong_of(which), Some(wrong));
    }
    let inside = [("place", PLACE), ("control", ["12", "22", "20", "20"])];
    let (region, drawing) = drawn(&inside, "");
    assert_eq!((region, drawing.wrong_of(Which::Control)), (None, Some("inside")));
    for sides in [["NaN", "1", "30", "30"], ["inf", "1", "30", "30"]] {
        assert_eq!(drawn(&[("place", sides)], "").1.wrong_of(Which::Place), Some("unreadable"));
    }
    for sides in [["-1", "10", "30", "30"], ["10", "80", "30", "30"]] {
        assert_eq!(drawn(&[("place", sides)], "").1.wrong_of(Which::Place), Some("outside"));
    }
    // 24 of 120 and of 160 pixels are the least.
    assert!(drawn(&[("place", ["10", "10", "20", "15"])], "").0.is_some());
    for sides in [["10", "10", "19.9", "15"], ["10", "10", "20", "14.9"]] {
        assert_eq!(drawn(&[("place", sides)], "").1.wrong_of(Which::Place), Some("small"));
    }
}

#[test]
fn every_fault_is_found_at_once() {
    let rectangles = [("place", ["10", "", "30", "30"]), ("control", ["x", "1", "30", "30"])];
    let (region, drawing) = drawn(&rectangles, &"x".repeat(61));
    assert_eq!(region, None);
    assert_eq!(drawing.wrong_of(Which::Place), Some("half"));
    assert_eq!(drawing.wrong_of(Which::Reference), None, "it may be left out");
    assert_eq!(drawing.wrong_of(Which::Control), Some("unreadable"));
    assert_eq!(drawing.form.wrong_fields().collect::<Vec<_>>(), ["name"]);
    assert_eq!(drawn(&[("place", PLACE)], &"x".repeat(61)).0, None, "a name that is too long");
    assert!(drawn(&[("place", PLACE)], &"x".repeat(60)).0.is_some());
}

#[tokio::test]
async fn what_is_refused_comes_back_with_what_why_and_what_to_do() {
    let life = life("photographed").await;
    let reader = english(life);
    let photo = life.album.photos.last().unwrap();
    for (wrong, rectangles) in REFUSED {
        let page = asked(&reader, drawn_wrong(&reader, &life.album, photo, rectangles)).await;
        page.is(422);
        for part in ["what", "why", "next"] {
            page.says(&format!("region-wrong-{wrong}-{part}"));
        }
        for value in rectangles.iter().flat_map(|(_, sides)| sides).filter(|side| !side.is_empty())
        {
            page.sees(&format!("value=\"{value}\""));
        }
    }
    let opened = shown(life, "RegionNew", "as it is opened").await;
    opened.is(200).is_silent_on("region-wrong-missing-what").misses("aria-invalid");
}

#[test]
fn percents_have_one_decimal_and_no_empty_one() {
    let part = Part { x: 0.1, y: 0.255, width: 0.333_33, height: 1.0 };
    assert_eq!(percents(part), ["10", "25.5", "33.3", "100"]);
}

#[tokio::test]
async fn a_later_photograph_offers_the_first_and_drawing_anew_does_not() {
    let life = life("photographed").await;
    let (reader, album) = (english(life), &life.album);
    let [first, later] = album.of_view("front")[..] else { panic!("two") };
    let drawing = Drawing::new(Id::new(reader.at()));
    let page = async |photo, region| {
        let sheet = draw_page::Sheet { album, photo, region, drawing: &drawing };
        asked(&reader, draw_page::page(&reader, &sheet)).await
    };
    let offered = page(later, None).await;
    offered.says("region-not-first").sees(&format!("/region/new?photo={}", first.id));
    page(first, None).await.is_silent_on("region-not-first");
    page(later, album.regions.first()).await.is_silent_on("region-not-first");
    let choice = shown(life, "RegionNew", "on which photograph").await;
    choice.sees(&format!("photo={}", first.id)).misses(&format!("photo={}", later.id));
    let none = shown(
        crate::samples::lives::life("nothing said").await,
        "RegionNew",
        "on which photograph",
    );
    none.await.says("region-no-photos").is_silent_on("region-choose");
}

#[tokio::test]
async fn somebody_elses_change_is_said_before_ones_own_is_lost() {
    let stale = shown(life("followed").await, "RegionDraw", "changed elsewhere").await;
    stale.says("problem-stale-what").sees("value=\"left cheek\"");
    let opened = shown(life("followed").await, "RegionDraw", "as it is opened").await;
    opened.is_silent_on("problem-stale-what").says("region-redraw-title");
}

#[tokio::test]
async fn rectangles_that_read_the_same_are_the_same() {
    let life = life("followed").await;
    let before = Region {
        place: Part { x: 0.100_04, ..life.album.regions[0].record.place },
        ..life.album.regions[0].record.clone()
    };
    let typed = Region { place: Part { x: 0.1, ..before.place }, name: None, ..before };
    assert_eq!(unmoved(&before, typed.clone()).place, before.place, "not measured anew");
    assert_eq!(unmoved(&before, typed).name, None);
    let moved = Region { place: Part { x: 0.2, ..before.place }, control: None, ..before.clone() };
    assert_eq!(unmoved(&before, moved.clone()), moved);
}

/// The page of a life's first place over an album that was changed.
async fn over_time(life: &Life, album: &Album) -> Answer {
    let reader = english(life);
    let following = album.find_followed(album.regions[0].id).unwrap();
    asked(&reader, page::drawn(&reader, album, &following, false)).await
}

#[tokio::test]
async fn days_of_healing_are_shown_and_never_a_result() {
    let mut album = life("too early").await.album.clone();
    // Of the three sittings the first and the one of healing skin are left.
    album.photos.remove(0);
    let page = over_time(life("too early").await, &album).await;
    page.says("photos-too-early").says("region-says-healing").says("region-healing-sitting");
    page.says("region-healing-why").sees("class=\"hollow\"");
    page.is_silent_on("photo-result-increase-beyond-noise.short");
    page.is_silent_on("photo-result-increase-beyond-noise.whole");
}

#[tokio::test]
async fn the_latest_calm_visit_speaks_and_healing_ones_do_not() {
    let page = shown(life("too early").await, "Region", "as it is opened").await;
    page.says("photos-too-early").says("photo-result-decrease-beyond-noise.whole");
    page.is_silent_on("photo-result-increase-beyond-noise.whole")
        .is_silent_on("region-first-healing");
    let mut album = life("too early").await.album.clone();
    // Drawn on the photograph of a day of healing, calm skin is less red without any other change.
    let healing = album.photos[1].id;
    album.regions[0].record.photo = healing;
    over_time(life("too early").await, &album).await.says("region-first-healing");
}

#[tokio::test]
async fn a_change_within_noise_is_neither_redder_nor_less_red() {
    let life = life("needled unanswered").await;
    let page = shown(life, "Region", "as it is opened").await;
    page.says("photo-result-no-change-beyond-noise.whole").says("results-unknown");
    for changed in ["decrease", "increase"] {
        page.is_silent_on(&format!("photo-result-{changed}-beyond-noise.whole"));
        page.is_silent_on(&format!("photo-result-{changed}-beyond-noise.short"));
    }
    let mut album = life.album.clone();
    for entry in &mut album.outcomes {
        if let Outcome::Measured(measured) = &mut entry.record {
            measured.tone = Some("dark".into());
        }
    }
    let dark = over_time(life, &album).await;
    dark.says("photo-result-no-change-beyond-noise.dark").says("photo-caution-tone-dark");
    dark.is_silent_on("photo-result-no-change-beyond-noise.whole");
    dark.is_silent_on("photo-result-no-change-beyond-noise.short").says("region-tone-dark");
}

#[tokio::test]
async fn no_page_of_photographs_or_results_claims_what_a_picture_cannot_say() {
    for name in LIVES {
        let life = life(name).await;
        let reader = english(life);
        let samples = super::samples(life).into_iter().chain(crate::results::samples(life));
        // What a scale says of its own grades stands on its page alone.
        for sample in samples.filter(|sample| sample.address != "Scale") {
            let page = asked(&reader, sample.answer(&reader)).await.text().to_lowercase();
            for claim in ["improved", "worse", "healed", "collagen", "cured"] {
                assert!(
                    !page.contains(claim),
                    "{claim}: {} ({}), {name}",
                    sample.address,
                    sample.what
                );
            }
        }
    }
}

#[tokio::test]
async fn every_visit_says_what_became_of_it() {
    let page = shown(life("followed").await, "Region", "as it is opened").await;
    for key in ["region-first-sitting", "region-open", "region-healing-sitting", "region-why-not"] {
        page.says(key);
    }
    page.says("photo-result-not-comparable.short").says("region-piece-none");
    page.says("region-piece-open").says_with("region-measure-all", &[("n", 1.into())]);
    page.says_with("region-chart-left-out", &[("n", 1.into())]).says("region-says-open");
    page.is_silent_on("photos-too-early").is_silent_on("photo-caution-control");
}

#[tokio::test]
async fn it_takes_long_is_said_only_while_something_is_open() {
    let slow = shown(life("followed").await, "Region", "it takes long").await;
    slow.says("region-slow");
    shown(life("followed").await, "Region", "as it is opened").await.is_silent_on("region-slow");
    shown(life("too early").await, "Region", "it takes long").await.is_silent_on("region-slow");
}

#[tokio::test]
async fn without_reference_skin_nothing_can_be_measured_and_that_comes_first() {
    let page = shown(life("photographed").await, "Region", "as it is opened").await;
    page.says("region-no-reference").says("region-no-reference-do").misses("/measure\"");
    page.says("region-piece-open").is_silent_on("region-piece-none");
    let with = shown(life("followed").await, "Region", "as it is opened").await;
    with.is_silent_on("region-no-reference").sees("/measure\"");
}

#[tokio::test]
async fn a_trend_takes_five_sittings_and_more_than_chance() {
    let life = life("followed").await;
    let page = over_time(life, &life.album).await;
    page.says("region-trend-less").is_silent_on("region-trend-redder");
    let mut album = life.album.clone();
    for entry in &mut album.outcomes {
        if let Outcome::Measured(measured) = &mut entry.record {
            measured.delta_ei = measured.delta_ei.map(|change| -change);
            measured.result = match measured.delta_ei {
                Some(more) if more > 0.03 => "increase-beyond-noise",
                Some(less) if less < -0.03 => "decrease-beyond-noise",
                Some(_) => "no-change-beyond-noise",
                None => "not-comparable",
            }
            .into();
        }
    }
    over_time(life, &album).await.says("region-trend-redder").is_silent_on("region-trend-less");
    let mut few = life.album.clone();
    few.outcomes.truncate(6);
    let few = over_time(life, &few).await;
    few.is_silent_on("region-trend-less").is_silent_on("region-trend-redder");
}

#[tokio::test]
async fn a_place_whose_photograph_is_gone_says_so_and_how_to_go_on() {
    let life = life("followed").await;
    let reader = english(life);
    let following = life.album.find_followed(life.album.regions[1].id).unwrap();
    let page = asked(&reader, page::drawn(&reader, &life.album, &following, false)).await;
    page.says("region-photo-gone-what").says("region-photo-gone-why").says("region-anew");
    page.says("region-remove").is_silent_on("region-measure-all").is_silent_on("region-says-one");
}

#[tokio::test]
async fn one_visit_promises_others_and_draws_no_chart() {
    let life = life("followed").await;
    let mut album = life.album.clone();
    let first = album.regions[0].record.photo;
    album.photos.retain(|photo| photo.id == first);
    let page = over_time(life, &album).await;
    page.says("region-says-one").is_silent_on("region-chart").is_silent_on("region-mind");
    page.is_silent_on("region-measure-all").misses("class=\"chart dots\"");
}

#[tokio::test]
async fn where_the_place_lies_in_a_photograph_is_known_once_it_was_found() {
    let album = &life("followed").await.album;
    let following = album.find_followed(album.regions[0].id).unwrap();
    let found = |place: usize| movement(&following, album.of_view("front")[place].id).is_some();
    let all: Vec<bool> = (0..album.of_view("front").len()).map(found).collect();
    // The first itself, six that were measured, one that could not be, one that was not yet.
    assert_eq!(all, [true, true, true, true, true, true, true, false, false]);
}

#[test]
fn a_piece_shows_the_whole_place_and_is_neither_very_wide_nor_very_tall() {
    for (width, height) in [(0.4, 0.05), (0.05, 0.4), (0.2, 0.2), (0.3, 0.3)] {
        let place = Rect { x: 0.3, y: 0.3, width, height };
        let piece = framed(place);
        assert!((0.749..=1.251).contains(&(piece.height / piece.width)), "{piece:?}");
        assert!(piece.x < place.x && piece.x + piece.width > place.x + width, "{piece:?}");
        assert!(piece.y < place.y && piece.y + piece.height > place.y + height, "{piece:?}");
        let ((x, y), (a, b)) = (piece.middle(), place.middle());
        assert!((x - a).abs() < 1e-9 && (y - b).abs() < 1e-9, "in the middle");
    }
}

#[test]
fn the_axis_holds_every_bar() {
    for (far, end) in [(0.0, 0.04), (0.04, 0.04), (0.041, 0.06), (0.7, 0.8), (3.0, 0.8)] {
        assert_eq!(range([(-0.01, 0.01), (-far, 0.0)].into_iter()), end, "below {far}");
        assert_eq!(range([(0.0, far)].into_iter()), end, "above {far}");
    }
}

#[test]
fn a_tall_picture_is_shown_narrower() {
    let of = |width, height| {
        let photo = teststore::plain::photo("2026-12-01T09:00:00Z".parse().unwrap(), "front");
        shape(&Photo { width, height, ..photo })
    };
    assert_eq!(
        [of(160, 120), of(120, 120), of(120, 160), of(120, 180)],
        ["wide", "upright", "upright", "tall"]
    );
    assert_eq!(of(0, 10), "tall", "an import may say anything");
}

#[test]
fn what_was_typed_stays_in_its_rectangle() {
    let (_, drawing) = drawn(&[("control", ["1", "2", "x", ""])], "");
    let sides = |which| drawing.part(which).map(|typed: &Typed| typed.sides.clone()).unwrap();
    assert_eq!(sides(Which::Control), ["1", "2", "x", ""]);
    assert_eq!(sides(Which::Place), [""; 4].map(str::to_owned));
}

#[tokio::test]
async fn three_photographs_of_a_visit_are_enough_and_fewer_are_told() {
    let life = life("followed").await;
    let mut album = life.album.clone();
    let first = album.regions[0].record.photo;
    album.photos.retain(|photo| photo.id == first);
    let one = [("n", 1.into())];
    over_time(life, &album).await.says_with("region-few", &one);
    for minutes in [1, 2] {
        let mut again = album.photos[0].clone();
        again.record.taken += SignedDuration::from_mins(minutes);
        again.id = Id::new(again.record.taken);
        album.photos.insert(0, again);
    }
    over_time(life, &album).await.is_silent_on("region-few");
}

#[tokio::test]
async fn days_of_healing_are_drawn_hollow_and_calm_ones_are_not() {
    let page = shown(life("followed").await, "Region", "as it is opened").await;
    page.card("region-chart").says("region-chart-hollow");
    let mut calm = life("followed").await.album.clone();
    let healing = calm.of_view("front")[1].id;
    calm.photos.retain(|photo| photo.id != healing);
    let page = over_time(life("followed").await, &calm).await;
    page.card("region-chart").is_silent_on("region-chart-hollow");
    page.is_silent_on("region-healing-sitting").is_silent_on("region-healing-why");
}
