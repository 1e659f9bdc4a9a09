//! What a clinician asks about first, on one sheet: warning signs, sessions, how it healed, answers that matter, what was said
//! before, and what to ask. Made for a page and for paper from the same blocks.
//!
//! Nothing is judged anew: levels and open signs are those of the one standing. Photographs are chosen by the person and stand
//! behind it ([`with_pictures`]). Next: [`signs`], [`sessions`], [`healing`], [`answers`].

mod answers;
mod healing;
mod sessions;
mod signs;
#[cfg(test)]
mod tests;

use care::words::Setting;
use jiff::Zoned;
pub use paper::{Block, Chart as Curve, Sheet};
use words::{Worded, Wording};

use crate::{Chart, Look};

/// How wide a photograph is on paper, as a share of the text.
const PICTURE: f32 = 0.48;

/// What a sheet is made from.
struct Made<'a> {
    protocol: &'a Worded,
    say: &'a Wording,
    chart: &'a Chart,
    now: &'a Zoned,
    look: Option<Look<'a>>,
}

/// A photograph that was chosen, with what it shows.
#[derive(Clone, Debug)]
pub struct Picture {
    /// A PNG or a JPEG.
    pub bytes: Vec<u8>,
    /// What it shows and when it was taken.
    pub caption: String,
}

/// The sheet as it stands now, without photographs.
pub fn sheet(protocol: &Worded, say: &Wording, chart: &Chart, now: &Zoned) -> Sheet {
    let look = chart.look(protocol, now);
    Made { protocol, say, chart, now, look }.sheet()
}

/// The same with the photographs that were chosen, at its end.
pub fn with_pictures(mut sheet: Sheet, say: &Wording, pictures: Vec<Picture>) -> Sheet {
    if !pictures.is_empty() {
        sheet.blocks.push(Block::Heading(say.text("handover-photos")));
    }
    let drawn = pictures.into_iter().map(|Picture { bytes, caption }| Block::Picture {
        bytes,
        share: PICTURE,
        caption,
    });
    sheet.blocks.extend(drawn);
    sheet
}

impl Made<'_> {
    fn sheet(&self) -> Sheet {
        let say = self.say;
        let foot = [
            ("date", say.date(self.now.date()).into()),
            ("name", self.protocol.name().into()),
            ("version", self.protocol.version().into()),
        ];
        Sheet {
            title: say.text("handover-title"),
            subtitle: Some(self.who()),
            language: say.language().to_string(),
            made: Some(say.with("handover-foot", &foot)),
            blocks: self.blocks(),
        }
    }
    /// What can't wait first; what to talk about last.
    fn blocks(&self) -> Vec<Block> {
        let mut all = self.missing();
        all.extend(signs::blocks(self));
        all.extend(sessions::blocks(self));
        all.extend(healing::blocks(self));
        all.extend(answers::blocks(self));
        all
    }
    /// That something of the record can't be read, so that nobody takes the sheet for the whole.
    fn missing(&self) -> Vec<Block> {
        let gaps = !self.chart.gaps.all().is_empty();
        gaps.then(|| Block::Note(self.say.text("handover-gaps"))).into_iter().collect()
    }
    /// That there is nothing; where something can't be read, nobody knows that.
    fn none(&self, key: &str) -> Block {
        let known = self.chart.gaps.all().is_empty();
        Block::Text(self.say.text(if known { key } else { "handover-unknown" }))
    }
    /// Who it is, in one line.
    fn who(&self) -> String {
        let (say, profile) = (self.say, self.chart.profile());
        let setting = match profile.setting {
            Setting::Home => "handover-home",
            Setting::Clinic => "handover-clinic",
        };
        let born =
            profile.born.map(|day| say.with("handover-born", &[("day", say.date(day).into())]));
        let skin = profile.skin_type.map(|n| say.with("handover-skin", &[("n", n.into())]));
        let all = [profile.name.clone(), born, skin, Some(say.text(setting))];
        all.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }
}
