//! Writing an export: the entries as they were at one moment, then the pictures, one at a time.
//!
//! What isn't what was kept is left out and named; without the profile there is no export. It holds no clock and nothing random, so the same record gives the same bytes.

use std::io::{Cursor, Seek, Write};

use jiff::tz::TimeZone;
use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::archive::hex;
use super::shape::{File, Item, Missing, NAME, Pixels, Shot};
use super::steady::Steady;
use super::{Refusal, aside};
use crate::db::Tx;
use crate::entries;
use crate::entry::Entry;
use crate::error::Error;
use crate::held::{Damaged, Why};
use crate::kinds::{PersonId, kinds};
use crate::objects::Size;
use crate::open::{Inner, Store};
use crate::records::{Photo, Profile};
use crate::table::{Kept as _, Record};

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
    Ok(export_into(store, person, extra, Cursor::new(Vec::new())).await?.out.into_inner())
}

/// An export that was written.
#[derive(Debug)]
pub struct Exported<W> {
    /// The file.
    pub out: W,
    /// What is not in it, since it is not what was kept; of a photograph also its pixels alone.
    pub missing: Vec<Damaged>,
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
) -> Result<Exported<W>, Refusal> {
    let (mut file, photos, mut missing) = read(&store.0, person).await?;
    let zone = TimeZone::get(&file.profile.record.zone).unwrap_or(TimeZone::UTC);
    let mut zip = ZipWriter::new(Steady::new(out));
    zip = put(zip, "README.txt".to_owned(), include_bytes!("README.txt").to_vec()).await?;
    for (number, photo) in photos.into_iter().enumerate() {
        let name = name(number + 1, &photo.record, &zone);
        let Some((picture, small)) = pictures(store, &photo).await? else {
            let (table, why) = (Photo::TABLE.name, Why::Unreadable);
            missing.push(Damaged { table, id: photo.id.to_string(), why });
            continue;
        };
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
    file.missing = missing.iter().map(Missing::of).collect();
    let json = file.write()?;
    zip = put(zip, NAME.to_owned(), json).await?;
    let out = aside(move || Ok(zip.finish().map_err(broken)?.into_inner())).await?;
    Ok(Exported { out, missing })
}

/// Both sizes; `None` if one of them is damaged or missing.
async fn pictures(
    store: &Store,
    photo: &Entry<Photo>,
) -> Result<Option<(Vec<u8>, Vec<u8>)>, Error> {
    let both = async {
        let picture = store.picture(photo, Size::Full).await?;
        Ok((picture, store.picture(photo, Size::Thumbnail).await?))
    };
    match both.await {
        Err(Error::Corrupt { .. }) => Ok(None),
        both => both.map(Some),
    }
}

/// What could be read, the photographs without their pixels, and what couldn't.
type Read = (File, Vec<Entry<Photo>>, Vec<Damaged>);

/// Everything but the pixels, as it was at one moment.
async fn read(inner: &Inner, person: PersonId) -> Result<Read, Error> {
    let mut tx = inner.db.snapshot().await?;
    let profile = entries::find_in::<Profile>(inner, &mut tx, person, person).await?;
    let (mut file, mut missing) = (File::of(profile.ok_or(Error::NotFound)?), Vec::new());
    fill(&mut file, &mut missing, inner, &mut tx, person).await?;
    let photos = entries::readable_in::<Photo>(inner, &mut tx, person).await?;
    missing.extend(photos.damaged);
    tx.rollback().await?;
    Ok((file, photos.whole, missing))
}

macro_rules! filling {
    ($($kind:ident $id:ident $table:literal $list:ident $(follows $session:ident)? $(, $default:ident)?;)*) => {
        async fn fill(
            file: &mut File,
            missing: &mut Vec<Damaged>,
            inner: &Inner,
            tx: &mut Tx,
            person: PersonId,
        ) -> Result<(), Error> {
            $(file.$list = items(missing, inner, tx, person).await?;)*
            Ok(())
        }
    };
}
kinds!(filling);

async fn items<R: Record>(
    missing: &mut Vec<Damaged>,
    inner: &Inner,
    tx: &mut Tx,
    person: PersonId,
) -> Result<Vec<Item<R>>, Error> {
    let read = entries::readable_in(inner, tx, person).await?;
    missing.extend(read.damaged);
    Ok(read.whole.into_iter().map(Item::of).collect())
}

/// `003-front-2026-11-23.jpg`: the day where the person lives, if it is known, and only letters that every system allows.
fn name(number: usize, photo: &Photo, zone: &TimeZone) -> String {
    let fits = |letter: &char| letter.is_ascii_alphanumeric() || *letter == '-';
    let view: String = photo.view.to_ascii_lowercase().chars().filter(fits).take(24).collect();
    let day = match photo.is_dated() {
        true => photo.taken.to_zoned(zone.clone()).date().to_string(),
        false => "undated".to_owned(),
    };
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{DateDoubt, Undated};

    #[test]
    fn a_photo_is_named_by_its_day_where_the_person_lives_if_it_is_known() {
        let mut photo: Photo = serde_json::from_str(
            r#"{"taken": "2026-11-22T23:30:00Z", "view": "left cheek", "width": 2, "height": 2, "media": "image/png"}"#,
        )
        .unwrap();
        let zone = TimeZone::fixed(jiff::tz::offset(1));
        assert_eq!(name(3, &photo, &zone), "003-leftcheek-2026-11-23.png");
        photo.undated = Some(Undated { why: DateDoubt::Unsaid, said: None });
        assert_eq!(name(3, &photo, &zone), "003-leftcheek-undated.png");
    }
}
