//! `GET /verdict`: the verdict in one sentence, its reasons worst first, and what would change it.

use axum::extract::Query;
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

use super::back::{self, Changed};
use super::{given, heard};
use crate::caller::Opened;
use crate::clearance::{self, Back};
use crate::frame::Reader;
use crate::layout::{self, Tab};
use crate::locks;
use crate::photos::first;
use crate::problem::Problem;
use crate::sources;
use crate::to::To;
use crate::ui::{
    self, Icon, Look, Notice, actions, card, disclosure, icon, link_button, notice, verdict_banner,
    verdict_icon,
};

/// `GET /verdict`
pub(crate) async fn show(
    opened: Opened,
    Query(changed): Query<Changed>,
) -> Result<Response, Problem> {
    let (chart, protocol) = (opened.chart().await?, &opened.protocol);
    let decided = decided::decide(protocol, &chart, &opened.now);
    let (Some(decided), Some(look)) = (decided, chart.look(protocol, &opened.now)) else {
        return Ok(Redirect::to(&opened.to(To::Screening)).into_response());
    };
    let undo = back::bar(&opened, &chart, &changed);
    let photo = first::is_missing(&opened, &chart).await?;
    let shown = Shown { decided: &decided, standing: &look.standing, undo: &undo, photo };
    Ok(page(&opened, &shown))
}

/// What the page shows.
pub(super) struct Shown<'a> {
    /// What was decided.
    pub decided: &'a Decided,
    /// How the skin stands.
    pub standing: &'a Standing<'a>,
    /// What was just changed, to be taken back.
    pub undo: &'a Markup,
    /// Whether a first photograph is still to be taken.
    pub photo: bool,
}

/// The page.
pub(super) fn page(reader: &Reader, shown: &Shown<'_>) -> Response {
    let title = reader.say.text("screening-verdict");
    let body = html! { (shown.undo) (body(reader, shown)) };
    layout::page(reader, Tab::None, &title, &body)
}

fn body(reader: &Reader, shown: &Shown<'_>) -> Markup {
    let (say, decided, standing) = (&reader.say, shown.decided, shown.standing);
    let waits = decided.decision.verdict.allows() && !standing.is_open();
    html! {
        (banner(reader, decided))
        // The answers are one thing, skin that still heals another.
        @if waits { (notice(Notice::Info, &locks::headline(reader, standing, decided))) }
        (ways_on(reader, decided.decision.verdict))
        @if shown.photo && decided.decision.verdict.allows() { (first::card(reader)) }
        (found(reader, decided))
        (clearance::others(reader, decided, Back::Verdict))
        (meanwhile(reader, decided))
        (actions(&[link_button(Look::Quiet, Some(Icon::Edit), &say.text("screening-answers"), &reader.to(To::Answers))]))
        (who_decided(reader))
    }
}

/// The verdict with its first reason, as what the page is about.
pub(crate) fn banner(reader: &Reader, decided: &Decided) -> Markup {
    let (sentence, reason) = said(reader, decided);
    verdict_banner(decided.decision.verdict.kind(), &sentence, &reason)
}

/// The same on another page.
pub(crate) fn verdict_card(reader: &Reader, decided: &Decided) -> Markup {
    let (sentence, reason) = said(reader, decided);
    ui::verdict_card(decided.decision.verdict.kind(), &sentence, &reason)
}

fn said(reader: &Reader, decided: &Decided) -> (String, Markup) {
    let (protocol, decision) = (&reader.protocol, &decided.decision);
    let sentence = verdict::of_decision(protocol, decision);
    let reason = match (heard::forbids(reader, decided), decided.decision.worst_first().first()) {
        (Some(said), _) => said,
        (None, Some(worst)) => finding::because(protocol, &decided.person, worst).into_owned(),
        (None, None) => reader.say.text("screening-nothing-against"),
    };
    (sentence, html! { p { (reason) } })
}

/// What there is to do now: the plan, or a reminder of the day from which it may be.
fn ways_on(reader: &Reader, verdict: Verdict) -> Markup {
    let say = &reader.say;
    if verdict.allows() {
        let plan = say.text("screening-to-plan");
        return actions(&[link_button(
            Look::Primary,
            Some(Icon::Plan),
            &plan,
            &reader.to(To::Plan),
        )]);
    }
    let Some(until) = verdict.until() else { return html! {} };
    let remind = say.with("screening-remind", &[("day", say.date(until).into())]);
    html! {
        (actions(&[link_button(Look::Primary, Some(Icon::Remind), &remind, &reader.to(To::Reminder))]))
        p.quiet { (say.text("screening-remind-what")) }
    }
}

/// The findings, those of one verdict together, the worst first.
fn found(reader: &Reader, decided: &Decided) -> Markup {
    let all = decided.decision.worst_first();
    let worst = all.first().copied();
    html! {
        @for same in all.chunk_by(|one, next| one.verdict.kind() == next.verdict.kind()) {
            @if let Some(kind) = same.first().map(|first| first.verdict.kind()) {
                section.card.found {
                    h2 { (icon(verdict_icon(kind))) span { (reader.say.text(&format!("screening-found-{}", kind.word()))) } }
                    @for finding in same {
                        div.finding {
                            h3 { (title(reader, finding)) }
                            (why(reader, decided, finding, Some(*finding) == worst, Back::Verdict))
                        }
                    }
                }
            }
        }
    }
}

/// A reason as a card of its own.
pub(crate) fn reason(
    reader: &Reader,
    decided: &Decided,
    finding: &Finding,
    told: bool,
    back: Back,
) -> Markup {
    card(&title(reader, finding), &why(reader, decided, finding, told, back))
}

/// What a finding is about; what is not known is a question.
fn title(reader: &Reader, finding: &Finding) -> String {
    let texts = reader.protocol.texts();
    match finding.unknown {
        true => asked(reader, finding),
        false => texts.say(&rule_key(reader, finding)).into_owned(),
    }
}

fn rule_key(reader: &Reader, finding: &Finding) -> String {
    let rule = finding.rule(&reader.protocol);
    format!("rule-{}", rule.map_or("", |rule| rule.id.as_str()))
}

/// What was answered, why it matters unless the banner `told` so just above, what a clinician said of it, who says so,
/// what would change it.
fn why(reader: &Reader, decided: &Decided, finding: &Finding, told: bool, back: Back) -> Markup {
    let (say, protocol) = (&reader.say, &reader.protocol);
    let (person, key) = (&decided.person, rule_key(reader, finding));
    let answered = [("answer", answered(reader, decided, finding).into())];
    let told = told && heard::forbids(reader, decided).is_none();
    let change = finding::change(protocol, person, finding).into_owned();
    let until = finding.verdict.until();
    html! {
        @if let Some(until) = until {
            p.until { (say.with("screening-until", &[("day", say.date(until).into())])) }
        }
        p.quiet { (say.with("screening-answered", &answered)) }
        @if !told { p { (finding::because(protocol, person, finding)) } }
        (heard::beside(reader, decided, finding, back))
        div {
            @if let Some(rule) = finding.rule(protocol) { (sources::of(reader, &key, &rule.evidence)) }
            (disclosure(&say.text("screening-change"), &html! {
                p { (change) }
                p { a href=(address(reader, finding)) { (say.text("screening-change-answer")) } }
            }, false))
        }
    }
}

/// The question a finding read.
fn asked(reader: &Reader, finding: &Finding) -> String {
    let id = match finding.read {
        Read::Born => "born",
        Read::NeedleLength => "needle-length",
        Read::Areas => "areas",
        Read::SkinType => "skin-type",
        Read::Answer(_) => finding.question(&reader.protocol).map_or("", |question| &question.id),
    };
    reader.protocol.texts().say(&format!("question-{id}")).into_owned()
}

fn answered(reader: &Reader, decided: &Decided, finding: &Finding) -> String {
    let (say, texts) = (&reader.say, reader.protocol.texts());
    let unknown = || say.text("dont-know");
    match (finding.read, finding.question(&reader.protocol)) {
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
fn address(reader: &Reader, finding: &Finding) -> String {
    match (finding.read, finding.question(&reader.protocol)) {
        (Read::Answer(_), Some(question)) => {
            reader.to(To::Step(&question.id)).at(&format!("line-{}", question.id))
        }
        (Read::NeedleLength, _) => reader.to(To::Step(steps::DEVICE)).into(),
        (Read::Areas, _) => reader.to(To::Step(steps::GOALS)).into(),
        _ => reader.to(To::Step(steps::ABOUT)).into(),
    }
}

/// What else might help, each with its own caveat.
fn meanwhile(reader: &Reader, decided: &Decided) -> Markup {
    let offers = offered(&reader.protocol, &decided.person, &decided.decision);
    if offers.is_empty() {
        return html! {};
    }
    let title = reader.say.text("screening-meanwhile");
    card(&title, &html! { @for offer in &offers { (other(reader, offer)) } })
}

fn other(reader: &Reader, offer: &Alternative<'_>) -> Markup {
    let key = format!("alternative-{}", offer.id);
    let body = html! {
        p { (offer.because) }
        p { (offer.caveat) }
        @if let Some(evidence) = offer.evidence { (sources::of(reader, &key, evidence)) }
    };
    disclosure(&offer.title, &body, false)
}

/// Which protocol decided, for whoever wants to check.
pub(crate) fn who_decided(reader: &Reader) -> Markup {
    let protocol = &reader.protocol;
    let known = [("name", protocol.name().into()), ("version", protocol.version().into())];
    html! { p.quiet { small { (reader.say.with("screening-decided-by", &known)) } } }
}
