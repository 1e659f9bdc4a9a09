//! From pages to PDF, with the foot of every page.

use krilla::{
    Document, SerializeSettings,
    color::rgb,
    configure::{Accessibility, ConfigurationBuilder},
    destination::XyzDestination,
    error::KrillaError,
    geom::{PathBuilder, Point, Rect, Size, Transform},
    metadata::Metadata,
    outline::{Outline, OutlineNode},
    page::PageSettings,
    paint::{Fill, Stroke},
    surface::Surface,
    tagging::{Artifact, ArtifactType, ContentTag, SpanTag, Tag},
};

use crate::{
    Error, Sheet,
    flow::{Flow, one_line},
    font::Fonts,
    pages::{self, Page},
    piece::Mark,
    style::{self, Colour, LEFT, Look, PAGE_HEIGHT, PAGE_WIDTH, WIDE},
    tags::{Part, Tags},
    wrap::{self, Line},
};

/// Where the line above the foot is.
const FOOT: f32 = PAGE_HEIGHT - 58.0;
/// Where the title is repeated from the second page on.
const RUNNING: f32 = 32.0;

/// A page being drawn.
struct Pen<'p, 's> {
    surface: &'p mut Surface<'s>,
    fonts: &'p Fonts,
    tags: &'p mut Tags,
}

/// Where the table of contents points to: which text, on which page, how far down.
type Entries = Vec<(String, usize, f32)>;

/// The document.
pub(crate) fn draw(
    sheet: &Sheet,
    fonts: &Fonts,
    flow: Flow,
    foot: &[Line],
) -> Result<Vec<u8>, Error> {
    let mut document = Document::new_with(settings()?);
    document.set_metadata(metadata(sheet));
    let pages = pages::paginate(flow.pieces, &flow.heads);
    let mut tags = flow.tags;
    let last = tags.add(None, Tag::P);
    let (count, mut entries) = (pages.len(), Entries::new());
    for (i, page) in pages.into_iter().enumerate() {
        entries.extend(contents(&page, i));
        let size = PageSettings::from_wh(PAGE_WIDTH, PAGE_HEIGHT).ok_or_else(too_small)?;
        let mut paper = document.start_page_with(size);
        let mut surface = paper.surface();
        let mut pen = Pen { surface: &mut surface, fonts, tags: &mut tags };
        if i > 0 {
            pen.running(&sheet.title);
        }
        pen.page(page)?;
        pen.foot(foot, (i + 1 == count).then_some(last), &format!("{} / {count}", i + 1));
        surface.finish();
        paper.finish();
    }
    document.set_outline(outline(entries));
    document.set_tag_tree(tags.into_tree(&sheet.language));
    document.finish().map_err(refused)
}

fn settings() -> Result<SerializeSettings, Error> {
    let accessible = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1);
    let configuration = accessible.finish().map_err(|error| Error::Pdf(format!("{error:?}")))?;
    Ok(SerializeSettings { configuration, ..SerializeSettings::default() })
}

fn metadata(sheet: &Sheet) -> Metadata {
    Metadata::new().title(one_line(&sheet.title)).language(one_line(&sheet.language))
}

fn refused(error: KrillaError) -> Error {
    match error {
        KrillaError::Image(_, _, why) => Error::Picture(why),
        other => Error::Pdf(other.to_string()),
    }
}

/// For sizes that are no sizes; none of ours is.
fn too_small() -> Error {
    Error::Pdf("something has no size".to_owned())
}

fn contents(page: &Page, number: usize) -> Entries {
    let entry = |(y, mark): &(f32, Mark)| match mark {
        Mark::Entry(text) => Some((text.clone(), number, *y)),
        _ => None,
    };
    page.iter().filter_map(entry).collect()
}

fn outline(entries: Entries) -> Outline {
    let mut outline = Outline::new();
    for (text, page, y) in entries {
        let place = XyzDestination::new(page, Point::from_xy(LEFT, y));
        outline.push_child(OutlineNode::new(text, place));
    }
    outline
}

impl Pen<'_, '_> {
    fn page(&mut self, page: Page) -> Result<(), Error> {
        for (y, mark) in page {
            match mark {
                Mark::Text { x, line, look, part } => self.text((x, y), &line, look, part),
                Mark::Area { x, width, height, colour, round } => {
                    self.area((x, y, width, height), colour, round);
                }
                Mark::Ground { height } => {
                    self.area((LEFT, y, WIDE, height), style::TINT, 5.0);
                    self.area((LEFT, y, 3.0, height), style::ACCENT, 1.5);
                }
                Mark::Tick { x, part } => self.tick((x, y), part),
                Mark::Line { points, part } => self.line(y, &points, part),
                Mark::Picture { x, width, height, image, part } => {
                    let size = Size::from_wh(width, height).ok_or_else(too_small)?;
                    self.tagged(ContentTag::Other, part, |surface| {
                        surface.push_transform(&Transform::from_translate(x, y));
                        surface.draw_image(image, size);
                        surface.pop();
                    });
                }
                Mark::Entry(_) => {}
            }
        }
        Ok(())
    }

    /// Draws as content of a part, or as an ornament.
    fn tagged(&mut self, tag: ContentTag, part: Option<Part>, draw: impl FnOnce(&mut Surface)) {
        let ornament = ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout));
        let what = self.surface.start_tagged(if part.is_some() { tag } else { ornament });
        draw(self.surface);
        self.surface.end_tagged();
        if let Some(part) = part {
            self.tags.drawn(part, what);
        }
    }

    fn text(&mut self, (x, y): (f32, f32), line: &Line, look: &Look, part: Option<Part>) {
        let font = self.fonts.face(look.weight).font.clone();
        self.tagged(ContentTag::Span(SpanTag::empty()), part, |surface| {
            surface.set_stroke(None);
            surface.set_fill(Some(fill(look.colour)));
            let (at, text) = (Point::from_xy(x, y), &line.shaped.text);
            surface.draw_glyphs(at, line.glyphs(), font, text, look.size, false);
        });
    }

    fn area(&mut self, (x, y, width, height): (f32, f32, f32, f32), colour: Colour, round: f32) {
        let mut path = PathBuilder::new();
        rounded(&mut path, (x, y, width, height), round);
        let path = path.finish();
        self.tagged(ContentTag::Other, None, |surface| {
            surface.set_stroke(None);
            surface.set_fill(Some(fill(colour)));
            path.iter().for_each(|path| surface.draw_path(path));
        });
    }

    /// A line through points. A single one has a dot and no line; it is told all the same.
    fn line(&mut self, y: f32, points: &[[f32; 2]], part: Part) {
        let mut path = PathBuilder::new();
        for (nth, [x, down]) in points.iter().enumerate() {
            match nth {
                0 => path.move_to(*x, y + down),
                _ => path.line_to(*x, y + down),
            }
        }
        let path = path.finish();
        self.tagged(ContentTag::Other, Some(part), |surface| {
            let paint = rgb_of(style::ACCENT).into();
            surface.set_fill(None);
            surface.set_stroke(Some(Stroke { paint, width: 1.2, ..Stroke::default() }));
            path.iter().for_each(|path| surface.draw_path(path));
        });
    }

    fn tick(&mut self, (x, y): (f32, f32), part: Part) {
        let mut path = PathBuilder::new();
        rounded(&mut path, (x + 0.5, y - 9.5, 11.5, 11.5), 2.5);
        let path = path.finish();
        let tag = ContentTag::Span(SpanTag::empty().with_actual_text(Some("☐")));
        self.tagged(tag, Some(part), |surface| {
            let paint = rgb_of(style::ACCENT).into();
            surface.set_fill(None);
            surface.set_stroke(Some(Stroke { paint, width: 1.0, ..Stroke::default() }));
            path.iter().for_each(|path| surface.draw_path(path));
        });
    }

    /// The title on later pages, cut where the line ends: it stands in full on the first.
    fn running(&mut self, title: &str) {
        let look = &style::SMALL;
        let shaped = self.fonts.face(look.weight).shape(&one_line(title));
        if let Some(line) = wrap::wrap(&shaped, WIDE / look.size).first() {
            self.text((LEFT, RUNNING + look.baseline()), line, look, None);
        }
    }

    fn foot(&mut self, lines: &[Line], part: Option<Part>, number: &str) {
        let look = &style::SMALL;
        self.area((LEFT, FOOT, WIDE, 0.6), style::LINE, 0.0);
        let mut y = FOOT + 6.0 + look.baseline();
        let shaped = self.fonts.face(look.weight).shape(number);
        for number in wrap::wrap(&shaped, f32::INFINITY) {
            self.text((LEFT + WIDE - number.width * look.size, y), &number, look, None);
        }
        for line in lines {
            self.text((LEFT, y), line, look, part);
            y += look.lead;
        }
    }
}

fn rgb_of([red, green, blue]: Colour) -> rgb::Color {
    rgb::Color::new(red, green, blue)
}

fn fill(colour: Colour) -> Fill {
    Fill { paint: rgb_of(colour).into(), ..Fill::default() }
}

/// A rectangle whose corners are quarter circles.
fn rounded(path: &mut PathBuilder, (x, y, width, height): (f32, f32, f32, f32), round: f32) {
    let r = round.min(width / 2.0).min(height / 2.0);
    if r <= 0.0 {
        Rect::from_xywh(x, y, width, height).into_iter().for_each(|rect| path.push_rect(rect));
        return;
    }
    // How far the handles of a quarter circle are from its corner.
    let (right, bottom, h) = (x + width, y + height, r * 0.4477);
    path.move_to(x + r, y);
    path.line_to(right - r, y);
    path.cubic_to(right - h, y, right, y + h, right, y + r);
    path.line_to(right, bottom - r);
    path.cubic_to(right, bottom - h, right - h, bottom, right - r, bottom);
    path.line_to(x + r, bottom);
    path.cubic_to(x + h, bottom, x, bottom - h, x, bottom - r);
    path.line_to(x, y + r);
    path.cubic_to(x, y + h, x + h, y, x + r, y);
    path.close();
}
