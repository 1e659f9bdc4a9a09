//! What goes onto paper: plain data, no layout.

/// One document, of as many pages as it takes.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Stands at the top and names the document; not empty.
    pub title: String,
    /// A line or two beneath the title.
    pub subtitle: Option<String>,
    /// The language of the text as a BCP 47 tag (`en`, `de-AT`); screen readers pick their voice by it.
    pub language: String,
    /// A line at the foot of every page, such as the date and the version; at most two lines when wrapped.
    pub made: Option<String>,
    /// The content, in order.
    pub blocks: Vec<Block>,
}

/// A part of a [`Sheet`]. In every text a line feed starts a new line.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// Starts a section; stays with what follows.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// A list with dots.
    Points(Vec<String>),
    /// A list with empty boxes to tick with a pen.
    Ticks(Vec<String>),
    /// Rows under a head that is repeated on every page. Short rows are filled up with empty cells; the head may be empty.
    Table {
        /// The heads of the columns.
        head: Vec<String>,
        /// The rows, each of as many cells as there are columns.
        rows: Vec<Vec<String>>,
    },
    /// A boxed text that must not be missed.
    Note(String),
    /// Values over days, four charts beside each other; what each shows is read out instead of it.
    Charts(Vec<Chart>),
    /// A picture with its caption beneath; the caption is also what is read out instead of it.
    Picture {
        /// A PNG or a JPEG. A JPEG goes in as it is, so metadata must be gone before.
        bytes: Vec<u8>,
        /// The width as a share of the text's width, 0.05 to 1; anything else is brought into this range.
        share: f32,
        /// What the picture shows. Empty means that it is an ornament.
        caption: String,
    },
}

/// Values over days.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chart {
    /// Above it.
    pub title: String,
    /// The same in a sentence, read out instead of the chart.
    pub said: String,
    /// The highest value that can be; the lowest is 0. What lies outside stands at the edge.
    pub high: f32,
    /// How many days it spans, from 0.
    pub days: f32,
    /// Days and values, the oldest first.
    pub points: Vec<(f32, f32)>,
    /// Days of which something is to be known: an upright line each.
    pub marks: Vec<f32>,
    /// Under its first and its last day.
    pub ends: [String; 2],
}

impl Sheet {
    /// Every text of the sheet that is drawn, in order.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        let top = [Some(&self.title), self.subtitle.as_ref()].into_iter().flatten();
        let blocks = self.blocks.iter().flat_map(Block::texts);
        top.map(String::as_str).chain(blocks).chain(self.made.as_deref())
    }
}

impl Block {
    fn texts(&self) -> Vec<&str> {
        match self {
            Self::Heading(text) | Self::Text(text) | Self::Note(text) => vec![text],
            Self::Points(items) | Self::Ticks(items) => items.iter().map(String::as_str).collect(),
            Self::Table { head, rows } => {
                head.iter().chain(rows.iter().flatten()).map(String::as_str).collect()
            }
            Self::Charts(charts) => charts.iter().flat_map(Chart::texts).collect(),
            Self::Picture { caption, .. } => vec![caption],
        }
    }
}

impl Chart {
    fn texts(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.title).chain(&self.ends).map(String::as_str)
    }
}
