//! `GET /photos/new`: the list of shots with the camera over it, and files that are there already.
//!
//! Without scripts the same form takes one picture after the other from the phone's own camera, or files.

use axum::extract::RawQuery;
use axum::response::Response;
use care::words::Word;
use chart::album::Album;
use chart::album::view::View;
use maud::{Markup, html};
use store::{Id, PhotoId, SessionId};

use super::guide;
use crate::album::{taken, view_word};
use crate::asset::asset;
use crate::caller::Opened;
use crate::fields::Fields;
use crate::form::{Fault, Form, Wrong};
use crate::frame::Reader;
use crate::layout::{self, Tab};
use crate::problem::Problem;
use crate::say::Say;
use crate::to::{Href, To};
use crate::ui::{self, Icon, Look, Notice, ShotWanted};

/// A picture that could not be taken in.
pub(crate) struct Refused {
    /// What the person calls the file; empty if the camera took it.
    pub file: String,
    /// Why, in the word of the texts.
    pub id: &'static str,
}

#[cfg(test)]
impl Refused {
    /// Why a picture is refused beyond what is wrong with its file: no picture, no view, one that is on record, and more than
    /// can be read together.
    pub(crate) const OWN: [&'static str; 4] = ["none", "view", "twice", "together"];
}

/// What the page asks for.
struct Taking {
    /// The id of the form.
    form: PhotoId,
    /// The session the pictures are for, if one was named.
    session: Option<SessionId>,
    shots: Vec<ShotWanted>,
    chosen: Option<View>,
    /// Whether photographs in raking light are among them.
    raking: bool,
}

/// `GET /photos/new`
pub(crate) async fn new(opened: Opened, RawQuery(query): RawQuery) -> Result<Response, Problem> {
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let album = opened.album_left().await?;
    let kept = asked.parsed::<u8>("kept").ok().flatten().unwrap_or_default();
    Ok(page(&opened, &album, &Form::new(asked), kept.into()))
}

/// Where a form leads once everything in it was kept: to the next shot, or to all photographs.
pub(super) fn again(reader: &Reader, sent: &Fields, kept: usize) -> Href {
    if sent.text("then") == Some("grid") {
        return reader.to(To::Photos);
    }
    let session = sent.parsed::<SessionId>("session").ok().flatten();
    let new = reader.to(To::PhotosNew).ask("kept", kept);
    session.map_or(new.clone(), |id| new.ask("session", id))
}

/// Answered with 422 once a picture was refused.
pub(super) fn page(reader: &Reader, album: &Album, form: &Form, kept: usize) -> Response {
    let say = &reader.say;
    let taking = Taking::of(reader, album, form.fields());
    let title = say.text("photos-new-title");
    let body = html! {
        (ui::page_header(&title, Some((&reader.to(To::Photos), &say.text("photos-title"))), None))
        @for wrong in form.all_told(say) { (ui::notice(Notice::Problem, &wrong)) }
        @if kept > 0 { (ui::notice(Notice::Done, &taking.kept_sentence(say, kept))) }
        (ui::points(Icon::Done, &["light", "place", "bare", "three"].map(|tip| say.text(&format!("photos-tip-{tip}")))))
        @if taking.raking { (raking(say)) }
        (ui::camera(&reader.to(To::Photos), |name| reader.house(asset(name)).into(), &taking.shots, &guide::words(say), &taking.hidden()))
        (files(reader, &taking))
        @if kept > 0 || taking.next().is_none() {
            (ui::link_button(Look::Secondary, None, &say.text("photos-finish"), &reader.to(To::Photos)))
        }
        p class="quiet" { (say.text("photos-stay")) }
    };
    let title = form.titled(say, &title);
    let scripts = ["camera.js", "heic.js"];
    form.answer(layout::page_with(reader, Tab::Photos, &title, &body, &scripts))
}

impl Taking {
    fn of(reader: &Reader, album: &Album, asked: &Fields) -> Self {
        let views = View::wanted(&album.chart.profile().goals);
        let mut shots: Vec<ShotWanted> =
            views.iter().map(|view| shot(reader, album, *view)).collect();
        let chosen = asked.word::<View>("shot").ok().flatten();
        let next = shots.iter().position(|shot| !shot.done).unwrap_or_default();
        let checked = views.iter().position(|view| Some(*view) == chosen).unwrap_or(next);
        shots.iter_mut().enumerate().for_each(|(place, shot)| shot.checked = place == checked);
        Self {
            form: asked.parsed("id").ok().flatten().unwrap_or_else(|| Id::new(reader.at())),
            session: asked.parsed("session").ok().flatten(),
            shots,
            chosen,
            raking: views.iter().any(|view| view.is_raking()),
        }
    }
    /// The first shot that is still wanted today.
    fn next(&self) -> Option<&ShotWanted> {
        self.shots.iter().find(|shot| !shot.done)
    }
    fn hidden(&self) -> Markup {
        html! {
            (ui::hidden("id", &self.form.to_string()))
            @if let Some(session) = self.session { (ui::hidden("session", &session.to_string())) }
        }
    }
    fn kept_sentence(&self, say: &Say, kept: usize) -> String {
        match self.next() {
            Some(shot) => {
                let shot = shot.word.as_str().into();
                say.with("photos-kept-next", &[("n", kept.into()), ("shot", shot)])
            }
            None => say.with("photos-kept-all", &[("n", kept.into())]),
        }
    }
}

/// One of a view today is enough to go on, though more are asked for; the first of its kind ever shows through the live
/// picture.
fn shot(reader: &Reader, album: &Album, view: View) -> ShotWanted {
    let all = album.of_view(view.word());
    let today = reader.now.date();
    let taken = all.iter().filter(|photo| taken(reader, &photo.record).date() == today).count();
    let first = all.first();
    ShotWanted {
        id: view.word().into(),
        word: view_word(&reader.say, view.word()),
        ghost: first.map(|photo| reader.to(To::Picture(photo.id)).into()),
        camera: first.and_then(|photo| photo.record.camera.as_ref()?.model.clone()),
        taken,
        done: taken > 0,
        checked: false,
    }
}

impl Refused {
    /// What is wrong with the picture, why, and what to do, with the file's name where there is one; `most` is how many
    /// megabytes a photograph may have.
    pub(super) fn fault(&self, say: &Say, most: u32) -> Fault {
        let part = |part: &str| {
            say.with(&format!("photo-refused-{}-{part}", self.id), &[("most", most.into())])
        };
        let whole = format!("{} {} {}", part("what"), part("why"), part("next"));
        let file = ("file", self.file.as_str().into());
        let sentence = match self.file.is_empty() {
            true => whole,
            false => say.with("photos-refused-file", &[file, ("sentence", whole.into())]),
        };
        Wrong::said(sentence).at("picture")
    }
}

/// How the lamp is held for photographs in raking light, and what they are good for.
fn raking(say: &Say) -> Markup {
    let points = ["why", "dark", "lamp", "pair", "same"]
        .map(|tip| say.text(&format!("photos-raking-{tip}")));
    ui::disclosure(&say.text("photos-raking-title"), &ui::points(Icon::Done, &points), false)
}

/// Pictures that were taken before, several of one view at once.
fn files(reader: &Reader, taking: &Taking) -> Markup {
    let say = &reader.say;
    let options: Vec<(String, String)> =
        taking.shots.iter().map(|shot| (shot.id.clone(), shot.word.clone())).collect();
    let chosen = taking.chosen.map_or("", View::word);
    let form = html! {
        form method="post" action=(reader.to(To::Photos)) enctype="multipart/form-data" data-heic=(reader.house(asset("exif.js"))) {
            (taking.hidden())
            (ui::hidden("then", "grid"))
            (ui::select("shot", &say.text("photos-files-view"), &options, chosen))
            div class="field" {
                label for="pictures" { (say.text("photos-files")) }
                p class="hint" id="pictures-hint" { (say.text("photos-files-hint")) }
                input type="file" id="pictures" name="picture" accept="image/*" multiple required
                    aria-describedby="pictures-hint";
            }
            (ui::button(Look::Secondary, Some(Icon::Upload), &say.text("photos-files-send")))
        }
    };
    ui::disclosure(&say.text("photos-files-title"), &form, false)
}
