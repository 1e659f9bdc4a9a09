//! What the page promises: what is wrong with a file stands beside it, and nothing that was typed comes back.

use store::Unbrought;
use store::backup::Fault;
use store::port::Refusal;

use super::samples::WRONG;
use super::wrong;
use crate::samples::asked::shown;
use crate::samples::lives::life;

#[tokio::test]
async fn what_is_wrong_with_a_file_is_said_beside_it() {
    let life = life("years").await;
    let opened = shown(life, "Bring", "as it is opened").await;
    for key in WRONG {
        shown(life, "Bring", key).await.is(422).says(key);
        opened.is_silent_on(key);
    }
}

#[test]
fn every_fault_of_a_file_has_a_sentence_that_the_page_shows() {
    let text = String::new;
    let faults: [Unbrought; 9] = [
        Refusal::Here.into(),
        Refusal::NotOurs { why: "no zip" }.into(),
        Refusal::Newer { version: 9 }.into(),
        Refusal::TooMuch { what: "files" }.into(),
        Refusal::Damaged { what: text() }.into(),
        Refusal::Gaps { missing: 2 }.into(),
        Fault::Locked.into(),
        Fault::NeedsKey { key_id: text() }.into(),
        Fault::Differs { what: text() }.into(),
    ];
    for fault in faults {
        let said = wrong(fault).unwrap();
        assert!(WRONG.contains(&said), "{said}");
    }
}
