//! What browsers send: forms to every address that takes one, and photographs.
//!
//! The record grows by what is taken in, so that after a while it is a new one.

use axum::body::Body;
use axum::http::{Request, header};
use testhouse::{Home, pattern};
use tokio::runtime::{Builder, Runtime};
use web::routes::{ADDRESSES, Guard};

use crate::Reads;

/// Inputs until there is a new record.
const MANY: usize = 1000;

/// A running application, begun anew now and then.
struct House {
    runtime: Runtime,
    home: Home,
    taken: usize,
}

impl House {
    fn new() -> Self {
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let home = runtime.block_on(Home::new());
        Self { runtime, home, taken: 0 }
    }

    fn posts(&mut self, path: &str, kind: &str, body: Vec<u8>) {
        self.taken += 1;
        if self.taken.is_multiple_of(MANY) {
            self.home = self.runtime.block_on(Home::new());
        }
        let request = Request::post(path)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, kind)
            .body(Body::from(body))
            .unwrap();
        let status = self.runtime.block_on(self.home.sends(request)).status.as_u16();
        assert!(status != 500, "{path} is at fault");
    }
}

/// A form; its first byte says to which address.
pub struct Forms {
    house: House,
    paths: Vec<String>,
}

/// Whatever is in this place of an address.
const UNKNOWN: &str = "01a208ae-aefe-7d5e-a82b-e682c5e328b5";
/// What would lock the browser out, or end the record.
const NEVER: [&str; 4] = ["leave", "lock", "erase", "passphrase"];

impl Forms {
    pub fn new() -> Self {
        let forms = ADDRESSES.iter().filter(|address| {
            address.guard == Guard::Browser
                && address.calls.iter().any(|(method, _)| method.eq_ignore_ascii_case("post"))
                && !NEVER.iter().any(|never| address.path.contains(never))
        });
        let paths = forms.map(|address| somewhere(pattern(address))).collect();
        Self { house: House::new(), paths }
    }
}

fn somewhere(pattern: &str) -> String {
    let part = |part: &str| match part {
        "{id}" => UNKNOWN.into(),
        "{n}" => "1".into(),
        "{step}" => "goals".into(),
        _ if part.starts_with('{') => "nothing".to_owned(),
        _ => part.to_owned(),
    };
    pattern.split('/').map(part).collect::<Vec<_>>().join("/")
}

impl Reads for Forms {
    /// Every address once, with fields that many forms have.
    fn seeds(&mut self) -> Vec<Vec<u8>> {
        let fields = b"id=01a208ae-aefe-7d5e-a82b-e682c5e328b5&version=1&on=2026-12-05&at=19:00&note=a&length=0.25&redness=3&flags=pus&answer=yes&goals=texture&areas=cheeks&name=A&value=1,5";
        (0..self.paths.len()).map(|n| [&[u8::try_from(n).unwrap()], &fields[..]].concat()).collect()
    }

    fn takes(&mut self, input: &[u8]) {
        let Some((which, body)) = input.split_first() else { return };
        let path = self.paths[usize::from(*which) % self.paths.len()].clone();
        self.house.posts(&path, "application/x-www-form-urlencoded", body.to_vec());
    }
}

/// Photographs with the fields beside them.
pub struct Upload(House);

impl Upload {
    pub fn new() -> Self {
        Self(House::new())
    }
}

const KIND: &str = "multipart/form-data; boundary=0";

impl Reads for Upload {
    fn seeds(&mut self) -> Vec<Vec<u8>> {
        let fields = ["view", "front", "taken", "2026-12-04T10:00", "note", "by a window"];
        let fields: String = fields
            .chunks(2)
            .map(|field| {
                format!(
                    "--0\r\ncontent-disposition: form-data; name=\"{}\"\r\n\r\n{}\r\n",
                    field[0], field[1]
                )
            })
            .collect();
        let photos = crate::files::Photos::new().seeds();
        let head =
            "--0\r\ncontent-disposition: form-data; name=\"picture\"; filename=\"a.jpg\"\r\n\r\n";
        let whole = |photo: &Vec<u8>| {
            [fields.as_bytes(), head.as_bytes(), photo, b"\r\n--0--\r\n"].concat()
        };
        photos.iter().map(whole).collect()
    }

    fn takes(&mut self, input: &[u8]) {
        self.0.posts("/photos", KIND, input.to_vec());
    }
}
