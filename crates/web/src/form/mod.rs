//! A form that was sent: what was typed, and what is wrong with it.
//!
//! A handler takes a [`Form`] and reads its fields with the readers of [`read`] and [`day`]; each either gives its value or
//! notes a [`Fault`] by the field it belongs to, so that every fault is found at once. A page shows the same form again
//! with what was typed and each fault beside its field, and goes out by [`Form::answer`], the one place that says 422.
//! What a value means, and whether it is wise, is decided elsewhere: in `chart` and `care`.

pub(crate) mod day;
mod fault;
pub(crate) mod read;
pub(crate) mod show;
#[cfg(test)]
mod tests;

use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum::response::Response;
use jiff::Timestamp;
use store::Id;

use crate::fields::Fields;
use crate::say::Say;

pub(crate) use fault::{Fault, Value, Wrong};

/// What was typed, and what is wrong with it; an empty one is a form that nobody has filled in yet.
#[derive(Clone, Debug, Default)]
pub(crate) struct Form {
    fields: Fields,
    faults: Vec<Fault>,
}

impl Form {
    /// A form as it was sent, or filled with what is kept.
    pub(crate) fn new(fields: Fields) -> Self {
        Self { fields, faults: Vec::new() }
    }
    /// What stands in it.
    pub(crate) fn fields(&self) -> &Fields {
        &self.fields
    }
    /// What stands in a field, as it was typed; empty if nothing does.
    pub(crate) fn text(&self, field: &str) -> &str {
        self.fields.text(field).unwrap_or_default()
    }
    /// What stands in a field, or what it starts with if it was never sent.
    pub(crate) fn or<'f>(&'f self, field: &str, start: &'f str) -> &'f str {
        if self.fields.has(field) { self.text(field) } else { start }
    }
    /// The id that came with the form, or a new one: the same form twice keeps one record.
    pub(crate) fn id<K>(&self, now: Timestamp) -> Id<K> {
        self.id_of("id", now)
    }
    /// The same where the field has another name.
    pub(crate) fn id_of<K>(&self, field: &str, now: Timestamp) -> Id<K> {
        self.fields.parsed(field).ok().flatten().unwrap_or_else(|| Id::new(now))
    }

    /// Whether what the form was drawn upon was changed since, in another window or by somebody else, which is noted. Shown
    /// again, it is drawn upon what is there now, so who sends it once more knows what they replace. Asked only where something
    /// else would be kept: whoever sends the same twice has overtaken nobody.
    pub(crate) fn is_overtaken(&mut self, upon: &str) -> bool {
        let overtaken = self.fields.text(show::UPON).is_some_and(|drawn| drawn != upon);
        if overtaken {
            self.refuse(show::UPON, "typed-overtaken");
        }
        overtaken
    }

    /// Reads a field; `None` if it can't be, which is noted.
    pub(crate) fn read<T>(
        &mut self,
        field: &str,
        reader: impl FnOnce(&Fields, &str) -> Result<T, Wrong>,
    ) -> Option<T> {
        let read = reader(&self.fields, field);
        self.take(field, read)
    }
    /// What was read already; `None` if it could not be, which is noted.
    pub(crate) fn take<T>(&mut self, field: &str, read: Result<T, Wrong>) -> Option<T> {
        read.map_err(|wrong| self.refuse(field, wrong)).ok()
    }
    /// Notes what is wrong with a field.
    pub(crate) fn refuse(&mut self, field: &str, wrong: impl Into<Wrong>) {
        self.faults.push(wrong.into().at(field));
    }
    /// Adds what is known and was not sent, to be shown with the rest.
    pub(crate) fn add(&mut self, known: impl IntoIterator<Item = (String, String)>) {
        self.fields.add(known);
    }
    /// Whether something is wrong with it.
    pub(crate) fn is_refused(&self) -> bool {
        !self.faults.is_empty()
    }
    /// Notes what somebody else found wrong.
    pub(crate) fn note(&mut self, faults: impl IntoIterator<Item = Fault>) {
        self.faults.extend(faults);
    }
    /// Forgets what was found wrong, to be read anew.
    pub(crate) fn forget_faults(&mut self) {
        self.faults.clear();
    }
    /// The fields that something is wrong with.
    pub(crate) fn wrong_fields(&self) -> impl Iterator<Item = &str> {
        self.faults.iter().map(|fault| fault.field.as_str())
    }
    /// What is wrong with a field, in words; the first of several.
    pub(crate) fn told(&self, say: &Say, field: &str) -> Option<String> {
        let fault = self.faults.iter().find(|fault| fault.field == field)?;
        Some(fault.wrong.told(say))
    }

    /// Whether something is wrong with it for this reason, by its text.
    pub(crate) fn told_by(&self, text: &str) -> bool {
        self.faults.iter().any(|fault| fault.wrong.is(text))
    }

    /// Everything that is wrong with it, in words.
    pub(crate) fn all_told(&self, say: &Say) -> Vec<String> {
        self.faults.iter().map(|fault| fault.wrong.told(say)).collect()
    }

    /// The title of the page that shows the form: the tab of the browser, which is read out first, says at once that
    /// something is wrong.
    pub(crate) fn titled(&self, say: &Say, title: &str) -> String {
        match self.is_refused() {
            true => say.with("title-wrong", &[("title", title.into())]),
            false => title.to_owned(),
        }
    }

    /// The page that shows the form: answered with 422 once something is wrong with it.
    pub(crate) fn answer(&self, mut page: Response) -> Response {
        if self.is_refused() {
            *page.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
        }
        page
    }
}

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        Fields::from_request(request, state).await.map(Self::new)
    }
}
