//! Products in use: every class that a rule reads is a line; what nobody reads would be asked for nothing.

use care::protocol::rows::Question;
use care::words::{ProductClass, Word as _};
use maud::{Markup, html};
use words::Worded;

use super::line::{not_sure, ticked};
use super::problem;
use crate::screening::sheet::Sheet;

/// A line a product, and one "Not sure?" for all of them.
pub(super) fn lines(form: &Sheet<'_>, protocol: &Worded, question: &Question) -> Markup {
    let texts = protocol.texts();
    let name = texts.say(&format!("question-{}", question.id));
    let classes = ProductClass::ALL.iter().filter(|class| is_read(protocol, question, **class));
    html! {
        @for class in classes {
            div.ask {
                (ticked(form, &question.id, class.word(), &texts.say(&format!("product-class-{class}"))))
            }
        }
        div.ask id={ "line-" (question.id) } {
            (not_sure(form, protocol, question, &name))
            (problem(form, &question.id))
        }
    }
}

fn is_read(protocol: &Worded, question: &Question, class: ProductClass) -> bool {
    let names = |rule: &care::protocol::rows::Rule| {
        rule.question == question.id && rule.answers.iter().any(|word| word == class.word())
    };
    protocol.rules().iter().any(names)
}
