//! The picture: one square of skin as rolled plainly, and beside it lifted, shifted and turned.

use chart::dose::Wanted;
use chart::dose::{Way, once, rolling};
use roller::picture::{Panel, Words};

use crate::visit::Owner;
use text::tell::figures::{percent, tenth, whole};

/// The ways side by side, as SVG; `None` if no roller is like this.
pub(super) fn svg(owner: &Owner, wanted: &Wanted, ways: &[Way]) -> Option<String> {
    let mut all = Vec::new();
    for way in ways {
        let rolling = rolling(wanted, *way, wanted.passes).ok()?;
        let (punctures, results) = once(&rolling);
        all.push((*way, rolling, punctures, results));
    }
    let panels: Vec<Panel<'_>> = all
        .iter()
        .map(|(way, rolling, punctures, results)| Panel {
            title: owner.say.text(&format!("dose-way-{}", way.word())),
            notes: notes(owner, wanted, results),
            rolling,
            punctures,
            results,
        })
        .collect();
    let first = all.first().map(|(_, _, _, results)| results)?;
    Some(roller::picture::svg(&panels, &words(owner, first)))
}

fn say(owner: &Owner, attribute: &str, variables: &[(&'static str, String)]) -> String {
    let key = format!("roller-picture{attribute}");
    let variables: Vec<_> =
        variables.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
    owner.protocol.texts().say_with(&key, &variables).into_owned()
}

fn notes(owner: &Owner, wanted: &Wanted, results: &roller::Results) -> Vec<String> {
    let passes = [
        ("passes", wanted.passes.to_string()),
        ("density", whole(&owner.say, results.density_per_cm2)),
    ];
    let mut notes = vec![
        say(owner, ".passes", &passes),
        say(owner, ".left", &[("percent", percent(&owner.say, results.farther[0]))]),
    ];
    let gap = results
        .gap
        .map(|gap| say(owner, ".widest", &[("gap", tenth(&owner.say, gap.diameter_mm))]));
    notes.extend(gap);
    notes
}

fn words<'o>(owner: &'o Owner, results: &roller::Results) -> Words<'o> {
    let gap = results.gap.map_or_else(String::new, |gap| tenth(&owner.say, gap.diameter_mm));
    let about = [("density", whole(&owner.say, results.density_per_cm2)), ("gap", gap)];
    Words {
        title: say(owner, "", &[]),
        description: say(owner, ".description", &about),
        puncture: say(owner, ".puncture", &[]),
        one_of: Box::new(|n| say(owner, ".one-of", &[("n", n.to_string())])),
        far: say(owner, ".far", &[]),
        gap: say(owner, ".gap", &[]),
        spared: say(owner, ".spared", &[]),
    }
}
