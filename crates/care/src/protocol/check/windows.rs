//! Windows, lengths and scores that are possible, complete and do not contradict each other.

use super::Findings;
use crate::measure::{Figure, NeedleLength, Wait};
use crate::protocol::missing_words;
use crate::protocol::rows::{AreaRow, Band, Product, Rows, RuleWait};
use crate::words::{Area, FlagGroup, LengthClass, Level, ProductClass, Setting, Sign, Word};

/// Whole eyelid skin is under 0.9 mm; a needle must stay well inside it whatever a protocol says.
const EYELID_CEILING_MM: f64 = 0.5;

pub(super) fn check(rows: &Rows, found: &mut Findings<'_>) {
    complete(rows, found);
    lengths(rows, found);
    rhythms(rows, found);
    defaults(rows, found);
    products(rows, found);
    bands(rows, found);
    phases(rows, found);
    ordered(rows, found);
    dose(rows, found);
    scales(rows, found);
    flags(rows, found);
    emergency(rows, found);
}

/// A number is dialled as it stands, and a time zone leads to one of them only.
fn emergency(rows: &Rows, found: &mut Findings<'_>) {
    let mut seen = std::collections::BTreeSet::new();
    for row in &rows.emergency {
        let dialled = (2..=5).contains(&row.number.len())
            && row.number.bytes().all(|digit| digit.is_ascii_digit());
        let mend = "write the two to five digits that are dialled";
        found.hold(dialled, "emergency", &row.id, "its number can't be dialled", mend);
        let twice = row.zones.iter().find(|zone| !seen.insert(zone.as_str()));
        let what = format!("the zone {} has a number already", twice.map_or("", String::as_str));
        found.hold(twice.is_none(), "emergency", &row.id, &what, "name each zone once");
    }
}

/// A warning sign stands among those that are as urgent, and does not become milder with the days.
fn flags(rows: &Rows, found: &mut Findings<'_>) {
    for row in &rows.flag {
        let urgent = match row.group {
            FlagGroup::Danger => row.level == Level::Emergency,
            FlagGroup::Today => row.level == Level::SameDay,
            FlagGroup::Soon => (Level::Watch..=Level::Contact).contains(&row.level),
        };
        let what = format!("its level is {}, and its group {}", row.level, row.group);
        let mend =
            "emergencies are of the group danger, same-day of today, watch and contact of soon";
        found.hold(urgent, "flag", row.id.word(), &what, mend);
        let both = row.later.is_some() == row.later_from_day.is_some();
        let rises = both && row.later.is_none_or(|later| later > row.level);
        let mend = "give later-from-day and later together, with a level above its first";
        found.hold(rises, "flag", row.id.word(), "its later level is not possible", mend);
    }
}

/// A scale goes up from one whole number to another, and what counts as a change fits into it.
fn scales(rows: &Rows, found: &mut Findings<'_>) {
    for row in &rows.scale {
        let [low, high] = row.range;
        let whole = low.fract() == 0.0 && high.fract() == 0.0;
        let mend = "name its lowest and its highest score, both whole numbers";
        found.hold(whole && low < high, "scale", &row.id, "the range is not possible", mend);
        let counts = row.noise.is_none_or(|noise| noise > 0.0 && noise <= high - low);
        let mend = "name the smallest change that counts, or leave it out if nobody measured it";
        found.hold(counts, "scale", &row.id, "the noise is not possible", mend);
    }
}

/// One pass of the usual roller makes 15 per cm²; skin with a puncture every 0.3 mm is no skin any more.
fn dose(rows: &Rows, found: &mut Findings<'_>) {
    let possible = rows.dose.iter().all(|dose| (15.0..=1000.0).contains(&dose.density_cap_per_cm2));
    let mend = "name punctures per cm² from 15 to 1000";
    found.hold(possible, "dose", "dose", "the density cap is not possible", mend);
}

fn complete(rows: &Rows, found: &mut Findings<'_>) {
    let missing = [
        ("area", missing_words(rows.area.iter().map(|row| row.id))),
        ("device", missing_words(rows.device.iter().map(|row| row.id))),
        ("length-class", missing_words(rows.length_class.iter().map(|row| row.id))),
        ("goal", missing_words(rows.goal.iter().map(|row| row.id))),
        ("sign", missing_words(rows.sign.iter().map(|row| row.id))),
        ("flag", missing_words(rows.flag.iter().map(|row| row.id))),
    ];
    for (kind, words) in missing {
        for word in words {
            found.fault(
                kind,
                word,
                "there is no row for it",
                format!("add a [[{kind}]] with id = \"{word}\""),
            );
        }
    }
}

fn lengths(rows: &Rows, found: &mut Findings<'_>) {
    let at_eyes = |row: &&AreaRow| matches!(row.id, Area::Eyelids | Area::AroundEyes);
    let mut at_eyes = rows.area.iter().filter(at_eyes);
    let thin = at_eyes.all(|row| row.ceiling_mm.mm() <= EYELID_CEILING_MM);
    found.hold(
        thin,
        "area",
        "eyelids",
        "the ceiling is over 0.5 mm",
        "never more than 0.5 mm on or around eyelids",
    );
    let highest = rows.area.iter().map(|row| row.ceiling_mm).max();
    let home = rows.device.iter().map(|row| row.home_ceiling_mm).min();
    for goal in &rows.goal {
        let pairs = [(goal.home_mm, home, "at home"), (goal.clinic_mm, highest, "on any area")];
        for ([low, high], ceiling, place) in pairs {
            let what = format!("the length {high} mm is over the ceiling {place}");
            let mend = "shorten it, or raise the ceiling with a source for it";
            found.hold(
                ceiling.is_none_or(|ceiling| high <= ceiling),
                "goal",
                goal.id.word(),
                &what,
                mend,
            );
            let possible = low <= high && goal.passes[0] <= goal.passes[1];
            found.hold(
                possible,
                "goal",
                goal.id.word(),
                "a range is upside down",
                "put the smaller number first",
            );
        }
    }
    let class_ends: Vec<_> =
        rows.length_class.iter().map(|row| (row.id.word(), row.up_to_mm)).collect();
    rising("length-class", &class_ends, found);
}

/// Rows that reach up to a length are listed shortest first and the last reaches the longest needle there is.
fn rising(kind: &'static str, ends: &[(&str, NeedleLength)], found: &mut Findings<'_>) {
    for pair in ends.windows(2) {
        let [(_, shorter), (id, longer)] = pair else { continue };
        let mend = "list the rows shortest first, each with a length of its own";
        found.hold(shorter < longer, kind, id, "it overlaps the row before it", mend);
    }
    let reaches = ends.last().is_some_and(|(_, end)| end.mm() >= NeedleLength::RANGE_MM.1);
    let id = ends.last().map_or("last", |(id, _)| id);
    found.hold(reaches, kind, id, "lengths above it have no row", "let the last row reach 3.0 mm");
}

fn rhythms(rows: &Rows, found: &mut Findings<'_>) {
    for setting in Setting::ALL {
        let of_setting = rows.rhythm.iter().filter(|row| row.setting == *setting);
        let mut ends: Vec<_> = of_setting.map(|row| (row.id.as_str(), row.up_to_mm)).collect();
        // Rows of one length that are a choice count once; what is no choice overlaps.
        let choice = |id: &str| rows.rhythm.iter().any(|row| row.id == id && row.choice.is_some());
        ends.dedup_by(|next, row| next.1 == row.1 && choice(next.0) && choice(row.0));
        rising("rhythm", &ends, found);
    }
    for row in &rows.rhythm {
        let steps = [row.rest, row.not_before, row.ideal, row.best_by].map(Wait::rough_hours);
        let possible = steps.is_sorted() && row.sessions > 0;
        let mend =
            "let rest, not-before, ideal and best-by follow each other, with at least one session";
        found.hold(possible, "rhythm", &row.id, "its window is impossible", mend);
        let same = |other: &crate::protocol::rows::Rhythm| {
            other.up_to_mm != row.up_to_mm || other.rest.rough_hours() == row.rest.rough_hours()
        };
        let mend = "give the same length the same rest at home and in a clinic";
        found.hold(
            rows.rhythm.iter().all(same),
            "rhythm",
            &row.id,
            "its rest contradicts another row",
            mend,
        );
    }
}

/// A default is never more permissive than anything published.
fn defaults(rows: &Rows, found: &mut Findings<'_>) {
    let mut hold = |kind, id: &str, wait: Wait, published: &Option<[Figure; 2]>| {
        let Some([low, _]) = published else { return };
        let what = format!("{wait} is shorter than anything published ({})", low.text);
        let mend = "use a wait inside the published range, or mend the range";
        found.hold(low.kind != "time" || wait.rough_hours() >= low.size, kind, id, &what, mend);
    };
    for row in &rows.product {
        hold("product", &row.id, row.not_before, &row.evidence.published);
    }
    for row in &rows.rule {
        if let Some(RuleWait::For(wait)) = row.wait {
            hold("rule", &row.id, wait, &row.evidence.published);
        }
    }
}

fn products(rows: &Rows, found: &mut Findings<'_>) {
    for class in ProductClass::ALL {
        let mut before: Option<&Product> = None;
        for length in LengthClass::ALL {
            let mut here = rows
                .product
                .iter()
                .filter(|row| row.class == *class && row.classes.contains(length));
            let Some(row) = here.next() else {
                let what = format!("nothing is said for needles of class {length}");
                found.fault("product", class.word(), what, "add a row, or name the class in a row");
                continue;
            };
            if let Some(other) = here.next() {
                let what = format!("its window overlaps that of {} for class {length}", row.id);
                found.fault("product", &other.id, what, "name each length class in one row only");
            }
            let earlier = before.is_some_and(|shorter| {
                waits(row, shorter).iter().any(|(longer, shorter)| longer < shorter)
            });
            let mend = "let longer needles wait at least as long as shorter ones";
            found.hold(
                !earlier,
                "product",
                &row.id,
                "its window contradicts that of shorter needles",
                mend,
            );
            let longer = row
                .marks_easily
                .is_none_or(|wait| wait.rough_hours() >= row.not_before.rough_hours());
            let mend = "let skin that marks easily wait at least as long as other skin";
            found.hold(longer, "product", &row.id, "its two windows contradict each other", mend);
            before = Some(row);
        }
    }
}

/// The waits of two rows in pairs: for all skin, and for skin that marks easily.
fn waits(row: &Product, other: &Product) -> [(f64, f64); 2] {
    let easily = |row: &Product| row.marks_easily.unwrap_or(row.not_before).rough_hours();
    [(row.not_before.rough_hours(), other.not_before.rough_hours()), (easily(row), easily(other))]
}

fn bands(rows: &Rows, found: &mut Findings<'_>) {
    for sign in Sign::ALL {
        let mut shorter: Option<&Band> = None;
        for class in LengthClass::ALL {
            let mut here = rows.band.iter().filter(|row| row.sign == *sign && row.class == *class);
            let (Some(band), None) = (here.next(), here.next()) else {
                found.fault(
                    "band",
                    &format!("{sign}-{class}"),
                    "there must be just one",
                    "write one row for it",
                );
                continue;
            };
            let possible =
                band.low.iter().zip(&band.high).all(|(low, high)| low <= high && *high <= 10);
            let mend = "scores go from 0 to 10, the low one first";
            found.hold(possible, "band", &band.id, "a score is impossible", mend);
            let nested =
                shorter.is_none_or(|less| less.high.iter().zip(&band.high).all(|(a, b)| a <= b));
            let mend = "let longer needles never expect less than shorter ones";
            found.hold(
                nested,
                "band",
                &band.id,
                "it contradicts the band of shorter needles",
                mend,
            );
            shorter = Some(band);
        }
    }
}

fn phases(rows: &Rows, found: &mut Findings<'_>) {
    let mut next = 0;
    for row in &rows.phase {
        let fits = row.from_day == next && row.until_day > row.from_day;
        let mend = "let each phase begin on the day the one before it ends, the first on day 0";
        found.hold(fits, "phase", &row.id, "it leaves a gap or overlaps", mend);
        next = row.until_day;
    }
    let reaches = next >= 182;
    found.hold(
        reaches,
        "phase",
        "last",
        "the phases end before week 26",
        "let the last one reach day 182",
    );
}

fn ordered(rows: &Rows, found: &mut Findings<'_>) {
    let mend = "let it end after it begins";
    for row in &rows.card {
        let possible = row.from.rough_hours() < row.until.rough_hours();
        found.hold(possible, "card", &row.id, "its window is impossible", mend);
    }
    for row in &rows.effect {
        let possible = row.from.rough_hours() < row.until.rough_hours();
        found.hold(possible, "effect", &row.id, "its window is impossible", mend);
    }
    for row in rows.triage.iter() {
        let due: Vec<f64> = row.due.iter().map(|wait| wait.rough_hours()).collect();
        let possible = due.is_sorted_by(|a, b| a < b) && !due.is_empty();
        found.hold(
            possible,
            "triage",
            &row.id,
            "its check-ins are not in order",
            "list them soonest first",
        );
    }
}
