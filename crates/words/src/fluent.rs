//! What stands in a Fluent file: its texts by their keys, the variables each uses, and where a mistake is.

use std::collections::BTreeSet;

use care::nesting::too_deep;
use care::protocol::Fault;
use fluent_bundle::FluentResource;
use fluent_syntax::ast;
use fluent_syntax::parser::ParserError;

/// Parses a file.
pub(crate) fn resource(name: &str, text: &str) -> Result<FluentResource, Vec<Fault>> {
    if let Some(line) = too_deep(text) {
        return Err(vec![Fault::too_deep(name, line)]);
    }
    let told = |(_, errors): (_, Vec<ParserError>)| {
        errors.iter().map(|error| syntax_fault(name, text, error)).collect::<Vec<_>>()
    };
    FluentResource::try_new(text.to_owned()).map_err(told)
}

fn syntax_fault(name: &str, text: &str, error: &ParserError) -> Fault {
    let line = text.get(..error.pos.start).unwrap_or(text).matches('\n').count() + 1;
    Fault::new(
        name,
        &format!("line {line}"),
        &format!("this text can't be read ({:?})", error.kind),
        "write it as “name = text” with further lines indented",
    )
}

/// The texts of a message: its own and its attributes', each with its key.
pub(crate) fn patterns<'m>(
    message: &'m ast::Message<&'m str>,
) -> Vec<(String, &'m ast::Pattern<&'m str>)> {
    let id = message.id.name;
    let value = message.value.iter().map(|pattern| (id.to_owned(), pattern));
    let attributes =
        message.attributes.iter().map(|found| (format!("{id}.{}", found.id.name), &found.value));
    value.chain(attributes).collect()
}

/// The variables that a text uses.
pub(crate) fn variables(pattern: &ast::Pattern<&str>) -> BTreeSet<String> {
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
