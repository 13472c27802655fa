//! Entry -> how many sources stand on each side of a disagreement, and which side is the most specific, the latest, and
//! the closest to the event; nothing says which of them is right.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::groups::Entry;
use super::{Report, Rules, Trust, escaped};
use crate::claim::{Claim, When};
use crate::verdict::Evidence;

/// So many sources have to speak before they are counted.
const LEAST_SOURCES: usize = 3;

/// One value of a disagreement and who gives it.
struct Side<'a> {
    /// What is equal for places that give one value in other words.
    key: String,
    value: &'a str,
    sources: BTreeSet<&'a str>,
    /// How much room the value leaves: days, or the width of a range.
    extent: Option<f64>,
    /// The last day on which it was told.
    told: Option<Date>,
    /// The fewest days between the event and its telling.
    distance: Option<i32>,
    /// How far the most trusted of its sources is trusted.
    trust: Trust,
}

/// The sides in the order of their first place, in words; `None` where fewer than three sources speak.
///
/// "2 for 2025-03-03 (a.txt, b.txt), the latest; 1 for 2025-03-05 (c.txt)".
pub(super) fn sides(report: &Report, rules: &Rules, entry: &Entry<'_>) -> Option<String> {
    let first = entry.first.finding;
    let mut sides: Vec<Side<'_>> = Vec::new();
    for place in [&first.left, &first.right].into_iter().chain(entry.further_places()) {
        let one = side(report, rules, place);
        match sides.iter_mut().find(|known| known.key == one.key) {
            Some(known) => known.join(one),
            None => sides.push(one),
        }
    }
    let sources: BTreeSet<&str> = sides.iter().flat_map(|side| side.sources.iter().copied()).collect();
    if sources.len() < LEAST_SOURCES || sides.len() < 2 {
        return None;
    }
    let notes = [
        ("the most specific", only_best(&sides, |side| side.extent.map(|extent| -extent))),
        ("the latest", only_best(&sides, |side| side.told)),
        ("the closest to the event", only_best(&sides, |side| side.distance.map(|days| -days))),
        ("the most trusted", only_best(&sides, |side| Some(side.trust))),
    ];
    let told = sides.iter().enumerate().map(|(number, side)| {
        let of_side = notes.iter().filter(|(_, best)| *best == Some(number)).map(|(note, _)| format!(", {note}"));
        side.words() + &of_side.collect::<String>()
    });
    Some(told.collect::<Vec<_>>().join("; "))
}

impl Side<'_> {
    /// Takes in another place that gives the same value.
    fn join(&mut self, other: Self) {
        self.sources.extend(other.sources);
        self.extent = smaller(self.extent, other.extent);
        self.told = self.told.max(other.told);
        self.distance = smaller(self.distance, other.distance);
        self.trust = self.trust.max(other.trust);
    }

    fn words(&self) -> String {
        let names = self.sources.iter().copied().collect::<Vec<_>>().join(", ");
        format!("{} for {} ({})", self.sources.len(), escaped(self.value), escaped(&names))
    }
}

fn smaller<T: PartialOrd>(one: Option<T>, other: Option<T>) -> Option<T> {
    match (one, other) {
        (Some(one), Some(other)) => Some(if other < one { other } else { one }),
        (one, other) => one.or(other),
    }
}

/// The side of which the most is true, where it is known of all sides and is truer of one than of any other.
fn only_best<T: PartialOrd>(sides: &[Side<'_>], measure: impl Fn(&Side<'_>) -> Option<T>) -> Option<usize> {
    let measured: Vec<T> = sides.iter().map(measure).collect::<Option<_>>()?;
    let is_best = |one: &T, at: usize| measured.iter().enumerate().all(|(number, other)| number == at || one > other);
    (0..measured.len()).find(|&at| is_best(&measured[at], at))
}

fn side<'a>(report: &'a Report, rules: &Rules, place: &'a Evidence) -> Side<'a> {
    let article = &report.articles[place.article];
    let told = report.anchors.get(place.article).copied().flatten().map(|anchor| anchor.day);
    let claims = claims_at(report, place);
    let times = || claims.iter().filter_map(|claim| claim.time.as_ref().or(claim.deadline.as_ref()));
    let (key, extent) = time_of(place, times()).or_else(|| amount_of(place, &claims)).unwrap_or_default();
    let days = |when: &When| Some(told?.since(when.interval.start.or(when.interval.last())?).ok()?.get_days().abs());
    Side {
        key: if key.is_empty() { place.value.clone() } else { key },
        value: &place.value,
        sources: BTreeSet::from([article.source.as_deref().unwrap_or(&article.path)]),
        extent,
        told,
        distance: times().find_map(days),
        trust: rules.trust(article),
    }
}

/// The claims that the place is part of.
fn claims_at<'a>(report: &'a Report, place: &Evidence) -> Vec<&'a Claim> {
    report.claims_of(place.article).iter().filter(|claim| claim.span.overlaps(place.span)).collect()
}

/// The days that stand at the place, and how many they are.
fn time_of<'c>(place: &Evidence, mut times: impl Iterator<Item = &'c When>) -> Option<(String, Option<f64>)> {
    let when = times.find(|when| place.span == when.span || place.value.contains(&when.interval.to_string()))?;
    let days = when.interval.start.zip(when.interval.last()).and_then(|(start, last)| last.since(start).ok());
    Some((when.interval.to_string(), Some(days.map_or(f64::INFINITY, |days| f64::from(days.get_days())))))
}

/// The amount that stands at the place, and how far it reaches.
fn amount_of(place: &Evidence, claims: &[&Claim]) -> Option<(String, Option<f64>)> {
    let mut amounts = claims.iter().flat_map(|claim| &claim.quantities).map(|counted| &counted.quantity);
    let amount = amounts.find(|amount| amount.span.overlaps(place.span))?;
    let width = amount.low.zip(amount.high).map_or(f64::INFINITY, |(low, high)| high - low);
    let rounding = if amount.approximate { amount.step } else { 0.0 };
    Some((format!("{:?} {:?} {}", amount.low, amount.high, amount.approximate), Some(width + rounding)))
}

#[cfg(test)]
mod tests {
    use super::super::groups::{entries, sample};
    use super::*;
    use crate::time::{Anchor, AnchorSource};

    #[test]
    fn three_sources_are_counted_by_side() {
        let mut report = sample::report();
        let told = |findings: &Report| sides(findings, &Rules::default(), &entries(&sample::shown(findings))[0]);
        let counted = "2 for 2025-03-03 (a.txt, b.txt); 1 for 2025-03-05 (c.txt)";
        assert_eq!(told(&report).as_deref(), Some(counted));
        let day = |day| Some(Anchor { day: Date::constant(2025, 3, day), from: AnchorSource::Dateline });
        report.anchors = vec![day(4), day(8), day(7)];
        let latest = "2 for 2025-03-03 (a.txt, b.txt), the latest; 1 for 2025-03-05 (c.txt)";
        assert_eq!(told(&report).as_deref(), Some(latest));
        // Two articles of one source are one.
        report.articles[0].source = Some("Wire".to_owned());
        report.articles[1].source = Some("Wire".to_owned());
        assert_eq!(told(&report), None);
    }
}
