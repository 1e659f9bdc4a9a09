//! The structure of the document beside its look: what is a heading, a list, a cell, in the order of reading.
//!
//! Parts are numbered in that order, so their numbers also sort what is drawn on a page.

use std::collections::BTreeMap;

use krilla::tagging::{Identifier, Node, TagGroup, TagKind, TagTree};

/// The number of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Part(usize);

/// All parts.
#[derive(Default)]
pub(crate) struct Tags(Vec<Entry>);

struct Entry {
    tag: TagKind,
    parent: Option<Part>,
    drawn: Vec<Identifier>,
}

impl Tags {
    /// A new part, after all others, within `parent` or at the top.
    pub(crate) fn add(&mut self, parent: Option<Part>, tag: impl Into<TagKind>) -> Part {
        self.0.push(Entry { tag: tag.into(), parent, drawn: Vec::new() });
        Part(self.0.len() - 1)
    }

    /// Something drawn belongs to a part.
    pub(crate) fn drawn(&mut self, part: Part, what: Identifier) {
        if let Some(entry) = self.0.get_mut(part.0) {
            entry.drawn.push(what);
        }
    }

    /// The tree as the library wants it. A part that has drawings of its own has them before its children.
    pub(crate) fn into_tree(self, language: &str) -> TagTree {
        let mut children: BTreeMap<Option<Part>, Vec<Node>> = BTreeMap::new();
        // A parent comes before its children: from the end on, all children of a part are known when it is met.
        for (n, entry) in self.0.into_iter().enumerate().rev() {
            let mut nodes: Vec<Node> = entry.drawn.into_iter().map(Node::from).collect();
            nodes.extend(children.remove(&Some(Part(n))).unwrap_or_default().into_iter().rev());
            let group = TagGroup::with_children(entry.tag, nodes);
            children.entry(entry.parent).or_default().push(group.into());
        }
        let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
        for node in children.remove(&None).unwrap_or_default().into_iter().rev() {
            tree.push(node);
        }
        tree
    }
}
