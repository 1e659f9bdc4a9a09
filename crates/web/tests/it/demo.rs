//! The demonstration: somebody in week 7 at once, a day further with each press, and from day 0 to week 8.

use store::records::{CheckIn, Photo, Session};
use testhouse::Home;

/// A demonstration with a browser let in.
async fn demonstration() -> Home {
    let mut home = Home::with(|settings| settings.demo = true).await;
    web::demo::fill(&home.app).await.unwrap();
    home.enters().await;
    home
}

async fn count(home: &Home) -> (usize, usize) {
    let (store, person) = (home.app.store(), home.app.store().people().await.unwrap()[0]);
    let sessions = store.list::<Session>(person).await.unwrap();
    let done = sessions.iter().filter(|entry| matches!(entry.record, Session::Done(_))).count();
    (done, store.list::<CheckIn>(person).await.unwrap().len())
}

#[tokio::test]
async fn the_next_day_comes_with_a_press_and_what_happens_on_it() {
    let home = demonstration().await;
    let (sessions, checkins) = count(&home).await;
    let page = home.opens("/today").await;
    page.says("demo-note").says("demo-next").says("demo-today").says("demo-first");
    let before = home.now();
    assert_eq!(home.posts("/demo/next-day", &[]).await.redirect().unwrap(), "/today");
    assert_eq!(home.now().duration_since(before).as_hours(), 24);
    for _ in 0..5 {
        home.posts("/demo/next-day", &[]).await.is(303);
    }
    let now = count(&home).await;
    assert!(now.0 == sessions + 1 && now.1 > checkins, "{now:?}, before {sessions}, {checkins}");
}

#[tokio::test]
async fn from_day_0_she_comes_to_week_8_as_whoever_is_met_in_week_7_has() {
    let mut home = demonstration().await;
    let first = home.person;
    home.posts("/demo/first-day", &[]).await.is(303);
    home.person = home.app.store().people().await.unwrap().first().copied();
    assert_ne!(home.person, first, "somebody new");
    assert_eq!(count(&home).await, (1, 1), "the first session is done, and looked at");
    home.opens("/today").await.is(200);
    for _ in 0..56 {
        home.posts("/demo/next-day", &[]).await.is(303);
    }
    assert_eq!(count(&home).await, (6, 6 * 6), "the rules were against none of them");
    home.opens("/today").await.is(200);
}

#[tokio::test]
async fn what_speaks_against_a_session_keeps_her_from_it() {
    let home = demonstration().await;
    let (sessions, _) = count(&home).await;
    let pus = [("redness", "6"), ("flags", "pus")];
    home.posts("/today/checkin", &pus).await.is(303);
    for _ in 0..7 {
        home.posts("/demo/next-day", &[]).await.is(303);
    }
    assert_eq!(count(&home).await.0, sessions);
}

#[tokio::test]
async fn her_pictures_are_there_when_somebody_looks_at_them() {
    let home = demonstration().await;
    home.opens("/photos").await.is(200);
    let photos = home.app.store().list::<Photo>(home.person.unwrap()).await.unwrap();
    let front = photos.iter().filter(|photo| photo.record.view == "front").count();
    assert!(front >= 4, "{front}");
}

#[tokio::test]
async fn nobody_else_has_days_to_press() {
    let home = Home::new().await;
    home.posts("/demo/next-day", &[]).await.is(404);
    home.posts("/demo/first-day", &[]).await.is(404);
    home.opens("/more").await.is_silent_on("demo-next");
}
