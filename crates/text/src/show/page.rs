//! A page for a terminal: a headline, headings, points and quiet lines, wrapped at 80 columns.
//!
//! Colour is written always and taken out where standard output is no terminal or `NO_COLOR` is set: `anstream`
//! does that.

use anstyle::{AnsiColor, Effects, Style};
use care::verdict::VerdictKind;
use care::words::Level;
use words::{Variable, Wording};

const WIDTH: usize = 80;

/// Sentences being put together, in a language.
#[derive(Debug)]
pub struct Page {
    text: String,
    texts: Wording,
}

impl Page {
    /// An empty page.
    pub fn new(texts: &Wording) -> Self {
        Self { text: String::new(), texts: texts.clone() }
    }
    /// The texts of its language.
    pub fn texts(&self) -> &Wording {
        &self.texts
    }
    /// A text of its language.
    pub(super) fn word(&self, key: &str) -> String {
        self.texts.text(key)
    }
    /// A text of its language with its variables filled in.
    pub(super) fn words(&self, key: &str, variables: &[Variable<'_>]) -> String {
        self.texts.with(key, variables)
    }
    /// A name as a sentence of its own: with one full stop.
    pub(super) fn sentence(&self, words: &str) -> String {
        self.words("show-sentence", &[("words", words.trim_end_matches('.').into())])
    }
    /// A heading of its language, after an empty line.
    pub(super) fn head(&mut self, key: &str) {
        let heading = self.word(key);
        self.heading(&heading);
    }
    /// The first sentence, in a colour.
    pub fn headline(&mut self, text: &str, colour: AnsiColor) {
        let style = Style::new().fg_color(Some(colour.into())).effects(Effects::BOLD);
        self.lines(text, "", "", style);
    }
    /// A heading, after an empty line.
    pub fn heading(&mut self, text: &str) {
        self.gap();
        self.lines(text, "", "", Style::new().effects(Effects::BOLD));
    }
    /// A paragraph.
    pub fn text(&mut self, text: &str) {
        self.lines(text, "", "", Style::new());
    }
    /// A point of a list.
    pub fn point(&mut self, text: &str) {
        self.lines(text, "- ", "  ", Style::new());
    }
    /// A line that belongs to the point before it.
    pub fn under(&mut self, text: &str) {
        self.lines(text, "  ", "  ", Style::new());
    }
    /// A line that few need.
    pub fn quiet(&mut self, text: &str) {
        self.gap();
        self.lines(text, "", "", Style::new().effects(Effects::DIMMED));
    }
    /// An empty line.
    pub fn gap(&mut self) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }
    /// The page.
    pub fn finish(self) -> String {
        self.text
    }

    fn lines(&mut self, text: &str, first: &str, rest: &str, style: Style) {
        let options = textwrap::Options::new(WIDTH).initial_indent(first).subsequent_indent(rest);
        for line in textwrap::wrap(text, options) {
            self.text.push_str(&format!("{style}{line}{style:#}\n"));
        }
    }
}

/// The colour of a verdict; the words carry the meaning.
pub(super) fn verdict_colour(kind: VerdictKind) -> AnsiColor {
    match kind {
        VerdictKind::Proceed => AnsiColor::Green,
        VerdictKind::ProceedWithCare | VerdictKind::WaitUntil => AnsiColor::Yellow,
        VerdictKind::AskClinician | VerdictKind::DoNot => AnsiColor::Red,
    }
}

/// The colour of a level; the words carry the meaning.
pub(super) fn level_colour(level: Level) -> AnsiColor {
    match level {
        Level::Expected => AnsiColor::Green,
        Level::Watch | Level::Contact => AnsiColor::Yellow,
        Level::SameDay | Level::Emergency => AnsiColor::Red,
    }
}
