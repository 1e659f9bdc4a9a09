//! Room on the stack for a parser that calls itself.
//!
//! The TOML parser has a limit on nesting, but malformed brackets (`={[,][]=`, many times) slip past it, and a key of
//! many parts (`a.a.a`) nests without brackets. No text can nest deeper than it has brackets and dots, so these are
//! counted, and a text with many of them is read on a thread that has room for all. What is nested too deeply to be one
//! of our files is refused in [`super::node`].

use std::panic::resume_unwind;
use std::thread;

use super::node::Size;

/// So much nesting fits on any thread's stack, which has at least 2 MiB.
const FITS_ANYWHERE: usize = 200;
/// Bytes per level: about seven times what was measured (1.1 KiB in a release build, opt-level 3).
const PER_LEVEL: usize = 8 * 1024;

/// Runs a parser on a text with enough stack for it; `None` if the text has too many brackets, or could need more stack
/// than there is.
pub(super) fn with_room<T: Send>(
    text: &str,
    size: Size,
    parse: impl FnOnce() -> T + Send,
) -> Option<T> {
    let levels = text.bytes().filter(|byte| matches!(byte, b'[' | b'{' | b'.')).count();
    if levels <= FITS_ANYWHERE {
        return Some(parse());
    }
    (levels <= size.brackets).then(|| on_a_thread(levels * PER_LEVEL, parse))?
}

fn on_a_thread<T: Send>(bytes: usize, parse: impl FnOnce() -> T + Send) -> Option<T> {
    thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(bytes).spawn_scoped(scope, parse).ok()?;
        Some(thread.join().unwrap_or_else(|panic| resume_unwind(panic)))
    })
}
