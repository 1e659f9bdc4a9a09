//! The picture: one square of skin as rolled plainly, and beside it lifted, shifted and turned.

use chart::dose::Wanted;
use chart::dose::{Way, once, rolling};
use roller::picture::{Panel, Tone, Words};

use crate::frame::Reader;
use text::tell::figures::{percent, tenth, whole};

/// How a picture is wanted.
#[derive(Clone, Copy, Default)]
pub(super) struct Wish {
    /// On which ground.
    pub tone: Tone,
    /// The skin alone, without letters: the page says what they would.
    pub square: bool,
}

/// The ways side by side, as SVG; `None` if no roller is like this.
pub(super) fn svg(reader: &Reader, wanted: &Wanted, ways: &[Way], wish: Wish) -> Option<String> {
    let mut all = Vec::new();
    for way in ways {
        let rolling = rolling(wanted, *way, wanted.passes).ok()?;
        let (punctures, results) = once(&rolling);
        all.push((*way, rolling, punctures, results));
    }
    let panels: Vec<Panel<'_>> = all
        .iter()
        .map(|(way, rolling, punctures, results)| Panel {
            title: reader.say.text(&format!("dose-way-{}", way.word())),
            notes: notes(reader, wanted, results),
            rolling,
            punctures,
            results,
        })
        .collect();
    let first = all.first().map(|(_, _, _, results)| results)?;
    let words = words(reader, first);
    match panels.as_slice() {
        [one] if wish.square => Some(roller::picture::square(one, &words, wish.tone)),
        all => Some(roller::picture::svg(all, &words, wish.tone)),
    }
}

fn say(reader: &Reader, attribute: &str, variables: &[(&'static str, String)]) -> String {
    let key = format!("roller-picture{attribute}");
    let variables: Vec<_> =
        variables.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
    reader.protocol.texts().say_with(&key, &variables).into_owned()
}

fn notes(reader: &Reader, wanted: &Wanted, results: &roller::Results) -> Vec<String> {
    let passes = [
        ("passes", wanted.passes.to_string()),
        ("density", whole(&reader.say, results.density_per_cm2)),
    ];
    let mut notes = vec![
        say(reader, ".passes", &passes),
        say(reader, ".left", &[("percent", percent(&reader.say, results.farther[0]))]),
    ];
    let gap = results
        .gap
        .map(|gap| say(reader, ".widest", &[("gap", tenth(&reader.say, gap.diameter_mm))]));
    notes.extend(gap);
    notes
}

fn words<'o>(reader: &'o Reader, results: &roller::Results) -> Words<'o> {
    let gap = results.gap.map_or_else(String::new, |gap| tenth(&reader.say, gap.diameter_mm));
    let about = [("density", whole(&reader.say, results.density_per_cm2)), ("gap", gap)];
    Words {
        title: say(reader, "", &[]),
        description: say(reader, ".description", &about),
        puncture: say(reader, ".puncture", &[]),
        one_of: Box::new(|n| say(reader, ".one-of", &[("n", n.to_string())])),
        far: say(reader, ".far", &[]),
        gap: say(reader, ".gap", &[]),
        spared: say(reader, ".spared", &[]),
    }
}
