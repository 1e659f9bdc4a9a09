//! Samples of the door: somebody is asked for a passphrase, and typed a wrong one.

use super::entry::ask;
use crate::form::Form;
use crate::samples::{Life, Sample};

pub(crate) fn samples(_: &Life) -> Vec<Sample<'_>> {
    let mut wrong = Form::default();
    wrong.refuse("passphrase", "enter-wrong");
    vec![
        Sample::of_nobody("Enter", "as it is opened", |frame| ask(frame, &Form::default())),
        Sample::of_nobody("Enter", "a wrong passphrase", move |frame| ask(frame, &wrong)),
    ]
}

#[cfg(test)]
mod tests {
    use crate::samples::asked::shown;
    use crate::samples::lives::life;

    #[tokio::test]
    async fn a_wrong_passphrase_is_said_beside_its_field_and_never_sent_back() {
        let asked = shown(life("years").await, "Enter", "as it is opened").await;
        asked.is(200).says("enter-passphrase").is_silent_on("enter-wrong").misses("aria-invalid");
        let wrong = shown(life("years").await, "Enter", "a wrong passphrase").await;
        wrong.is(422).says("enter-wrong").sees("aria-describedby=\"passphrase-problem\"");
        for page in [&asked, &wrong] {
            page.sees("type=\"password\"").sees("autocomplete=\"current-password\"");
            page.misses("Ana").misses("class=\"tabs\"");
        }
    }
}
