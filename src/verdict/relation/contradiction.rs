//! Whether a difference of a kind can be a contradiction at all, or is what one expects of two events of a sort, of a part
//! and its whole, of a state that moved on.

use std::sync::Arc;

use super::weight::{OWN_WEIGHT, only_weight};
use super::{are_rules, are_rules_of_manuals, days_between_tellings, is_of_one_week, is_revision, last_until};
use crate::claim::{Claim, Participant, Polarity, Role, When, is_once, is_ruling};
use crate::entity::{self, NamedEntity, Role as NameRole};
use crate::matching::{Alignment, ClaimPair, PlaceMatch};
use crate::table;
use crate::time::Granularity;
use crate::verdict::kinds::is_running;

/// Events more than a month apart are other events, whatever else they share.
const DAYS_OF_ONE_EVENT: i32 = 30;

/// A promise is put off by months and remains the same promise.
const DAYS_OF_ONE_PROMISE: i32 = 400;

/// An event that is dated by its year may be dated wrong by years, where each article tells one such event.
const DAYS_OF_ONE_UNDERTAKING: i32 = 100 * 366;

/// How far apart two days of one event may be told.
fn most_days(pair: &ClaimPair<'_>, kind: &str) -> i32 {
    let granularity = |claim: &Claim| claim.time.as_ref().map(|when| when.granularity);
    let both = granularity(pair.left).zip(granularity(pair.right));
    let is_by_year = both.is_some_and(|(one, other)| one.min(other) >= Granularity::Year);
    let is_one = pair.alignment.is_only && pair.alignment.mutual_coverage >= 0.8;
    match kind {
        _ if pair.alignment.story.is_one_matter() && is_one => DAYS_OF_ONE_UNDERTAKING,
        "deadline" => DAYS_OF_ONE_PROMISE,
        _ if pair.left.modality.is_ahead() && pair.right.modality.is_ahead() => DAYS_OF_ONE_PROMISE,
        _ if is_by_year && is_one && pair.alignment.story.weight >= 2 => DAYS_OF_ONE_UNDERTAKING,
        _ if is_by_year && befell_once(pair) => DAYS_OF_ONE_UNDERTAKING,
        _ if both.is_some_and(|(one, other)| one.min(other) >= Granularity::Month) && is_seldom(pair) => {
            DAYS_OF_ONE_PROMISE
        }
        // One thing is allowed or banned once, by one body.
        _ if is_of_one_ruling(pair) => DAYS_OF_ONE_PROMISE,
        _ if is_of_one_version(pair) => DAYS_OF_ONE_UNDERTAKING,
        _ => DAYS_OF_ONE_EVENT,
    }
}

/// Whether each of few articles tells one ruling, on something that both name.
fn is_of_one_ruling(pair: &ClaimPair<'_>) -> bool {
    let ruled_on = |claim: &'_ Claim| -> Vec<Arc<NamedEntity>> {
        // "A Security Council resolution" is one of many.
        let is_named = |one: &Participant| one.words.binary_search(&one.head).is_err();
        let is_thing = |one: &&Participant| !matches!(one.role, Role::Agent | Role::Party) && is_named(one);
        claim.participants.iter().filter(is_thing).flat_map(|one| one.names.iter().cloned()).collect()
    };
    let of_right = ruled_on(pair.right);
    let is_named = || ruled_on(pair.left).iter().any(|one| of_right.iter().any(|other| entity::is_same(one, other)));
    let is_ruling = is_ruling(&pair.left.event.concept) && pair.left.event.concept == pair.right.event.concept;
    is_ruling && pair.alignment.is_only && pair.alignment.story.is_of_few(2) && is_named()
}

/// Whether each of few articles tells one event of a sort that befalls one thing once: its founding.
fn befell_once(pair: &ClaimPair<'_>) -> bool {
    pair.alignment.story.is_of_few(2) && pair.alignment.is_only && is_once(&pair.left.event.concept)
}

/// Whether each of few articles tells one event of a sort that befalls the one thing hardly twice a year: that a campaign
/// began.
fn is_seldom(pair: &ClaimPair<'_>) -> bool {
    pair.alignment.story.is_of_few(2)
        && pair.alignment.is_only
        && pair.alignment.is_of_one_patient
        && has_patient(pair.left)
        && table::has(include_str!("../data/seldom.tsv"), &pair.left.event.concept)
}

/// Whether each of few articles tells one event of the sort of one version of something: it is released and retired once.
fn is_of_one_version(pair: &ClaimPair<'_>) -> bool {
    let (left, right) = (&pair.left.versions, &pair.right.versions);
    !pair.alignment.story.is_of_corpus() && pair.alignment.is_only && left.iter().any(|version| right.contains(version))
}

/// Whether a difference of the kind can be a contradiction at all, or is what one expects of two events of a sort.
pub(super) fn can_contradict(pair: &ClaimPair<'_>, kind: &str) -> bool {
    let (left, right) = (pair.left, pair.right);
    let is_one_article = left.article == right.article;
    let alignment = &pair.alignment;
    match kind {
        // Two clauses of a sentence are told side by side.
        _ if is_one_article && left.sentence == right.sentence => false,
        // "Three died in Marlow" are some of those who died.
        "quantity" if is_part_by_place(left, right) || is_part_by_place(right, left) => false,
        // What is told of two places is two things.
        "quantity" | "duration" | "polarity" | "status" if alignment.place == PlaceMatch::Different => false,
        // "It was opened on April 2": nobody knows what.
        "date" if !alignment.story.is_one_matter() && is_of_somebody_else(pair) => false,
        // "For 30 days on the Basic plan", "for 90 days on the Studio plan".
        "duration" | "quantity" if are_rules(left, right) && alignment.is_told_apart => false,
        // Each at its time.
        "polarity" if left.clock.is_some() && right.clock.is_some() => false,
        "polarity" if is_denied_since(left, right) || is_denied_since(right, left) => false,
        "date" if is_counted_alike(left, right) && !is_one_article => false,
        "date" | "deadline" => {
            // An article that tells of two days tells of two events.
            (kind == "deadline" && !last_until(left, right) || !is_one_article || is_weekday_beside_day(left, right))
                && days_apart(left, right).is_none_or(|days| days <= most_days(pair, kind))
                // What is said to be put off is one thing, however far and however often.
                // A version is released once.
                && (is_revision(left, right)
                    || is_of_one_version(pair) && alignment.is_of_one_patient
                    || !is_week_apart(left, right) && !are_two_news(left, right))
        }
        // An article tells how a state moved on: planned, then called off; open, then closed.
        _ if is_one_article => false,
        _ if pair.alignment.story.is_one_matter() && kind == "quantity" => true,
        "quantity" | "polarity" if !pair.alignment.story.is_one_matter() && is_of_the_hour(left, right) => false,
        "duration" if pair.alignment.story.is_one_matter() => true,
        // "From 8 am to noon", "from 3 pm to 7 pm": each at its time.
        "duration" if are_of_clock(left, right) => false,
        // "A 12-hour ceasefire" and "a four-hour ceasefire" are two.
        "duration" if left.event.is_noun && right.event.is_noun && alignment.weight < OWN_WEIGHT => false,
        // "Opened a branch in Kell": one of several.
        "place" if !alignment.story.is_one_matter() && alignment.is_indefinite => false,
        // Rallies of one day are held in many towns, unless somebody who is named was at one of them.
        "place" if !alignment.story.is_one_matter() && is_gathering(pair) && !share_somebody(pair) => false,
        // Figures of other weeks are other figures, unless both name one time.
        "participant" => {
            is_told_together(left, right) && (pair.alignment.story.is_one_matter() || pair.alignment.is_only)
        }
        "quantity" | "duration" => {
            (is_told_together(left, right) || kind == "duration" && are_rules(left, right))
                && (!pair.alignment.is_told_apart || is_of_one_doer_and_day(pair))
                && !is_news_of_another(left, right)
                && !is_of_any(pair)
                && !is_of_somebody_else(pair)
        }
        "polarity" => can_contradict_in_polarity(pair),
        "status" => can_contradict_in_status(pair),
        _ => true,
    }
}

/// Whether both tell by the clock when it begins and ends.
fn are_of_clock(left: &Claim, right: &Claim) -> bool {
    let is_of_clock = |claim: &Claim| claim.duration.as_ref().is_some_and(|length| length.is_of_clock);
    is_of_clock(left) && is_of_clock(right)
}

/// Whether that one claim denies the other, or tells the opposite, can be a contradiction: both are news of one day, of one
/// thing, or lay down one rule.
fn can_contradict_in_polarity(pair: &ClaimPair<'_>) -> bool {
    let (left, right, alignment) = (pair.left, pair.right, &pair.alignment);
    let is_denial = left.polarity != right.polarity;
    // "The strike is over", "goes on".
    if left.event.phase != right.event.phase && !is_denial {
        let is_now = days_between_tellings(left.told, right.told).is_some_and(|days| days.abs() <= 1);
        return is_now && alignment.weight >= OWN_WEIGHT && alignment.is_only;
    }
    if are_rules_of_manuals(pair) {
        // "Is open from 9 am", "closes at 5 pm": each at its time.
        let is_timed = |claim: &Claim| claim.clock.is_some() || claim.duration.is_some();
        return alignment.is_of_one_patient
            && has_patient(left)
            && if is_denial { alignment.weight >= OWN_WEIGHT } else { !is_timed(left) && !is_timed(right) };
    }
    let is_of_one_day = left.time.is_some() && right.time.is_some();
    let denies_all = is_denial && (left.denies_all || right.denies_all);
    let is_ruling = !is_denial && is_ruling(&left.event.concept) && is_ruling(&right.event.concept);
    let is_once = (denies_all || is_ruling) && only_weight(pair) > 0;
    let most = if is_once { DAYS_OF_ONE_EVENT } else { 1 };
    let is_one_news = match days_between_tellings(left.told, right.told) {
        Some(days) => days.abs() <= most,
        None => alignment.story.is_one_matter(),
    };
    let is_of_one_body = is_ruling && only_weight(pair) > 0 && alignment.weight >= OWN_WEIGHT;
    let is_one_thing = is_denial || is_of_one_body || alignment.is_of_one_patient && has_patient(left);
    let is_not_yet = is_denied_so_far(left, right) || is_denied_so_far(right, left);
    let is_denied_later = is_not_yet && alignment.is_only && alignment.weight >= OWN_WEIGHT;
    (is_of_one_day || is_denied_later || is_one_news && is_one_thing) && (!is_denial || is_telling(pair))
}

/// Whether the one is denied of all time up to a telling before which the other happened: "approved in February", told in
/// April: "has not yet been approved".
fn is_denied_so_far(denied: &Claim, told: &Claim) -> bool {
    let day = told.time.as_ref().and_then(|when| when.interval.last());
    denied.is_so_far && day.zip(denied.told).is_some_and(|(day, telling)| day < telling.day)
}

/// Whether that something was called off, put off or held can be a contradiction: it is named, or rare.
fn can_contradict_in_status(pair: &ClaimPair<'_>) -> bool {
    let (left, right, alignment) = (pair.left, pair.right, &pair.alignment);
    let is_named = only_weight(pair) > 0 && alignment.weight >= OWN_WEIGHT && !alignment.names.is_empty();
    // "The regatta was put back", "the regatta was called off": a sort of event that no table lists is rare.
    let is_rare = alignment.is_only && alignment.story.is_of_few(1) && left.event.is_unlisted();
    left.time.is_some() && right.time.is_some() || is_told_together(left, right) && (is_named || is_rare)
}

/// Whether the one is denied from some day on and the other, undated, may lie before it: "no tests since July", "its
/// tests".
fn is_denied_since(denied: &Claim, told: &Claim) -> bool {
    let is_open = denied.time.as_ref().is_some_and(|when| when.interval.end.is_none());
    denied.polarity == Polarity::Negative && is_open && told.time.is_none()
}

/// Whether the two share a name, in articles that share more than a few: in a corpus many do.
pub(in crate::verdict) fn is_named_in_one_story(alignment: &Alignment) -> bool {
    !alignment.names.is_empty() && alignment.story.weight >= LEAST_STORY
}

/// Whether both use the same words, counted from two days of telling: "last night" printed again the next day, or the
/// news of each day.
fn is_counted_alike(left: &Claim, right: &Claim) -> bool {
    let (Some(one), Some(other)) = (&left.time, &right.time) else { return false };
    let are_counted = one.anchor.is_some() && other.anchor.is_some() && one.interval != other.interval;
    are_counted && one.words.to_lowercase() == other.words.to_lowercase()
}

/// The weight of a story in a corpus: many share a few names.
const LEAST_STORY: u32 = 3;

/// Whether one who is named does both on one day: of two names for a thing, one does not tell it from the other then.
fn is_of_one_doer_and_day(pair: &ClaimPair<'_>) -> bool {
    !pair.alignment.names.is_empty() && is_of_one_day(pair)
}

/// Whether both are dated by one day.
pub(super) fn is_of_one_day(pair: &ClaimPair<'_>) -> bool {
    let day = |claim: &Claim| {
        claim.time.as_ref().filter(|when| when.granularity <= Granularity::Day).map(|when| when.interval)
    };
    day(pair.left).is_some() && day(pair.left) == day(pair.right)
}

/// Whether the two tell how something rose or fell by itself within a day: prices do both, but who raises a rate does not
/// cut it.
fn is_of_the_hour(left: &Claim, right: &Claim) -> bool {
    let moves = |claim: &Claim| matches!(claim.event.concept.as_str(), "rise" | "fall");
    let is_of_a_period = |claim: &Claim| claim.time.as_ref().is_some_and(|when| when.granularity > Granularity::Day);
    let has = |claim: &Claim, role: Role| claim.participants.iter().any(|one| one.role == role);
    let is_done = |claim: &Claim| has(claim, Role::Agent) && has(claim, Role::Patient);
    moves(left)
        && moves(right)
        && !(is_of_a_period(left) && is_of_a_period(right))
        && !(is_done(left) && is_done(right))
}

/// Whether one of the two introduces who did it as something new, and they are not told within a day: "a car bombing
/// killed two" after another one.
fn is_news_of_another(left: &Claim, right: &Claim) -> bool {
    let introduces = |claim: &Claim| claim.participants.iter().any(|one| one.role == Role::Agent && one.is_indefinite);
    let is_late = days_between_tellings(left.told, right.told).is_none_or(|days| days.abs() > 1);
    (introduces(left) || introduces(right)) && is_late
}

/// Whether the two tell a measure of something that no name tells from others of its sort: two girls, each of her age.
fn is_of_any(pair: &ClaimPair<'_>) -> bool {
    pair.left.event.is_unlisted() && pair.alignment.names.is_empty() && pair.alignment.words.len() < 2
}

/// Whether a pronoun that stands for nobody known does it, and no name is shared: "it will cut 9,500 jobs".
pub(super) fn is_of_somebody_else(pair: &ClaimPair<'_>) -> bool {
    (pair.left.is_of_somebody || pair.right.is_of_somebody) && pair.alignment.names.is_empty()
}

/// Whether the denied claim says enough to be denied of one event: "has not", "does not go" do not, and "does not test"
/// is no denial of one test.
fn is_telling(pair: &ClaimPair<'_>) -> bool {
    let alignment = &pair.alignment;
    let denied = if pair.left.polarity == Polarity::Negative { pair.left } else { pair.right };
    let is_of_one_thing = alignment.is_of_one_patient || !has_patient(denied);
    let of_story = denied.denies_all && denied.event.known && alignment.story.weight >= 2 && alignment.is_only;
    let told = !alignment.names.is_empty() && !alignment.words.is_empty();
    alignment.story.is_one_matter() || is_of_one_thing && (of_story || told)
}

fn has_patient(claim: &Claim) -> bool {
    claim.participants.iter().any(|participant| participant.role == Role::Patient)
}

/// Whether an article dates one event that is still to come by weekday and by day of the month, and the two lie side by
/// side: "a vote on Friday", "the ballot on May 16".
fn is_weekday_beside_day(left: &Claim, right: &Claim) -> bool {
    let (Some(one), Some(other)) = (&left.time, &right.time) else { return false };
    let is_day = |when: &When| when.granularity == Granularity::Day && when.bound.is_none();
    let names_day = |when: &When| when.words.bytes().any(|byte| byte.is_ascii_digit());
    let is_ahead = |claim: &Claim, when: &When| {
        claim.told.is_some_and(|anchor| when.interval.last().is_some_and(|day| day >= anchor.day))
    };
    is_day(one)
        && is_day(other)
        && names_day(one) != names_day(other)
        && is_ahead(left, one)
        && is_ahead(right, other)
        && left.event.concept == right.event.concept
        && left.event.known
        && right.event.is_definite
        && days_apart(left, right).is_some_and(|days| days <= 2)
}

/// Whether whole weeks lie between the days and a weekday is counted from the day of telling, which may be off by a
/// day: "on Tuesday" printed on a Monday.
fn is_week_apart(left: &Claim, right: &Claim) -> bool {
    let names_day = |when: &When| when.words.bytes().any(|byte| byte.is_ascii_digit());
    let is_counted = |claim: &Claim| claim.time.as_ref().is_some_and(|when| when.anchor.is_some() && !names_day(when));
    (is_counted(left) || is_counted(right)) && days_apart(left, right).is_some_and(|days| days > 0 && days % 7 == 0)
}

/// Whether each is the news of its own week, and the days lie about as far apart as the tellings: then both happened.
fn are_two_news(left: &Claim, right: &Claim) -> bool {
    let age = |claim: &Claim| -> Option<i32> {
        let interval = claim.time.as_ref()?.interval;
        let told = claim.told?.day;
        let days = interval.last()?.until(told).ok()?.get_days();
        // "This week" is not over.
        let is_running = interval.start.is_some_and(|start| start <= told);
        Some(if is_running { days.max(0) } else { days })
    };
    let is_fresh = |claim: &Claim, most: i32| age(claim).is_some_and(|days| (-1..=most).contains(&days));
    let apart = days_between_tellings(left.told, right.told).map_or(0, i32::abs);
    let most = if apart > 7 { 7 } else { 2 };
    apart > 2 && is_fresh(left, most) && is_fresh(right, most)
}
/// Whether the two are told within a week or both say of what time they speak.
pub(super) fn is_told_together(left: &Claim, right: &Claim) -> bool {
    left.time.is_some() && right.time.is_some() || is_of_one_week(left, right)
}

/// Whether the one counts what came to pass in a place, fewer than the other counts without one.
fn is_part_by_place(part: &Claim, whole: &Claim) -> bool {
    let most = |claim: &Claim| claim.quantities.iter().filter_map(|counted| counted.quantity.high).reduce(f64::max);
    let is_placed = !part.places.is_empty() && whole.places.is_empty();
    is_placed && is_running(part) && most(part).zip(most(whole)).is_some_and(|(part, whole)| part < whole)
}

/// Whether one who takes part in both is named by more than the country, or two countries do.
fn share_somebody(pair: &ClaimPair<'_>) -> bool {
    let mut named = pair.left.names().filter(|name| name.role != NameRole::Country);
    pair.alignment.names.len() >= 2 || named.any(|name| pair.right.names().any(|known| entity::is_same(name, known)))
}

/// Whether people come together, for a strike, for a vote, or for something that is introduced as new: "a rally".
fn is_gathering(pair: &ClaimPair<'_>) -> bool {
    let is_new = |claim: &Claim| claim.event.is_noun && !claim.event.is_definite;
    table::has(include_str!("../data/gathering.tsv"), &pair.left.event.concept)
        || is_new(pair.left)
        || is_new(pair.right)
}

fn days_apart(left: &Claim, right: &Claim) -> Option<i32> {
    let end = |claim: &Claim| claim.deadline.as_ref().or(claim.time.as_ref()).and_then(|when| when.interval.last());
    Some(end(left)?.until(end(right)?).ok()?.get_days().abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted() {
        assert_eq!(table::first_out_of_order(include_str!("../data/gathering.tsv")), None);
    }
}
