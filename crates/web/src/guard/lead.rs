//! The page that leads a browser to the address with its key. It is kept in a file that only its owner reads, so that the
//! key stands in no argument of a program, which everybody on a machine can see. Who keeps the file is `needlewise serve`.

use maud::{DOCTYPE, html};

/// The page as a file: it goes on by itself, and has a link for a browser that does not.
pub fn page(title: &str, address: &str) -> String {
    let page = html! {
        (DOCTYPE)
        meta charset="utf-8";
        meta name="referrer" content="no-referrer";
        meta http-equiv="refresh" content={ "0; url=" (address) };
        title { (title) }
        a href=(address) { (title) }
    };
    page.into_string()
}
