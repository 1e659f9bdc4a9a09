//! The days of healing: what eyes scored and what photographs showed, by the same days, one above the other. Redness then
//! is expected, so nothing is judged here.

use care::course;
use care::judging::Moment;
use care::words::{Sign, Word as _};
use chart::story::{DoneSession, session_of};
use chart::today::place;
use maud::{Markup, html};

use super::course::{Course, Step};
use super::over_time::{in_words, range, values};
use crate::ui::chart::{
    BandChart, BandDay, BandWords, Dot, DotChart, DotWords, Own, bands, dot_table, dots_by_day,
    key, table,
};
use crate::ui::{aside, card};

/// The latest session with a check-in of redness and a measured sitting in its days of healing.
pub(super) fn healing(course: &Course<'_>) -> Markup {
    let say = &course.reader.say;
    let Some((session, seen)) = both(course) else { return html! {} };
    let eyes = by_eye(course, session);
    let photos = by_photo(course, &seen);
    let body = html! {
        p { (say.text("region-healing-why")) }
        div class="region-healing" {
            h3 { (say.text("region-healing-eyes")) }
            (bands(&eyes))
            (key(&eyes))
            h3 { (say.text("region-healing-photos")) }
            (dots_by_day(&photos))
            p.hint { (say.text("region-healing-days")) }
        }
        (aside(&say.text("region-chart-table"), &html! { (table(&eyes)) (dot_table(&photos)) }))
    };
    let title = say.with("region-healing", &[("n", session.n.into())]);
    html! { div id="healing" { (card(&title, &body)) } }
}

fn both<'c>(course: &'c Course<'_>) -> Option<(DoneSession<'c>, Vec<(&'c Step<'c>, i64)>)> {
    course.album.chart.story.done().into_iter().rev().find_map(|session| {
        let after = |step: &'c Step<'_>| match step.moment {
            Moment::Healing { day, session: n } if n == session.n => {
                step.change().map(|_| (step, day))
            }
            _ => None,
        };
        let seen: Vec<_> = course.steps.iter().filter_map(after).collect();
        let scored = scores(course, session).next().is_some();
        (scored && !seen.is_empty()).then_some((session, seen))
    })
}

/// The scores of redness after a session, each with its day.
fn scores<'c>(
    course: &'c Course<'_>,
    session: DoneSession<'c>,
) -> impl Iterator<Item = Own> + use<'c> {
    let rules = session_of(session.done);
    course.album.chart.story.checkins_of(session.id).into_iter().filter_map(move |entry| {
        let score = entry.record.signs.get(&Sign::Redness)?;
        let at = entry.record.at.to_zoned(rules.at.time_zone().clone());
        Some(Own { day: place(&rules, &at), score: f64::from(*score) })
    })
}

fn by_eye(course: &Course<'_>, session: DoneSession<'_>) -> BandChart {
    let (say, protocol) = (&course.reader.say, &course.reader.protocol);
    let name = protocol.texts().say(&format!("sign-{}", Sign::Redness.word())).into_owned();
    let rules = session_of(session.done);
    let expected = course::expected(protocol, &rules);
    let usual = |day: &course::Day<'_>| {
        let band = day.bands.iter().find(|band| band.sign == Sign::Redness)?;
        let usual = (f64::from(band.low), f64::from(band.high));
        Some(BandDay { day: u8::try_from(day.day).ok()?, usual, core: None })
    };
    BandChart {
        sign: Sign::Redness,
        title: say.with("today-chart-title", &[("sign", name.into())]),
        desc: say.text("region-healing-eyes-desc"),
        bands: expected.days.iter().filter_map(usual).collect(),
        own: scores(course, session).collect(),
        today: None,
        words: BandWords {
            day: say.text("today-chart-day"),
            usual: say.text("today-chart-usual"),
            yours: say.text("today-chart-yours"),
            today: say.text("today-chart-today"),
        },
    }
}

fn by_photo(course: &Course<'_>, seen: &[(&Step<'_>, i64)]) -> DotChart {
    let say = &course.reader.say;
    let dot = |(step, day): &(&Step<'_>, i64)| {
        let (value, smallest) = step.change()?;
        Some(Dot {
            at: f64::from(i32::try_from(*day).ok()?),
            value,
            error: Some((value - smallest, value + smallest)),
            hollow: true,
            day: say.with("today-day", &[("day", (*day).into())]),
            said: in_words(course, value, smallest),
        })
    };
    let points: Vec<Dot> = seen.iter().filter_map(dot).collect();
    let end = range(points.iter().filter_map(|dot| dot.error));
    let value = say.text("region-chart-value");
    DotChart {
        id: "healing-photos".into(),
        title: say.text("region-healing-photos"),
        desc: say.text("region-healing-photos-desc"),
        points,
        range: (-end, end),
        values: values(course, end),
        words: DotWords { day: say.text("today-chart-day"), value, ..DotWords::default() },
        ..DotChart::default()
    }
}
