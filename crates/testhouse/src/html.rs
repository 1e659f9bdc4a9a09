//! Our own pages read as a reader meets them: lines of text in parts that have a title.
//!
//! It reads what maud writes. An element that is never closed ends with the one around it. It is no reader of other pages.

use crate::texts::squeezed;

/// Elements in the midst of a line.
const IN_LINE: [&str; 14] = [
    "a", "abbr", "b", "bdi", "code", "em", "i", "kbd", "small", "span", "strong", "sub", "sup",
    "time",
];
const TITLES: [&str; 8] = ["h1", "h2", "h3", "h4", "h5", "h6", "summary", "legend"];
/// What is read out or shown of an attribute.
const SAID: [&str; 5] = ["aria-label", "alt", "title", "placeholder", "data-label"];

/// A part of a page: its title, and every line of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Block {
    pub title: Option<String>,
    pub lines: Vec<String>,
}

/// The page as a whole first, then each card and each thing that opens.
pub(crate) fn blocks(page: &str) -> Vec<Block> {
    let mut reader = Reader::default();
    reader.blocks.push(Block::default());
    reader.open.push(Open { name: String::new(), block: Some(0), from: 0 });
    for part in page.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap_or((part, ""));
        reader.tag(tag);
        if !reader.is_in(&["script", "style"]) {
            reader.line.push_str(&plain(text));
        }
    }
    reader.break_line();
    reader.blocks
}

struct Open {
    name: String,
    /// The part that began with it.
    block: Option<usize>,
    /// Where in the line it begins.
    from: usize,
}

#[derive(Default)]
struct Reader {
    open: Vec<Open>,
    line: String,
    blocks: Vec<Block>,
}

impl Reader {
    fn tag(&mut self, tag: &str) {
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        if name.starts_with('!') {
            return;
        }
        if !IN_LINE.contains(&name) {
            self.break_line();
        }
        if tag.starts_with('/') {
            let opened = self.open.iter().rposition(|open| open.name == name);
            let opened =
                opened.unwrap_or_else(|| panic!("the page closes a {name} it did not open"));
            // What stands in the midst of a line is also read by itself: it may be set apart by its look.
            let own = self.line.get(self.open[opened].from..).unwrap_or_default();
            let own = squeezed(own.trim());
            self.open.truncate(opened);
            self.keep(Some(own).filter(|own| IN_LINE.contains(&name) && !own.is_empty()));
            return;
        }
        self.tell(tag);
        let is_block = name == "details"
            || attribute(tag, "class").is_some_and(|all| all.split(' ').any(|one| one == "card"));
        let block = is_block.then(|| {
            self.blocks.push(Block::default());
            self.blocks.len() - 1
        });
        self.open.push(Open { name: name.to_owned(), block, from: self.line.len() });
    }
    /// What an element says without text in it. A button that is an input says its value.
    fn tell(&mut self, tag: &str) {
        for name in SAID {
            self.keep(attribute(tag, name).map(plain));
        }
        if tag.starts_with("input ") && attribute(tag, "type") == Some("submit") {
            self.keep(attribute(tag, "value").map(plain));
        }
    }
    fn is_in(&self, names: &[&str]) -> bool {
        self.open.iter().any(|open| names.contains(&open.name.as_str()))
    }
    fn break_line(&mut self) {
        let line = squeezed(std::mem::take(&mut self.line).trim());
        self.open.iter_mut().for_each(|open| open.from = 0);
        if line.is_empty() {
            return;
        }
        if self.is_in(&TITLES)
            && let Some(block) = self.open.iter().rev().find_map(|open| open.block)
        {
            self.blocks[block].title.get_or_insert_with(|| line.clone());
        }
        self.keep(Some(line));
    }
    /// A line belongs to every part it stands in.
    fn keep(&mut self, line: Option<String>) {
        let Some(line) = line else { return };
        for block in self.open.iter().filter_map(|open| open.block) {
            self.blocks[block].lines.push(line.clone());
        }
    }
}

/// The value of an attribute in a tag.
fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split('"').next()
}

/// As it reads, without entities.
fn plain(text: &str) -> String {
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")];
    entities.iter().fold(text.to_owned(), |text, (entity, letter)| text.replace(entity, letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!DOCTYPE html><html><head><title>Plan</title><script>no</script></head><body><h1>Your plan</h1>\
        <section class=\"card lead\"><h2>Next: <b>Saturday</b></h2><p>One &amp; <span>two</span>.</p><p>Three</p>\
        <details><summary>Why</summary><div>So</div></details></section>\
        <svg><path d=\"M0\"></svg><img src=\"a\" alt=\"A face\"><input type=\"submit\" value=\"Send\"></body></html>";

    #[test]
    fn a_page_is_read_in_parts_with_titles() {
        let blocks = blocks(PAGE);
        let titles: Vec<_> = blocks.iter().map(|block| block.title.as_deref()).collect();
        assert_eq!(titles, [Some("Your plan"), Some("Next: Saturday"), Some("Why")]);
        assert_eq!(
            blocks[1].lines,
            ["Saturday", "Next: Saturday", "two", "One & two.", "Three", "Why", "So"]
        );
        assert_eq!(blocks[2].lines, ["Why", "So"]);
    }
    #[test]
    fn what_is_read_out_is_said_and_a_script_is_not() {
        let whole = &blocks(PAGE)[0];
        assert!(["A face", "Send", "Plan"].iter().all(|one| whole.lines.iter().any(|l| l == one)));
        assert!(!whole.lines.contains(&"no".to_owned()));
    }
}
