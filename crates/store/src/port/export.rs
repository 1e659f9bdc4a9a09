//! Writing an export: the entries as they were at one moment, then the pictures, one at a time.
//!
//! It holds no clock and nothing random, so the same record gives the same bytes.

use std::io::{Cursor, Seek, Write};

use jiff::tz::TimeZone;
use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::archive::hex;
use super::shape::{File, Item, NAME, Pixels, Shot};
use super::steady::Steady;
use super::{Refusal, aside};
use crate::db::Tx;
use crate::entries;
use crate::entry::Entry;
use crate::error::Error;
use crate::kinds::{PersonId, kinds};
use crate::objects::Size;
use crate::open::{Inner, Store};
use crate::records::{Photo, Profile};
use crate::table::Record;

/// Everything of a person as one zip in memory, with `extra` files (name and content) beside it.
///
/// # Errors
/// [`Error::NotFound`] if there is no such person or a photograph is removed meanwhile, [`Error::Corrupt`],
/// [`Error::Unavailable`].
pub async fn export(
    store: &Store,
    person: PersonId,
    extra: Vec<(String, Vec<u8>)>,
) -> Result<Vec<u8>, Refusal> {
    Ok(export_into(store, person, extra, Cursor::new(Vec::new())).await?.into_inner())
}

/// The same into a file: however many photographs there are, only one is in memory.
///
/// # Errors
/// As [`export()`], and [`Refusal::File`] if it can't be written.
pub async fn export_into<W: Write + Seek + Send + 'static>(
    store: &Store,
    person: PersonId,
    extra: Vec<(String, Vec<u8>)>,
    out: W,
) -> Result<W, Refusal> {
    let (mut file, photos) = read(&store.0, person).await?;
    let zone = TimeZone::get(&file.profile.record.zone).unwrap_or(TimeZone::UTC);
    let mut zip = ZipWriter::new(Steady::new(out));
    zip = put(zip, "README.txt".to_owned(), include_bytes!("README.txt").to_vec()).await?;
    for (number, photo) in photos.into_iter().enumerate() {
        let name = name(number + 1, &photo.record, &zone);
        let picture = store.picture(&photo, Size::Full).await?;
        let small = store.picture(&photo, Size::Thumbnail).await?;
        let shot = Shot {
            picture: pixels(format!("photos/{name}"), &picture),
            small: pixels(format!("photos/small/{name}"), &small),
            entry: Item::of(photo),
        };
        zip = put(zip, shot.picture.file.clone(), picture).await?;
        zip = put(zip, shot.small.file.clone(), small).await?;
        file.photos.push(shot);
    }
    for (name, bytes) in extra {
        zip = put(zip, name, bytes).await?;
    }
    let json = file.write()?;
    zip = put(zip, NAME.to_owned(), json).await?;
    aside(move || Ok(zip.finish().map_err(broken)?.into_inner())).await
}

/// Everything but the pixels, as it was at one moment.
async fn read(inner: &Inner, person: PersonId) -> Result<(File, Vec<Entry<Photo>>), Error> {
    let mut tx = inner.db.snapshot().await?;
    let profile = entries::find_in::<Profile>(inner, &mut tx, person, person).await?;
    let mut file = File::of(profile.ok_or(Error::NotFound)?);
    fill(&mut file, inner, &mut tx, person).await?;
    let photos = entries::list_in(inner, &mut tx, person).await?;
    tx.rollback().await?;
    Ok((file, photos))
}

macro_rules! filling {
    ($($kind:ident $id:ident $table:literal $list:ident $(follows $session:ident)? $(, $default:ident)?;)*) => {
        async fn fill(file: &mut File, inner: &Inner, tx: &mut Tx, person: PersonId) -> Result<(), Error> {
            $(file.$list = items(inner, tx, person).await?;)*
            Ok(())
        }
    };
}
kinds!(filling);

async fn items<R: Record>(
    inner: &Inner,
    tx: &mut Tx,
    person: PersonId,
) -> Result<Vec<Item<R>>, Error> {
    let entries = entries::list_in(inner, tx, person).await?;
    Ok(entries.into_iter().map(Item::of).collect())
}

/// `003-front-2026-11-23.jpg`: the day where the person lives, and only letters that every system allows.
fn name(number: usize, photo: &Photo, zone: &TimeZone) -> String {
    let fits = |letter: &char| letter.is_ascii_alphanumeric() || *letter == '-';
    let view: String = photo.view.to_ascii_lowercase().chars().filter(fits).take(24).collect();
    let day = photo.taken.to_zoned(zone.clone()).date();
    let ending = match photo.media.as_str() {
        "image/png" => "png",
        "image/webp" => "webp",
        _ => "jpg",
    };
    format!("{number:03}-{view}-{day}.{ending}")
}

fn pixels(file: String, bytes: &[u8]) -> Pixels {
    Pixels { file, sha256: hex(&Sha256::digest(bytes)) }
}

async fn put<W: Write + Seek + Send + 'static>(
    mut zip: ZipWriter<Steady<W>>,
    name: String,
    bytes: Vec<u8>,
) -> Result<ZipWriter<Steady<W>>, Refusal> {
    aside(move || {
        // Pictures are compressed already.
        let packed = name.starts_with("photos/") || name.ends_with(".pdf");
        let how = if packed { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let options = SimpleFileOptions::default().compression_method(how).unix_permissions(0o600);
        zip.start_file(name, options).map_err(broken)?;
        zip.write_all(&bytes)?;
        Ok(zip)
    })
    .await
}

fn broken(error: zip::result::ZipError) -> Refusal {
    match error {
        zip::result::ZipError::Io(error) => error.into(),
        _ => Refusal::File(std::io::Error::other("the zip grows too large")),
    }
}
