//! Two windows on the same thing: whoever saves later is told, keeps what they typed, and may save once more. Whoever sends
//! the same twice has overtaken nobody.

use store::records::{CheckIn, KeptDay, Session};
use testhouse::{Answer, Home, answered, checkin, hours, lived_in, session, with_a_plan};

/// What stands in the lists of the wishes.
const CHOSEN: [(&str, &str); 2] = [("language", "en"), ("zone", "Europe/Paris")];

/// A form as a page shows it, with some fields changed; the form that goes to this address.
fn form(page: &Answer, change: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut fields = page.fields();
    for (name, value) in change {
        fields.retain(|(known, _)| known != name);
        fields.push(((*name).to_owned(), (*value).to_owned()));
    }
    fields
}

async fn sends(home: &Home, path: &str, form: &[(String, String)]) -> Answer {
    let fields: Vec<(&str, &str)> =
        form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    home.posts(path, &fields).await
}

/// Two windows show a form; the first is saved with one change, the second with another, which is told and then saved.
async fn twice(
    home: &Home,
    (page, path): (&str, &str),
    first: &[(&str, &str)],
    second: &[(&str, &str)],
) {
    let (one, other) = (home.opens(page).await, home.opens(page).await);
    let one = form(&one, first);
    sends(home, path, &one).await.is(303);
    sends(home, path, &one).await.is(303);
    let told = sends(home, path, &form(&other, second)).await;
    told.is(422).says("typed-overtaken");
    for (_, value) in second {
        told.sees(value);
    }
    sends(home, path, &form(&told, second)).await.is(303);
}

#[tokio::test]
async fn of_two_windows_on_a_session_the_later_is_told() {
    let (ana, person) = with_a_plan(answered(), "2026-12-05").await;
    let id = session(&ana, person, hours(&ana, -2)).await;
    let path = format!("/session/{id}/record");
    twice(&ana, (&path, &path), &[("note", "first")], &[("note", "second")]).await;
    let kept = ana.app.store().find::<Session>(person, id).await.unwrap().unwrap();
    assert!(matches!(kept.record, Session::Done(done) if done.note.as_deref() == Some("second")));
    assert_eq!(kept.version, 3, "the same sent twice changed nothing");
}

#[tokio::test]
async fn of_two_windows_on_a_check_in_the_later_is_told() {
    let (ana, person) = with_a_plan(answered(), "2026-12-05").await;
    let done = session(&ana, person, hours(&ana, -30)).await;
    let id = checkin(&ana, person, done, hours(&ana, -20), &[], &[], None).await;
    let path = format!("/log/check-in/{id}");
    let first = [("redness", "3"), ("reason", "mistyped")];
    twice(&ana, (&path, &path), &first, &[("redness", "4"), ("reason", "again")]).await;
    let kept = ana.app.store().find::<CheckIn>(person, id).await.unwrap().unwrap();
    assert_eq!(kept.record.corrected.as_deref(), Some("again"));
}

#[tokio::test]
async fn of_two_windows_on_wishes_the_later_is_told() {
    let (ana, person) = lived_in().await;
    let wishes = ("/more/wishes", "/more/wishes");
    let named = |name| [&[("name", name)][..], &CHOSEN].concat();
    twice(&ana, wishes, &named("Ana"), &named("Ann")).await;
    let kept = ana.app.store().find_person(person).await.unwrap().unwrap();
    assert_eq!(kept.record.name.as_deref(), Some("Ann"));
}

#[tokio::test]
async fn wishes_are_not_overtaken_by_an_answer_that_was_given_meanwhile() {
    let (ana, _) = lived_in().await;
    let page = ana.opens("/more/wishes").await;
    ana.posts("/screening/keloid", &[("keloid", "no")]).await;
    let wished = form(&page, &[&[("name", "Ana")][..], &CHOSEN].concat());
    sends(&ana, "/more/wishes", &wished).await.is(303);
}

#[tokio::test]
async fn of_two_windows_on_an_event_the_later_is_told() {
    let (ana, person) = with_a_plan(answered(), "2026-12-12").await;
    ana.posts("/plan/kept", &[("event", "2027-01-09"), ("name", "wedding")]).await.is(303);
    let id = ana.app.store().list::<KeptDay>(person).await.unwrap()[0].id;
    let page = ana.opens("/plan").await;
    let upon = upon(&page, &format!("/plan/kept/{id}"));
    let path = format!("/plan/kept/{id}");
    let event = |name: &str| {
        [("event", "2027-01-09"), ("name", name), ("days", "")]
            .map(|(field, value)| (format!("{field}-{id}"), value.to_owned()))
            .into_iter()
            .chain([("upon".to_owned(), upon.clone())])
            .collect::<Vec<_>>()
    };
    sends(&ana, &path, &event("party")).await.is(303);
    sends(&ana, &path, &event("party")).await.is(303);
    sends(&ana, &path, &event("dance")).await.is(422).says("typed-overtaken").sees("dance");
}

#[tokio::test]
async fn of_two_windows_on_the_plan_the_later_is_told() {
    let (ana, _) = with_a_plan(answered(), "2026-12-12").await;
    let upon = upon(&ana.opens("/plan").await, "/plan/move");
    let change = |first: &str| {
        [("first", first), ("minute", "1140"), ("upon", &upon)]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
    };
    sends(&ana, "/plan/move", &change("2026-12-14")).await.is(303);
    sends(&ana, "/plan/move", &change("2026-12-14")).await.is(303);
    let told = sends(&ana, "/plan/move", &change("2026-12-16")).await;
    told.is(422).says("typed-overtaken").sees("2026-12-16");
}

/// What the form that goes to an address was drawn upon.
fn upon(page: &Answer, action: &str) -> String {
    let text = page.text();
    let form = text.split("<form").find(|form| form.contains(&format!("action=\"{action}\"")));
    let field = form.unwrap().split("name=\"upon\" value=\"").nth(1).unwrap();
    field.split('"').next().unwrap().to_owned()
}
