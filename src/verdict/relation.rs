//! What a difference means: from who tells it, when they tell it, and how sure it is that both tell one event.

use std::sync::Arc;

use crate::claim::{Claim, Modality, Participant, Polarity, Role, When, is_once, is_opposite, is_ruling};
use crate::entity::{self, NamedEntity, Role as NameRole};
use crate::matching::{Alignment, ClaimPair, PlaceMatch, Story};
use crate::table;
use crate::time::Granularity;
use crate::verdict::Relation;
use crate::verdict::kinds::{Comparison, is_running};

/// The weight below which two claims share too little to be shown to agree.
const AGREEING_WEIGHT: u32 = 6;

/// What two claims have to share themselves, whatever story their articles tell: a name and the sort of event.
const OWN_WEIGHT: u32 = 3;

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

/// Whether each of few articles tells one event of the sort of one version of something: it is released and retired once.
fn is_of_one_version(pair: &ClaimPair<'_>) -> bool {
    let (left, right) = (&pair.left.versions, &pair.right.versions);
    !pair.alignment.story.is_of_corpus() && pair.alignment.is_only && left.iter().any(|version| right.contains(version))
}

/// Why a difference or agreement is not told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Apart {
    /// They speak of different times, so they tell two events.
    OtherTimes,
    /// One article tells both, side by side.
    OneArticle,
    /// A difference of this kind is what one expects of two events of a sort, or of a state that moved on.
    Expected,
    /// They share too little.
    ShareTooLittle,
}

impl Apart {
    /// The reason in words.
    pub fn reason(self) -> &'static str {
        match self {
            Self::OtherTimes => "they speak of different times",
            Self::OneArticle => "one article tells both",
            Self::Expected => "two events of a sort, or a state that moved on, differ so as a rule",
            Self::ShareTooLittle => "they share too little to be one event",
        }
    }
}

/// The relation and its confidence, or why there is none.
///
/// Two death tolls of different days are an update; of one day, a conflict; by two named speakers, disputed.
pub(super) fn decide(pair: &ClaimPair<'_>, kind: &str, comparison: Comparison) -> Result<(Relation, f64), Apart> {
    let (left, right) = (pair.left, pair.right);
    if !matches!(kind, "date" | "deadline") && are_at_other_times(left, right) {
        return Err(Apart::OtherTimes);
    }
    let (relation, confidence) = match comparison {
        Comparison::Same | Comparison::Compatible if left.article == right.article => return Err(Apart::OneArticle),
        Comparison::Same => (Relation::Agree, agreeing(pair)),
        Comparison::Compatible => (Relation::Refine, agreeing(pair)),
        Comparison::Met => (Relation::Kept, agreeing(pair)),
        Comparison::Unmet => (Relation::Missed, differing(pair, kind)),
        Comparison::Different => {
            let relation = revised_or_contradicted(pair, kind).ok_or(Apart::Expected)?;
            let is_disputed = relation == Relation::Conflict && is_between_speakers(left, right);
            (if is_disputed { Relation::Disputed } else { relation }, differing(pair, kind))
        }
    };
    Ok((relation, confidence.ok_or(Apart::ShareTooLittle)?))
}

/// Whether a difference of the kind is a contradiction, a revision, or nothing.
fn revised_or_contradicted(pair: &ClaimPair<'_>, kind: &str) -> Option<Relation> {
    let (left, right) = (pair.left, pair.right);
    let later = days_between_tellings(left, right).is_some_and(|days| days != 0);
    let both_real = left.modality.is_real() && right.modality.is_real();
    let both_ahead = left.modality.is_ahead() && right.modality.is_ahead();
    let both_hold = left.modality == Modality::Holds && right.modality == Modality::Holds;
    let revised = if later { Relation::Update } else { Relation::Conflict };
    // What is planned does not move within days without being said to.
    let is_unmoved = || !is_revision(left, right) && is_of_one_week(left, right);
    match kind {
        _ if !can_contradict(pair, kind) || may_be_routine(pair) => None,
        "date" if both_real || left.article == right.article => Some(Relation::Conflict),
        "deadline" if (are_duties(left, right) || last_until(left, right)) && !is_revision(left, right) => {
            Some(Relation::Conflict)
        }
        "date" | "deadline" if both_ahead && is_unmoved() => Some(Relation::Conflict),
        "date" | "deadline" if both_ahead => Some(revised),
        "date" if left.modality == Modality::Possible || right.modality == Modality::Possible => None,
        // A plan, then the event on another day: it was moved. Told the other way round it is another event.
        "date" => planned_first(left, right).then_some(Relation::Update),
        "quantity" if both_real && is_running(left) => Some(revised),
        // How it is on one day says nothing of another day.
        "quantity" if both_hold => Some(revised),
        "quantity" if both_real => Some(Relation::Conflict),
        "quantity" if are_under_way(left, right) && is_unmoved() => Some(Relation::Conflict),
        "quantity" if both_ahead => Some(revised),
        "duration" if both_real && later && is_revision(left, right) => Some(Relation::Update),
        "duration" if both_real => Some(Relation::Conflict),
        // "Must go to prison for five years", "was sentenced to three years" within a week.
        "duration" if left.modality.is_said() && right.modality.is_said() && is_of_one_week(left, right) => {
            Some(Relation::Conflict)
        }
        "duration" if both_ahead => Some(revised),
        // What one manual says is so and the other not.
        "polarity" if are_rules_of_manuals(pair) => Some(Relation::Conflict),
        "polarity" if later && (left.modality == Modality::Holds || right.modality == Modality::Holds) => None,
        "participant" if both_real || both_ahead => Some(Relation::Conflict),
        // Where something is kept or made as a rule.
        "place" if both_hold && are_rules_of_place(pair) => Some(revised),
        "place" if are_under_way(left, right) && is_unmoved() => Some(Relation::Conflict),
        "polarity" | "place" => both_real.then_some(Relation::Conflict),
        "status" => Some(revised),
        _ => None,
    }
}

/// Whether each is planned or is told as going on, and not both as the latter: "is cutting 1,200 jobs", "will cut 2,100".
fn are_under_way(left: &Claim, right: &Claim) -> bool {
    let is_under_way = |claim: &Claim| claim.modality.is_ahead() || claim.modality == Modality::Holds;
    is_under_way(left) && is_under_way(right) && (left.modality.is_ahead() || right.modality.is_ahead())
}

/// Whether both tell until when somebody is obliged to do it: an order does not move because time passes.
fn are_duties(left: &Claim, right: &Claim) -> bool {
    left.modality == Modality::Required && right.modality == Modality::Required
}

/// Whether both tell until when something lasts: "is supported until March", "support ends in June".
fn last_until(left: &Claim, right: &Claim) -> bool {
    let is_lasting = |claim: &Claim| claim.deadline.as_ref().is_some_and(When::is_of_lasting);
    is_lasting(left) && is_lasting(right)
}

/// Whether the later of the two says that it revises what was told: "now", "was extended", "not until".
fn is_revision(left: &Claim, right: &Claim) -> bool {
    let later = if days_between_tellings(left, right).is_some_and(|days| days < 0) { left } else { right };
    later.is_revision
}

/// Whether a difference of the kind can be a contradiction at all, or is what one expects of two events of a sort.
fn can_contradict(pair: &ClaimPair<'_>, kind: &str) -> bool {
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
                && (is_revision(left, right) || !is_week_apart(left, right) && !are_two_news(left, right))
        }
        // An article tells how a state moved on: planned, then called off; open, then closed.
        _ if is_one_article => false,
        _ if pair.alignment.story.is_one_matter() && kind == "quantity" => true,
        "quantity" | "polarity" if !pair.alignment.story.is_one_matter() && is_of_the_hour(left, right) => false,
        "duration" if pair.alignment.story.is_one_matter() => true,
        // "A 12-hour ceasefire" and "a four-hour ceasefire" are two.
        "duration" if left.event.is_noun && right.event.is_noun && alignment.weight < OWN_WEIGHT => false,
        // Rallies of one day are held in many towns, unless somebody who is named was at one of them.
        // "Opened a branch in Kell": one of several.
        "place" if !alignment.story.is_one_matter() && alignment.is_indefinite => false,
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
        // "The strike is over", "goes on".
        "polarity" if left.event.phase != right.event.phase && left.polarity == right.polarity => {
            let is_now = days_between_tellings(left, right).is_some_and(|days| days.abs() <= 1);
            is_now && alignment.weight >= OWN_WEIGHT && alignment.is_only
        }
        "polarity" if are_rules_of_manuals(pair) => {
            // "Is open from 9 am", "closes at 5 pm": each at its time.
            let is_timed = |claim: &Claim| claim.clock.is_some() || claim.duration.is_some();
            let is_denial = left.polarity != right.polarity;
            alignment.is_of_one_patient
                && has_patient(left)
                && if is_denial { alignment.weight >= OWN_WEIGHT } else { !is_timed(left) && !is_timed(right) }
        }
        "polarity" => {
            let is_of_one_day = left.time.is_some() && right.time.is_some();
            let is_denial = left.polarity != right.polarity;
            let denies_all = is_denial && (left.denies_all || right.denies_all);
            let is_ruling = !is_denial && is_ruling(&left.event.concept) && is_ruling(&right.event.concept);
            let is_once = (denies_all || is_ruling) && only_weight(pair) > 0;
            let most = if is_once { DAYS_OF_ONE_EVENT } else { 1 };
            let is_one_news = match days_between_tellings(left, right) {
                Some(days) => days.abs() <= most,
                None => pair.alignment.story.is_one_matter(),
            };
            let is_of_one_body = is_ruling && only_weight(pair) > 0 && pair.alignment.weight >= OWN_WEIGHT;
            let is_one_thing = is_denial || is_of_one_body || pair.alignment.is_of_one_patient && has_patient(left);
            (is_of_one_day || is_one_news && is_one_thing) && (!is_denial || is_telling(pair))
        }
        "status" => {
            let is_named = only_weight(pair) > 0 && alignment.weight >= OWN_WEIGHT && !alignment.names.is_empty();
            // "The regatta was put back", "the regatta was called off": a sort of event that no table lists is rare.
            let is_rare = alignment.is_only && alignment.story.is_of_few(1) && left.event.is_unlisted();
            left.time.is_some() && right.time.is_some() || is_told_together(left, right) && (is_named || is_rare)
        }
        _ => true,
    }
}

/// Whether the one is denied from some day on and the other, undated, may lie before it: "no tests since July", "its
/// tests".
fn is_denied_since(denied: &Claim, told: &Claim) -> bool {
    let is_open = denied.time.as_ref().is_some_and(|when| when.interval.end.is_none());
    denied.polarity == Polarity::Negative && is_open && told.time.is_none()
}

/// Whether the two, of a corpus, may be two of the events that it tells again and again: they share no name, or are
/// the news of different days.
fn may_be_routine(pair: &ClaimPair<'_>) -> bool {
    let story = pair.alignment.story;
    let days = days_between_tellings(pair.left, pair.right).map_or(0, i32::abs);
    story.is_of_corpus()
        && pair.left.article != pair.right.article
        && (!is_named_in_one_story(&pair.alignment) || days > DAYS_OF_ONE_NEWS)
}

/// Whether the two share a name, in articles that share more than a few: in a corpus many do.
pub(super) fn is_named_in_one_story(alignment: &Alignment) -> bool {
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

/// How far apart the tellings of one piece of news may be in a corpus.
const DAYS_OF_ONE_NEWS: i32 = 3;

/// Whether one who is named does both on one day: of two names for a thing, one does not tell it from the other then.
fn is_of_one_doer_and_day(pair: &ClaimPair<'_>) -> bool {
    !pair.alignment.names.is_empty() && is_of_one_day(pair)
}

/// Whether both are dated by one day.
fn is_of_one_day(pair: &ClaimPair<'_>) -> bool {
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

/// Whether few articles let one thing rise and fall in one period: "unemployment fell in August", "an increase in
/// unemployment in August".
fn moves_of_one_period(pair: &ClaimPair<'_>) -> bool {
    let is_period = |when: &When| when.granularity > Granularity::Day;
    let (Some(one), Some(other)) = (&pair.left.time, &pair.right.time) else { return false };
    is_period(one)
        && one.interval == other.interval
        && !pair.alignment.story.is_of_corpus()
        && !pair.alignment.words.is_empty()
        && !pair.alignment.is_told_apart
        && is_opposite(&pair.left.event.concept, &pair.right.event.concept)
}

/// Whether one of the two introduces who did it as something new, and they are not told within a day: "a car bombing
/// killed two" after another one.
fn is_news_of_another(left: &Claim, right: &Claim) -> bool {
    let introduces = |claim: &Claim| claim.participants.iter().any(|one| one.role == Role::Agent && one.is_indefinite);
    let is_late = days_between_tellings(left, right).is_none_or(|days| days.abs() > 1);
    (introduces(left) || introduces(right)) && is_late
}

/// Whether the two tell a measure of something that no name tells from others of its sort: two girls, each of her age.
fn is_of_any(pair: &ClaimPair<'_>) -> bool {
    pair.left.event.is_unlisted() && pair.alignment.names.is_empty() && pair.alignment.words.len() < 2
}

/// Whether a pronoun that stands for nobody known does it, and no name is shared: "it will cut 9,500 jobs".
fn is_of_somebody_else(pair: &ClaimPair<'_>) -> bool {
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
    let apart = days_between_tellings(left, right).map_or(0, i32::abs);
    let most = if apart > 7 { 7 } else { 2 };
    apart > 2 && is_fresh(left, most) && is_fresh(right, most)
}

/// How long before the telling an undated event of the news may lie.
const DAYS_OF_NEWS: i32 = 14;

/// Whether both say when and no reading of one meets the other, or one is dated long before the other, undated one is
/// told: then they tell two events.
fn are_at_other_times(left: &Claim, right: &Claim) -> bool {
    match (&left.time, &right.time) {
        (Some(one), Some(other)) => {
            !one.interval.may_overlap(&other.interval) && one.alternatives.is_empty() && other.alternatives.is_empty()
        }
        (Some(dated), None) => is_old_news(dated, right),
        (None, Some(dated)) => is_old_news(dated, left),
        (None, None) => false,
    }
}

/// Whether the day lies long before the telling of the undated claim, which therefore tells of something newer.
fn is_old_news(dated: &When, undated: &Claim) -> bool {
    let age = || Some(dated.interval.last()?.until(undated.told?.day).ok()?.get_days());
    undated.modality == Modality::Happened && age().is_some_and(|days| days > DAYS_OF_NEWS)
}

/// Whether the two are told within a week or both say of what time they speak.
fn is_told_together(left: &Claim, right: &Claim) -> bool {
    left.time.is_some() && right.time.is_some() || is_of_one_week(left, right)
}

/// Whether the two are told within a week.
fn is_of_one_week(left: &Claim, right: &Claim) -> bool {
    days_between_tellings(left, right).is_some_and(|days| days.abs() <= 7)
}

/// Whether both say how it is as a rule, told within months: "backups are kept for 30 days".
pub(super) fn are_rules(left: &Claim, right: &Claim) -> bool {
    let is_rule = |claim: &Claim| claim.modality == Modality::Holds && claim.time.is_none();
    let is_near = days_between_tellings(left, right).is_some_and(|days| days.abs() <= DAYS_OF_ONE_RULE);
    is_rule(left) && is_rule(right) && is_near
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
    table::has(include_str!("data/gathering.tsv"), &pair.left.event.concept) || is_new(pair.left) || is_new(pair.right)
}

/// Whether both say where something is kept or made as a rule; "a rally is held in Kharkiv" is an event of a chronicle.
fn are_rules_of_place(pair: &ClaimPair<'_>) -> bool {
    let (left, right) = (pair.left, pair.right);
    are_rules(left, right) && !left.event.is_noun && !right.event.is_noun && !pair.alignment.story.is_of_corpus()
}

/// Whether manuals lay both down, however many days apart they were written.
fn are_rules_of_manuals(pair: &ClaimPair<'_>) -> bool {
    let story = pair.alignment.story;
    story.is_of_manuals
        && !story.is_of_corpus()
        && are_rules(pair.left, pair.right)
        && !is_revision(pair.left, pair.right)
        && pair.left.article != pair.right.article
}

/// What is laid down holds for months; what was laid down longer before may have been laid down anew.
pub(super) const DAYS_OF_ONE_RULE: i32 = 120;

/// How sure it is that two claims whose values agree tell one event; `None` below what is worth showing.
fn agreeing(pair: &ClaimPair<'_>) -> Option<f64> {
    let alignment = &pair.alignment;
    let weight = alignment.weight + presumed(alignment.story) + time_weight(pair.left, pair.right);
    let weight = weight + only_weight(pair) + whole_weight(pair);
    let is_shown = alignment.weight + only_weight(pair).min(1) >= OWN_WEIGHT && weight >= AGREEING_WEIGHT;
    is_shown.then(|| damp(pair, (0.5 + 0.05 * f64::from(weight)).min(0.99)))
}

/// How sure it is that two claims whose values differ tell one event: what they share has to outweigh the difference.
fn differing(pair: &ClaimPair<'_>, kind: &str) -> Option<f64> {
    let alignment = &pair.alignment;
    let presumed = presumed(alignment.story);
    // One story has many meetings and many days; it has one toll.
    let (presumed, least) = match kind {
        // A story has one promise of a sort more often than one meeting.
        "deadline" => (presumed.min(2) + 1, OWN_WEIGHT),
        "date" => (presumed.min(2), OWN_WEIGHT + 1),
        "place" => (presumed.min(2) + day_weight(pair), (OWN_WEIGHT + 1).saturating_sub(day_weight(pair))),
        "quantity" => (presumed + time_weight(pair.left, pair.right) + 1, OWN_WEIGHT - 1),
        // What one denies is all in what the other tells: nothing is left that could tell them apart.
        "polarity" if pair.left.polarity != pair.right.polarity => (presumed + 2, OWN_WEIGHT - 1),
        "polarity" if moves_of_one_period(pair) => (presumed + 2 + time_weight(pair.left, pair.right), OWN_WEIGHT - 1),
        _ => (presumed + time_weight(pair.left, pair.right), OWN_WEIGHT),
    };
    let whole = whole_weight(pair);
    // "New home sales" and "existing home sales" are two things; "the policy rate" and "the key rate" may be one.
    let apart = if alignment.is_told_apart { 2 } else { 0 };
    let only = only_weight(pair);
    // Of one matter, and nothing that either says is missing in the other: one event, two times.
    let is_time = matches!(kind, "date" | "deadline" | "duration");
    let is_told_alike =
        alignment.story.is_one_matter() && alignment.left_alone.is_empty() && alignment.right_alone.is_empty();
    // A noun that names the event says more than a verb: "the storm".
    let alike = alignment.weight + u32::from(pair.left.event.is_noun);
    if is_time && is_told_alike && alike >= LEAST_ALIKE {
        return Some(TOLD_ALIKE);
    }
    if kind == "date" && pair.left.article == pair.right.article {
        return Some(ONE_ARTICLE);
    }
    let base = match (alignment.weight + presumed + whole + only).saturating_sub(apart) {
        10.. => 0.95,
        8..=9 => 0.9,
        6..=7 => 0.7,
        4..=5 => 0.4,
        _ => return None,
    };
    let confidence = damp(pair, base);
    // A promise is made again in few words.
    let is_sure = alignment.story.is_one_matter() || kind == "deadline" || confidence >= LEAST_CONFIDENCE;
    (alignment.weight + only >= least && is_sure).then_some(confidence)
}

/// What it weighs that two articles of one story tell one event of the sort each, both of one day.
fn day_weight(pair: &ClaimPair<'_>) -> u32 {
    if is_of_one_day(pair) && pair.alignment.is_only && !pair.alignment.story.is_of_corpus() { 2 } else { 0 }
}

/// A difference less sure than this is none, where the articles are not presumed to tell of one matter.
const LEAST_CONFIDENCE: f64 = 0.45;

/// The confidence of a difference in time between two claims that say all the same otherwise.
const TOLD_ALIKE: f64 = 0.93;

/// The confidence that a definite noun points back at what the same article announced.
const ONE_ARTICLE: f64 = 0.8;

/// What two claims have to share themselves to be told alike.
const LEAST_ALIKE: u32 = 2;

/// What it weighs that two claims share all they say: they are more likely one than two that share as much of more.
fn whole_weight(pair: &ClaimPair<'_>) -> u32 {
    if pair.alignment.mutual_coverage >= 0.8 { 2 } else { 0 }
}

/// What it weighs that two articles of one story tell one event of the sort each.
fn only_weight(pair: &ClaimPair<'_>) -> u32 {
    let is_only = pair.alignment.is_only && pair.alignment.story.weight >= 1 && pair.left.event.is_told();
    if is_only { 2 } else { 0 }
}

/// What it weighs that the two articles tell one story, or are presumed to tell of one matter.
pub(super) fn presumed(story: Story) -> u32 {
    if story.is_one_matter() { 3 } else { story.weight.min(2) }
}

fn damp(pair: &ClaimPair<'_>, confidence: f64) -> f64 {
    let is_one_story = pair.alignment.story.is_one_matter();
    // Where each of few articles on one story tells one such event, they may describe it as they like.
    let is_one_event = only_weight(pair) > 0 && pair.alignment.story.is_of_few(3);
    let covered = if pair.alignment.coverage < 0.7 && !is_one_event { 0.85 } else { 1.0 };
    // "a missile" is not said to be the same missile.
    let known = if pair.alignment.is_indefinite && !is_one_story { 0.75 } else { 1.0 };
    let named = if pair.left.inherited || pair.right.inherited { 0.85 } else { 1.0 };
    // "It will cut jobs" may be anybody's job cuts.
    let somebody = if (pair.left.is_of_somebody || pair.right.is_of_somebody) && !is_one_story { 0.7 } else { 1.0 };
    let unknown = if pair.left.event.known || is_one_story { 1.0 } else { 0.95 };
    // Three digits say all that the weights can.
    (confidence * covered * known * named * somebody * unknown * 1000.0).round() / 1000.0
}

fn time_weight(left: &Claim, right: &Claim) -> u32 {
    let interval = |claim: &Claim| claim.deadline.as_ref().or(claim.time.as_ref()).map(|when| when.interval);
    match (interval(left), interval(right)) {
        (Some(one), Some(other)) if one.end == other.end => 2,
        (Some(one), Some(other)) if one.overlaps(&other) => 1,
        _ => 0,
    }
}

/// Days from the telling of the left claim to that of the right one.
pub(super) fn days_between_tellings(left: &Claim, right: &Claim) -> Option<i32> {
    Some(left.told?.day.until(right.told?.day).ok()?.get_days())
}

fn days_apart(left: &Claim, right: &Claim) -> Option<i32> {
    let end = |claim: &Claim| claim.deadline.as_ref().or(claim.time.as_ref()).and_then(|when| when.interval.last());
    Some(end(left)?.until(end(right)?).ok()?.get_days().abs())
}

fn planned_first(left: &Claim, right: &Claim) -> bool {
    match days_between_tellings(left, right) {
        Some(days) if days > 0 => left.modality.is_ahead(),
        Some(days) if days < 0 => right.modality.is_ahead(),
        _ => false,
    }
}

/// Whether two different named people say it and the articles only report them.
fn is_between_speakers(left: &Claim, right: &Claim) -> bool {
    let (Some(one), Some(other)) = (&left.attribution, &right.attribution) else { return false };
    let named = !one.names.is_empty() && !other.names.is_empty();
    named && !one.names.iter().any(|name| other.names.iter().any(|known| entity::is_same(name, known)))
}
