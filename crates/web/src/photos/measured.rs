//! What was measured between two photographs, under the pictures: one sentence that says what can and what can't be said,
//! its numbers on demand, or how to get there.

use care::judging::Moment;
use chart::album::Album;
use chart::region::{Following, Sitting, Sittings, comparison, moment as moment_of};
use maud::{Markup, html};
use store::records::Measured;
use text::show::photo::{Compared, in_one_sentence};

use super::compare::Comparison;
use crate::album::{against_noise, held_back, who, why_not};
use crate::frame::Reader;
use crate::to::To;
use crate::ui::{self, Icon, Look, Notice};

/// The card under the pictures.
pub(super) fn card(reader: &Reader, album: &Album, two: &Comparison<'_>) -> Markup {
    let say = &reader.say;
    let body = match two.regions.first() {
        None => draw(reader, two),
        Some(following) => followed(reader, album, two, following),
    };
    html! { div id="measured" { (ui::card(&say.text("photos-measured"), &body)) } }
}

/// No place is followed yet: one is drawn on the first photograph of the view.
fn draw(reader: &Reader, two: &Comparison<'_>) -> Markup {
    let say = &reader.say;
    let first = two.choice.first().map_or(two.a.id, |photo| photo.id);
    html! {
        p { (say.text("photos-measured-draw")) }
        (ui::link_button(Look::Secondary, None, &say.text("photos-measured-draw-do"), &reader.to(To::RegionNew).ask("photo", first)))
    }
}

fn followed(reader: &Reader, album: &Album, two: &Comparison<'_>, following: &Following) -> Markup {
    let say = &reader.say;
    let region = &following.region;
    let link = html! {
        (ui::actions(&[ui::link_button(Look::Quiet, Some(Icon::Next), &say.text("photos-measured-all"), &reader.to(To::Region(region.id)))]))
    };
    let sittings = Sittings::on(album, &region.record, reader.now.time_zone());
    let Some(sittings) = sittings else { return link };
    let fits = sittings.begins_with(&two.a.record);
    let Some(sitting) = sittings.with(&two.b.record).filter(|_| fits) else {
        let date = say.date(sittings.first.date);
        let sentence = say.with("photos-measured-first", &[("date", date.into())]);
        return html! { p { (sentence) } (link) };
    };
    let said = match following.of_sitting(&sittings, sitting) {
        Some(measured) => result(reader, album, &sittings, sitting, measured),
        None => unmeasured(reader, two, following, sitting),
    };
    html! { (said) (link) }
}

fn unmeasured(
    reader: &Reader,
    two: &Comparison<'_>,
    following: &Following,
    sitting: &Sitting<'_>,
) -> Markup {
    let say = &reader.say;
    html! {
        p { (say.text("photos-measured-not-yet")) }
        form method="post" action=(reader.to(To::RegionMeasure(following.region.id))) {
            (ui::hidden("day", &sitting.date.to_string()))
            (ui::hidden("a", &two.a.id.to_string()))
            (ui::hidden("b", &two.b.id.to_string()))
            (ui::button(Look::Secondary, None, &say.text("photos-measured-do")))
        }
    }
}

fn result(
    reader: &Reader,
    album: &Album,
    sittings: &Sittings<'_>,
    sitting: &Sitting<'_>,
    measured: &Measured,
) -> Markup {
    let (say, texts) = (&reader.say, reader.protocol.texts());
    let comparison = comparison(measured);
    let said = Compared::of(texts, &comparison);
    let since = texts.date(sittings.first.date);
    let judge = album.chart.judge(&reader.protocol, &reader.now);
    let moment = |sitting: &Sitting<'_>| {
        let (taken, zone) = (sitting.taken()?, reader.now.time_zone());
        Some(moment_of(&reader.protocol, &album.chart.story, judge, taken, zone))
    };
    html! {
        @if let Some(sentence) = moment(sitting).and_then(|moment| held_back(say, moment)) {
            (ui::notice(Notice::Info, &sentence))
        }
        @if moment(&sittings.first).is_some_and(Moment::is_healing) {
            (ui::notice(Notice::Info, &say.text("region-first-healing")))
        }
        p { strong { (in_one_sentence(texts, &comparison, &since)) } }
        (against_noise(say, &comparison))
        @for reason in &said.why_not { (why_not(say, reason)) }
        @if said.comparable { div { (ui::disclosure(&say.text("photos-measured-more"), &ui::points(Icon::Next, &said.sentences), false)) (who(reader)) } }
    }
}
