//! The chart of one sign: what is usual on each day, with the person's own check-ins over it.

use care::words::{Sign, Word as _};
use chart::today::place;
use maud::{Markup, html};

use super::now::Now;
use crate::sources;
use crate::to::To;
use crate::ui::chart::{BandChart, BandDay, BandWords, Own, bands, key, table};
use crate::ui::{Icon, Look, actions, aside, card, fold, link_button};

/// Where the chart is on the page.
const PLACE: &str = "chart";

/// The chart of a sign as a card.
pub(super) fn chart(now: &Now<'_>, sign: Sign) -> Markup {
    let title = now.reader.protocol.texts().say(&format!("sign-{}", sign.word()));
    html! { div id=(PLACE) { (card(&title, &drawing(now, sign))) } }
}

/// The same, opened by a tap on a phone and open where there is room; open everywhere once a sign was chosen.
pub(super) fn folded(now: &Now<'_>, sign: Option<Sign>) -> Markup {
    let shown = sign.unwrap_or(Sign::Redness);
    let title = now.reader.protocol.texts().say(&format!("sign-{}", shown.word()));
    let gist = now.reader.say.text("today-chart-gist");
    html! { div.wide-open id=(PLACE) { (fold(&title, &gist, &drawing(now, shown), sign.is_some())) } }
}

/// The chart of a sign, with a way to choose another one, and the table under it.
fn drawing(now: &Now<'_>, sign: Sign) -> Markup {
    let say = &now.reader.say;
    let chart = drawn(now, sign);
    let grade = now.course.days.iter().flat_map(|day| &day.bands).find(|band| band.sign == sign);
    html! {
        (signs(now, sign))
        (bands(&chart))
        (key(&chart))
        @if let Some(band) = grade {
            p.hint { (say.text(&format!("today-grade-{}", band.grade.word()))) }
        }
        @if let Some(region) = now.followed {
            (actions(&[link_button(Look::Quiet, Some(Icon::Ruler), &say.text("region-from-today"), &now.reader.to(To::Region(region)).at("healing"))]))
        }
        div {
            (aside(&say.text("today-table"), &table(&chart)))
            @if let Some(band) = grade { (sources::of(now.reader, "band", &band.row.evidence)) }
        }
    }
}

/// Links to the other signs; they work without scripts.
fn signs(now: &Now<'_>, chosen: Sign) -> Markup {
    let (say, texts) = (&now.reader.say, now.reader.protocol.texts());
    html! {
        nav.signs aria-label=(say.text("today-signs")) {
            @for sign in Sign::ALL {
                a.chosen[*sign == chosen] href=(now.reader.to(To::Today).ask("sign", sign.word()).at(PLACE))
                    aria-current=[(*sign == chosen).then_some("true")] {
                    (texts.say(&format!("sign-{}", sign.word())))
                }
                " "
            }
        }
    }
}

fn drawn(now: &Now<'_>, sign: Sign) -> BandChart {
    let (say, texts) = (&now.reader.say, now.reader.protocol.texts());
    let name = texts.say(&format!("sign-{}", sign.word())).into_owned();
    let days = now.course.days.iter();
    let bands: Vec<BandDay> = days
        .filter_map(|day| {
            let band = day.bands.iter().find(|band| band.sign == sign)?;
            let usual = (f64::from(band.low), f64::from(band.high));
            Some(BandDay { day: u8::try_from(day.day).ok()?, usual, core: None })
        })
        .collect();
    BandChart {
        sign,
        title: say.with("today-chart-title", &[("sign", name.into())]),
        desc: described(now, sign, &bands),
        bands,
        own: own(now, sign),
        today: (!now.is_over()).then(|| place(&now.session, &now.reader.now)),
        words: BandWords {
            day: say.text("today-chart-day"),
            usual: say.text("today-chart-usual"),
            yours: say.text("today-chart-yours"),
            today: say.text("today-chart-today"),
        },
    }
}

/// The chart in words: what is usual today, and what was seen last.
fn described(now: &Now<'_>, sign: Sign, bands: &[BandDay]) -> String {
    let say = &now.reader.say;
    let today = bands.iter().find(|day| i64::from(day.day) == now.care.day);
    let (low, high) = today.map_or((0.0, 0.0), |day| day.usual);
    let words = [("day", now.care.day.into()), ("low", low.into()), ("high", high.into())];
    let usual = say.with("today-chart-desc", &words);
    // Of a sign that was left out nothing is known, which is not 0.
    match now.latest().and_then(|latest| latest.signs.get(&sign)) {
        Some(score) => {
            let own = say.with("today-chart-desc-own", &[("score", (*score).into())]);
            format!("{usual} {own}")
        }
        None => usual,
    }
}

fn own(now: &Now<'_>, sign: Sign) -> Vec<Own> {
    let one = |entry: &&store::Entry<store::records::CheckIn>| {
        let score = entry.record.signs.get(&sign)?;
        let seen = now.seen(&entry.record);
        Some(Own { day: place(&now.session, &seen.at), score: f64::from(*score) })
    };
    now.checkins.iter().filter_map(one).collect()
}
