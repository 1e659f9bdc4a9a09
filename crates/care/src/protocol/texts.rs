//! The sentences of a protocol, in Fluent, rendered on demand.
//!
//! A text is named `kind-id` or `kind-id.attribute`, for example `rule-pregnancy.because`. Most texts have no
//! variable; those are kept ready, since a batch renders them a hundred thousand times. Which texts must exist
//! and which variables they may use is in [`super::check`].

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast;
use jiff::Zoned;
use jiff::civil::Date;
use unic_langid::LanguageIdentifier;

use super::fault::Fault;
use crate::measure::Wait;
use crate::nesting::too_deep;

/// All texts of one language.
pub struct Texts {
    bundle: FluentBundle<FluentResource>,
    known: HashMap<String, Known>,
}

/// What is known of a text without rendering it.
#[derive(Debug, Default)]
struct Known {
    file: String,
    variables: BTreeSet<String>,
    ready: Option<String>,
}

/// A variable of a text and its value.
pub type Variable<'a> = (&'a str, FluentValue<'a>);

/// Changes every piece of text that a translator would write, and nothing else: see [`crate::Protocol::read_as`].
pub type Transform = fn(&str) -> Cow<'_, str>;

impl Texts {
    /// Reads Fluent files.
    pub(super) fn read<'f>(
        files: impl Iterator<Item = (&'f str, &'f str)>,
        transform: Option<Transform>,
    ) -> Result<Self, Vec<Fault>> {
        let mut bundle = FluentBundle::new_concurrent(vec![
            LanguageIdentifier::from_bytes(b"en-GB").unwrap_or_default(),
        ]);
        // Texts are shown in one direction, in files and terminals that would print the marks.
        bundle.set_use_isolating(false);
        bundle.set_transform(transform);
        let mut texts = Self { bundle, known: HashMap::new() };
        let faults: Vec<Fault> = files.flat_map(|(name, text)| texts.add(name, text)).collect();
        if faults.is_empty() { Ok(texts.make_ready()) } else { Err(faults) }
    }

    fn add(&mut self, name: &str, text: &str) -> Vec<Fault> {
        if let Some(line) = too_deep(text) {
            return vec![Fault::too_deep(name, line)];
        }
        let mend = "write it as “name = text” with further lines indented";
        let resource = match FluentResource::try_new(text.to_owned()) {
            Ok(resource) => resource,
            Err((_, errors)) => {
                return errors.iter().map(|error| syntax_fault(name, text, error, mend)).collect();
            }
        };
        let mut faults = Vec::new();
        for entry in resource.entries() {
            let ast::Entry::Message(message) = entry else { continue };
            for (key, pattern) in patterns(message) {
                let known = Known { file: name.into(), variables: variables(pattern), ready: None };
                if self.known.insert(key.clone(), known).is_some() {
                    faults.push(Fault::new(
                        name,
                        &key,
                        "this text is there twice",
                        "remove one of the two",
                    ));
                }
            }
        }
        if self.bundle.add_resource(resource).is_err() && faults.is_empty() {
            faults.push(Fault::new(
                name,
                "its texts",
                "a name is there twice",
                "remove one of the two",
            ));
        }
        faults
    }

    fn make_ready(mut self) -> Self {
        let plain: Vec<String> = self
            .known
            .iter()
            .filter(|(_, known)| known.variables.is_empty())
            .map(|(key, _)| key.clone())
            .collect();
        for key in plain {
            let text = self.render(&key, &[]);
            if let Some(known) = self.known.get_mut(&key) {
                known.ready = Some(text);
            }
        }
        self
    }

    /// The text of a name; the name itself if there is none, which the checks rule out for the protocol's own.
    pub fn say(&self, key: &str) -> Cow<'_, str> {
        self.say_with(key, &[])
    }

    /// The text of a name with its variables filled in.
    pub fn say_with(&self, key: &str, variables: &[Variable<'_>]) -> Cow<'_, str> {
        match self.known.get(key).and_then(|known| known.ready.as_deref()) {
            Some(ready) => Cow::Borrowed(ready),
            None => Cow::Owned(self.render(key, variables)),
        }
    }

    /// The text of a name if it exists.
    pub fn find(&self, key: &str, variables: &[Variable<'_>]) -> Option<Cow<'_, str>> {
        self.has(key).then(|| self.say_with(key, variables))
    }

    /// Whether there is such a text.
    pub fn has(&self, key: &str) -> bool {
        self.known.contains_key(key)
    }

    fn render(&self, key: &str, variables: &[Variable<'_>]) -> String {
        let (id, attribute) =
            key.split_once('.').map_or((key, None), |(id, attribute)| (id, Some(attribute)));
        let message = self.bundle.get_message(id);
        let pattern = message.and_then(|message| match attribute {
            Some(attribute) => message.get_attribute(attribute).map(|found| found.value()),
            None => message.value(),
        });
        let Some(pattern) = pattern else { return key.to_owned() };
        let mut args = FluentArgs::with_capacity(variables.len());
        for (name, value) in variables {
            args.set(*name, value.clone());
        }
        self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }

    /// A date as a person says it: `1 March 2027`.
    pub fn date(&self, date: Date) -> String {
        let month = self.say(&format!("month-{}", date.month()));
        format!("{} {month} {}", date.day(), date.year())
    }
    /// A moment as a person says it: `Sat 12 Dec 2026, 10:00`.
    pub fn moment(&self, moment: &Zoned) -> String {
        moment.strftime("%a %-d %b %Y, %H:%M").to_string()
    }
    /// A length of time as a person says it: `6 months`.
    pub fn wait(&self, wait: Wait) -> String {
        let key = format!("wait-{}", wait.unit.name());
        self.say_with(&key, &[("n", wait.count.into())]).into_owned()
    }

    pub(super) fn variables(&self, key: &str) -> Option<&BTreeSet<String>> {
        self.known.get(key).map(|known| &known.variables)
    }
    pub(super) fn names(&self) -> impl Iterator<Item = (&str, &str)> {
        self.known.iter().map(|(key, known)| (key.as_str(), known.file.as_str()))
    }
}

fn syntax_fault(
    name: &str,
    text: &str,
    error: &fluent_syntax::parser::ParserError,
    mend: &str,
) -> Fault {
    let line = text.get(..error.pos.start).unwrap_or(text).matches('\n').count() + 1;
    Fault::new(
        name,
        &format!("line {line}"),
        &format!("this text can't be read ({:?})", error.kind),
        mend,
    )
}

pub(super) fn patterns<'m>(
    message: &'m ast::Message<&'m str>,
) -> Vec<(String, &'m ast::Pattern<&'m str>)> {
    let id = message.id.name;
    let value = message.value.iter().map(|pattern| (id.to_owned(), pattern));
    let attributes =
        message.attributes.iter().map(|found| (format!("{id}.{}", found.id.name), &found.value));
    value.chain(attributes).collect()
}

fn variables(pattern: &ast::Pattern<&str>) -> BTreeSet<String> {
    let placed = pattern.elements.iter().filter_map(|element| match element {
        ast::PatternElement::Placeable { expression } => Some(expression),
        ast::PatternElement::TextElement { .. } => None,
    });
    placed.flat_map(expression_variables).collect()
}

fn expression_variables(expression: &ast::Expression<&str>) -> Vec<String> {
    match expression {
        ast::Expression::Inline(inline) => inline_variable(inline).into_iter().collect(),
        ast::Expression::Select { selector, variants } => {
            let inner = variants.iter().flat_map(|variant| variables(&variant.value));
            inline_variable(selector).into_iter().chain(inner).collect()
        }
    }
}

fn inline_variable(inline: &ast::InlineExpression<&str>) -> Option<String> {
    match inline {
        ast::InlineExpression::VariableReference { id } => Some(id.name.to_owned()),
        _ => None,
    }
}
