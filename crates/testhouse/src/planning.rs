//! A programme begun and lived through at the browser.

use jiff::SignedDuration;
use store::records::{Done, KeptDay, Programme, Session};
use store::{Entry, PersonId, ProgrammeId};
use teststore::plain::{check_in, done, keep};

use crate::Home;

impl Home {
    /// Answers everything harmlessly and begins a programme on a day at 19:00.
    pub async fn begins(&self, first: &str) {
        self.answers(&[]).await;
        self.begins_on(first).await;
    }
    /// Begins a programme on a day at 19:00.
    pub async fn begins_on(&self, first: &str) {
        let id = ProgrammeId::new(self.now()).to_string();
        let fields =
            [("id", id.as_str()), ("first", first), ("minute", "1140"), ("rhythm", "daily")];
        let answer = self.posts("/plan/begin", &fields).await;
        assert_eq!(answer.redirect().as_deref(), Some("/plan"), "{}", answer.text());
    }
    /// A day passes; the browser is let in again.
    pub async fn next_day(&mut self) {
        self.later(24).await;
    }
    /// Hours pass; the browser is let in again.
    pub async fn later(&mut self, hours: i64) {
        self.waits(SignedDuration::from_hours(hours));
        self.enters().await;
    }
    /// A check-in without any sign after the last session.
    pub async fn is_calm(&self) {
        let sessions: Vec<Entry<Session>> =
            self.app.store().list(self.person().await).await.unwrap();
        let calm = check_in(sessions.last().unwrap().id, self.now());
        keep(self.app.store(), self.person().await, self.now(), &calm).await;
    }
    /// The kept days on record.
    pub async fn kept(&self) -> Vec<Entry<KeptDay>> {
        self.app.store().list(self.person().await).await.unwrap()
    }
    /// The one person.
    pub async fn person(&self) -> PersonId {
        self.app.store().people().await.unwrap()[0]
    }
    /// The programmes on record.
    pub async fn programmes(&self) -> Vec<Entry<Programme>> {
        self.app.store().list(self.person().await).await.unwrap()
    }
    /// A session recorded just now.
    pub async fn rolls(&self) {
        let programme =
            self.programmes().await.into_iter().rev().find(|one| one.record.ended.is_none());
        let profile = self.profile().await;
        let done = Done {
            zone: profile.zone,
            setting: profile.setting,
            areas: profile.areas,
            skin_type: profile.skin_type,
            length_mm: 0.25,
            device: profile.device,
            programme: programme.map(|entry| entry.id),
            ..done(self.now())
        };
        let person = self.person().await;
        keep(self.app.store(), person, self.now(), &Session::Done(done)).await;
    }
}
