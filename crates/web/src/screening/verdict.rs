//! `GET /verdict`: the verdict in one sentence, its reasons worst first, and what would change it.

use axum::response::{IntoResponse, Redirect, Response};
use care::screening::{Finding, Read};
use care::standing::Standing;
use care::verdict::Verdict;
use care::words::{Area, Word as _};
use chart::screening::decided::{self, Decided};
use chart::screening::given::Given;
use chart::screening::steps;
use maud::{Markup, html};
use text::tell::alternatives::{Alternative, offered};
use text::tell::{finding, verdict};

use super::{given, heard};
use crate::clearance::{self, Back};
use crate::layout::{Tab, page};
use crate::locks;
use crate::problem::Problem;
use crate::said;
use crate::to::To;
use crate::ui::{
    Icon, Look, Notice, actions, card, disclosure, icon, link_button, notice, verdict_banner,
    verdict_icon,
};
use crate::visit::Owner;

/// `GET /verdict`
pub(crate) async fn show(owner: Owner) -> Result<Response, Problem> {
    let (chart, protocol) = (owner.chart().await?, &owner.protocol);
    let decided = decided::decide(protocol, &chart, &owner.now);
    let (Some(decided), Some(look)) = (decided, chart.look(protocol, &owner.now)) else {
        return Ok(Redirect::to(&owner.to(To::Screening)).into_response());
    };
    let title = owner.say.text("screening-verdict");
    Ok(page(&owner, Tab::None, &title, &body(&owner, &decided, &look.standing)))
}

fn body(owner: &Owner, decided: &Decided, standing: &Standing<'_>) -> Markup {
    let say = &owner.say;
    let waits = decided.decision.verdict.allows() && !standing.is_open();
    html! {
        (banner(owner, decided))
        // The answers are one thing, skin that still heals another.
        @if waits { (notice(Notice::Info, &locks::headline(owner, standing, decided))) }
        (ways_on(owner, decided.decision.verdict))
        (found(owner, decided))
        (clearance::others(owner, decided, Back::Verdict))
        (meanwhile(owner, decided))
        (actions(&[link_button(Look::Quiet, Some(Icon::Edit), &say.text("screening-answers"), &owner.to(To::Answers))]))
        (who_decided(owner))
    }
}

/// The verdict with its first reason.
pub(crate) fn banner(owner: &Owner, decided: &Decided) -> Markup {
    let (protocol, decision) = (&owner.protocol, &decided.decision);
    let sentence = verdict::of_decision(protocol, decision);
    let reason = match (heard::forbids(owner, decided), decided.decision.worst_first().first()) {
        (Some(said), _) => said,
        (None, Some(worst)) => finding::because(protocol, &decided.person, worst).into_owned(),
        (None, None) => owner.say.text("screening-nothing-against"),
    };
    verdict_banner(decision.verdict.kind(), &sentence, &html! { p { (reason) } })
}

/// What there is to do now: the plan, or a reminder of the day from which it may be.
fn ways_on(owner: &Owner, verdict: Verdict) -> Markup {
    let say = &owner.say;
    if verdict.allows() {
        let plan = say.text("screening-to-plan");
        return actions(&[link_button(
            Look::Primary,
            Some(Icon::Plan),
            &plan,
            &owner.to(To::Plan),
        )]);
    }
    let Some(until) = verdict.until() else { return html! {} };
    let remind = say.with("screening-remind", &[("day", say.date(until).into())]);
    html! {
        (actions(&[link_button(Look::Primary, Some(Icon::Remind), &remind, &owner.to(To::Reminder))]))
        p.quiet { (say.text("screening-remind-what")) }
    }
}

/// The findings, those of one verdict together, the worst first.
fn found(owner: &Owner, decided: &Decided) -> Markup {
    let all = decided.decision.worst_first();
    let worst = all.first().copied();
    html! {
        @for same in all.chunk_by(|one, next| one.verdict.kind() == next.verdict.kind()) {
            @if let Some(kind) = same.first().map(|first| first.verdict.kind()) {
                section.card.found {
                    h2 { (icon(verdict_icon(kind))) span { (owner.say.text(&format!("screening-found-{}", kind.word()))) } }
                    @for finding in same {
                        div.finding {
                            h3 { (title(owner, finding)) }
                            (why(owner, decided, finding, Some(*finding) == worst, Back::Verdict))
                        }
                    }
                }
            }
        }
    }
}

/// A reason as a card of its own.
pub(crate) fn reason(
    owner: &Owner,
    decided: &Decided,
    finding: &Finding,
    told: bool,
    back: Back,
) -> Markup {
    card(&title(owner, finding), &why(owner, decided, finding, told, back))
}

/// What a finding is about; what is not known is a question.
fn title(owner: &Owner, finding: &Finding) -> String {
    let texts = owner.protocol.texts();
    match finding.unknown {
        true => asked(owner, finding),
        false => texts.say(&rule_key(owner, finding)).into_owned(),
    }
}

fn rule_key(owner: &Owner, finding: &Finding) -> String {
    let rule = finding.rule(&owner.protocol);
    format!("rule-{}", rule.map_or("", |rule| rule.id.as_str()))
}

/// What was answered, why it matters unless the banner `told` so just above, what a clinician said of it, who says so,
/// what would change it.
fn why(owner: &Owner, decided: &Decided, finding: &Finding, told: bool, back: Back) -> Markup {
    let (say, protocol) = (&owner.say, &owner.protocol);
    let (person, key) = (&decided.person, rule_key(owner, finding));
    let answered = [("answer", answered(owner, decided, finding).into())];
    let told = told && heard::forbids(owner, decided).is_none();
    let change = finding::change(protocol, person, finding).into_owned();
    let until = finding.verdict.until();
    html! {
        @if let Some(until) = until {
            p.until { (say.with("screening-until", &[("day", say.date(until).into())])) }
        }
        p.quiet { (say.with("screening-answered", &answered)) }
        @if !told { p { (finding::because(protocol, person, finding)) } }
        (heard::beside(owner, decided, finding, back))
        div {
            @if let Some(rule) = finding.rule(protocol) { (said::of(owner, &key, &rule.evidence)) }
            (disclosure(&say.text("screening-change"), &html! {
                p { (change) }
                p { a href=(address(owner, finding)) { (say.text("screening-change-answer")) } }
            }, false))
        }
    }
}

/// The question a finding read.
fn asked(owner: &Owner, finding: &Finding) -> String {
    let id = match finding.read {
        Read::Born => "born",
        Read::NeedleLength => "needle-length",
        Read::Areas => "areas",
        Read::SkinType => "skin-type",
        Read::Answer(_) => finding.question(&owner.protocol).map_or("", |question| &question.id),
    };
    owner.protocol.texts().say(&format!("question-{id}")).into_owned()
}

fn answered(owner: &Owner, decided: &Decided, finding: &Finding) -> String {
    let (say, texts) = (&owner.say, owner.protocol.texts());
    let unknown = || say.text("dont-know");
    match (finding.read, finding.question(&owner.protocol)) {
        (Read::Answer(place), Some(question)) => {
            let answer = decided.person.answers.get(usize::from(place));
            given::words(&Given::of_answer(question, answer), question, say, texts)
        }
        (Read::NeedleLength, _) => decided.person.length().map_or_else(unknown, |length| {
            say.with("screening-millimetres", &[("mm", length.mm().into())])
        }),
        (Read::Areas, _) => {
            let said = |area: &Area| texts.say(&format!("area-{}", area.word())).into_owned();
            say.list(decided.person.areas.iter().map(said))
        }
        (Read::SkinType, _) => decided.person.skin_type.map_or_else(unknown, |own| {
            texts.say(&format!("skin-type-{}", own.number())).into_owned()
        }),
        _ => decided.person.born.map_or_else(unknown, |born| say.date(born)),
    }
}

/// Where the answer can be changed.
fn address(owner: &Owner, finding: &Finding) -> String {
    match (finding.read, finding.question(&owner.protocol)) {
        (Read::Answer(_), Some(question)) => {
            owner.to(To::Step(&question.id)).at(&format!("line-{}", question.id))
        }
        (Read::NeedleLength, _) => owner.to(To::Step(steps::DEVICE)).into(),
        (Read::Areas, _) => owner.to(To::Step(steps::GOALS)).into(),
        _ => owner.to(To::Step(steps::ABOUT)).into(),
    }
}

/// What else might help, each with its own caveat.
fn meanwhile(owner: &Owner, decided: &Decided) -> Markup {
    let offers = offered(&owner.protocol, &decided.person, &decided.decision);
    if offers.is_empty() {
        return html! {};
    }
    let title = owner.say.text("screening-meanwhile");
    card(&title, &html! { @for offer in &offers { (other(owner, offer)) } })
}

fn other(owner: &Owner, offer: &Alternative<'_>) -> Markup {
    let key = format!("alternative-{}", offer.id);
    let body = html! {
        p { (offer.because) }
        p { (offer.caveat) }
        @if let Some(evidence) = offer.evidence { (said::of(owner, &key, evidence)) }
    };
    disclosure(&offer.title, &body, false)
}

/// Which protocol decided, for whoever wants to check.
pub(crate) fn who_decided(owner: &Owner) -> Markup {
    let protocol = &owner.protocol;
    let known = [("name", protocol.name().into()), ("version", protocol.version().into())];
    html! { p.quiet { small { (owner.say.with("screening-decided-by", &known)) } } }
}
