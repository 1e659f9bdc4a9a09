//! Removing a region: asked once; the photographs stay, what was measured of it goes along.

use axum::response::{Redirect, Response};
use chart::region::remove_region;
use maud::html;
use store::RegionId;

use super::draw::load;
use crate::album::name;
use crate::layout::{self, Tab};
use crate::path::Path;
use crate::problem::Problem;
use crate::to::To;
use crate::ui::{self, Icon, Look};
use crate::visit::Opened;

/// `GET /region/{id}/remove`
pub(crate) async fn ask_to_remove(
    opened: Opened,
    Path(id): Path<RegionId>,
) -> Result<Response, Problem> {
    let (album, following) = load(&opened, id).await?;
    let say = &opened.say;
    let (title, back) = (say.text("region-remove-title"), opened.to(To::Region(id)));
    let own = name(say, &album, &following.region.record);
    let body = html! {
        (ui::page_header(&title, Some((&back, &own)), None))
        p { (say.text("region-remove-why")) }
        form method="post" action=(opened.to(To::RegionRemove(id))) {
            (ui::actions(&[
                ui::button(Look::Danger, Some(Icon::Remove), &say.text("region-remove-do")),
                ui::link_button(Look::Quiet, None, &say.text("region-remove-not"), &back),
            ]))
        }
    };
    Ok(layout::page(&opened, Tab::Photos, &title, &body))
}

/// `POST /region/{id}/remove`
pub(crate) async fn remove(opened: Opened, Path(id): Path<RegionId>) -> Result<Redirect, Problem> {
    let (_, following) = load(&opened, id).await?;
    remove_region(opened.app.store(), opened.by(), &following).await?;
    Ok(opened.to(To::Photos).go())
}
