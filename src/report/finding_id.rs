//! Findings -> ids that stay when files move, paragraphs are re-wrapped or dates resolve otherwise.

use std::collections::HashMap;

use super::Report;
use crate::verdict::{Evidence, Finding};

/// The id of each finding, in the order of the findings.
///
/// An id is the 64-bit FNV-1a hash, as 16 hexadecimal digits, of the kind and the two whole sentences, each followed
/// by a zero byte, the sentences in the order of their bytes and with every run of white space as one space. The
/// second finding with the same hash gets "-2" behind it, the third "-3".
pub fn ids(report: &Report) -> Vec<String> {
    let mut seen: HashMap<u64, usize> = HashMap::new();
    let hashes = report.findings.iter().map(|finding| hash(report, finding));
    hashes
        .map(|hash| {
            let times = seen.entry(hash).or_default();
            *times += 1;
            match *times {
                1 => format!("{hash:016x}"),
                times => format!("{hash:016x}-{times}"),
            }
        })
        .collect()
}

fn hash(report: &Report, finding: &Finding) -> u64 {
    let mut sentences = [sentence(report, &finding.left), sentence(report, &finding.right)];
    sentences.sort();
    let parts = [finding.kind, &sentences[0], &sentences[1]];
    parts.iter().flat_map(|part| part.bytes().chain([0])).fold(0xcbf2_9ce4_8422_2325, fnv_1a)
}

fn fnv_1a(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
}

fn sentence(report: &Report, evidence: &Evidence) -> String {
    let words: Vec<&str> = evidence.sentence.of(&report.articles[evidence.article].text).split_whitespace().collect();
    words.join(" ")
}
