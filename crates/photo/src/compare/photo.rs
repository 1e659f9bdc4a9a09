//! One photo held against the first: laid over it, light undone, measured; or the reasons why not.

use crate::colour::erythema;
use crate::intake::Shot;
use crate::light::Light;
use crate::measure::{self, Cell, Pairs, Redness, redness, surface, texture};
use crate::picture::Part;
use crate::quality::{self, WhyNot, check_movement, check_pair};
use crate::regions::{Rect, Regions};
use crate::register::{Homography, Registration, View, register};
use crate::solve::median;

/// How unevenly single cells of the reference may change their redness, log10, before light can't be undone.
const MOST_UNEVEN: f64 = 0.03;

/// What came of one photo.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// Why it can't be compared; empty if it can.
    pub why_not: Vec<WhyNot>,
    /// How it lies over the first.
    pub registration: Option<Registration>,
    /// What was measured.
    pub measured: Option<Measured>,
}

/// What one photo shows against the first.
#[derive(Clone, Copy, Debug)]
pub struct Measured {
    /// The region.
    pub region: Redness,
    /// The control, if there is one.
    pub control: Option<Redness>,
    /// How much the redness moves when the movement is wrong by a pixel, one standard deviation.
    pub jitter: f64,
    /// How unsure the light at the region is, one standard deviation.
    pub colour: f64,
    /// Change of surface contrast.
    pub surface: Option<f64>,
}

/// Holds one photo against the first.
pub fn see(first: &Shot, view: &View, other: &Shot, its: &View, regions: &Regions) -> Seen {
    let mut seen = Seen { why_not: check_pair(first, other), ..Seen::default() };
    match register(view, its, &regions.all()) {
        Err(inliers) => seen.why_not.push(WhyNot::FewInliers(inliers)),
        Ok(found) => {
            seen.registration = Some(found);
            seen.why_not.extend(check_movement(
                first.pixels.dimensions(),
                other.pixels.dimensions(),
                &found,
                regions,
            ));
        }
    }
    if let (Some(found), Some(reference), true) =
        (seen.registration, regions.reference, seen.why_not.is_empty())
    {
        let pair = Pair::new(first, other, found.movement, regions, reference);
        match pair.measure() {
            Ok(measured) => seen.measured = Some(measured),
            Err(why_not) => seen.why_not = why_not,
        }
    }
    seen
}

/// Two photos that lie over each other.
struct Pair<'a> {
    first: Part<'a>,
    other: Part<'a>,
    movement: Homography,
    regions: &'a Regions,
    reference: Rect,
}

impl<'a> Pair<'a> {
    fn new(
        first: &'a Shot,
        other: &'a Shot,
        movement: Homography,
        regions: &'a Regions,
        reference: Rect,
    ) -> Self {
        let all = Rect::around(&regions.all());
        let (first, other) =
            rayon::join(|| first.pixels.part(&all), || other.pixels.part(&all.moved_by(&movement)));
        Self { first, other, movement, regions, reference }
    }

    fn measure(&self) -> Result<Measured, Vec<WhyNot>> {
        let region = self.region(&self.movement);
        let reference = self.beside(&self.reference);
        let control = self.regions.control.map(|control| self.beside(&control));
        let light = Light::fit(&reference.cells, &Rect::around(&self.regions.all()));
        self.check(&region, &reference, control.as_ref(), light.as_ref())?;
        let light = light.ok_or_else(|| vec![WhyNot::ClippedReference(reference.clipped)])?;
        let measured = |pairs: &Pairs, why: fn(f64) -> WhyNot| {
            redness(&pairs.cells, &reference.cells, &light).ok_or_else(|| vec![why(pairs.clipped)])
        };
        let control = control.map(|control| measured(&control, WhyNot::ClippedControl));
        let region = measured(&region, WhyNot::Clipped)?;
        Ok(Measured {
            region,
            control: control.transpose()?,
            jitter: self.jitter(region.delta_ei, &light),
            colour: light.doubt(self.regions.region.middle()),
            surface: self.surface(),
        })
    }

    /// The region's cells that can be used in both photos.
    fn region(&self, movement: &Homography) -> Pairs {
        let photos = (&self.first, &self.other);
        Pairs::of(photos, movement, &self.regions.region, None)
    }

    /// The same of untreated skin, as far as it lies beside the region.
    fn beside(&self, rect: &Rect) -> Pairs {
        let photos = (&self.first, &self.other);
        Pairs::of(photos, &self.movement, rect, Some(&self.regions.kept_out_of(rect)))
    }

    fn check(
        &self,
        region: &Pairs,
        reference: &Pairs,
        control: Option<&Pairs>,
        light: Option<&Light>,
    ) -> Result<(), Vec<WhyNot>> {
        let untreated = control.map_or(0.0, |control| control.clipped);
        let mut why_not = quality::check_clipped(region.clipped, reference.clipped, untreated);
        for part in [&reference.cells, &region.cells] {
            let green = |(before, after): &(Cell, Cell)| before.light[1].min(after.light[1]);
            let middle = median(&mut part.iter().map(green).collect::<Vec<_>>());
            why_not.extend(middle.and_then(quality::check_light));
            why_not.extend(quality::check_grey(part));
        }
        why_not.extend(quality::check_filter(&reference.cells));
        let (before, after) = self.textures(&self.reference);
        why_not.extend(quality::check_blur(&before, &after));
        why_not.extend(
            light.map(|light| light.residual).filter(|off| *off > MOST_UNEVEN).map(WhyNot::Light),
        );
        why_not.dedup();
        if why_not.is_empty() { Ok(()) } else { Err(why_not) }
    }

    fn textures(&self, rect: &Rect) -> (measure::Texture, measure::Texture) {
        let before = texture(&self.first, &Homography::IDENTITY, rect);
        (before, texture(&self.other, &self.movement, rect))
    }

    fn surface(&self) -> Option<f64> {
        let (region, reference) =
            (self.textures(&self.regions.region), self.textures(&self.reference));
        surface((&region.0, &region.1), (&reference.0, &reference.1))
    }

    /// Measures again with the movement a pixel off to each side.
    fn jitter(&self, straight: f64, light: &Light) -> f64 {
        let off = [(1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0)];
        let squares: f64 = off
            .iter()
            .filter_map(|(x, y)| {
                let movement = self.movement.moved(*x, *y);
                let cells = self.region(&movement).cells;
                let mut changes: Vec<f64> = cells.iter().map(|pair| change(pair, light)).collect();
                Some((median(&mut changes)? - straight).powi(2))
            })
            .sum();
        (squares / off.len() as f64).sqrt()
    }
}

/// The change of redness of one cell beyond that of light.
fn change((before, after): &(Cell, Cell), light: &Light) -> f64 {
    let [red, green, _] = light.at(after.at);
    erythema(after.light) - erythema(before.light) - (red - green)
}
