//! Samples of today: with a sign chosen, with a check-in that was refused.

use care::words::Sign;

use super::page::Page;
use crate::form::Form;
use crate::samples::{Life, Sample};

pub(crate) fn samples(life: &Life) -> Vec<Sample<'_>> {
    let page = |sign: Sign, typed: Form| {
        move |reader: &crate::frame::Reader| {
            let chart = &life.album.chart;
            let followed = life.album.regions.first().map(|region| region.id);
            Page { reader, chart, followed, sign, typed: &typed }.drawn()
        }
    };
    let mut refused = Form::default();
    refused.refuse("signs", "typed-choose");
    vec![
        Sample::new("Today", "as it is opened", page(Sign::Redness, Form::default())),
        Sample::new("Today", "another sign's course", page(Sign::Swelling, Form::default())),
        Sample::new("Today", "a check-in refused", page(Sign::Redness, refused)),
    ]
}
