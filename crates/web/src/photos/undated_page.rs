//! What is asked of a photograph of which it is not known when it was taken. Until somebody says so it is shown, and held
//! against no other: a wrong day would make healing of what is none.

use maud::{Markup, html};
use store::Entry;
use store::records::{DateDoubt, Photo, Undated};

use crate::form::Form;
use crate::frame::Reader;
use crate::to::To;
use crate::ui::{self, Field, Input, Look, Notice, field};

/// Why it is not known, and when it was.
pub(super) fn ask(reader: &Reader, photo: &Entry<Photo>, undated: &Undated, edit: &Form) -> Markup {
    let say = &reader.say;
    let (label, hint) = (say.text("photos-undated-when"), say.text("photos-undated-hint"));
    let problem = edit.told(say, "taken");
    let hidden = [
        ("version", photo.version.to_string()),
        ("view", edit.text("view").to_owned()),
        ("note", edit.text("note").to_owned()),
    ];
    html! {
        (ui::notice(Notice::Info, &why(reader, undated)))
        form method="post" action=(reader.to(To::Photo(photo.id))) {
            @for (name, value) in &hidden { (ui::hidden(name, value)) }
            (field(&Field { name: "taken", label: &label, hint: Some(&hint), value: edit.text("taken"),
                problem: problem.as_deref(), required: false, input: Input::DateTime }))
            (ui::button(Look::Primary, None, &say.text("save")))
            (ui::button_as(Look::Secondary, None, &say.text("photos-undated-now"), "when", "now"))
        }
    }
}

/// What the file says, and why that is not believed.
fn why(reader: &Reader, undated: &Undated) -> String {
    let say = &reader.say;
    let word = match undated.why {
        DateDoubt::Unsaid => "unsaid",
        DateDoubt::BeforeBirth => "before-birth",
        DateDoubt::LongAgo => "long-ago",
        DateDoubt::Ahead => "ahead",
    };
    let date = undated.said.map(|said| say.date(said.date())).unwrap_or_default();
    say.with(&format!("photos-undated-{word}"), &[("date", date.into())])
}
