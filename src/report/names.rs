//! The words that reports use for what other stages have as enumerations.

use crate::article::PublishedFrom;
use crate::time::{AnchorSource, Modifier, TimexClass};
use crate::verdict::Finding;

/// What a finding is called: "conflict in deadline".
pub(super) fn title(finding: &Finding) -> String {
    format!("{} in {}", finding.relation.name(), finding.kind)
}

/// Where an anchor came from: "front matter", "dateline".
pub(super) fn anchor_source(from: AnchorSource) -> &'static str {
    match from {
        AnchorSource::Published(PublishedFrom::FrontMatter) => "front matter",
        AnchorSource::Published(PublishedFrom::Json) => "published",
        AnchorSource::Published(PublishedFrom::CommandLine) => "command line",
        AnchorSource::Published(PublishedFrom::Presumed) => "presumed",
        AnchorSource::Dateline => "dateline",
        AnchorSource::Byline => "byline",
        AnchorSource::Today => "today",
        AnchorSource::Caption => "caption",
        AnchorSource::Speech => "speech",
        AnchorSource::Event => "event",
    }
}

/// The TIMEX3 type: "DATE".
pub(super) fn timex_class(class: TimexClass) -> &'static str {
    match class {
        TimexClass::Date => "DATE",
        TimexClass::Time => "TIME",
        TimexClass::Duration => "DURATION",
        TimexClass::Set => "SET",
    }
}

/// The TIMEX3 mod: "ON_OR_BEFORE".
pub(super) fn modifier(modifier: Modifier) -> &'static str {
    match modifier {
        Modifier::Before => "BEFORE",
        Modifier::After => "AFTER",
        Modifier::OnOrBefore => "ON_OR_BEFORE",
        Modifier::OnOrAfter => "ON_OR_AFTER",
        Modifier::LessThan => "LESS_THAN",
        Modifier::MoreThan => "MORE_THAN",
        Modifier::EqualOrLess => "EQUAL_OR_LESS",
        Modifier::EqualOrMore => "EQUAL_OR_MORE",
        Modifier::Start => "START",
        Modifier::Mid => "MID",
        Modifier::End => "END",
        Modifier::Approx => "APPROX",
    }
}
