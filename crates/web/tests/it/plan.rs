//! The plan: a first day, what it means, begun, moved, ended; locked while the skin heals; events and lists.

use care::words::{Sign, Word as _};
use jiff::SignedDuration;
use store::records::{Done, Programme, Session};
use store::{By, Entry, Id, Who};

use crate::home::Home;

impl Home {
    /// Answers everything harmlessly and begins a programme on a day at 19:00.
    pub async fn begins(&self, first: &str) {
        self.answers(&[]).await;
        self.begins_on(first).await;
    }
    async fn begins_on(&self, first: &str) {
        let id = Id::new(self.now()).to_string();
        let fields = [("id", id.as_str()), ("first", first), ("minute", "1140")];
        let answer = self.posts("/plan/begin", &fields).await;
        assert_eq!(answer.redirect().as_deref(), Some("/plan"), "{}", answer.text());
    }
    async fn person(&self) -> Id {
        self.app.store().people().await.unwrap()[0]
    }
    /// The programmes on record.
    async fn programmes(&self) -> Vec<Entry<Programme>> {
        self.app.store().list(self.person().await).await.unwrap()
    }
    /// A session recorded just now.
    async fn rolls(&self) {
        let programme =
            self.programmes().await.into_iter().rev().find(|one| one.record.ended.is_none());
        let profile = self.profile().await;
        let done = Session::Done(Done {
            at: self.now(),
            zone: profile.zone,
            setting: profile.setting,
            areas: profile.areas,
            skin_type: profile.skin_type,
            length_mm: 0.25,
            passes: Some(4),
            directions: Some(4),
            anaesthetic: Some(false),
            device: profile.device,
            zones: Vec::new(),
            programme: programme.map(|entry| entry.id),
            screening: None,
            note: None,
        });
        let by = By { who: Who::Owner, at: self.now() };
        let id = Id::new(self.now());
        self.app.store().add(by, self.person().await, id, &done).await.unwrap();
    }
}

#[tokio::test]
async fn without_answers_there_is_a_kind_word_and_a_way_to_the_questions() {
    let ana = Home::new().await;
    assert_eq!(ana.opens("/plan").await.redirect().as_deref(), Some("/screening"));
    ana.posts("/screening/goals", &[("goals", "texture")]).await.is(303);
    ana.opens("/plan").await.is(200).sees("First a few questions").sees("href=\"/screening\"");
    ana.begins_on("2026-12-12").await;
    assert!(ana.programmes().await.is_empty(), "nothing begins without answers");
}

#[tokio::test]
async fn a_first_day_can_be_tried_before_anything_begins() {
    let ana = Home::new().await;
    ana.answers(&[(
        "device",
        &[("kind", "roller"), ("length_mm", "0.3"), ("free_days", "saturday")],
    )])
    .await;
    let page = ana.opens("/plan").await;
    page.is(200)
        .sees("Choose the first day")
        .sees("Begin on Sat 5 Dec")
        .sees("December 2026")
        .sees("never over 0.3 mm")
        .sees("in 4 directions")
        .sees("need an anaesthetic cream")
        .sees("Its length fits")
        .sees("not yet")
        .sees("The evidence is")
        .sees("Too early to judge until 16 January 2027")
        .sees("mineral sunscreen")
        .sees("Wash your hands")
        .sees("Session 2: Sat 12 Dec (not before Tue 8 Dec");
    ana.opens("/plan?first=2026-12-14").await.is(200).sees("Begin on Sat 19 Dec");
    assert!(ana.programmes().await.is_empty(), "looking begins nothing");
}

#[tokio::test]
async fn a_programme_is_begun_once_with_its_screening() {
    let ana = Home::new().await;
    ana.answers(&[]).await;
    let id = Id::new(ana.now()).to_string();
    let fields = [("id", id.as_str()), ("first", "2026-12-12"), ("minute", "1170")];
    for _ in 0..2 {
        ana.posts("/plan/begin", &fields).await.is(303);
    }
    let all = ana.programmes().await;
    assert_eq!(all.len(), 1);
    let programme = &all[0].record;
    assert_eq!((programme.first.to_string().as_str(), programme.minute), ("2026-12-12", 1170));
    let screenings: Vec<Entry<store::records::Screening>> =
        ana.app.store().list(ana.person().await).await.unwrap();
    assert_eq!(screenings.iter().map(|entry| entry.id).collect::<Vec<_>>(), [programme.screening]);
    ana.opens("/plan").await.sees("Next: Sat 12 Dec, 19:30").sees("Session 1 of 42");
}

#[tokio::test]
async fn days_that_do_not_fit_are_told_beside_the_field() {
    let ana = Home::new().await;
    ana.answers(&[]).await;
    ana.opens("/plan?first=2027-02-30")
        .await
        .is(200)
        .sees("February 2027 has 28 days")
        .sees("2027-02-30");
    ana.opens("/plan?event=yesterday").await.is(200).sees("year, month and day").sees("yesterday");
    let id = Id::new(ana.now()).to_string();
    let begin =
        |first| [("id", id.clone()), ("first", String::from(first)), ("minute", "1140".into())];
    for first in ["2026-12-04", "", "soon"] {
        let fields = begin(first);
        let fields: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        ana.posts("/plan/begin", &fields).await.is(422);
    }
    assert!(ana.programmes().await.is_empty());
}

#[tokio::test]
async fn a_programme_moves_and_ends_and_another_one_begins() {
    let ana = Home::new().await;
    ana.begins("2026-12-12").await;
    ana.posts("/plan/move", &[("first", "2026-12-19"), ("minute", "480")]).await.is(303);
    ana.opens("/plan").await.sees("Next: Sat 19 Dec, 08:00");
    ana.posts("/plan/move", &[("first", "2026-12-01")]).await.is(422).sees("That day is over");
    ana.posts("/plan/end", &[]).await.is(303);
    let ended = ana.programmes().await;
    assert_eq!(ended[0].record.ended.unwrap().to_string(), "2026-12-05");
    ana.opens("/plan").await.sees("Choose the first day");
    ana.begins_on("2026-12-20").await;
    assert_eq!(ana.programmes().await.len(), 2);
    ana.posts("/plan/end", &[]).await.is(303);
    ana.posts("/plan/end", &[]).await.is(303);
    ana.posts("/plan/move", &[("first", "2026-12-24")]).await.is(303);
}

#[tokio::test]
async fn an_answer_that_speaks_against_it_stops_the_plan_and_says_where_to_read_why() {
    let ana = Home::new().await;
    ana.begins("2026-12-12").await;
    ana.posts("/screening/pregnancy", &[("pregnancy", "pregnant")]).await.is(303);
    ana.opens("/plan")
        .await
        .is(200)
        .sees("verdict-do-not")
        .sees("/screening/verdict")
        .misses("Next: ")
        .misses("Session 1");
    let ben = Home::new().await;
    ben.answers(&[("pregnancy", &[("pregnancy", "unknown")])]).await;
    ben.opens("/plan").await.is(200).misses("Begin on");
    ben.begins_on("2026-12-12").await;
    assert!(ben.programmes().await.is_empty());
}

#[tokio::test]
async fn the_next_session_waits_for_healed_skin_and_is_counted() {
    let ana = Home::new().await;
    ana.begins("2026-12-05").await;
    ana.rolls().await;
    let page = ana.opens("/plan").await;
    page.is(200)
        .sees("Session 2 of 42")
        .sees("1 of 42 done")
        .sees("Waiting until the skin has healed")
        .sees("Session done")
        .sees("once since 5 December 2026")
        .misses("name=\"first\"");
    ana.posts("/plan/move", &[("first", "2026-12-20"), ("minute", "600")]).await.is(422);
    ana.posts("/plan/move", &[("minute", "600")]).await.is(303);
    ana.opens("/plan").await.sees(", 10:00");
}

#[tokio::test]
async fn a_programme_begun_after_another_counts_from_one() {
    let ana = Home::new().await;
    ana.begins("2026-12-05").await;
    ana.rolls().await;
    ana.posts("/plan/end", &[]).await.is(303);
    ana.waits(SignedDuration::from_hours(24 * 30));
    let session: Vec<Entry<Session>> = ana.app.store().list(ana.person().await).await.unwrap();
    let calm = store::records::CheckIn {
        session: session[0].id,
        at: ana.now(),
        signs: Sign::ALL.iter().map(|sign| (*sign, 0)).collect(),
        flags: Vec::new(),
        note: None,
        corrected: None,
    };
    let by = By { who: Who::Owner, at: ana.now() };
    ana.app.store().add(by, ana.person().await, Id::new(ana.now()), &calm).await.unwrap();
    ana.opens("/plan").await.sees("Begin on Mon 4 Jan");
    ana.begins_on("2027-01-09").await;
    ana.opens("/plan").await.sees("Session 1 of 42").sees("Next: Sat 9 Jan");
}

#[tokio::test]
async fn an_event_is_met_with_the_days_to_keep_free() {
    let ana = Home::new().await;
    let device = [("kind", "roller"), ("length_mm", "0.3"), ("free_days", "saturday")];
    ana.answers(&[("device", &device)]).await;
    ana.begins_on("2026-12-12").await;
    let free = care::Protocol::built_in().unwrap();
    let [about, most] =
        free.length_class_row(care::words::LengthClass::Gentle).unwrap().keep_free_days;
    assert!(about <= 1 && (1..6).contains(&most), "{about} {most}");
    ana.opens("/plan?event=2026-12-10").await.sees("No session is planned before Thu 10 Dec");
    ana.opens("/plan?event=2026-12-12")
        .await
        .sees("something will likely still be seen")
        .sees("To be on the safe side");
    ana.opens("/plan?event=2026-12-18")
        .await
        .sees("the skin is likely calm")
        .sees("6 days earlier");
}

#[tokio::test]
async fn every_word_of_questions_verdict_and_plan_is_from_the_texts() {
    let mut ana = Home::with(|settings| settings.pseudo = true).await;
    ana.enters().await;
    let stopped =
        [("retinoid", "stopped"), ("retinoid-date", "2026-11-01"), ("retinoid-detail", "topical")];
    ana.answers(&[("retinoid", &stopped)]).await;
    let store = ana.app.store();
    let before = store.find_person(ana.person().await).await.unwrap().unwrap();
    let mut profile = before.record.clone();
    profile.wishes.language = Some(web::say::PSEUDO.into());
    let by = By { who: Who::Owner, at: ana.now() };
    store.change_person(by, &before, profile).await.unwrap();
    let mut paths: Vec<String> =
        ["/screening/verdict", "/screening/answers", "/plan"].map(String::from).into();
    paths.extend(crate::screening::HARMLESS.iter().map(|(step, _)| format!("/screening/{step}")));
    for path in &paths {
        only_from_texts(path, &ana.opens(path).await.is(200).text());
    }
    ana.posts("/screening/retinoid", &[("retinoid", "never")]).await.is(303);
    only_from_texts("/plan", &ana.opens("/plan?event=2026-12-24").await.is(200).text());
    ana.begins_on("2026-12-12").await;
    for path in ["/plan", "/screening/verdict"] {
        only_from_texts(path, &ana.opens(path).await.is(200).text());
    }
}

/// Words of plain letters that a page may hold: names, units, and what sources are called.
fn only_from_texts(path: &str, page: &str) {
    const NAMES: [&str; 3] = ["needlewise", "mm", "cm"];
    let mut text = String::new();
    for part in page.split('<').skip(1) {
        let (tag, said) = part.split_once('>').unwrap_or((part, ""));
        if !tag.starts_with("a href=\"/protocol/sources") {
            text.push_str(said);
        }
        text.push(' ');
    }
    let words = text.split(|letter: char| !letter.is_alphabetic());
    let plain: Vec<&str> = words
        .filter(|word| word.len() > 1 && word.chars().all(|letter| letter.is_ascii_alphabetic()))
        .filter(|word| !NAMES.contains(word))
        .collect();
    assert!(plain.is_empty(), "{path}: {plain:?}");
}
