//! What photographs and places are called on pages: their view, when they were taken, what they show.

use care::words::Word as _;
use chart::album::Album;
use chart::album::view::View;
use jiff::Zoned;
use store::records::{Photo, Region};

use crate::frame::Frame;
use crate::say::Say;

/// A view as a person says it. A record from elsewhere may hold one that is not in the list.
pub(crate) fn view_word(say: &Say, view: &str) -> String {
    match View::find(view) {
        Some(view) => say.text(&format!("photos-view-{}", view.word())),
        None => say.text("photos-view-other"),
    }
}

/// When a photograph was taken, where the person lives.
pub(crate) fn taken(frame: &Frame, photo: &Photo) -> Zoned {
    frame.say.zoned(photo.taken, &frame.now)
}

/// When a photograph was taken, seen from the sessions: "Day 12 after session 2", "Before the first session".
pub(crate) fn caption(say: &Say, album: &Album, photo: &Photo) -> String {
    if !photo.is_dated() {
        return say.text("photos-undated");
    }
    let Some((session, day)) = album.since(photo) else { return say.text("photos-before") };
    let key = if day == 0 { "photos-same-day" } else { "photos-since" };
    say.with(key, &[("day", day.into()), ("n", session.n.into())])
}

/// What a picture shows, for whoever can't see it.
pub(crate) fn alt(frame: &Frame, album: &Album, photo: &Photo) -> String {
    let view = view_word(&frame.say, &photo.view);
    if !photo.is_dated() {
        return frame.say.with("photos-alt-undated", &[("view", view.into())]);
    }
    let date = frame.say.date(taken(frame, photo).date());
    let since = caption(&frame.say, album, photo);
    let known = [("view", view.into()), ("date", date.into()), ("since", since.into())];
    frame.say.with("photos-alt", &known)
}

/// The person's own name for a place, or the view it is seen in.
pub(crate) fn name(say: &Say, album: &Album, region: &Region) -> String {
    if let Some(name) = &region.name {
        return name.clone();
    }
    match album.find(region.photo) {
        Some(photo) => {
            let view = view_word(say, &photo.record.view);
            say.with("region-name-view", &[("view", view.into())])
        }
        None => say.text("region-name"),
    }
}
