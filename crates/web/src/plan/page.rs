//! The plan's page, from the next session down to what the evidence says.

use axum::response::Response;
use chart::plan::Outlook;
use maud::{Markup, html};
use text::tell::verdict;

use super::context::Page;
use super::{before, calendar, choose, events, evidence, how, list, moving, next};
use crate::layout::{Tab, page};
use crate::photos::first as first_photo;
use crate::screening::verdict::who_decided;
use crate::to::To;
use crate::ui::{Icon, card, empty, page_header, two_columns, undo, verdict_banner};

impl Page<'_> {
    /// The whole page.
    pub(super) fn shown(&self) -> Response {
        let (reader, say) = (self.reader, &self.reader.say);
        let title = say.text("plan-title");
        let tried = (self.asked.first, self.asked.rhythm);
        let body = match Outlook::trying(&reader.protocol, self.chart, &reader.now, tried) {
            Some(outlook) => self.body(&outlook),
            None => {
                let (word, why) = (say.text("plan-questions-go"), say.text("plan-questions-why"));
                let screening = reader.to(To::Screening);
                let go = Some((word.as_str(), &*screening));
                html! { h1.hidden { (title) } (empty(Icon::Plan, &say.text("plan-questions"), &why, go)) }
            }
        };
        page(reader, Tab::Plan, &self.asked.form.titled(say, &title), &body)
    }

    fn body(&self, outlook: &Outlook<'_>) -> Markup {
        let (reader, refused) = (self.reader, outlook.is_refused());
        let first = html! {
            (self.undo())
            @if refused { (self.refusal(outlook)) }
            @else if outlook.begun.is_none() && outlook.next().is_some() { (self.beginning(outlook)) }
            @else { (self.going_on(outlook)) }
            @if self.photo && !refused { (first_photo::card(reader)) }
            @if !refused { (events::all(reader, outlook, self.asked)) }
            (choose::change(self, outlook))
        };
        let second = html! {
            // Whoever may not be needled need not prepare or buy anything for it.
            @if !refused {
                (before::preparation(reader, outlook))
                (before::shopping(reader, outlook))
            }
            (how::how(reader, outlook))
            (self.rolling)
            (how::device(reader, outlook))
            (evidence::rhythm(reader, outlook))
            (evidence::goals(reader, outlook))
        };
        html! {
            // The verdict's banner is the heading where there is one.
            @if !refused { (page_header(&reader.say.text("plan-title"), None, None)) }
            (two_columns(&first, &second))
            (who_decided(reader))
        }
    }

    /// Before it begins one form holds the first day and an event: asking about one loses nothing of the other.
    fn beginning(&self, outlook: &Outlook<'_>) -> Markup {
        html! {
            form method="post" action=(self.reader.to(To::PlanBegin)) {
                (choose::begin(self, outlook))
                (self.sessions(outlook))
                (how::keep_free(self.reader, outlook))
                (events::new(self.reader, outlook, self.asked))
            }
        }
    }

    fn going_on(&self, outlook: &Outlook<'_>) -> Markup {
        html! {
            (moving::asked(self, outlook))
            (next::next(self, outlook))
            (self.sessions(outlook))
            (how::keep_free(self.reader, outlook))
            form method="post" action=(self.reader.to(To::Kept)) { (events::new(self.reader, outlook, self.asked)) }
        }
    }

    /// What was just done can be taken back.
    fn undo(&self) -> Markup {
        let (say, undone) = (&self.reader.say, self.undone);
        html! {
            @if let Some(id) = undone.skipped {
                (undo(&say.text("plan-skipped-now"), &self.reader.to(To::SessionBack(id)), &say.text("plan-back")))
            }
            @if let Some(gone) = &undone.removed { (events::bring_back(self.reader, gone)) }
        }
    }

    /// The answers speak against it: the sentence, and where its reasons are.
    fn refusal(&self, outlook: &Outlook<'_>) -> Markup {
        let (reader, decision) = (self.reader, &outlook.decided.decision);
        let sentence = verdict::of_decision(&reader.protocol, decision);
        let reason = html! {
            p { (reader.say.text("plan-refused")) }
            p { a href=(reader.to(To::Verdict)) { (reader.say.text("plan-refused-go")) } }
        };
        verdict_banner(decision.verdict.kind(), &sentence, &reason)
    }

    /// The calendar and the list of sessions.
    fn sessions(&self, outlook: &Outlook<'_>) -> Markup {
        let say = &self.reader.say;
        let counted = [("n", outlook.done().len().into()), ("of", outlook.total().into())];
        let body = html! {
            @if !outlook.done().is_empty() { p { (say.with("plan-done", &counted)) } }
            @if outlook.begun.is_some() && outlook.next().is_some() {
                p.hint.no-print { (say.text("plan-move-tap")) }
            }
            (calendar::months(self.reader, outlook))
            (list::list(self, outlook))
        };
        card(&say.text("plan-sessions"), &body)
    }
}
