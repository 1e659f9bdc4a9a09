//! The protocol and its variants, in each language, read once at the start.

use std::collections::BTreeMap;
use std::sync::Arc;

use care::Protocol;
use care::protocol::Files;

use crate::say::{PSEUDO, pseudo};

/// A protocol for each variant and language.
pub(crate) struct Protocols {
    by_variant: BTreeMap<(Option<String>, bool), Arc<Protocol>>,
    plain: [Arc<Protocol>; 2],
}

impl Protocols {
    pub(crate) fn read(files: &Files, with_pseudo: bool) -> Result<Self, String> {
        let read = |variant: Option<&str>, changed: bool| {
            let transform = changed.then_some(pseudo as care::protocol::Transform);
            let read = Protocol::read_as(files, variant, transform);
            read.map(Arc::new).map_err(|faults| {
                faults.iter().map(|fault| format!("{fault}\n")).collect::<String>()
            })
        };
        let plain = read(None, false)?;
        let changed = if with_pseudo { read(None, true)? } else { Arc::clone(&plain) };
        let mut by_variant = BTreeMap::new();
        for variant in files.variants() {
            let key = |changed| (Some(variant.to_owned()), changed);
            by_variant.insert(key(false), read(Some(variant), false)?);
            if with_pseudo {
                by_variant.insert(key(true), read(Some(variant), true)?);
            }
        }
        Ok(Self { by_variant, plain: [plain, changed] })
    }

    /// The protocol of a variant in a language; an unknown variant is the protocol itself, which is never looser
    /// by accident: what decided is named on every page.
    pub(crate) fn get(&self, variant: Option<&str>, language: &str) -> Arc<Protocol> {
        let changed = language == PSEUDO;
        let [plain, pseudo] = &self.plain;
        let own = if changed { pseudo } else { plain };
        let found = variant.and_then(|v| self.by_variant.get(&(Some(v.to_owned()), changed)));
        Arc::clone(found.unwrap_or(own))
    }
    /// The names of the variants.
    pub(crate) fn variants(&self) -> impl Iterator<Item = &str> {
        self.by_variant.keys().filter(|(_, changed)| !changed).filter_map(|(v, _)| v.as_deref())
    }
}
