//! The sessions, the newest first: day, needles, where and how often, with what.

use care::words::Word as _;
use care::zone::Zone;
use jiff::Zoned;
use paper::Block;
use store::records::Done;

use super::Made;
use crate::session::zones;
use crate::story::zone_of;

/// So many stand on the sheet.
const MOST: usize = 6;

pub(super) fn blocks(made: &Made<'_>) -> Vec<Block> {
    let (say, done) = (made.say, made.chart.story.done());
    let mut all = vec![Block::Heading(say.text("handover-sessions"))];
    if done.is_empty() {
        all.push(made.none("handover-sessions-none"));
        return all;
    }
    let head = ["day", "needles", "where", "passes", "device"];
    let head = head.map(|key| say.text(&format!("handover-session-{key}"))).to_vec();
    let rows = done.iter().rev().take(MOST).map(|session| row(made, session.done)).collect();
    all.push(Block::Table { head, rows });
    let earlier = done.len().saturating_sub(MOST);
    if earlier > 0 {
        all.push(Block::Text(say.with("handover-sessions-earlier", &[("n", earlier.into())])));
    }
    all
}

fn row(made: &Made<'_>, done: &Done) -> Vec<String> {
    let say = made.say;
    let at: Zoned = done.at.to_zoned(zone_of(&done.zone));
    let length = say.with("handover-mm", &[("mm", done.length_mm.into())]);
    let (areas, passes) = rolled(made, done);
    vec![say.date(at.date()), length, areas, passes, device(made, done)]
}

/// Where, and how many passes: by its parts where they differ.
fn rolled(made: &Made<'_>, done: &Done) -> (String, String) {
    let (say, texts) = (made.say, made.protocol.texts());
    let unknown = || say.text("handover-not-noted");
    let differ = zones::range(&done.zones).filter(|(fewest, most)| fewest < most);
    if differ.is_some() {
        let one = |(zone, n): (Zone, u16)| {
            let zone = say.text(&format!("session-zone-{}", zone.id()));
            say.with("session-zone-rolled", &[("zone", zone.into()), ("n", n.into())])
        };
        let parts = zones::each(&done.areas, &done.zones).into_iter().filter(|(_, n)| *n > 0);
        let parts: Vec<String> = parts.map(one).collect();
        return (say.parts(&parts), say.text("handover-by-part"));
    }
    let areas = done.areas.iter().map(|area| texts.text(&format!("area-{}", area.word())));
    let passes = done.passes.map_or_else(unknown, |n| n.to_string());
    (say.list(areas), passes)
}

/// The device as far as it was noted.
fn device(made: &Made<'_>, done: &Done) -> String {
    let say = made.say;
    let Some(device) = done.device else { return say.text("handover-not-noted") };
    let kind = made.protocol.texts().text(&format!("device-{}", device.kind.word()));
    match device.needles {
        Some(needles) => {
            say.with("handover-device", &[("kind", kind.into()), ("needles", needles.into())])
        }
        None => kind,
    }
}
