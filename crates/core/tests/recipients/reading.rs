//! Lists read to their end.

use nexudus_core::{
    encoding::Unusable,
    recipients::{List, Progress, Read, Reader},
};

pub fn read_to_end(mut reader: Reader) -> Result<List, Unusable> {
    while reader.step()? != Progress::Done {}
    Ok(reader.finish())
}

pub fn read(text: &str) -> List {
    read_to_end(Reader::of_text(text).unwrap()).unwrap()
}

pub fn read_bytes(bytes: &[u8]) -> Result<List, Unusable> {
    read_to_end(Reader::of_bytes(bytes.to_vec())?)
}

/// Each entry in short: its line, and what it was read as.
pub fn short(list: &List) -> Vec<String> {
    let entry = |entry: &nexudus_core::recipients::Entry| {
        let read = match &entry.read {
            Read::Id(id) => id.to_string(),
            Read::Email(email) => email.clone(),
            Read::Unreadable(why) => format!("{why:?}"),
        };
        let twice = entry.twice.map(|first| format!(" = {first}")).unwrap_or_default();
        format!("{}: {read}{twice}", entry.line)
    };
    list.entries.iter().map(entry).collect()
}
