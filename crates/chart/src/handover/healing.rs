//! The check-ins of the last weeks as charts, a chart a sign that was ever more than nothing, and their notes.

use care::words::{Sign, Word as _};
use jiff::civil::Date;
use jiff::{ToSpan, Zoned};
use paper::{Block, Chart};
use store::records::CheckIn;

use super::Made;
use crate::story::zone_of;

/// So many days are looked back.
const DAYS: i32 = 56;
/// The highest score.
const MOST: f32 = 10.0;
/// So many notes stand on the sheet, the newest.
const NOTES: usize = 5;

/// A sign with its scores: the day since the first that is shown, and the score.
struct Course {
    sign: Sign,
    points: Vec<(f32, f32)>,
}

pub(super) fn blocks(made: &Made<'_>) -> Vec<Block> {
    let say = made.say;
    let mut all = vec![Block::Heading(say.text("handover-healing"))];
    let Some(from) = first(made) else {
        all.push(made.none("handover-healing-none"));
        return all;
    };
    let courses = courses(made, from);
    let (seen, never): (Vec<_>, Vec<_>) =
        courses.iter().partition(|course| course.points.iter().any(|(_, score)| *score > 0.0));
    all.push(Block::Text(say.text("handover-healing-what")));
    all.push(Block::Charts(seen.iter().map(|course| chart(made, from, course)).collect()));
    let never: Vec<String> = never
        .iter()
        .filter(|course| !course.points.is_empty())
        .map(|course| within(made, course.sign))
        .collect();
    if !never.is_empty() {
        let names = say.list(never);
        all.push(Block::Text(say.with("handover-never", &[("names", names.into())])));
    }
    all.extend(notes(made, from));
    all
}

fn within(made: &Made<'_>, sign: Sign) -> String {
    made.say.text(&text::tell::reason::within("sign", sign.word()))
}

fn here(made: &Made<'_>, checkin: &CheckIn) -> Zoned {
    made.say.zoned(checkin.at, made.now)
}

/// The day from which it is shown: of the first check-in in the time that is looked back; `None` without any.
fn first(made: &Made<'_>) -> Option<Date> {
    let since = made.now.date().saturating_sub(DAYS.days());
    let days = made.chart.story.checkins.iter().map(|one| here(made, &one.record).date());
    days.filter(|day| *day >= since && *day <= made.now.date()).min()
}

/// Days with their parts from the beginning of the first.
fn since(from: Date, at: &Zoned) -> f32 {
    let days = from.until(at.date()).map_or(0, |span| span.get_days());
    let hours = f32::from(at.hour()) + f32::from(at.minute()) / 60.0;
    // Days of one record: far fewer than a float holds.
    days as f32 + hours / 24.0
}

fn courses(made: &Made<'_>, from: Date) -> Vec<Course> {
    let scored = |sign: Sign| {
        let mut points: Vec<(f32, f32)> = made
            .chart
            .story
            .checkins
            .iter()
            .filter_map(|one| {
                let at = since(from, &here(made, &one.record));
                let score = one.record.signs.get(&sign)?;
                (at >= 0.0).then(|| (at, f32::from(*score)))
            })
            .collect();
        points.sort_by(|a, b| a.0.total_cmp(&b.0));
        Course { sign, points }
    };
    Sign::ALL.iter().map(|sign| scored(*sign)).collect()
}

fn chart(made: &Made<'_>, from: Date, course: &Course) -> Chart {
    let say = made.say;
    let name = made.protocol.texts().text(&format!("sign-{}", course.sign.word()));
    let scores = || course.points.iter().map(|(_, score)| *score);
    let highest = f64::from(scores().fold(0.0, f32::max));
    let last = f64::from(scores().next_back().unwrap_or_default());
    let words = [
        ("sign", name.clone().into()),
        ("n", course.points.len().into()),
        ("highest", highest.into()),
        ("last", last.into()),
    ];
    let done = made.chart.story.done();
    let marks = done
        .iter()
        .map(|session| since(from, &session.done.at.to_zoned(zone_of(&session.done.zone))));
    Chart {
        title: name,
        said: say.with("handover-chart", &words),
        high: MOST,
        days: since(from, made.now).max(1.0),
        points: course.points.clone(),
        marks: marks.filter(|day| *day >= 0.0).collect(),
        ends: [say.day_of_month(from), say.day_of_month(made.now.date())],
    }
}

/// What they wrote themselves, the newest first.
fn notes(made: &Made<'_>, from: Date) -> Option<Block> {
    let say = made.say;
    let noted = made.chart.story.checkins.iter().rev().filter_map(|one| {
        let (on, note) = (here(made, &one.record).date(), one.record.note.as_deref()?);
        let words = [("day", say.date(on).into()), ("note", note.into())];
        (on >= from).then(|| say.with("handover-note", &words))
    });
    let notes: Vec<String> = noted.take(NOTES).collect();
    (!notes.is_empty()).then_some(Block::Points(notes))
}
