//! Samples of today: with a sign chosen, with a check-in that was refused; each day and each product that is told.

use care::words::{ProductClass, Sign, Word as _};
use chart::Chart;

use super::now::Now;
use super::page::Page;
use super::{day, product};
use crate::form::Form;
use crate::frame::Reader;
use crate::samples::{Life, Sample, asked, missing};

pub(crate) fn samples(life: &Life) -> Vec<Sample<'_>> {
    let page = |sign: Option<Sign>, typed: Form| {
        move |reader: &Reader| {
            let chart = &life.album.chart;
            let followed = life.album.regions.first().map(|region| region.id);
            Page { reader, chart, followed, sign, typed: &typed }.drawn()
        }
    };
    let mut refused = Form::default();
    refused.refuse("signs", "typed-choose");
    let mut samples = vec![
        Sample::new("Today", "as it is opened", page(None, Form::default())),
        Sample::new("Today", "another sign's course", page(Some(Sign::Swelling), Form::default())),
        Sample::new("Today", "a check-in refused", page(None, refused)),
    ];
    samples.push(Sample::new("Today", "something missing", |reader| {
        let reader = missing(reader.clone(), &["session", "photo"]);
        let gaps = reader.missing.as_ref().unwrap().gaps.clone();
        let chart = Chart { gaps, ..life.album.chart.clone() };
        let (sign, typed) = (None, &Form::default());
        Page { reader: &reader, chart: &chart, followed: None, sign, typed }.drawn()
    }));
    samples.extend(beside(life));
    samples
}

/// The first and the last day that is told, and every product; nothing before the first session.
fn beside(life: &Life) -> Vec<Sample<'_>> {
    let (chart, reader) = (life.chart(), asked::english(life));
    let Some(now) = Now::of(&reader, chart) else { return Vec::new() };
    let days = now.course.days.iter().map(|day| day.day);
    let told = now.care.products.iter().map(|product| product.row.class);
    let (first, last) = (days.clone().min().unwrap(), days.max().unwrap());
    let day =
        |what, n: i64| Sample::new("Day", what, move |reader| day::page(reader, chart, n).unwrap());
    let product = |class: ProductClass| {
        Sample::new("Product", class.word(), move |reader| {
            product::page(reader, chart, class).unwrap()
        })
    };
    [day("the first", first), day("the last", last)].into_iter().chain(told.map(product)).collect()
}
