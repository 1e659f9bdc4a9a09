//! One product class: when again, why, what others publish, and who says so.

use axum::response::Response;
use care::aftercare::Clearance;
use care::words::{ProductClass, Word as _};
use chart::Chart;
use maud::{Markup, html};
use text::tell::sources::doubts;

use super::clock;
use super::now::Now;
use crate::caller::Opened;
use crate::frame::Reader;
use crate::layout::{self, Tab};
use crate::path::Path;
use crate::problem::Problem;
use crate::sources;
use crate::to::To;
use crate::ui::{lead_card, page_header};

/// `GET /today/product/{class}`
pub(crate) async fn product(
    opened: Opened,
    Path(class): Path<String>,
) -> Result<Response, Problem> {
    let class = ProductClass::find(&class).ok_or(Problem::NotFound)?;
    page(&opened, &opened.chart().await?, class)
}

/// The page of a product class.
///
/// # Errors
/// If nothing was done yet, or nothing is said of the class.
pub(super) fn page(
    reader: &Reader,
    chart: &Chart,
    class: ProductClass,
) -> Result<Response, Problem> {
    let now = Now::of(reader, chart).ok_or(Problem::NotFound)?;
    let own = now.care.products.iter().find(|product| product.row.class == class);
    let clearance = own.ok_or(Problem::NotFound)?;
    let title = reader.protocol.texts().say(&format!("product-class-{}", class.word()));
    Ok(layout::page(reader, Tab::Today, &title, &body(&now, &title, clearance)))
}

fn body(now: &Now<'_>, title: &str, product: &Clearance<'_>) -> Markup {
    let (say, protocol) = (&now.reader.say, &now.reader.protocol);
    let key = format!("product-{}", product.row.id);
    let back = say.text("tab-today");
    let doubts = doubts(say, &key, &product.row.evidence);
    let inside = html! {
        p { (clock::full(now, product)) }
        p { (protocol.texts().say(&format!("{key}.because"))) }
    };
    html! {
        (page_header(title, Some((&now.reader.to(To::Today), &back)), None))
        (lead_card(&clock::when(now, product), &inside))
        @for doubt in &doubts { p { (doubt) } }
        (sources::of(now.reader, &key, &product.row.evidence))
    }
}
