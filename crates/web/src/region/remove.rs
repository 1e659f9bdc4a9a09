//! Removing a region: asked once; the photographs stay, what was measured of it goes along.

use axum::response::{Redirect, Response};
use chart::album::Album;
use chart::region::remove_region;
use maud::html;
use store::records::Region;
use store::{Entry, RegionId};

use super::draw::load;
use crate::album::name;
use crate::caller::Opened;
use crate::frame::Reader;
use crate::layout::{self, Tab};
use crate::path::Path;
use crate::problem::Problem;
use crate::to::To;
use crate::ui::{self, Icon, Look};

/// `GET /region/{id}/remove`
pub(crate) async fn ask_to_remove(
    opened: Opened,
    Path(id): Path<RegionId>,
) -> Result<Response, Problem> {
    let (album, following) = load(&opened, id).await?;
    Ok(page(&opened, &album, &following.region))
}

pub(super) fn page(reader: &Reader, album: &Album, region: &Entry<Region>) -> Response {
    let say = &reader.say;
    let (title, back) = (say.text("region-remove-title"), reader.to(To::Region(region.id)));
    let own = name(say, album, &region.record);
    let body = html! {
        (ui::page_header(&title, Some((&back, &own)), None))
        p { (say.text("region-remove-why")) }
        form method="post" action=(reader.to(To::RegionRemove(region.id))) {
            (ui::actions(&[
                ui::button(Look::Danger, Some(Icon::Remove), &say.text("region-remove-do")),
                ui::link_button(Look::Quiet, None, &say.text("region-remove-not"), &back),
            ]))
        }
    };
    layout::page(reader, Tab::Photos, &title, &body)
}

/// `POST /region/{id}/remove`
pub(crate) async fn remove(opened: Opened, Path(id): Path<RegionId>) -> Result<Redirect, Problem> {
    let (_, following) = load(&opened, id).await?;
    remove_region(opened.app.store(), opened.by(), &following).await?;
    Ok(opened.to(To::Photos).go())
}
