//! A page asked by card and text key: `page.card("plan-next").says("plan-window")`. No sentence stands in a test, so none
//! breaks when a sentence is put better.
//!
//! A key is read with any value for its variables; [`Part::says_with`] names them. A part is found by the key of its title.

use words::{Language, Variable};

use crate::answer::Answer;
use crate::html::{Block, blocks};
use crate::texts::{Pieces, exactly, ways};

/// The page or a part of it.
#[derive(Clone, Debug)]
pub struct Part(Block);

impl Answer {
    /// The page as a whole.
    pub fn page(&self) -> Part {
        Part(self.blocks().remove(0))
    }
    /// The one card, or thing that opens, whose title is this text.
    pub fn card(&self, title: &str) -> Part {
        let (mut found, all) = self.cards(title);
        let titles: Vec<_> = all.iter().filter_map(|block| block.title.as_deref()).collect();
        assert_eq!(found.len(), 1, "there should be one card {title}, cards are: {titles:#?}");
        Part(found.remove(0))
    }
    /// Holds if no card has this title.
    pub fn has_no_card(&self, title: &str) -> &Self {
        let (found, _) = self.cards(title);
        assert_eq!(found, [], "there should be no card {title}");
        self
    }
    /// Holds if the page says this text, whatever its variables are.
    pub fn says(&self, key: &str) -> &Self {
        self.page().says(key);
        self
    }
    /// Holds if the page says this text with these variables.
    pub fn says_with(&self, key: &str, variables: &[Variable<'_>]) -> &Self {
        self.page().says_with(key, variables);
        self
    }
    /// Holds if the page says this text in no way.
    pub fn is_silent_on(&self, key: &str) -> &Self {
        self.page().is_silent_on(key);
        self
    }
    fn cards(&self, title: &str) -> (Vec<Block>, Vec<Block>) {
        let all = self.blocks().split_off(1);
        let titled = |block: &&Block| {
            let title_of = block.title.as_deref();
            title_of.is_some_and(|line| ways(title).iter().any(|way| stands_alone(line, way)))
        };
        (all.iter().filter(titled).cloned().collect(), all)
    }
    fn blocks(&self) -> Vec<Block> {
        let text = self.text();
        let english = format!("<html lang=\"{}\"", Language::DEFAULT.name());
        assert!(text.contains(&english), "only a page in English is asked by keys:\n{text}");
        blocks(&text)
    }
}

impl Part {
    /// Holds if it says this text, whatever its variables are.
    pub fn says(&self, key: &str) -> &Self {
        assert!(self.has(ways(key)), "{key} is not said: {:#?}\nin {:#?}", ways(key), self.0.lines);
        self
    }
    /// Holds if it says this text with these variables.
    pub fn says_with(&self, key: &str, variables: &[Variable<'_>]) -> &Self {
        let text = exactly(key, variables);
        assert!(self.has(std::slice::from_ref(&text)), "{text:?} is not in {:#?}", self.0.lines);
        self
    }
    /// Holds if it says this text in no way.
    pub fn is_silent_on(&self, key: &str) -> &Self {
        assert!(!self.has(ways(key)), "{key} is said in {:#?}", self.0.lines);
        self
    }
    fn has(&self, ways: &[Pieces]) -> bool {
        self.0.lines.iter().any(|line| ways.iter().any(|way| stands_in(line, way)))
    }
}

/// Whether the pieces stand in a line in order, the whole beginning and ending with a word.
fn stands_in(line: &str, pieces: &Pieces) -> bool {
    let starts = line.char_indices().map(|(start, _)| start);
    starts.filter(|start| !within_a_word(line, *start)).any(|start| {
        let ends = ends(&line[start..], pieces);
        ends.into_iter().any(|end| !within_a_word(line, start + end))
    })
}

/// Whether a line is nothing but the pieces and what stands in the holes.
fn stands_alone(line: &str, pieces: &Pieces) -> bool {
    let last_is_hole = pieces.last().is_some_and(String::is_empty);
    ends(line, pieces).into_iter().any(|end| end == line.len() || last_is_hole)
}

/// Where the pieces can end in a text that begins with the first of them.
fn ends(text: &str, pieces: &[String]) -> Vec<usize> {
    let Some((first, others)) = pieces.split_first() else { return Vec::new() };
    let Some(mut rest) = text.strip_prefix(first.as_str()) else { return Vec::new() };
    let Some((last, middle)) = others.split_last() else { return vec![first.len()] };
    for piece in middle {
        let Some((_, after)) = rest.split_once(piece.as_str()) else { return Vec::new() };
        rest = after;
    }
    let start = text.len() - rest.len();
    rest.match_indices(last.as_str()).map(|(place, _)| start + place + last.len()).collect()
}

fn within_a_word(line: &str, place: usize) -> bool {
    let letter = |found: Option<char>| found.is_some_and(char::is_alphanumeric);
    letter(line[..place].chars().next_back()) && letter(line[place..].chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Pieces {
        text.split('_').map(str::to_owned).collect()
    }

    #[test]
    fn a_text_stands_in_a_line_with_whole_words_and_anything_in_its_holes() {
        for (line, text, stands) in [
            ("Yes. It is red.", "It is red.", true),
            ("Yesterday", "Yes", false),
            ("Session 2 of 6, later", "Session _ of _", true),
            ("Session 2", "Session _ of _", false),
            ("Day 3 · Calm", "_ · _", true),
            ("Redness and swelling", "ness", false),
        ] {
            assert_eq!(stands_in(line, &pieces(text)), stands, "{text} in {line}");
        }
    }
    #[test]
    fn a_title_is_the_whole_line() {
        for (line, text, stands) in [
            ("Next: Sat 5 Dec, 10:00", "Next: _, _", true),
            ("Next, likely: Sat 5 Dec, 10:00", "Next: _, _", false),
            ("Prepare", "Prepare", true),
            ("Prepare the skin", "Prepare", false),
        ] {
            assert_eq!(stands_alone(line, &pieces(text)), stands, "{text} as {line}");
        }
    }
}
