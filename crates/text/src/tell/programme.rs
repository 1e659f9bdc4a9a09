//! Sentences of a programme that commands and pages share: the passes, how hard, which device, how often used.
//!
//! What they say is decided in [`care::programme`]; the words are texts of the protocol.

use care::programme::{self, Named, Programme, Uses};
use care::protocol::rows;
use care::words::{ProductClass, Setting};
use words::Worded;

/// Why there are no more passes, and what is not known of the roller; nothing where nothing holds them back.
pub fn passes(protocol: &Worded, plan: &Programme<'_>) -> Vec<String> {
    let (texts, cap) = (protocol.texts(), protocol.dose().density_cap_per_cm2);
    let Some(held) = plan.held else { return Vec::new() };
    let needles = ("needles", f64::from(held.needles).into());
    if held.most == 0 {
        return vec![texts.say_with("dose.too-dense", &[("cap", cap.into())]).into_owned()];
    }
    let mut said = Vec::new();
    if held.most <= plan.passes.1 {
        let words = [needles.clone(), ("most", f64::from(held.most).into()), ("cap", cap.into())];
        said.push(texts.say_with("dose.held", &words).into_owned());
    }
    if !held.needles_known && plan.named.is_none() {
        said.push(texts.say_with("dose.needles", &[needles]).into_owned());
    }
    said
}

/// How hard, and when it is enough.
pub fn technique(protocol: &Worded, row: &rows::Technique) -> [String; 2] {
    let key = format!("technique-{}", row.id);
    [key.clone(), format!("{key}.end")].map(|key| protocol.texts().say(&key).into_owned())
}

/// The device that a plan counts on where there is none.
pub fn named(protocol: &Worded, setting: Setting, named: Named) -> String {
    let length = ("length", named.length.mm().into());
    let needles = ("needles", f64::from(named.needles.unwrap_or_default()).into());
    let texts = protocol.texts();
    match setting {
        Setting::Home => texts.say_with("device-named-home", &[length, needles]).into_owned(),
        Setting::Clinic => texts.say_with("device-named-clinic", &[length]).into_owned(),
    }
}

/// How often a plan uses a roller.
pub fn uses(protocol: &Worded, uses: Uses) -> String {
    let words = [
        ("sessions", f64::from(uses.sessions).into()),
        ("low", f64::from(uses.each[0]).into()),
        ("high", f64::from(uses.each[1]).into()),
        ("rollers", f64::from(uses.rollers).into()),
    ];
    protocol.texts().say_with("roller-care-retire.uses", &words).into_owned()
}

/// What may be used between two sessions and when, and what never; nothing where the rhythm leaves time for everything.
pub fn between(protocol: &Worded, plan: &Programme<'_>) -> Vec<String> {
    let Some(rhythm) = plan.rhythm.filter(|row| !row.not_with.is_empty()) else {
        return Vec::new();
    };
    let texts = protocol.texts();
    let name = |class: ProductClass| texts.say(&format!("product-class-{class}")).into_owned();
    let possible: Vec<String> = programme::between(protocol, plan)
        .iter()
        .map(|row| {
            let words =
                [("product", name(row.class).into()), ("wait", texts.wait(row.not_before).into())];
            texts.say_with("between-sessions.one", &words).into_owned()
        })
        .collect();
    let never: Vec<String> = rhythm.not_with.iter().map(|class| name(*class)).collect();
    let said =
        |key: &str, list: &[String]| texts.with(key, &[("products", texts.list(list).into())]);
    let possible = Some(possible).filter(|list| !list.is_empty());
    let possible = possible.map(|list| said("between-sessions", &list));
    possible.into_iter().chain([said("between-sessions.never", &never)]).collect()
}
