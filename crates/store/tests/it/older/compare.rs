//! Whether what is said now is what was said then.

use serde_json::Value as Json;

/// Names what isn't there any more, is something else, or is there and says something. The format may have a new number.
pub fn compare(at: &str, then: &Json, now: &Json, lost: &mut Vec<String>) {
    match (then, now) {
        _ if at == ".version" => {}
        (Json::Object(then), Json::Object(now)) => {
            for (key, value) in then {
                let missing = Json::String("MISSING".into());
                compare(&format!("{at}.{key}"), value, now.get(key).unwrap_or(&missing), lost);
            }
            let new = now.iter().filter(|(key, _)| !then.contains_key(*key));
            lost.extend(
                new.filter(|(_, value)| !says_nothing(value))
                    .map(|(key, value)| format!("{at}.{key}: {value}")),
            );
        }
        (Json::Array(then), Json::Array(now)) if then.len() == now.len() => {
            for (place, (then, now)) in then.iter().zip(now).enumerate() {
                compare(&format!("{at}[{place}]"), then, now, lost);
            }
        }
        (then, now) if then != now => lost.push(format!("{at}: {then} became {now}")),
        _ => {}
    }
}

#[test]
fn what_is_lost_is_named() {
    let then = serde_json::json!({"version": 1, "a": [{"b": 1, "c": null}], "d": 0.1});
    let now = serde_json::json!({"version": 2, "a": [{"b": 2, "e": []}], "d": 0.1, "f": "new"});
    let mut lost = Vec::new();
    compare("", &then, &now, &mut lost);
    let named = [".a[0].b: 1 became 2", ".a[0].c: null became \"MISSING\"", ".f: \"new\""];
    assert_eq!(lost, named);
}

fn says_nothing(value: &Json) -> bool {
    match value {
        Json::Null | Json::Bool(false) => true,
        Json::Array(list) => list.is_empty(),
        _ => false,
    }
}
