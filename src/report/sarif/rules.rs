//! The kinds as SARIF's rules: their help is the text of their own modules.

use super::log::{Message, MultiformatMessage, Rule};
use crate::verdict::{kind_doc, kind_names};

/// One rule for each kind.
pub(super) fn all() -> Vec<Rule> {
    kind_names().filter_map(|name| Some(rule(name, kind_doc(name)?))).collect()
}

/// The number of the kind's rule.
pub(super) fn index(kind: &str) -> Option<usize> {
    kind_names().position(|name| name == kind)
}

fn rule(name: &'static str, doc: &'static str) -> Rule {
    let short = doc.lines().next().unwrap_or_default();
    let full = doc.split("\n\nFires:").next().unwrap_or_default();
    Rule {
        id: name,
        short_description: Message { text: short.to_owned() },
        full_description: Message { text: full.to_owned() },
        help: MultiformatMessage { text: doc, markdown: doc },
    }
}
