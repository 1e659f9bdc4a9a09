//! The way to the first photograph: offered by the verdict and the plan before the first session, once on a page, and not at all
//! once a photograph is there. What was not taken before can't be made up for.

use chart::Chart;
use maud::{Markup, html};
use store::records::Photo;

use crate::caller::Opened;
use crate::frame::Reader;
use crate::problem::Problem;
use crate::to::To;
use crate::ui::{Icon, MenuItem, menu};

/// Whether nothing was done and nothing photographed yet.
pub(crate) async fn is_missing(opened: &Opened, chart: &Chart) -> Result<bool, Problem> {
    if !chart.story.done().is_empty() {
        return Ok(false);
    }
    let photos = opened.app.store().readable::<Photo>(opened.person.id).await?;
    Ok(is_missing_of(chart, photos.is_empty()))
}

/// The same of what was read already.
pub(crate) fn is_missing_of(chart: &Chart, none: bool) -> bool {
    none && chart.story.done().is_empty()
}

/// The offer, in one line.
pub(crate) fn card(reader: &Reader) -> Markup {
    let say = &reader.say;
    let item = MenuItem {
        mark: Icon::Photos,
        word: say.text("photos-first"),
        hint: Some(say.text("photos-first-why")),
        href: reader.to(To::PhotosNew).into(),
    };
    html! { div.no-print { (menu(&[item])) } }
}
