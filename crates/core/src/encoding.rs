//! From the bytes of a dropped file to text, slice by slice: UTF-8, UTF-16, or Windows-1252, which is what older
//! spreadsheets write in Western Europe. What is no text is refused.

/// The largest text taken, in bytes: room for some hundred thousand rows, and still nothing that a tab cannot hold.
pub const MOST_BYTES: usize = 10 * 1024 * 1024;
/// Bytes decoded at a time: well under a millisecond.
const SLICE: usize = 16 * 1024;

/// Why a file cannot be read as a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unusable {
    /// More than [`MOST_BYTES`]; this many bytes.
    TooLarge(usize),
    /// More lines than [`crate::recipients::MOST_LINES`].
    TooManyLines,
    /// A workbook, such as .xlsx or .xls: it has to be saved as CSV first.
    Workbook,
    /// Not a text: a picture, a PDF, an archive.
    Binary,
}

/// How the bytes were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without byte order mark.
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// Windows-1252: a text that is no UTF-8.
    Windows1252,
}

/// What a step has brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decoded {
    /// More text, and there may be more behind it.
    More,
    /// The end.
    End,
    /// It was not UTF-8 after all: everything decoded so far is void, and decoding starts anew as Windows-1252.
    Restart,
}

/// Bytes under decoding.
#[derive(Debug, Clone)]
pub struct Decoder {
    bytes: Vec<u8>,
    at: usize,
    encoding: Encoding,
    /// The first half of a surrogate pair at the end of a slice.
    high: Option<u16>,
    /// Typed or pasted text is text, whatever it holds.
    is_text: bool,
}

/// Refuses by size alone, before the bytes of a file are read.
///
/// # Errors
/// [`Unusable::TooLarge`].
pub fn check_size(bytes: usize) -> Result<(), Unusable> {
    if bytes > MOST_BYTES { Err(Unusable::TooLarge(bytes)) } else { Ok(()) }
}

impl Decoder {
    /// Looks at how the bytes begin.
    ///
    /// # Errors
    /// Too large, or of a kind that is told by its first bytes.
    pub fn of_bytes(bytes: Vec<u8>) -> Result<Self, Unusable> {
        check_size(bytes.len())?;
        let (encoding, at) = match bytes.as_slice() {
            // A zip archive, which is what .xlsx and .ods are, and the container of .xls.
            [b'P', b'K', 3, 4, ..] | [0xD0, 0xCF, 0x11, 0xE0, ..] => return Err(Unusable::Workbook),
            [b'%', b'P', b'D', b'F', ..] => return Err(Unusable::Binary),
            [0xEF, 0xBB, 0xBF, ..] => (Encoding::Utf8, 3),
            [0xFF, 0xFE, ..] => (Encoding::Utf16Le, 2),
            [0xFE, 0xFF, ..] => (Encoding::Utf16Be, 2),
            bytes => (unmarked(bytes), 0),
        };
        Ok(Self { bytes, at, encoding, high: None, is_text: false })
    }

    /// Pasted text.
    ///
    /// # Errors
    /// Too large.
    pub fn of_text(text: &str) -> Result<Self, Unusable> {
        check_size(text.len())?;
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        Ok(Self { bytes: text.into(), at: 0, encoding: Encoding::Utf8, high: None, is_text: true })
    }

    /// How the bytes are read.
    #[must_use]
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// Bytes decoded, and bytes in all.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        (self.at, self.bytes.len())
    }

    /// Decodes the next slice and appends it to `out`.
    ///
    /// # Errors
    /// [`Unusable::Binary`] where too much of it is nothing that a text holds.
    pub fn step(&mut self, out: &mut String) -> Result<Decoded, Unusable> {
        let from = out.len();
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let slice = rest.get(..SLICE).unwrap_or(rest);
        if slice.is_empty() {
            out.extend(self.high.take().map(|_| char::REPLACEMENT_CHARACTER));
            return Ok(Decoded::End);
        }
        match self.encoding {
            Encoding::Utf8 => {
                let decoded = slice.utf8_chunks().next();
                let valid = decoded.map_or("", |chunk| chunk.valid());
                // A character that the slice has cut is read with the next one; anything else is no UTF-8.
                if valid.len() < slice.len() && (slice.len() - valid.len() > 3 || slice.len() == rest.len()) {
                    (self.at, self.encoding) = (0, Encoding::Windows1252);
                    return Ok(Decoded::Restart);
                }
                out.push_str(valid);
                self.at += valid.len();
            }
            Encoding::Windows1252 => {
                out.extend(slice.iter().map(|byte| windows_1252(*byte)));
                self.at += slice.len();
            }
            Encoding::Utf16Le | Encoding::Utf16Be => {
                self.at += slice.len();
                let low_first = self.encoding == Encoding::Utf16Le;
                let units = slice.chunks(2).map(|pair| match pair {
                    [first, second] if low_first => u16::from_le_bytes([*first, *second]),
                    [first, second] => u16::from_be_bytes([*first, *second]),
                    // A byte without its other half.
                    _ => 0xFFFD,
                });
                let mut units: Vec<u16> = self.high.take().into_iter().chain(units).collect();
                self.high = units.pop_if(|unit| (0xD800..0xDC00).contains(unit));
                out.extend(char::decode_utf16(units).map(|char| char.unwrap_or(char::REPLACEMENT_CHARACTER)));
            }
        }
        let text = out.get(from..).unwrap_or_default();
        if !self.is_text && is_binary(text) { Err(Unusable::Binary) } else { Ok(Decoded::More) }
    }
}

/// UTF-16 without a mark is unmistakable where the text is mostly ASCII, as lists of addresses are: every other byte is 0.
fn unmarked(bytes: &[u8]) -> Encoding {
    let pairs = || bytes.chunks_exact(2).take(1024);
    let (all, low_first) = (pairs().count(), pairs().filter(|pair| matches!(pair, [low, 0] if *low != 0)).count());
    let high_first = pairs().filter(|pair| matches!(pair, [0, low] if *low != 0)).count();
    match all * 3 / 4 {
        most if low_first > most => Encoding::Utf16Le,
        most if high_first > most => Encoding::Utf16Be,
        _ => Encoding::Utf8,
    }
}

/// A zero, or more than a few other control characters.
fn is_binary(text: &str) -> bool {
    let strange = |char: &char| char.is_control() && !matches!(char, '\t' | '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}');
    text.contains('\0') || text.chars().filter(strange).count() > 4 + text.len() / 100
}

fn windows_1252(byte: u8) -> char {
    const FROM_80: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ";
    match byte {
        0x80..=0x9F => FROM_80.chars().nth(usize::from(byte - 0x80)).unwrap_or(char::REPLACEMENT_CHARACTER),
        _ => char::from(byte),
    }
}
