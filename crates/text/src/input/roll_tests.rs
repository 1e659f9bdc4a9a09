//! `roll.toml` is read whole; each kind of problem is told with its line and key.

use roller::Device;

use super::*;

fn problems(text: &str) -> String {
    read_roll("roll.toml", text).unwrap_err().in_words(crate::in_english().texts())
}

const DEVICE: &str = "[device]\nkind = \"roller\"\nneedles = 192\nlength_mm = 1.5\n";
const ZONE: &str = "[zone]\nrectangle_mm = [50, 50]\n";

#[test]
fn the_example_is_read_whole() {
    let roll = read_roll("roll.toml", example::ROLL).unwrap();
    assert_eq!((roll.seed, roll.technique.passes, roll.technique.directions), (7, 16, 4));
    assert!((roll.device.density_per_pass() - 15.28).abs() < 0.01);
    assert!((roll.zone.area_mm2() - 2500.0).abs() < 1e-9);
    let commented = example::ROLL.replace("\n# ", "\n").replace("a stamp has", "# a stamp has");
    let whole = read_roll("roll.toml", &commented).unwrap();
    assert!(
        whole.technique.stay_inside && whole.calibrated.is_some(),
        "keys in comments are keys too"
    );
}

#[test]
fn what_has_a_usual_value_may_be_left_out() {
    let roll = read_roll("roll.toml", &format!("{DEVICE}{ZONE}")).unwrap();
    let Device::Roller(roller) = roll.device else { panic!() };
    assert_eq!((roller.rows, roll.technique.passes, roll.target), (8, 4, (1.0, 0.95)));
    let pen =
        "[device]\nkind = \"pen\"\nneedles = 12\nlength_mm = 0.5\n[zone]\npreset = \"face\"\n";
    assert!(read_roll("roll.toml", pen).unwrap().zone.holes().len() == 4);
}

#[test]
fn a_count_makes_the_device_the_counted_one() {
    let test = "[test]\npunctures = 332\nrectangle_mm = [50, 50]\n";
    let roll = read_roll("roll.toml", &format!("{DEVICE}{ZONE}{test}")).unwrap();
    assert!((roll.device.density_per_pass() - 13.28).abs() < 1e-6);
}

#[test]
fn problems_are_told_with_line_and_key() {
    let cases = [
        (
            format!("{DEVICE}[zone]\npreset = \"cheek-lef\"\n"),
            "6: zone.preset: “cheek-lef” is not a known zone.",
        ),
        (
            format!("{DEVICE}{ZONE}[technique]\npases = 3\n"),
            "8: technique.pases: this key is not known.",
        ),
        (
            format!("{DEVICE}{ZONE}[technique]\ndirections = 3\n"),
            "8: technique.directions: directions is 3; it must be 1, 2 or 4. Expected one of: 1, 2, 4.",
        ),
        (
            format!("{DEVICE}rows = 7\n{ZONE}"),
            "5: device.rows: 192 needles don't fill 7 rows evenly.",
        ),
        (
            format!("{DEVICE}drum_width_mm = nan\n{ZONE}"),
            "5: device.drum_width_mm: NaN is not a number. Expected a number.",
        ),
        (
            format!("{DEVICE}[zone]\nrectangle_mm = [50, 5000]\n"),
            "6: zone.rectangle_mm: rectangle_mm is 5000; it must be from 1 to 1000. Expected a number from 1 to 1000.",
        ),
        (
            format!("{DEVICE}[zone]\npolygon_mm = [[0, 0], [40, 40], [40, 0], [0, 40]]\n"),
            "the outline crosses itself (near 0.0, 0.0 mm).",
        ),
        (
            format!("{DEVICE}{ZONE}preset = \"face\"\n"),
            "there must be one way to say where. Expected one of: rectangle_mm, polygon_mm, preset.",
        ),
        (
            format!("{DEVICE}{ZONE}[test]\npunctures = 9\nrectangle_mm = [50, 50]\n"),
            "8: test.punctures: the count is 0.02 times what the drum's size says",
        ),
        (ZONE.to_owned(), "roll.toml: device: this key is missing."),
    ];
    for (text, expected) in cases {
        let found = problems(&text);
        assert!(found.contains(expected), "{text}\n{found}");
    }
    assert!(
        problems(&format!("{DEVICE}[zone]\npreset = \"cheek-lef\""))
            .contains("Did you mean “cheek-left”?")
    );
}

#[test]
fn all_problems_are_told_at_once() {
    let text = "seed = -1\n[device]\nkind = \"roller\"\nneedles = 0\n[zone]\n[technique]\npasses = 0\nlift = 1\n";
    assert_eq!(problems(text).lines().count(), 6, "{}", problems(text));
}

#[test]
fn more_punctures_than_are_computed_are_refused() {
    let text = "[device]\nkind = \"pen\"\nneedles = 42\nlength_mm = 1\n[zone]\nrectangle_mm = [1000, 1000]\n[technique]\npasses = 100\n";
    assert!(problems(text).contains("at most 20000000 are computed"), "{}", problems(text));
}
