//! A page as a browser reads it: its elements with their attributes and what stands in them.
//!
//! Read by the rules of the HTML standard, so that a page that a browser has to mend is found.

use std::collections::BTreeMap;

use html5gum::{Token, Tokenizer};

/// Elements that have no end.
const VOID: [&str; 9] = ["area", "br", "col", "hr", "img", "input", "link", "meta", "source"];

/// Attributes that are read out or shown.
const SAID: [&str; 5] = ["aria-label", "alt", "title", "placeholder", "data-label"];

/// One element.
#[derive(Clone, Debug, Default)]
pub(crate) struct Element {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    /// All text in it, pictures as they are told.
    pub text: String,
    /// The names of the elements around it, the outermost first.
    pub around: Vec<String>,
}

impl Element {
    /// Whether it stands in one of this name.
    pub(crate) fn is_in(&self, name: &str) -> bool {
        self.around.iter().any(|around| around == name)
    }
    /// What an attribute says; nothing if it is not there.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }
}

/// A page.
#[derive(Clone, Debug, Default)]
pub(crate) struct Html {
    /// Every element, in the order in which they begin.
    pub elements: Vec<Element>,
    /// What is read or heard of it and is meant to be translated.
    pub said: String,
    /// What a browser would have to mend.
    pub faults: Vec<String>,
    /// Places in `elements` of those that are not closed yet.
    open: Vec<usize>,
}

impl Html {
    pub(crate) fn read(page: &str) -> Self {
        let mut html = Self::default();
        for token in Tokenizer::new(page).flatten() {
            html.take(token);
        }
        let open = std::mem::take(&mut html.open);
        html.faults
            .extend(open.iter().map(|at| format!("<{}> has no end", html.elements[*at].name)));
        html
    }
    /// Every element of a name.
    pub(crate) fn all(&self, name: &str) -> impl Iterator<Item = &Element> {
        self.elements.iter().filter(move |element| element.name == name)
    }

    fn take(&mut self, token: Token) {
        match token {
            Token::StartTag(tag) => {
                let pairs = tag.attributes.iter().map(|(name, value)| (text(name), text(value)));
                let element = Element {
                    name: text(&tag.name),
                    attributes: pairs.collect(),
                    text: String::new(),
                    around: self.open.iter().map(|at| self.elements[*at].name.clone()).collect(),
                };
                self.hears(&element);
                let told = element.get("alt").unwrap_or_default();
                self.open.iter().for_each(|at| self.elements[*at].text.push_str(told));
                let closed = tag.self_closing || VOID.contains(&element.name.as_str());
                self.elements.push(element);
                if !closed {
                    self.open.push(self.elements.len() - 1);
                }
            }
            Token::EndTag(tag) => self.close(&text(&tag.name)),
            Token::String(said) => {
                let said = text(&said);
                self.open.iter().for_each(|at| self.elements[*at].text.push_str(&said));
                self.says(&said);
            }
            Token::Error(error) => self.faults.push(format!("{error:?}")),
            Token::Comment(_) | Token::Doctype(_) => {}
        }
    }

    fn hears(&mut self, element: &Element) {
        let said: Vec<String> =
            SAID.iter().filter_map(|name| element.get(name)).map(str::to_owned).collect();
        if element.get("translate") != Some("no") {
            said.iter().for_each(|said| self.says(said));
        }
    }

    fn says(&mut self, said: &str) {
        let apart = |element: &Element| {
            element.get("translate") == Some("no") || ["style", "script"].contains(&&*element.name)
        };
        if !self.open.iter().any(|at| apart(&self.elements[*at])) {
            self.said.push(' ');
            self.said.push_str(said);
        }
    }

    fn close(&mut self, name: &str) {
        match self.open.pop() {
            Some(at) if self.elements[at].name == name => {}
            Some(at) => {
                self.faults.push(format!("<{}> is closed by </{name}>", self.elements[at].name));
            }
            None => self.faults.push(format!("</{name}> closes nothing")),
        }
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(page: &str) -> usize {
        Html::read(page).faults.len()
    }

    #[test]
    fn what_a_browser_would_have_to_mend_is_a_fault() {
        assert_eq!(faults("<p>a <b>b</b> &amp; c<br></p>"), 0);
        assert_eq!(faults("<p>a"), 1, "never closed");
        assert_eq!(faults("<p><b></p></b>"), 2, "crossed");
        assert_eq!(faults("</p>"), 1);
        assert!(faults("<p a=1 a=2></p>") > 0, "said twice");
    }

    #[test]
    fn an_element_has_all_the_text_in_it() {
        let html = Html::read("<a href=\"/x\">one <b>two</b></a> three");
        let link = html.all("a").next().unwrap();
        assert_eq!((link.get("href"), link.text.as_str()), (Some("/x"), "one two"));
    }

    #[test]
    fn a_picture_is_the_text_that_tells_it() {
        let html = Html::read("<a href=\"/x\"><img src=\"/y\" alt=\"a cheek\"></a><a><img></a>");
        let links: Vec<&str> = html.all("a").map(|link| link.text.as_str()).collect();
        assert_eq!(links, ["a cheek", ""]);
    }
}
