//! Refuses text with brackets opened so deep that a parser could run out of stack.
//!
//! The TOML and Fluent parsers recurse on nested brackets, partly without a limit of their own; running out of stack
//! ends the program, so it must not get that far. This counts, it doesn't parse, so it catches a slip of the pen in a
//! protocol and not somebody who hides brackets in quotes; the files that people send in have a guard of their own.

/// Deeper than any file of ours by far, and far from the end of any stack.
const DEEPEST: u32 = 64;

/// The line, from 1, on which brackets are opened too deep.
pub fn too_deep(text: &str) -> Option<usize> {
    let mut depth: u32 = 0;
    let mut line = 1;
    for byte in text.bytes() {
        match byte {
            b'\n' => line += 1,
            b'{' | b'[' | b'(' => depth += 1,
            b'}' | b']' | b')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            return Some(line);
        }
    }
    None
}
