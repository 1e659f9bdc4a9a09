//! Why this rhythm, what the evidence says for each goal, and from when results can be judged.

use care::protocol::rows::GoalRow;
use care::words::{Strength, Word as _};
use chart::plan::Outlook;
use maud::{Markup, html};
use text::tell::sources::published;

use crate::frame::Reader;
use crate::sources;
use crate::to::To;
use crate::ui::{Icon, Look, actions, disclosure, fold, link_button};

/// How often, and why.
pub(super) fn rhythm(reader: &Reader, outlook: &Outlook<'_>) -> Markup {
    let (say, texts) = (&reader.say, reader.protocol.texts());
    let Some(row) = outlook.plan.rhythm else { return html! {} };
    let key = format!("rhythm-{}", row.id);
    let range = published(say, &row.evidence);
    let body = html! {
        p { (texts.say(&format!("{key}.because"))) }
        @if let Some(range) = range { p.quiet { (range) } }
        @for line in text::tell::programme::between(&reader.protocol, &outlook.plan) { p { (line) } }
        (sources::of(reader, &key, &row.evidence))
    };
    fold(&say.text("plan-rhythm"), &texts.say(&key), &body, false)
}

/// What has been published for each goal, strong or weak, and when it is too early to judge.
pub(super) fn goals(reader: &Reader, outlook: &Outlook<'_>) -> Markup {
    let (say, texts) = (&reader.say, reader.protocol.texts());
    let body = html! {
        @for row in &outlook.plan.goals {
            @let key = format!("goal-{}", row.id.word());
            @let strength = strength(reader, outlook, row.strength);
            div {
                h3 { (texts.say(&key)) }
                (disclosure(&strength, &html! {
                    p { (texts.say(&format!("{key}.evidence"))) }
                    (sources::of(reader, &key, &row.evidence))
                }, false))
            }
        }
        (judge(reader, outlook))
    };
    let one = |row: &&GoalRow| {
        let goal = texts.text(&format!("goal-{}", row.id.word()));
        let words =
            [("goal", goal.into()), ("strength", strength(reader, outlook, row.strength).into())];
        say.with("plan-evidence-gist", &words)
    };
    let gist: Vec<String> = outlook.plan.goals.iter().map(one).collect();
    fold(&say.text("plan-evidence"), &gist.join(" "), &body, false)
}

/// How strong, and for what: what was tried in a clinic with longer needles says little of a roller at home.
fn strength(reader: &Reader, outlook: &Outlook<'_>, strength: Strength) -> String {
    let setting = outlook.decided.person.setting;
    let key = format!("plan-strength-{}-{}", strength.word(), setting.word());
    reader.say.text(&key)
}

fn judge(reader: &Reader, outlook: &Outlook<'_>) -> Markup {
    let (say, texts) = (&reader.say, reader.protocol.texts());
    let Some(judge) = &outlook.standing.judge else { return html! {} };
    let words = [("from", say.date(judge.from).into()), ("by", say.date(judge.by).into())];
    let from = [("day", say.date(judge.from).into())];
    let key = if reader.now.date() < judge.from { "plan-too-early" } else { "plan-judge-now" };
    html! {
        h3 { (say.with(key, &from)) }
        p { (texts.say_with("judge", &words)) }
        (sources::of(reader, "judge", &reader.protocol.judge().evidence))
        (actions(&[link_button(Look::Quiet, Some(Icon::Ruler), &say.text("results-title"), &reader.to(To::Results))]))
    }
}
