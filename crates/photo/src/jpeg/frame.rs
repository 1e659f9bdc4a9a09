//! The shape of a picture: how many samples and blocks each of its colours has.

use super::Fault;

/// One colour of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Component {
    /// What scans call it.
    pub id: u8,
    /// Blocks across and down in one step of an interleaved scan.
    pub step: (usize, usize),
    /// Which table of steps its coefficients were divided by.
    pub table: usize,
    /// Samples across and down that belong to the picture.
    pub samples: (usize, usize),
    /// Blocks across and down that hold these samples.
    pub blocks: (usize, usize),
    /// Blocks across and down when the last step of an interleaved scan is full.
    pub room: (usize, usize),
}

/// What the file says of a colour: what it is called, its blocks in a step, its table.
type Named = (u8, (usize, usize), usize);

/// The shape of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// Pixels across.
    pub width: usize,
    /// Pixels down.
    pub height: usize,
    /// Whether coefficients come bit by bit in several scans.
    pub progressive: bool,
    /// One colour, or three.
    pub components: Vec<Component>,
    /// The most blocks across and down that a colour has in one step.
    pub most: (usize, usize),
    /// Steps of an interleaved scan across and down.
    pub steps: (usize, usize),
}

impl Frame {
    /// Reads the segment that says the size, behind a marker of 0xC0 to 0xCF.
    pub fn read(build: u8, segment: &[u8]) -> Result<Self, Fault> {
        let [precision, h1, h0, w1, w0, count, colours @ ..] = segment else {
            return Err(Fault::Damaged);
        };
        match (build, precision, count) {
            (0xC3..=0xCF, _, _) | (_, 12 | 16, _) => return Err(Fault::Rare),
            (_, 8, 4) => return Err(Fault::Printing),
            (_, 8, 1 | 3) => {}
            _ => return Err(Fault::Damaged),
        }
        let size = |high: u8, low: u8| usize::from(u16::from_be_bytes([high, low]));
        let (width, height) = (size(*w1, *w0), size(*h1, *h0));
        let colours = colours.get(..3 * usize::from(*count)).ok_or(Fault::Damaged)?;
        let asked = colours.chunks_exact(3).filter_map(|three| three.first_chunk());
        Self::of(width, height, build == 0xC2, &asked.copied().collect::<Vec<[u8; 3]>>())
    }

    fn of(
        width: usize,
        height: usize,
        progressive: bool,
        asked: &[[u8; 3]],
    ) -> Result<Self, Fault> {
        if width == 0 || height == 0 {
            return Err(Fault::Damaged);
        }
        // A single colour is stored block by block, whatever sampling it claims.
        let step = |both: u8| match asked.len() {
            1 => (1, 1),
            _ => (usize::from(both >> 4), usize::from(both & 15)),
        };
        let named = |[id, both, table]: &[u8; 3]| (*id, step(*both), usize::from(*table));
        let all: Vec<Named> = asked.iter().map(named).collect();
        let most =
            all.iter().fold((1, 1), |most, (_, step, _)| (most.0.max(step.0), most.1.max(step.1)));
        check(&all, most)?;
        Ok(Self::sized((width, height), progressive, most, &all))
    }

    fn sized(
        (width, height): (usize, usize),
        progressive: bool,
        most: (usize, usize),
        all: &[Named],
    ) -> Self {
        let steps = (width.div_ceil(8 * most.0), height.div_ceil(8 * most.1));
        let component = |(id, step, table): &Named| {
            let samples = ((width * step.0).div_ceil(most.0), (height * step.1).div_ceil(most.1));
            Component {
                id: *id,
                step: *step,
                table: *table,
                samples,
                blocks: (samples.0.div_ceil(8), samples.1.div_ceil(8)),
                room: (steps.0 * step.0, steps.1 * step.1),
            }
        };
        let components = all.iter().map(component).collect();
        Self { width, height, progressive, components, most, steps }
    }

    /// The shape of some of its steps, across and down: from the first to before the second.
    pub fn part(&self, across: (usize, usize), down: (usize, usize)) -> Self {
        let length = |(first, end): (usize, usize), size: usize, all: usize| {
            (end * size).min(all).saturating_sub(first * size)
        };
        let size = (
            length(across, 8 * self.most.0, self.width),
            length(down, 8 * self.most.1, self.height),
        );
        let named = |own: &Component| (own.id, own.step, own.table);
        let all: Vec<Named> = self.components.iter().map(named).collect();
        Self::sized(size, self.progressive, self.most, &all)
    }

    /// Blocks of all colours.
    pub fn blocks(&self) -> usize {
        self.components.iter().map(|own| own.room.0 * own.room.1).sum()
    }
}

/// Samplings as libjpeg takes them: 1 to 4, each a whole part of the most.
fn check(all: &[Named], most: (usize, usize)) -> Result<(), Fault> {
    let known = |n: usize| (1..=4).contains(&n);
    if !all.iter().all(|(_, (across, down), _)| known(*across) && known(*down)) {
        return Err(Fault::Damaged);
    }
    let whole = all
        .iter()
        .all(|(_, step, _)| most.0.is_multiple_of(step.0) && most.1.is_multiple_of(step.1));
    if whole { Ok(()) } else { Err(Fault::Rare) }
}
