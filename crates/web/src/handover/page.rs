//! The sheet as a page: each block of it as paper has it too, then the photographs that were ticked, and which to add.

use axum::response::Response;
use chart::album::Album;
use chart::handover::{self, Block, Curve};
use maud::{Markup, html};
use store::Entry;
use store::records::Photo;

use super::{MOST, PHOTO, chosen, told};
use crate::form::Form;
use crate::frame::Reader;
use crate::layout::{self, Tab};
use crate::to::{Href, To};
use crate::ui::chart::{Dot, DotChart, DotWords, Tick, dots};
use crate::ui::{
    Icon, Look, Notice, actions, button, disclosure, link_button, notice, page_header, points,
};

/// The page.
pub(super) fn page(reader: &Reader, album: &Album, form: &Form) -> Response {
    let say = &reader.say;
    let sheet = handover::sheet(&reader.protocol, say, &album.chart, &reader.now);
    let back = say.text("tab-more");
    let under = sheet.subtitle.as_deref();
    let pdf = link_button(
        Look::Primary,
        Some(Icon::Paper),
        &say.text("handover-pdf"),
        &pdf(reader, album, form),
    );
    let body = html! {
        (page_header(&sheet.title, Some((&reader.to(To::More), &back)), under))
        div.no-print { p.quiet { (say.text("handover-why")) } (actions(&[pdf])) }
        article.sheet { @for (n, block) in sheet.blocks.iter().enumerate() { (drawn(n, block)) } }
        (pictures(reader, album, form))
        (choose(reader, album, form))
        @if let Some(made) = &sheet.made { p.quiet { small { (made) } } }
    };
    form.answer(layout::page(reader, Tab::More, &form.titled(say, &sheet.title), &body))
}

/// The same with the same photographs on paper.
fn pdf(reader: &Reader, album: &Album, form: &Form) -> Href {
    let chosen = chosen(album, form);
    chosen.iter().fold(reader.to(To::HandoverSheet), |href, photo| href.ask(PHOTO, photo.id))
}

fn drawn(n: usize, block: &Block) -> Markup {
    html! {
        @match block {
            Block::Heading(text) => h2 { (text) },
            Block::Text(text) => p { (text) },
            Block::Note(text) => (notice(Notice::Problem, text)),
            Block::Points(lines) | Block::Ticks(lines) => (points(Icon::Note, lines)),
            Block::Table { head, rows } => (table(head, rows)),
            Block::Charts(charts) => div.pair {
                @for (nth, chart) in charts.iter().enumerate() { (curve(&format!("chart-{n}-{nth}"), chart)) }
            },
            // Photographs are shown from where they lie.
            Block::Picture { .. } => {},
        }
    }
}

fn table(head: &[String], rows: &[Vec<String>]) -> Markup {
    let name = head.join(", ");
    html! {
        div.scroll tabindex="0" role="group" aria-label=(name) {
            table {
                thead { tr { @for cell in head { th scope="col" { (cell) } } } }
                tbody { @for row in rows { tr { @for cell in row { td { (cell) } } } } }
            }
        }
    }
}

fn curve(id: &str, chart: &Curve) -> Markup {
    let [first, last] = chart.ends.clone();
    let (days, high) = (f64::from(chart.days), f64::from(chart.high));
    let point = |(at, value): &(f32, f32)| Dot {
        at: f64::from(*at),
        value: f64::from(*value),
        error: None,
        hollow: false,
        day: String::new(),
        said: String::new(),
    };
    let tick = |at: f64, word: String| Tick { at, word };
    let drawn = DotChart {
        id: id.to_owned(),
        title: chart.title.clone(),
        desc: chart.said.clone(),
        points: chart.points.iter().map(point).collect(),
        range: (0.0, high),
        values: vec![tick(0.0, "0".into()), tick(high, high.to_string())],
        days: vec![tick(0.0, first), tick(days, last)],
        band: None,
        marks: chart.marks.iter().map(|day| f64::from(*day)).collect(),
        words: DotWords::default(),
    };
    html! { figure { figcaption { (chart.title) } (dots(&drawn)) } }
}

fn pictures(reader: &Reader, album: &Album, form: &Form) -> Markup {
    let chosen = chosen(album, form);
    html! {
        @if !chosen.is_empty() {
            h2 { (reader.say.text("handover-photos")) }
            div.pair { @for photo in chosen {
                @let shows = told(reader, album, photo);
                figure {
                    img src=(reader.to(To::Picture(photo.id))) alt=(shows) loading="lazy"
                        width=(photo.record.width) height=(photo.record.height);
                    figcaption { (shows) }
                }
            } }
        }
    }
}

/// Which photographs to add; none is ticked beforehand.
fn choose(reader: &Reader, album: &Album, form: &Form) -> Markup {
    if album.photos.is_empty() {
        return html! {};
    }
    let say = &reader.say;
    let problem = form.told(say, PHOTO);
    let what = say.with("handover-choose-what", &[("most", MOST.into())]);
    let body = html! {
        form method="get" action=(reader.to(To::Handover)) {
            @if let Some(problem) = &problem { (notice(Notice::Problem, problem)) }
            fieldset.ticks {
                legend.hidden { (say.text("handover-choose")) }
                p.hint { (what) }
                div.photos { @for photo in &album.photos { (one(reader, album, form, photo)) } }
            }
            (actions(&[button(Look::Secondary, None, &say.text("handover-choose-go"))]))
        }
    };
    html! { div.no-print { (disclosure(&say.text("handover-choose"), &body, problem.is_some())) } }
}

fn one(reader: &Reader, album: &Album, form: &Form, photo: &Entry<Photo>) -> Markup {
    let (id, shows) = (photo.id.to_string(), told(reader, album, photo));
    let checked = form.fields().all(PHOTO).any(|chosen| chosen == id);
    html! {
        label.photo {
            img src=(reader.to(To::Thumbnail(photo.id))) alt="" loading="lazy" width="300" height="400";
            span { input type="checkbox" name=(PHOTO) value=(id) checked[checked]; " " (shows) }
        }
    }
}
