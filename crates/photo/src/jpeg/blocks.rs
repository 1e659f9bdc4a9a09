//! Coefficients, block by block: of the whole picture, or of the row of blocks that is being read.

/// The 64 coefficients of a block, in their natural order.
pub type Block = [i16; 64];

/// The blocks of one colour, row by row.
#[derive(Clone, Debug)]
pub struct Blocks {
    wide: usize,
    all: Vec<Block>,
}

impl Blocks {
    /// All zero.
    pub fn new(wide: usize, tall: usize) -> Self {
        Self { wide, all: vec![[0; 64]; wide * tall] }
    }

    /// One block.
    #[inline]
    pub fn at(&mut self, x: usize, y: usize) -> Option<&mut Block> {
        self.all.get_mut(y * self.wide + x)
    }

    /// All rows of blocks.
    pub fn all(&self) -> &[Block] {
        &self.all
    }

    /// So many rows of blocks.
    pub fn rows(&self, first: usize, count: usize) -> &[Block] {
        self.all.get(first * self.wide..(first + count) * self.wide).unwrap_or_default()
    }

    /// All zero again.
    pub fn clear(&mut self) {
        self.all.fill([0; 64]);
    }
}
