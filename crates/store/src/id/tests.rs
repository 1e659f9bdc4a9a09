//! An id is the same after a text, JSON and the database's text, whatever it names; its kind is in none of them.

use proptest::prelude::*;

use super::*;
use crate::{PhotoId, SessionId};

proptest! {
    #[test]
    fn an_id_comes_back_from_text_and_json_as_it_went(bytes: [u8; 16]) {
        let id: SessionId = AnyId(Uuid::from_bytes(bytes)).of();
        let text = Uuid::from_bytes(bytes).hyphenated().to_string();
        prop_assert_eq!(&id.to_string(), &text);
        prop_assert_eq!(text.parse(), Ok(id));
        prop_assert_eq!(serde_json::to_string(&id).unwrap(), format!("\"{text}\""));
        prop_assert_eq!(serde_json::from_str::<SessionId>(&format!("\"{text}\"")).unwrap(), id);
        prop_assert_eq!(serde_json::to_value(id.any()).unwrap(), serde_json::to_value(id).unwrap());
    }

    #[test]
    fn what_is_no_id_is_one_of_no_kind(text in "[0-9a-fA-F-]{0,40}") {
        let typed = text.parse::<PhotoId>().map(PhotoId::any);
        prop_assert_eq!(typed, text.parse::<AnyId>());
        prop_assert_eq!(typed.is_ok_and(|id| id.to_string() != text), false);
    }
}

#[test]
fn ids_of_one_moment_sort_as_they_were_made_also_among_kinds() {
    let at = Timestamp::UNIX_EPOCH;
    let (one, two, three) = (SessionId::new(at), PhotoId::new(at), SessionId::new(at));
    assert!(one.any() < two.any() && two.any() < three.any() && one < three);
}
