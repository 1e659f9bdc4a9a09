//! The fictional person of `needlewise demo`, drawn by code: a calm face with closed eyes, a few scar pits and some
//! redness on the cheeks that fade from one stage to the next.
//!
//! Nobody is portrayed, and no result is promised: the pits grow shallower but never vanish. Pages say that the
//! pictures are drawn. The same arguments give the same pixels on every machine that rounds alike.
//!
//! Where next: [`canvas`] has the paint, [`head`] the order in which it is put on, [`marks`] what heals.

mod canvas;
mod ear;
mod features;
mod hair;
mod head;
mod marks;
mod noise;
mod pose;

use image::RgbImage;

use canvas::Canvas;
use marks::Marks;
use pose::Pose;

use crate::intake::{self, Refusal};

/// Pixels across of every drawing.
pub const WIDTH: u32 = 1200;
/// Pixels down of every drawing.
pub const HEIGHT: u32 = 1600;

/// From where the person is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// The whole face.
    Front,
    /// The person's left cheek.
    Left,
    /// The person's right cheek.
    Right,
    /// The person's left cheek from near by.
    Close,
}

/// Draws one photo.
///
/// `stage` is how far the skin has come: 0 before the first session, 1 at the end; what is beyond is taken as the
/// nearest. `seed` moves light and framing a little, as between two photos of the same skin; the skin itself is the
/// same for every seed.
#[must_use]
pub fn draw(view: View, stage: f32, seed: u64) -> RgbImage {
    let stage = if stage.is_finite() { stage.clamp(0.0, 1.0) } else { 0.0 };
    let pose = Pose::new(view, seed);
    let mut canvas = Canvas::new(WIDTH, HEIGHT, pose.frame);
    head::paint(&mut canvas, &pose, stage);
    if view != View::Close {
        features::paint(&mut canvas, &pose);
    }
    Marks::of_the_person().paint(&mut canvas, &pose, stage);
    if view != View::Close {
        hair::paint_front(&mut canvas, &pose);
        ear::paint_before(&mut canvas, &pose);
    }
    canvas.finish(pose.exposure, seed)
}

/// The same as a JPEG file, as it would come out of [`intake::take_in`].
///
/// # Errors
/// None in practice: the size is one that JPEG can say.
pub fn draw_jpeg(view: View, stage: f32, seed: u64) -> Result<Vec<u8>, Refusal> {
    intake::encode_jpeg(&draw(view, stage, seed))
}
