//! The frame of every page: head, navigation, the page itself.
//!
//! Nothing inline: styles and scripts come from [`crate::asset`], so the content policy can forbid the rest.

use axum::response::{IntoResponse, Response};
use maud::{DOCTYPE, Markup, html};
use store::PersonId;

use crate::asset::asset;
use crate::frame::Frame;
use crate::people::name;
use crate::to::{House, To};
use crate::ui::{Icon, icon};

/// Where in the navigation a page belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// Nowhere: session day, problems.
    None,
    /// Nowhere, and nothing else can be done yet: no navigation.
    Alone,
    /// How the skin is today.
    Today,
    /// The programme.
    Plan,
    /// Photographs.
    Photos,
    /// What happened.
    Log,
    /// Everything else.
    More,
}

const TABS: [(Tab, To<'static>, &str, Icon); 5] = [
    (Tab::Today, To::Today, "tab-today", Icon::Today),
    (Tab::Plan, To::Plan, "tab-plan", Icon::Plan),
    (Tab::Photos, To::Photos, "tab-photos", Icon::Photos),
    (Tab::Log, To::Log, "tab-log", Icon::Log),
    (Tab::More, To::More, "tab-more", Icon::More),
];

/// A whole page.
pub fn page(frame: &Frame, tab: Tab, title: &str, body: &Markup) -> Response {
    page_with(frame, tab, title, body, &[])
}

/// A whole page with scripts that improve it.
pub fn page_with(
    frame: &Frame,
    tab: Tab,
    title: &str,
    body: &Markup,
    scripts: &[&str],
) -> Response {
    let say = &frame.say;
    let theme = frame.dark.map(|dark| if dark { "dark" } else { "light" });
    let page = html! {
        (DOCTYPE)
        html lang=(say.language()) data-theme=[theme] {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="same-origin";
                title { (title) " · " (say.text("product")) }
                link rel="stylesheet" href=(frame.house(asset("app.css")));
                link rel="icon" href=(frame.house(asset("icon.svg"))) type="image/svg+xml";
                @for script in scripts { script type="module" src=(frame.house(asset(script))) {} }
            }
            body {
                a class="skip" href="#main" { (say.text("skip")) }
                (above(frame))
                @if let (Some(person), false) = (&frame.person, tab == Tab::Alone) {
                    (navigation(frame, person.id, tab))
                }
                (whose(frame))
                main id="main" tabindex="-1" { (body) }
            }
        }
    };
    page.into_response()
}

/// What holds of every page just now, in a landmark of its own.
fn above(frame: &Frame) -> Markup {
    let say = &frame.say;
    let any = frame.demo || frame.read_only || (frame.missing.is_some() && frame.person.is_some());
    html! {
        @if any {
            header {
                @if frame.demo { (demonstration(frame)) }
                @if frame.read_only {
                    p class="demo-note" role="status" { (say.text("read-only-note")) }
                }
                (missing(frame))
            }
        }
    }
}

/// That nobody here is real, which day it is there, and the way to other days.
fn demonstration(frame: &Frame) -> Markup {
    let say = &frame.say;
    let today = say.with("demo-today", &[("date", say.date(frame.now.date()).into())]);
    let press = |to: House<'_>, key: &str| {
        html! {
            form method="post" action=(frame.house(to)) { button.link { (say.text(key)) } }
        }
    };
    html! {
        div class="demo-note" {
            p { (say.text("demo-note")) }
            p { strong { (today) } }
            @if frame.person.is_some() {
                (press(House::DemoNext, "demo-next"))
                (press(House::DemoFirst, "demo-first"))
            }
        }
    }
}

/// That something of the record can't be read, on every page of it: how much, of which kinds, since when that is known, and
/// the way to what can be done.
fn missing(frame: &Frame) -> Markup {
    let (Some(missing), Some(person)) = (&frame.missing, &frame.person) else { return html! {} };
    let say = &frame.say;
    let since = say.near_moment(&say.zoned(missing.since, &frame.now), &frame.now);
    let mut kinds: Vec<String> = missing
        .gaps
        .all()
        .iter()
        .map(|gap| say.text(&format!("gaps-kind-{}", gap.table)))
        .collect();
    kinds.sort();
    kinds.dedup();
    let told = [
        ("n", missing.gaps.all().len().into()),
        ("kinds", say.list(kinds).into()),
        ("since", since.into()),
    ];
    html! {
        p class="gaps" role="status" {
            (say.with("gaps-note", &told)) " "
            @if missing.gaps.decide() { (say.text("gaps-note-decides")) " " }
            a href=(frame.base.of(person.id, To::Gaps)) { (say.text("gaps-note-next")) }
        }
    }
}

/// Whose record it is where there are several people, with the way to them; and whose time it is told in, if not the reader's.
fn whose(frame: &Frame) -> Markup {
    let say = &frame.say;
    let person = frame.person.as_ref().filter(|_| frame.several || frame.elsewhere.is_some());
    let zone = frame.elsewhere.as_deref();
    html! {
        @if let Some(person) = person {
            p class="whose" {
                span translate="no" { (name(say, person)) }
                @if let Some(zone) = zone { span { (say.with("frame-zone", &[("zone", zone.into())])) } }
                a href=(frame.house(House::People)) { (say.text("people-title")) }
            }
        }
    }
}

fn navigation(frame: &Frame, person: PersonId, here: Tab) -> Markup {
    let base = &frame.base;
    html! {
        nav class="tabs" aria-label=(frame.say.text("tabs")) {
            @for (tab, to, key, mark) in TABS {
                a href=(base.of(person, to)) aria-current=[(tab == here).then_some("page")] {
                    (icon(mark)) span { (frame.say.text(key)) }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use testhouse::Answer;

    use super::*;
    use crate::samples::asked::{asked, english};
    use crate::samples::lives::life;

    /// A page with nothing on it but its frame, changed.
    async fn drawn(tab: Tab, change: impl FnOnce(&mut Frame)) -> Answer {
        let reader = english(life("years").await);
        let mut frame = reader.frame.clone();
        change(&mut frame);
        asked(&reader, page(&frame, tab, "wedding", &html! { h1 { "wedding" } })).await
    }

    #[tokio::test]
    async fn each_tab_marks_itself_and_no_other() {
        for (tab, to, key, _) in TABS {
            let page = drawn(tab, |_| {}).await;
            let text = page.text();
            assert_eq!(text.matches("aria-current=\"page\"").count(), 1, "{tab:?}");
            let reader = english(life("years").await);
            let link = reader.to(to).replace(&reader.to(To::Today).replace("/today", ""), "");
            page.sees(&format!("href=\"{link}\" aria-current=\"page\"")).says(key);
        }
        drawn(Tab::None, |_| {}).await.says("tab-plan").misses("aria-current");
    }

    #[tokio::test]
    async fn where_nothing_else_can_be_done_and_on_a_page_of_nobody_there_is_no_way_elsewhere() {
        drawn(Tab::Alone, |_| {}).await.misses("<nav").is_silent_on("tab-plan");
        drawn(Tab::Today, |frame| frame.person = None).await.misses("<nav");
    }

    #[tokio::test]
    async fn of_several_people_a_page_says_whose_it_is_and_of_one_it_does_not() {
        drawn(Tab::Today, |_| {}).await.misses("class=\"whose\"").misses("Ana");
        let several = drawn(Tab::Today, |frame| frame.several = true).await;
        several.sees("class=\"whose\"").sees("Ana").says("people-title");
        let nobodys = drawn(Tab::None, |frame| (frame.several, frame.person) = (true, None));
        nobodys.await.misses("class=\"whose\"");
    }

    #[tokio::test]
    async fn a_page_told_in_another_zone_than_the_readers_says_so() {
        drawn(Tab::Today, |frame| frame.several = true).await.is_silent_on("frame-zone");
        let elsewhere = drawn(Tab::Today, |frame| frame.elsewhere = Some("Asia/Tokyo".into()));
        elsewhere.await.says_with("frame-zone", &[("zone", "Asia/Tokyo".into())]);
    }

    #[tokio::test]
    async fn where_everybody_is_fictional_every_page_says_so() {
        drawn(Tab::Alone, |frame| frame.demo = true).await.says("demo-note");
        drawn(Tab::Alone, |_| {}).await.is_silent_on("demo-note");
    }

    #[tokio::test]
    async fn the_theme_is_the_readers_or_left_to_their_system() {
        for (dark, theme) in [(Some(true), "dark"), (Some(false), "light")] {
            let page = drawn(Tab::Today, |frame| frame.dark = dark).await;
            page.sees(&format!("data-theme=\"{theme}\""));
        }
        drawn(Tab::Today, |frame| frame.dark = None).await.misses("data-theme");
    }

    #[tokio::test]
    async fn scripts_are_files_of_ours_by_name_and_only_those_asked_for() {
        let reader = english(life("years").await);
        let body = html! { h1 { "wedding" } };
        let with = page_with(&reader, Tab::Today, "wedding", &body, &["today.js"]);
        let with = asked(&reader, with).await;
        with.sees(&format!("src=\"{}\"", reader.house(asset("today.js")))).sees("type=\"module\"");
        drawn(Tab::Today, |_| {}).await.misses("<script");
    }
}
