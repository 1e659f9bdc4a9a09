//! Content lines: ended by CR LF, folded at 75 octets, texts escaped (RFC 5545, 3.1 and 3.3.11).
//!
//! Written here because the `icalendar` crate (0.17) stamps parts of a calendar with the time of the call and a
//! random name, and folds to 76 octets; one bad line makes some subscribers drop the whole file.

/// The longest line in octets, without its end.
const LIMIT: usize = 75;

/// A calendar file being written.
#[derive(Debug, Default)]
pub(super) struct Lines(String);

impl Lines {
    /// Opens a component.
    pub fn begin(&mut self, component: &str) {
        self.plain("BEGIN", component);
    }
    /// Closes a component.
    pub fn end(&mut self, component: &str) {
        self.plain("END", component);
    }
    /// A property whose value is a text.
    pub fn text(&mut self, name: &str, value: &str) {
        self.plain(name, &escaped(value));
    }
    /// A property whose value is already in its final form; `name` may carry parameters.
    pub fn plain(&mut self, name: &str, value: &str) {
        let mut rest = format!("{name}:{value}");
        let mut limit = LIMIT;
        while rest.len() > limit {
            let tail = rest.split_off(rest.floor_char_boundary(limit));
            self.0.push_str(&rest);
            self.0.push_str("\r\n ");
            rest = tail;
            // The space that continues a line counts too.
            limit = LIMIT - 1;
        }
        self.0.push_str(&rest);
        self.0.push_str("\r\n");
    }
    /// The file.
    pub fn finish(self) -> String {
        self.0
    }
}

/// A text with its special characters escaped; other control characters can't be written and are left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '\n' => out.push_str("\\n"),
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            _ if letter.is_control() => {}
            _ => out.push(letter),
        }
    }
    out
}
