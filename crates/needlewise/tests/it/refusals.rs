//! Input that can't be read: exit 2, with file, line, key, what was expected and the nearest known word.

use super::desk::Desk;

#[test]
fn a_word_nobody_knows_names_the_nearest() {
    let desk = Desk::with_examples();
    desk.sets("person.toml", "pregnancy", "pregnancy = \"preganant\"");
    let said = desk.runs(&["screen", "person.toml"]);
    said.refuses(&["person.toml:", "answers.pregnancy", "preganant", "breast-feeding", "pregnant"]);
}

#[test]
fn an_unknown_key_is_never_ignored() {
    let desk = Desk::with_examples();
    desk.sets("person.toml", "keloid", "keloids = \"no\"");
    desk.runs(&["screen", "person.toml"]).refuses(&["keloids", "keloid"]);
}

#[test]
fn all_problems_of_a_file_are_told_at_once() {
    let desk = Desk::with_examples();
    desk.sets("person.toml", "setting", "setting = \"hom\"").sets(
        "person.toml",
        "skin_type",
        "skin_type = 9",
    );
    desk.runs(&["screen", "person.toml"]).refuses(&["setting", "home", "skin_type"]);
}

#[test]
fn a_date_that_does_not_exist_is_refused() {
    let desk = Desk::with_examples();
    desk.sets("person.toml", "born", "born = 2027-02-31");
    desk.runs(&["screen", "person.toml"]).refuses(&["person.toml:"]);
}

#[test]
fn a_missing_file_says_what_next() {
    Desk::empty().runs(&["screen", "nobody.toml"]).refuses(&["nobody.toml", "needlewise example"]);
}

#[test]
fn examples_are_never_written_over_files_that_are_there() {
    let desk = Desk::with_examples();
    desk.runs(&["example"]).refuses(&["person.toml"]);
}

#[test]
fn an_unknown_product_names_the_nearest() {
    let desk = Desk::with_examples();
    let said = desk.runs(&["aftercare", "session.toml", "--product", "retinoids"]);
    said.refuses(&["retinoids", "Did you mean “retinoid”?"]);
}

#[test]
fn a_moment_before_the_session_is_refused() {
    let desk = Desk::with_examples();
    desk.runs(&["aftercare", "session.toml", "--at", "2026-12-05T09:00:00+01:00"])
        .refuses(&["before the session"]);
}

#[test]
fn an_unknown_variant_names_the_known_ones() {
    let desk = Desk::with_examples();
    desk.runs(&["screen", "person.toml", "--variant", "bold"]).refuses(&["cautious"]);
}

#[test]
fn brackets_without_end_are_refused_and_do_not_end_the_program() {
    let desk = Desk::empty();
    desk.writes("person.toml", &"a = {".repeat(100_000))
        .runs(&["screen", "person.toml"])
        .refuses(&["person.toml"]);
    desk.runs_on(&["screen", "--batch"], &"[".repeat(100_000)).refuses(&["could not be read"]);
}

#[test]
fn a_flag_that_changes_nothing_is_refused() {
    let desk = Desk::with_examples();
    desk.runs(&["serve", "--variant", "cautious"]).refuses(&["--variant", "leave it out"]);
    desk.runs(&["example", "--json", "other"]).refuses(&["--json", "leave it out"]);
    desk.runs(&["keys", "show", "--protocol", "."]).refuses(&["--protocol", "leave it out"]);
    desk.runs(&["screen", "person.toml", "--listen", "127.0.0.1:0"]).refuses(&["--listen"]);
}

#[test]
fn settings_say_what_holds_and_where_it_was_said() {
    let desk = Desk::empty();
    desk.writes("ours.toml", "listen = \"127.0.0.1:9000\"\nhttps = true\n");
    let said = desk.runs(&["settings", "--config", "ours.toml", "--name", "a.example"]);
    said.says(&["127.0.0.1:9000 (ours.toml:1)", "a.example (--name)", "512 (usual)"]);
    desk.writes("ours.toml", "listen = \"127.0.0.1:9000\"\nhttp = true\n");
    let refused = desk.runs(&["settings", "--config", "ours.toml"]);
    refused.refuses(&["ours.toml:2", "http is no setting", "Did you mean https?"]);
}

#[test]
fn a_database_that_is_no_postgresql_is_told_what_is_possible() {
    let said = Desk::empty().runs(&["doctor", "--data", "data", "--database", "mysql://here/x"]);
    said.refuses(&["database", "postgres://"]);
}

#[test]
fn a_server_that_is_not_there_is_named_as_such() {
    let url = "postgres://u:secret@127.0.0.1:1/x";
    let said = Desk::empty().runs(&["serve", "--no-open", "--data", "data", "--database", url]);
    said.refuses(&["refused"]);
    assert!(!said.err.contains("secret") && !said.err.contains("timed out"), "{}", said.err);
}

#[test]
fn a_file_is_no_data_folder() {
    let desk = Desk::empty();
    desk.writes("data", "");
    for command in ["serve", "doctor"] {
        desk.runs(&[command, "--data", "data"]).refuses(&["data: is a file", "--data DIR"]);
    }
}

#[test]
fn a_record_whose_key_is_gone_is_told_so_by_every_command() {
    let (desk, _) = Desk::with_record();
    std::fs::remove_file(desk.folder.join("data/master.key")).unwrap();
    for command in [&["doctor"][..], &["people"], &["journal", "verify"], &["serve", "--no-open"]] {
        desk.on("data", command, "").refuses(&["master.key", "though the record is", "paper key"]);
    }
}

/// As root everything is allowed; then somebody else starts it.
#[cfg(unix)]
#[test]
fn a_folder_without_rights_says_whose_it_is_and_what_to_do() {
    use std::os::unix::fs::PermissionsExt as _;
    use std::os::unix::process::CommandExt as _;
    let desk = Desk::empty();
    let folder = desk.folder.join("data");
    std::fs::create_dir(&folder).unwrap();
    let mut command = desk.command(&["doctor", "--data", "data"]);
    let expected = if rustix::process::getuid().is_root() {
        command.uid(65_534).gid(65_534);
        "chown -R 65534"
    } else {
        std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o0)).unwrap();
        "chmod u+rwx"
    };
    let said = super::desk::Said::from(command.output().unwrap());
    std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o700)).unwrap();
    said.refuses(&[expected, "data"]);
}

/// What is in a folder may be anything: a pipe would be waited for, a device has no end.
#[cfg(unix)]
#[test]
fn whatever_is_no_file_is_refused_wherever_a_file_is_named() {
    let desk = Desk::with_examples();
    desk.runs(&["protocol", "export", "rules"]);
    std::os::unix::fs::symlink("/dev/zero", desk.folder.join("endless")).unwrap();
    let made = std::process::Command::new("mkfifo").arg(desk.folder.join("pipe")).status().unwrap();
    assert!(made.success());
    for name in ["endless", "pipe"] {
        let inside = desk.folder.join("rules/more.toml");
        std::os::unix::fs::symlink(desk.folder.join(name), &inside).unwrap();
        let ordinary = &["ordinary file", "Next"];
        desk.runs(&["screen", "person.toml", "--protocol", "rules"]).refuses(ordinary);
        std::fs::remove_file(inside).unwrap();
        for command in [&["screen"][..], &["screen", "--batch"], &["photo", "check"], &["verify"]] {
            desk.runs(&[command, &[name]].concat()).refuses(ordinary);
        }
        desk.runs(&["settings", "--config", name]).refuses(ordinary);
        desk.on("data", &["import", name], "").refuses(ordinary);
    }
}

#[test]
fn a_protocol_folder_is_read_no_further_than_a_protocol_can_go() {
    let desk = Desk::with_examples();
    desk.runs(&["protocol", "export", "rules"]);
    let screens = || desk.runs(&["screen", "person.toml", "--protocol", "rules"]);
    desk.writes("rules/more.toml", &"# nothing\n".repeat(500_000));
    screens().refuses(&["more.toml", "larger than anything", "Next"]);
    desk.writes("rules/more.toml", "");
    for n in 0..1000 {
        desk.writes(&format!("rules/more-{n}.toml"), "");
    }
    screens().refuses(&["larger than anything", "Next"]);
}
