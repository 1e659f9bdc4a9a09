//! The dose on the plan and after a session: the numbers are those of the simulated roller, and what is not known is said.

use care::Protocol;
use care::words::{Area, DeviceKind, Setting};
use roller::{Device, Results, Roller, Rolling, Technique, Zone};
use store::PersonId;
use store::records::{self, Done, Profile, Session};
use testhouse::{
    Home, answered, begins, by, hours, lived_in, profile, session, sessions, with_a_plan,
};
use words::{Language, Wording};

const TODAY: &str = "2026-12-05";

/// A number as a page writes it.
fn figure(number: f64) -> String {
    Wording::built_in(Language::DEFAULT).number(number)
}

/// The square of skin that pages roll, with their seed, in the model's own words.
fn rolled(needles: u32, length_mm: f64, technique: Technique) -> Results {
    let device = Device::Roller(Roller::usual(needles, length_mm));
    let square = Zone::rectangle(50.0, 50.0).unwrap();
    Rolling::new(device, square, technique).unwrap().results(7)
}

/// Records a session with some of its facts changed.
async fn records(home: &Home, person: PersonId, change: impl FnOnce(&mut Done)) -> String {
    let id = session(home, person, hours(home, -30)).await;
    let entry = home.app.store().find::<Session>(person, id).await.unwrap().unwrap();
    let Session::Done(mut done) = entry.record.clone() else { panic!("{entry:?}") };
    change(&mut done);
    home.app.store().change(by(home), &entry, Session::Done(done)).await.unwrap();
    format!("/session/{id}")
}

fn device(kind: DeviceKind, needles: Option<u16>) -> Option<records::Device> {
    Some(records::Device { kind, needles, length_mm: Some(0.5), since: None })
}

#[tokio::test]
async fn the_plan_shows_what_its_passes_do_both_ways() {
    let (ana, _) = with_a_plan(answered(), TODAY).await;
    let page = ana.opens("/plan").await;
    let usual = Technique { passes: 4, ..Technique::default() };
    let plain = rolled(192, 0.3, Technique { lift: false, directions: 1, ..usual });
    let lifted = rolled(192, 0.3, usual);
    let most = rolled(192, 0.3, Technique { passes: 10, ..usual });
    assert!(plain.farther[0] > lifted.farther[0] + 0.1, "there is something to see");
    for results in [&plain, &lifted] {
        let gap = results.gap.unwrap().diameter_mm;
        let half = 100.0 * results.farther[0];
        page.sees(&format!("{half:.0} percent of it is farther than 0.5 mm"));
        page.sees(&format!("the largest gap is {gap:.1} mm wide"));
    }
    page.is(200)
        .sees("4 passes with 192 needles")
        .sees(&format!("with 10 passes: {} punctures", figure(most.density_per_cm2.round())))
        .sees("Lift the device between passes")
        .sees("/plan/rolling.svg?way=plain")
        .sees("not measured on your skin")
        .sees("(geometry)")
        .sees("(rests on an assumption)")
        .misses("is more than the 250")
        .misses("needles is not known");
}

#[tokio::test]
async fn a_session_shows_its_dose() {
    let (ana, person) = lived_in().await;
    let path = records(&ana, person, |done| {
        (done.passes, done.directions) = (Some(6), Some(2));
        done.device = device(DeviceKind::Roller, Some(540));
    })
    .await;
    let usual = Technique { passes: 6, directions: 2, lift: false, ..Technique::default() };
    let did = rolled(540, 0.5, usual);
    assert!(did.density_per_cm2 > 250.0, "too dense for the protocol");
    let page = ana.opens(&path).await;
    page.is(200)
        .sees(&format!("about {} punctures", figure(did.punctures as f64)))
        .sees(&format!("{:.0} on each square centimetre", did.density_per_cm2))
        .sees("is more than the 250 that this protocol allows")
        .sees("Whether you lifted between passes is not recorded")
        .misses("directions are not recorded");
    let fewer = records(&ana, person, |done| {
        (done.passes, done.directions) = (Some(3), None);
        done.device = device(DeviceKind::Roller, None);
    })
    .await;
    let fewest = Protocol::built_in().unwrap().device(DeviceKind::Roller).unwrap().needles[0];
    let usual = Technique { passes: 3, directions: 1, lift: false, ..Technique::default() };
    let did = rolled(fewest.into(), 0.5, usual);
    ana.opens(&fewer)
        .await
        .sees(&format!("about {} punctures", figure(did.punctures as f64)))
        .sees(&format!("{fewest} are taken"))
        .sees("directions are not recorded")
        .misses("is more than the 250");
}

/// What is said, and what makes it so.
type Case = (&'static str, fn(&mut Done));

#[tokio::test]
async fn what_is_not_known_is_said_and_has_no_picture() {
    let (ana, person) = lived_in().await;
    let cases: [Case; 4] = [
        ("The passes are not recorded", |done| done.passes = None),
        ("Computed for rollers only", |done| done.device = device(DeviceKind::Pen, Some(12))),
        ("depends on the device there", |done| done.setting = Setting::Clinic),
        ("can’t be computed for these numbers", |done| {
            done.device = device(DeviceKind::Roller, Some(5000));
        }),
    ];
    for (said, change) in cases {
        let path = records(&ana, person, change).await;
        ana.opens(&path).await.is(200).sees(said).misses("dose.svg");
        ana.opens(&format!("{path}/dose.svg")).await.is(404);
    }
    let zones = |done: &mut Done| {
        done.passes = None;
        done.zones = vec![records::ZoneRolled { zone: "cheek-left".into(), passes: 5 }];
    };
    let path = records(&ana, person, zones).await;
    ana.opens(&path).await.sees("5 passes with");
    let pen = records::Device { kind: DeviceKind::Pen, ..answered().device.unwrap() };
    let (bea, _) = with_a_plan(Profile { device: Some(pen), ..answered() }, TODAY).await;
    bea.opens("/plan").await.is(200).sees("Computed for rollers only").misses("rolling.svg");
}

#[tokio::test]
async fn s5_zones_rolled_differently_are_kept_and_dosed_as_they_were() {
    let person = Profile { areas: vec![Area::Cheeks, Area::Forehead, Area::Chin], ..answered() };
    let (ana, person) = with_a_plan(person, TODAY).await;
    let here = begins(&ana).await;
    let zones = [("cheek-left", "8"), ("cheek-right", "4"), ("forehead-left", "4")];
    for (zone, passes) in zones {
        let fields = [("zone", zone), ("passes", passes)];
        ana.posts(&format!("{here}/zone"), &fields).await.is(303);
    }
    for zone in ["forehead-right", "chin"] {
        let fields = [("zone", zone), ("passes", "4"), ("skip", "yes")];
        ana.posts(&format!("{here}/zone"), &fields).await.is(303);
    }
    let sheet = ana.opens(&format!("{here}/record")).await;
    sheet
        .is(200)
        .sees("name=\"zone-cheek-left\" value=\"8\"")
        .sees("name=\"zone-cheek-right\" value=\"4\"")
        .sees("name=\"zone-forehead-right\" value=\"0\"")
        .sees("name=\"zone-chin\" value=\"0\"")
        .misses("name=\"passes\"");
    let mut fields = vec![("at", "2026-12-05T10:00"), ("length", "0.3"), ("directions", "4")];
    fields.extend([("device", "roller"), ("needles", "540")]);
    fields.extend([("zone-cheek-left", "8"), ("zone-cheek-right", "4")]);
    fields.extend([("zone-forehead-left", "4"), ("zone-forehead-right", "0"), ("zone-chin", "")]);
    let wrong = [fields.as_slice(), &[("zone-nose", "lots")]].concat();
    ana.posts(&format!("{here}/record"), &wrong).await.is(422).sees("from 0 to 100").sees("lots");
    ana.posts(&format!("{here}/record"), &fields).await.is(303);
    let entries = sessions(&ana, person).await;
    let Session::Done(done) = &entries[0].record else { panic!("not done") };
    assert_eq!(done.areas, [Area::Forehead, Area::Cheeks], "the chin was not rolled");
    assert_eq!((done.passes, done.zones.len()), (Some(8), 3));
    let usual = Technique { passes: 8, directions: 4, lift: false, ..Technique::default() };
    let did = rolled(540, 0.3, usual);
    let page = ana.opens(&here).await;
    page.is(200)
        .sees("from 4 to 8 passes")
        .sees("8 passes with 540 needles")
        .sees(&format!("{:.0} on each square centimetre", did.density_per_cm2))
        .sees("is more than the 250 that this protocol allows")
        .sees("Left cheek, 8 passes; Right cheek, 4 passes");
    // Mended later, zone by zone too.
    let mut mended = fields.clone();
    mended.retain(|(name, _)| *name != "zone-cheek-left");
    mended.push(("zone-cheek-left", "4"));
    ana.posts(&format!("{here}/record"), &mended).await.is(303);
    ana.opens(&here).await.sees("4 passes with 540").misses("rolled differently");
}

#[tokio::test]
async fn pictures_are_drawn_with_attributes_only() {
    let (ana, person) = with_a_plan(answered(), TODAY).await;
    let id = session(&ana, person, hours(&ana, -30)).await;
    let own = format!("/session/{id}/dose.svg");
    for path in ["/plan/rolling.svg", own.as_str()] {
        let both = ana.opens(path).await;
        both.is(200)
            .sees("Back and forth, never lifted")
            .sees("Lifted, shifted, turned")
            .sees("farther than 0.5 mm")
            .misses("style")
            .misses("<script")
            .misses("NaN");
        assert_eq!(both.headers["content-type"], "image/svg+xml; charset=utf-8");
        assert_eq!(both.headers["cache-control"], "no-store");
        let one = ana.opens(&format!("{path}?way=advised")).await;
        one.is(200).sees("Lifted, shifted, turned").misses("Back and forth");
        assert_eq!(ana.opens(path).await.body, both.body, "the same each time");
        ana.opens(&format!("{path}?way=sideways")).await.is(404);
    }
}

#[tokio::test]
async fn the_picture_on_the_page_is_dark_where_the_page_is() {
    let (ana, _) = with_a_plan(answered(), TODAY).await;
    let page = ana.opens("/plan").await;
    page.sees("media=\"(prefers-color-scheme: dark)\"").sees("as=square&amp;tone=dark");
    let [light, dark] =
        ["", "&tone=dark"].map(|tone| format!("/plan/rolling.svg?way=plain&as=square{tone}"));
    ana.opens(&light).await.is(200).sees("#FBF8F5").misses("<text");
    ana.opens(&dark).await.is(200).misses("#FBF8F5").misses("<text");
}

#[tokio::test]
async fn a_session_of_somebody_else_has_no_picture() {
    let (ana, _) = lived_in().await;
    let other = ana.app.store().add_person(by(&ana), &profile()).await.unwrap().id;
    let id = session(&ana, other, hours(&ana, -30)).await;
    ana.opens(&format!("/session/{id}/dose.svg")).await.is(404);
    ana.opens("/plan/rolling.svg").await.is(404);
}
