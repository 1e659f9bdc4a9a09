//! What is wrong with a field: the text that says so, with what it is filled with. It becomes a sentence only on the page, in
//! the reader's language.

use crate::say::{Say, Variable};

/// What a text is filled with.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    /// A number, written as the language writes it.
    Number(f64),
    /// A text as it is.
    Text(String),
    /// The name of a month.
    Month(i8),
}

/// Why something can't be used.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Wrong(Why);

#[derive(Clone, Debug, PartialEq)]
enum Why {
    /// The name of a text, and what it is filled with.
    Text(&'static str, Vec<(&'static str, Value)>),
    /// A sentence of what refused it, in the reader's language.
    Said(String),
}

/// What is wrong with one field.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Fault {
    /// Its name in the form.
    pub field: String,
    /// Why.
    pub wrong: Wrong,
}

impl Wrong {
    /// With this text.
    pub(crate) fn new(text: &'static str) -> Self {
        Self(Why::Text(text, Vec::new()))
    }
    /// As whatever refused it says it, in the reader's language.
    pub(crate) fn said(sentence: String) -> Self {
        Self(Why::Said(sentence))
    }
    /// The same with a variable of the text filled in.
    pub(crate) fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        if let Why::Text(_, with) = &mut self.0 {
            with.push((name, value.into()));
        }
        self
    }
    /// Whether it is this text.
    pub(crate) fn is(&self, name: &str) -> bool {
        matches!(&self.0, Why::Text(text, _) if *text == name)
    }
    /// It as the fault of a field.
    pub(crate) fn at(self, field: &str) -> Fault {
        Fault { field: field.to_owned(), wrong: self }
    }
    /// The sentence beside the field.
    pub(crate) fn told(&self, say: &Say) -> String {
        match &self.0 {
            Why::Text(text, with) => {
                let known: Vec<Variable<'_>> =
                    with.iter().map(|(name, value)| value.filled(name, say)).collect();
                say.with(text, &known)
            }
            Why::Said(sentence) => sentence.clone(),
        }
    }
}

impl From<&'static str> for Wrong {
    fn from(text: &'static str) -> Self {
        Self::new(text)
    }
}

impl Value {
    fn filled<'a>(&'a self, name: &'a str, say: &Say) -> Variable<'a> {
        match self {
            Self::Number(number) => (name, (*number).into()),
            Self::Text(text) => (name, text.as_str().into()),
            Self::Month(month) => (name, say.month(*month).into()),
        }
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Self::Number(f64::from(u32::try_from(number).unwrap_or(u32::MAX)))
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
