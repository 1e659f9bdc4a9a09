//! Files of the command line, and photographs: the same readers as the seeded mutations of `fuzz-files`.

use fuzz_files::mutate::{Input, Kind};
use fuzz_files::target::Target;

use crate::Reads;

/// A file of text; its first byte says of which kind.
pub struct Files(Target);

impl Files {
    pub fn new() -> Self {
        Self(Target::new().unwrap())
    }
}

impl Reads for Files {
    fn seeds(&mut self) -> Vec<Vec<u8>> {
        let texts = Input::examples().filter_map(|input| {
            let kind = Kind::TEXTS.iter().position(|kind| *kind == input.kind)?;
            Some([vec![u8::try_from(kind).unwrap()], input.bytes].concat())
        });
        texts.collect()
    }

    fn takes(&mut self, input: &[u8]) {
        let Some((kind, bytes)) = input.split_first() else { return };
        let kind = Kind::TEXTS[usize::from(*kind) % Kind::TEXTS.len()];
        self.0.takes(&Input { kind, bytes: bytes.to_vec() });
    }
}

/// A photograph.
pub struct Photos(Target);

impl Photos {
    pub fn new() -> Self {
        Self(Target::new().unwrap())
    }
}

impl Reads for Photos {
    fn seeds(&mut self) -> Vec<Vec<u8>> {
        let photos = Input::examples().filter(|input| input.kind == Kind::Photo);
        photos.map(|input| input.bytes).collect()
    }

    fn takes(&mut self, input: &[u8]) {
        self.0.takes(&Input { kind: Kind::Photo, bytes: input.to_vec() });
    }
}
