//! The file with settings: TOML, one key a line. Whatever is not understood refuses the whole file, with its line.

use std::path::Path;

use care::words::nearest;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use words::Saying;

use super::table::{ALL, Setting, Shape};
use crate::commands::Refusal;

/// A setting as the file says it, with its line.
#[derive(Debug)]
pub(super) struct Line {
    pub setting: &'static Setting,
    pub values: Vec<String>,
    pub line: usize,
}

/// Far more than all settings need.
const MOST_BYTES: u64 = 1 << 20;

/// Reads a file.
pub(super) fn read(path: &Path) -> Result<Vec<Line>, Refusal> {
    let text = store::read_text(path, MOST_BYTES)
        .map_err(|error| Refusal::file(path, &error, "next-settings-file"))?;
    parse(&text).map_err(|(line, what)| {
        let place = format!("{}:{line}", path.display());
        Refusal::new(Saying::new("settings-not-started").with("where", place).with("what", what))
    })
}

/// What a text says, or the line of the first fault and what it is.
fn parse(text: &str) -> Result<Vec<Line>, (usize, Saying)> {
    let line = |at: usize| text.get(..at).map_or(1, |before| before.matches('\n').count() + 1);
    let table = DeTable::parse(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        (line(at), Saying::new("settings-no-toml").with("why", error.message()))
    })?;
    let mut lines = Vec::new();
    for (key, value) in table.get_ref() {
        let at = line(key.span().start);
        let setting = find(key.get_ref()).map_err(|what| (at, what))?;
        let values = values(setting, value).ok_or_else(|| (at, wrong(setting)))?;
        lines.push(Line { setting, values, line: at });
    }
    Ok(lines)
}

fn find(key: &str) -> Result<&'static Setting, Saying> {
    let known = || ALL.iter().filter(|setting| setting.is_in_file());
    if let Some(setting) = known().find(|setting| setting.key == key) {
        return Ok(setting);
    }
    if let Some(other) = Setting::find(key) {
        let not_here = Saying::new("settings-not-in-file").with("key", key);
        return Err(not_here.with("variable", other.variable()));
    }
    let meant = nearest(key, known().map(|setting| setting.key));
    Err(match meant {
        Some(word) => Saying::new("settings-unknown-meant").with("key", key).with("nearest", word),
        None => Saying::new("settings-unknown").with("key", key),
    })
}

pub(super) fn wrong(setting: &Setting) -> Saying {
    let wrong = Saying::new("settings-wrong").with("key", setting.key);
    wrong.with("expected", setting.expected())
}

fn values(setting: &Setting, value: &Spanned<DeValue<'_>>) -> Option<Vec<String>> {
    match (value.get_ref(), setting.shape) {
        (DeValue::Array(all), Shape::List(_)) => {
            all.iter().map(|one| word(one.get_ref())).collect()
        }
        (DeValue::Boolean(yes), Shape::YesNo) => Some(vec![if *yes { "yes" } else { "no" }.into()]),
        (DeValue::Array(_) | DeValue::Boolean(_), _) => None,
        (value, _) => word(value).map(|word| vec![word]),
    }
}

fn word(value: &DeValue<'_>) -> Option<String> {
    match value {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Integer(number) => Some(number.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use words::{Language, Wording};

    use super::*;

    #[test]
    fn a_file_is_read_line_by_line() {
        let text = "# ours\ndata = \"/srv/skin\"\n\nname = [\"a.example\", \"b.example\"]\nhttps = true\nconnections = 64\n";
        let read = parse(text).expect("understood");
        let told: Vec<_> =
            read.iter().map(|one| (one.line, one.setting.key, one.values.join("+"))).collect();
        let expected = [
            (2, "data", "/srv/skin"),
            (4, "name", "a.example+b.example"),
            (5, "https", "yes"),
            (6, "connections", "64"),
        ];
        for (line, key, value) in expected {
            assert!(told.contains(&(line, key, value.to_owned())), "{told:?}");
        }
    }

    #[test]
    fn what_is_not_understood_is_named_with_its_line_and_what_to_do() {
        for (text, line, what) in [
            ("dat = \"x\"", 1, "dat is no setting. Did you mean data?"),
            ("\nkey = \"secret\"", 2, "NEEDLEWISE_KEY"),
            ("config = \"x\"", 1, "NEEDLEWISE_CONFIG"),
            ("listen = [\"a\"]", 1, "an address and a port"),
            ("listen = true", 1, "an address and a port"),
            ("https = 1.5", 1, "yes or no"),
            ("log = \"warn\"\nlog = \"info\"", 2, "duplicate"),
            ("log = ", 1, "."),
        ] {
            let (at, told) = parse(text).expect_err("refused");
            let told = told.in_words(&Wording::built_in(Language::DEFAULT));
            assert!(at == line && told.contains(what), "{text:?}: {at}: {told}");
        }
    }
}
