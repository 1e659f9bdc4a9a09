//! What these pages promise: each form says all that is wrong beside its field, no passphrase comes back, what is for good says so.

use store::records::{Profile, Wishes};
use testhouse::Answer;

use super::samples::{ADDRESS, EDITIONS, ELSEWHERE, typed};
use super::{security, wishes};
use crate::samples::asked::{english, shown};
use crate::samples::lives::life;

#[tokio::test]
async fn the_menu_has_the_sheet_once_somebody_was_needled() {
    let before = shown(life("planned").await, "More", "as it is opened").await;
    before.says("more-wishes").says("more-security").says("people-title").misses("aftercare.pdf");
    let after = shown(life("healing").await, "More", "as it is opened").await;
    after.says("more-sheet").sees("href=\"/more/aftercare.pdf\"");
    for (_, key, ..) in super::ROWS {
        after.says(key).says(&format!("{key}-hint"));
    }
}

/// What a form of wishes makes of somebody; the fields that are wrong if it makes nothing.
async fn read(change: (&str, &str)) -> Result<Profile, String> {
    let person = life("years").await.album.chart.person.record.clone();
    let mut fields = vec![
        change,
        ("name", "Ana"),
        ("language", "en"),
        ("theme", "dark"),
        ("variant", "cautious"),
        ("zone", "asia/kathmandu"),
    ];
    fields.dedup_by_key(|(name, _)| *name);
    let mut form = typed(&fields);
    let read = wishes::read(&mut form, &EDITIONS, person);
    read.ok_or_else(|| form.wrong_fields().collect::<Vec<_>>().join(" "))
}

#[tokio::test]
async fn wishes_are_read_and_the_rest_is_left_alone() {
    let before = life("years").await.album.chart.person.record.clone();
    let wished = read(("name", "Ana")).await.unwrap();
    let wishes = Wishes {
        language: Some("en".into()),
        dark: Some(true),
        variant: Some("cautious".into()),
        day_ends: None,
    };
    let (name, zone) = (Some("Ana".into()), "Asia/Kathmandu".into());
    assert_eq!(wished, Profile { name, zone, wishes, ..before });
    for (theme, dark) in [("system", None), ("light", Some(false)), ("dark", Some(true))] {
        assert_eq!(read(("theme", theme)).await.unwrap().wishes.dark, dark);
    }
    assert_eq!(read(("variant", "")).await.unwrap().wishes.variant, None, "the protocol itself");
    assert_eq!(read(("name", "")).await.unwrap().name, None);
    for (hour, ends) in [("0", None), ("1", Some(1)), ("5", Some(5))] {
        assert_eq!(read(("day_ends", hour)).await.unwrap().wishes.day_ends, ends);
    }
}

#[tokio::test]
async fn a_wish_that_cannot_be_is_named_by_its_field() {
    let long = "a".repeat(crate::people::LONGEST_NAME + 1);
    for (name, value) in [
        ("name", long.as_str()),
        ("language", "xx"),
        ("language", "en-XA"),
        ("language", ""),
        ("theme", "pink"),
        ("theme", ""),
        ("variant", "reckless"),
        ("zone", "Europe/Atlantis"),
        ("zone", ""),
        ("day_ends", "6"),
        ("day_ends", "-1"),
        ("day_ends", "late"),
    ] {
        assert_eq!(read((name, value)).await.unwrap_err(), name, "{value}");
    }
}

#[tokio::test]
async fn all_that_is_wrong_with_wishes_is_said_at_once() {
    let page = shown(life("years").await, "Wishes", "all refused").await;
    page.is(422);
    for wrong in ["name", "language", "theme", "variant", "zone"] {
        page.says(&format!("more-wrong-{wrong}"));
    }
    let kept = shown(life("years").await, "Wishes", "as it is opened").await;
    kept.is(200).is_silent_on("more-wrong-name").sees("value=\"Ana\"");
    kept.sees("<option value=\"Europe/Paris\" selected>");
    assert_eq!(kept.fields().iter().filter(|(name, _)| name == "theme").count(), 1);
}

#[tokio::test]
async fn what_is_kept_of_wishes_is_what_the_form_shows() {
    let mut reader = english(life("planned").await);
    for (dark, theme) in [(None, "system"), (Some(false), "light"), (Some(true), "dark")] {
        reader.person.record.wishes = Wishes { dark, ..Wishes::default() };
        let kept = wishes::kept(&reader);
        assert_eq!((kept.text("theme"), kept.text("language")), (theme, "en"));
        assert_eq!((kept.text("variant"), kept.text("name")), ("", ""));
    }
}

/// The passphrases that a page holds.
fn secrets(page: &Answer) -> usize {
    page.text().matches("SECRET").count()
}

#[tokio::test]
async fn a_backup_takes_a_passphrase_twice_and_a_short_one_is_refused() {
    let life = life("years").await;
    let refused = shown(life, "Data", "too short and not the same").await;
    refused
        .is(422)
        .card("more-backup")
        .says("more-passphrase-short")
        .says("more-passphrase-differs");
    assert_eq!(secrets(&refused), 0, "what was typed is not sent back");
    let opened = shown(life, "Data", "as it is opened").await;
    opened.is(200).card("more-backup").says("more-backup-never").is_silent_on("more-backup-last");
    opened.is_silent_on("more-passphrase-short").is_silent_on("more-passphrase-differs");
    shown(life, "Data", "backed up").await.card("more-backup").says("more-backup-last");
}

#[tokio::test]
async fn where_others_have_passphrases_no_page_makes_a_copy_of_everything() {
    let life = life("years").await;
    let others = shown(life, "Data", "others have passphrases").await;
    others.card("more-backup").says("more-backup-others").is_silent_on("more-backup-how");
    others.misses("name=\"passphrase\"").misses("action=\"/more/backup\"");
    let alone = shown(life, "Data", "as it is opened").await;
    alone.card("more-backup").says("more-backup-how").is_silent_on("more-backup-others");
    for page in [&others, &alone] {
        page.card("more-export").says("more-export-clear");
        page.card("more-erase").says("more-erase-open");
    }
}

#[tokio::test]
async fn erasing_says_what_goes_and_stays_and_wants_its_word() {
    let life = life("years").await;
    let page = shown(life, "Erase", "as it is opened").await;
    page.is(200).says("more-erase-under").says_with("more-erase-type", &[("word", "erase".into())]);
    for part in ["goes", "stays"] {
        let card = page.card(&format!("more-erase-{part}"));
        for line in 1..=3 {
            card.says(&format!("more-erase-{part}-{line}"));
        }
    }
    page.is_silent_on("more-erase-wrong");
    let wrong = shown(life, "Erase", "another word").await;
    wrong.is(422).says("more-erase-wrong").sees("value=\"keep\"");
}

#[tokio::test]
async fn the_farewell_claims_no_more_than_is_so() {
    let life = life("years").await;
    let gone = shown(life, "Farewell", "all gone").await;
    gone.says("more-farewell").is_silent_on("more-farewell-soon").misses("Ana");
    let soon = shown(life, "Farewell", "not all gone").await;
    soon.says("more-farewell-soon").says("more-farewell-soon-what").is_silent_on("more-farewell");
    for page in [gone, soon] {
        page.says("more-farewell-again").misses("class=\"tabs\"");
    }
}

#[tokio::test]
async fn the_first_passphrase_asks_for_no_old_one() {
    let life = life("years").await;
    let none = shown(life, "Security", "as it is opened").await;
    let card = none.card("more-passphrase");
    card.says("more-passphrase-none").says("more-passphrase-go");
    card.is_silent_on("more-passphrase-old").is_silent_on("more-passphrase-remove");
    let one = shown(life, "Security", "with a passphrase").await;
    let card = one.card("more-passphrase");
    card.says("more-passphrase-has").says("more-passphrase-old").says("more-passphrase-change");
    card.says("more-passphrase-remove").is_silent_on("more-passphrase-go");
}

#[tokio::test]
async fn a_passphrase_that_keeps_others_out_has_no_button_that_removes_it() {
    let life = life("years").await;
    let needed = shown(life, "Security", "a passphrase that is needed").await;
    needed.card("more-passphrase").says("more-passphrase-change");
    needed.is_silent_on("more-passphrase-remove").misses("name=\"remove\"");
    let asked = shown(life, "Security", "it is needed").await;
    asked.is(422).card("more-passphrase").says("more-passphrase-needed");
}

#[tokio::test]
async fn each_refusal_of_a_passphrase_stands_by_its_field_and_none_is_sent_back() {
    let life = life("years").await;
    let new = shown(life, "Security", "too short and not the same").await;
    new.is(422).says("more-passphrase-short").says("more-passphrase-differs");
    new.sees("id=\"new-problem\"").sees("id=\"again-problem\"").misses("id=\"old-problem\"");
    assert_eq!(secrets(&new), 0);
    let old = shown(life, "Security", "the old one is wrong").await;
    old.is(422).says("more-passphrase-old-wrong").sees("id=\"old-problem\"");
    old.misses("id=\"new-problem\"");
}

#[tokio::test]
async fn what_was_done_is_said_once_and_nothing_else() {
    let life = life("years").await;
    let opened = shown(life, "Security", "as it is opened").await;
    for (did, key) in security::DID {
        opened.is_silent_on(key);
        let page = shown(life, "Security", did).await;
        page.is(200).says(key);
        for (_, other) in security::DID.into_iter().filter(|(_, other)| *other != key) {
            page.is_silent_on(other);
        }
    }
}

#[tokio::test]
async fn the_address_that_lets_a_browser_in_is_shown_once() {
    let life = life("years").await;
    let made = shown(life, "Security", "another is let in").await;
    made.card("more-let-in").says("more-let-in-once").says("more-let-in-go");
    let told = made.text().matches(ADDRESS).count();
    assert_eq!(told, 2, "said, and there to be copied; led to from nowhere");
    let opened = shown(life, "Security", "as it is opened").await;
    opened.is_silent_on("more-let-in-once").misses("enter?key=");
}

#[tokio::test]
async fn a_phone_is_given_a_square_and_an_address_that_it_can_reach() {
    let page = shown(life("years").await, "Security", "a phone is let in").await;
    page.card("more-let-in").says("more-let-in-scan").is_silent_on("more-let-in-here");
    assert_eq!(page.text().matches("class=\"qr\"").count(), 1);
    page.sees(ELSEWHERE[0]).sees(ELSEWHERE[1]).misses(ADDRESS);
    page.card("more-network").says("more-network-clear").says("more-network-close");
}

#[tokio::test]
async fn while_only_this_machine_is_answered_no_phone_is_promised_anything() {
    let page = shown(life("years").await, "Security", "another is let in").await;
    page.card("more-let-in").says("more-let-in-here").is_silent_on("more-let-in-scan");
    page.misses("class=\"qr\"");
    page.card("more-network").says("more-network-closed").says("more-network-first");
    page.is_silent_on("more-network-open");
    let one = shown(life("years").await, "Security", "with a passphrase").await;
    one.card("more-network").says("more-network-open").says("more-network-clear");
    one.is_silent_on("more-network-first");
}

#[tokio::test]
async fn what_was_opened_at_the_start_is_not_closed_by_a_button() {
    let named = shown(life("years").await, "Security", "reached by a name").await;
    named.card("more-network").says("more-network-started");
    named.sees("https://skin.example.org");
    for page in [named, shown(life("years").await, "Security", "a proxy without a name").await] {
        page.is_silent_on("more-network-open").is_silent_on("more-network-close");
    }
}
