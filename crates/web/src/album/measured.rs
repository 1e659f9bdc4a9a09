//! What is shown of a measurement wherever it stands: the change beside its noise, what its moment forbids to be read into
//! it, why not, and who says so.

use care::judging::Moment;
use maud::{Markup, html};
use text::show::photo::Reason;

use crate::frame::Reader;
use crate::say::Say;
use crate::sources;
use crate::ui::chart::{NoiseWords, noise};

/// The change beside the noise as a small picture, with the two numbers in words; nothing if it can't be compared.
pub(crate) fn against_noise(say: &Say, said: &photo::Comparison) -> Markup {
    let Some((change, smallest)) = said.delta_ei.zip(said.sdc).filter(|_| said.comparable) else {
        return html! {};
    };
    let text = |key: &str| say.text(&format!("photos-noise-{key}"));
    let written = say.signed(change, 3);
    let (low, high) = (say.signed(-smallest, 3), say.signed(smallest, 3));
    let reach = [("change", written.clone().into()), ("low", low.into()), ("high", high.into())];
    let put = [("change", written.clone().into()), ("smallest", say.fixed(smallest, 3).into())];
    let words = NoiseWords {
        title: text("title"),
        desc: say.with("photos-noise-desc", &reach),
        less: text("less"),
        more: text("more"),
        noise: text("band"),
    };
    html! {
        figure class="against-noise" {
            (noise(change, smallest, &written, &words))
            figcaption class="hint" { (say.with("photos-noise-says", &put)) }
        }
    }
}

/// What measuring in photographs rests on: the index, and how small a difference of colour a phone could tell.
const SOURCES: [&str; 2] = ["yamamoto-2008", "hashimoto-2024"];

/// Who says so, and what we only infer.
pub(crate) fn who(reader: &Reader) -> Markup {
    let sources = SOURCES.map(str::to_owned);
    let doubts = [reader.say.text("photos-measured-doubt")];
    sources::who(reader, &sources, &doubts)
}

/// What the moment forbids to be read into a number.
pub(crate) fn held_back(say: &Say, moment: Moment) -> Option<String> {
    match moment {
        Moment::Healing { day, .. } => {
            Some(say.with("photos-measured-healing", &[("day", day.into())]))
        }
        Moment::TooEarly { until } => {
            Some(say.with("photos-measured-early", &[("date", say.date(until).into())]))
        }
        Moment::Unknown => Some(say.text("results-unknown")),
        Moment::Untreated => Some(say.text("photos-measured-untreated")),
        Moment::Fair => None,
    }
}

/// Why two sittings can't be compared, and what to do.
pub(crate) fn why_not(say: &Say, reason: &Reason) -> Markup {
    html! {
        div class="why-not" {
            p { (reason.what) " " (reason.because) }
            p { strong { (say.text("photos-measured-next")) } " " (reason.change) }
        }
    }
}
