//! Bytes of files: which encoding, and whether they are a list at all.

use nexudus_core::{
    encoding::{Encoding, MOST_BYTES, Unusable, check_size},
    recipients::{MOST_LINES, Reader},
};
use proptest::prelude::*;

use crate::reading::{read_bytes, read_to_end, short};

#[test]
fn bytes_become_text() {
    let text = "Name;Email\nZoë;zoe@x.com\n";
    let utf16 = |unit: fn(u16) -> [u8; 2], mark: bool| -> Vec<u8> {
        let units = mark.then_some(0xFEFF).into_iter().chain(text.encode_utf16());
        units.flat_map(unit).collect()
    };
    for (bytes, encoding) in [
        (text.as_bytes().to_vec(), Encoding::Utf8),
        ([b"\xEF\xBB\xBF", text.as_bytes()].concat(), Encoding::Utf8),
        (utf16(u16::to_le_bytes, true), Encoding::Utf16Le),
        (utf16(u16::to_be_bytes, true), Encoding::Utf16Be),
        (utf16(u16::to_le_bytes, false), Encoding::Utf16Le),
        (utf16(u16::to_be_bytes, false), Encoding::Utf16Be),
        (b"Name;Email\nZo\xEB;zoe@x.com\n".to_vec(), Encoding::Windows1252),
    ] {
        let list = read_bytes(&bytes).unwrap();
        assert_eq!(list.encoding, encoding);
        assert_eq!((short(&list), list.entries[0].text.as_str()), (vec!["2: zoe@x.com".into()], "Zoë;zoe@x.com"));
    }
    // Not UTF-8 after all, and found out late: nothing is there twice.
    let late = [b"1\n".repeat(9_000), b"\x80".to_vec()].concat();
    let list = read_bytes(&late).unwrap();
    assert_eq!(
        (list.entries.len(), list.encoding, list.entries[9_000].text.as_str()),
        (9_001, Encoding::Windows1252, "€")
    );
}

#[test]
fn characters_that_lie_across_slices_stay_whole() {
    let text = format!("x{}", "é€😀\n".repeat(15_000));
    let units: Vec<u8> = [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    for bytes in [text.clone().into_bytes(), units] {
        let list = read_bytes(&bytes).unwrap();
        assert_eq!(list.entries.len(), 15_000);
        assert!(list.entries[1..].iter().all(|entry| entry.text == "é€😀"));
    }
}

#[test]
fn what_is_no_list_is_refused_and_says_what_it_is() {
    for (bytes, why) in [
        (&b"PK\x03\x04rest"[..], Unusable::Workbook),
        (b"\xD0\xCF\x11\xE0rest", Unusable::Workbook),
        (b"%PDF-1.7", Unusable::Binary),
        (b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", Unusable::Binary),
        (b"\x1F\x8B\x08\x01\x02\x03\x04\x05\x06\x07", Unusable::Binary),
    ] {
        assert_eq!(read_bytes(bytes), Err(why), "{bytes:?}");
    }
    assert_eq!(check_size(50 << 20), Err(Unusable::TooLarge(50 << 20)));
    assert_eq!(Reader::of_bytes(vec![b'1'; MOST_BYTES + 1]).err(), Some(Unusable::TooLarge(MOST_BYTES + 1)));
    assert!(read_to_end(Reader::of_text(&"1\n".repeat(MOST_LINES)).unwrap()).is_ok());
    assert_eq!(
        read_to_end(Reader::of_text(&"1\n".repeat(MOST_LINES + 1)).unwrap()).err(),
        Some(Unusable::TooManyLines)
    );
}

proptest! {
    #[test]
    fn bytes_of_any_kind_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), texty in any::<bool>()) {
        let bytes: Vec<u8> = if texty { bytes.into_iter().map(|byte| byte | 0x20).collect() } else { bytes };
        let _ = read_bytes(&bytes);
    }
}
