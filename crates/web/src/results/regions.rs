//! The places of skin that are followed, each with what was measured last.

use care::judging::Moment;
use care::words::Word as _;
use chart::region::{Following, Sitting, Sittings, comparison, moment as moment_of};
use chart::results::Board;
use maud::{Markup, html};
use store::PhotoId;
use store::records::Measured;
use text::show::photo::{hidden_by_tone, in_one_sentence};

use crate::album::name;
use crate::frame::Reader;
use crate::to::To;
use crate::ui::{self, Icon, Look, MenuItem};

/// The card of the regions: each with its latest result, and a way to draw one.
pub(super) fn cards(reader: &Reader, board: &Board) -> Markup {
    let say = &reader.say;
    let regions = board.album.followed();
    let items: Vec<MenuItem> = regions.iter().map(|region| item(reader, board, region)).collect();
    let title = say.text("results-regions");
    if !items.is_empty() {
        return html! {
            section class="column" {
                div { h2 { (title) } p class="quiet" { (say.text("results-regions-what")) } }
                (ui::menu(&items))
                @if let Some(photo) = to_draw_on(board) { (ui::actions(&[draw(reader, photo, "results-region-another", Look::Quiet)])) }
            }
        };
    }
    let body = html! {
        p { (say.text("results-regions-none")) }
        @match to_draw_on(board) {
            Some(photo) => { (ui::actions(&[draw(reader, photo, "results-region-draw", Look::Secondary)])) }
            None => { p class="quiet" { (say.text("results-regions-no-photo")) } }
        }
    };
    ui::card(&title, &body)
}

fn draw(reader: &Reader, photo: PhotoId, key: &str, look: Look) -> Markup {
    let href = reader.to(To::RegionNew).ask("photo", photo);
    ui::link_button(look, Some(Icon::Edit), &reader.say.text(key), &href)
}

/// The first photograph of a view, best of one that there are several of.
pub(super) fn to_draw_on(board: &Board) -> Option<PhotoId> {
    let several = board.album.comparable().first().map(|view| view.word().to_owned());
    let of_view = several.and_then(|view| board.album.of_view(&view).first().map(|one| one.id));
    of_view.or_else(|| board.album.photos.last().map(|photo| photo.id))
}

fn item(reader: &Reader, board: &Board, following: &Following) -> MenuItem {
    let say = &reader.say;
    let own = &following.region;
    MenuItem {
        mark: Icon::Grid,
        word: name(say, &board.album, &own.record),
        hint: Some(latest(reader, board, following)),
        href: reader.to(To::Region(own.id)).into(),
    }
}

/// What was measured at the latest sitting, in a sentence, with what the moment of that sitting allows to be said.
fn latest(reader: &Reader, board: &Board, region: &Following) -> String {
    let say = &reader.say;
    let zone = reader.now.time_zone();
    let sittings = Sittings::on(&board.album, &region.region.record, zone);
    let found = sittings.as_ref().and_then(|sittings| {
        let measured = sittings.others.iter().rev();
        let mut said =
            measured.filter_map(|sitting| Some((sitting, region.of_sitting(sittings, sitting)?)));
        said.next().map(|(sitting, measured)| (sittings, sitting, measured))
    });
    let Some((sittings, sitting, measured)) = found else {
        return say.text("results-region-unmeasured");
    };
    let result = result(reader, sittings, sitting, measured);
    let dated = say.with(
        "results-region-dated",
        &[("result", result.into()), ("date", say.date(sitting.date).into())],
    );
    let judge = board.standing.judge();
    let moment = |sitting: &Sitting<'_>| {
        let taken = sitting.taken()?;
        Some(moment_of(&reader.protocol, &board.album.chart.story, judge, taken, zone))
    };
    let mut said = vec![dated];
    match moment(sitting) {
        Some(Moment::Healing { day, session }) => {
            let words = [("day", day.into()), ("n", session.into())];
            said.push(say.with("results-region-healing", &words));
        }
        Some(Moment::TooEarly { .. }) => said.push(say.text("results-region-early")),
        _ => {}
    }
    if moment(&sittings.first).is_some_and(Moment::is_healing) {
        said.push(say.text("region-first-healing"));
    }
    said.join(" ")
}

/// The result in few words; of a sitting from before the first one it would be wrong to say "than before", and on skin that
/// hides redness "no change" needs its whole sentence.
fn result(
    reader: &Reader,
    sittings: &Sittings<'_>,
    sitting: &Sitting<'_>,
    measured: &Measured,
) -> String {
    let (texts, said) = (reader.protocol.texts(), comparison(measured));
    if sittings.is_later(sitting) && hidden_by_tone(&said).is_none() {
        let word = said.result.word();
        return texts.say(&format!("photo-result-{word}")).into_owned();
    }
    in_one_sentence(texts, &said, &reader.say.date(sittings.first.date))
}
