//! What each article is about: two articles that share names and nouns tell one story, and only such articles have
//! claims worth comparing.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::claim::{Claim, Counted, Topics};
use crate::language::is_common;
use crate::table;

/// A topic of more articles than this tells no story from another.
const COMMONEST_TOPIC: usize = 300;

/// In a run of so many articles a topic that every tenth has says nothing.
const MANY_ARTICLES: usize = 20;

/// The weight of topics that two articles have to share to be compared at all: a name 2, a noun 1.
const LINKING_WEIGHT: u16 = 3;

/// How many other articles each article is compared with, the likeliest first.
const MOST_PARTNERS: usize = 48;

/// What is known of two articles before their claims are compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Story {
    /// The weight of their being about one story: from 0, where they share no more than a name, to 5.
    pub weight: u32,
    /// How the articles came together.
    pub setting: Setting,
    /// Whether both are manuals or the like.
    pub is_of_manuals: bool,
    /// Whether their titles name two things of one sort, or two versions or models of one: what is laid down of the one does
    /// not hold for the other.
    pub is_of_two_things: bool,
}

impl Story {
    /// Whether they are presumed to tell of one matter, whatever they share.
    pub fn is_one_matter(&self) -> bool {
        self.setting == Setting::Matter
    }

    /// Whether they are no part of a corpus and share at least so much.
    pub fn is_of_few(&self, least: u32) -> bool {
        !self.is_of_corpus() && self.weight >= least
    }

    /// Whether they are of a corpus, which tells many stories.
    pub fn is_of_corpus(&self) -> bool {
        self.setting == Setting::Corpus
    }
}

/// How the articles came together: what differs between two texts on one matter may tell two events in a corpus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Setting {
    /// They are presumed to tell of one matter.
    Matter,
    /// Somebody laid a few of them beside each other.
    Few,
    /// They are of a corpus, of many stories.
    #[default]
    Corpus,
}

/// Two articles that are worth comparing, left before right; an article with itself is one of them.
pub type Link = (usize, usize);

/// The articles, and which of them are worth comparing.
pub struct Stories<'t> {
    linked: Vec<Link>,
    /// What is known of each linked pair, in the order of `linked`.
    stories: Vec<Story>,
    setting: Setting,
    /// The sorts of event that an article tells with several days or several numbers: it tells several such events.
    told_often: FxHashSet<(usize, &'t str)>,
    /// The sorts of event of which an article tells one total: "the death toll".
    told_in_all: FxHashSet<(usize, &'t str)>,
}

impl<'t> Stories<'t> {
    /// Links the articles that share names and nouns.
    ///
    /// Articles that are presumed to tell of one matter, and few articles, are all linked.
    pub fn of(topics: &'t [Topics], claims: &'t [Claim], is_one_matter: bool) -> Self {
        let articles_of = articles_by_topic(topics);
        let setting = match is_one_matter {
            true => Setting::Matter,
            false if topics.len() <= MOST_PARTNERS => Setting::Few,
            false => Setting::Corpus,
        };
        let linked = match setting {
            Setting::Matter | Setting::Few => all_pairs(topics.len()),
            Setting::Corpus => linked(topics, &articles_of),
        };
        let common = common_topics(&articles_of, topics.len());
        let story = |&(left, right): &Link| {
            let (left, right) = (&topics[left], &topics[right]);
            let least = if setting == Setting::Corpus { 0 } else { weight_of_few(left, right) };
            let least = if are_of_one_edition(left, right) { least.max(WEIGHT_OF_EDITION) } else { least };
            let weight = weight(left, right, &common).max(least);
            let is_of_manuals = left.is_manual && right.is_manual;
            Story {
                weight,
                setting,
                is_of_manuals,
                is_of_two_things: are_of_two_editions(left, right) || are_of_two_things(left, right),
            }
        };
        let stories = linked.iter().map(story).collect();
        Self { linked, stories, setting, told_often: told_often(claims), told_in_all: told_in_all(claims) }
    }

    /// The pairs of articles worth comparing, sorted.
    pub fn linked(&self) -> &[Link] {
        &self.linked
    }

    /// How the articles came together.
    pub fn setting(&self) -> Setting {
        self.setting
    }

    /// What is known of two articles, left before right; nothing of two that are not linked.
    ///
    /// Two reports on one mine accident share the mine, its owner and its town, and a dozen nouns: weight 5.
    pub fn between(&self, left: usize, right: usize) -> Story {
        let place = self.linked.binary_search(&(left, right));
        place.map_or(Story { setting: self.setting, ..Story::default() }, |place| self.stories[place])
    }

    /// Whether the article tells no more than one event of the claim's sort, as far as days and numbers show.
    pub fn is_only(&self, claim: &Claim) -> bool {
        let sort = (claim.article, claim.event.concept.as_str());
        !self.told_often.contains(&sort) || claim.event.is_total() && self.told_in_all.contains(&sort)
    }
}

/// Topics of too many articles: in a run of many, those of every tenth.
fn common_topics<'t>(articles_of: &FxHashMap<&'t str, Vec<usize>>, articles: usize) -> FxHashSet<&'t str> {
    let most = if articles < MANY_ARTICLES { usize::MAX } else { articles / 10 };
    articles_of.iter().filter(|(_, articles)| articles.len() > most).map(|(&topic, _)| topic).collect()
}

/// What two articles share at least whose titles name one version of one thing.
const WEIGHT_OF_EDITION: u32 = 2;

/// Whether both titles name one version or model of one thing: "Otterbase 12".
fn are_of_one_edition(left: &Topics, right: &Topics) -> bool {
    left.editions.iter().any(|edition| right.editions.contains(edition))
}

/// Whether both titles number one name, and share no number of it: "Otterbase 11", "Otterbase 12".
fn are_of_two_editions(left: &Topics, right: &Topics) -> bool {
    let is_named = |(name, _): &(String, String)| right.editions.iter().any(|(other, _)| other == name);
    let common: Vec<_> = left.editions.iter().filter(|edition| is_named(edition)).collect();
    !common.is_empty() && !common.iter().any(|edition| right.editions.contains(edition))
}

/// Articles and most prepositions are no longer.
const LONGEST_LINK: usize = 3;

/// Whether the titles name two things of one sort: "Apple cake", "Plum cake"; "Instructions: Heron", "Instructions: Kestrel".
/// A name that both have makes them one: "Orla: user manual", "Orla: service manual".
fn are_of_two_things(left: &Topics, right: &Topics) -> bool {
    let names = |topics: &Topics| -> Vec<String> {
        topics.title.iter().filter(|word| is_title_name(word)).map(|word| word.to_lowercase()).collect()
    };
    let (one, other) = (names(left), names(right));
    let shared: Vec<&String> = one.iter().filter(|name| other.contains(name)).collect();
    let are_named_apart = shared.is_empty() && !one.is_empty() && !other.is_empty();
    let is_only_name = |noun: &str| shared.iter().all(|name| *name == noun);
    let are_sorts_apart = || {
        let nouns = left.title.iter().map(|noun| noun.to_lowercase());
        nouns.into_iter().any(|noun| is_only_name(&noun) && are_told_apart_before(&left.title, &right.title, &noun))
    };
    are_named_apart || shared.is_empty() && differ_in_one_name(&left.title, &right.title) || are_sorts_apart()
}

/// Whether the word of a title is a name: written with a capital and no word of the language.
fn is_title_name(word: &str) -> bool {
    let is_word = word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphabetic);
    is_word && word.len() > LONGEST_LINK && !is_common(word.to_lowercase().trim_end_matches('s'))
}

/// Whether all words before the noun in the one title are others than in the other one: "apple" and "plum" before "cake".
fn are_told_apart_before(left: &[String], right: &[String], noun: &str) -> bool {
    let before = |title: &[String]| -> Vec<String> {
        let pairs = title.windows(2).filter(|pair| pair[1].to_lowercase() == noun);
        pairs.map(|pair| pair[0].clone()).collect()
    };
    let (one, other) = (before(left), before(right));
    // "GET /orders", "POST /orders"
    let is_link = |word: &str| table::has(include_str!("data/title_words.tsv"), &word.to_lowercase());
    let is_telling =
        |word: &String| word.len() > LONGEST_LINK && !is_link(word) || word.chars().all(char::is_uppercase);
    !one.is_empty()
        && !other.is_empty()
        && one.iter().chain(&other).all(is_telling)
        && !one.iter().any(|word| other.iter().any(|known| known.eq_ignore_ascii_case(word)))
}

/// Whether the titles are the same but for one word, which both write with a capital.
fn differ_in_one_name(left: &[String], right: &[String]) -> bool {
    let differing: Vec<_> = left.iter().zip(right).filter(|(one, other)| one != other).collect();
    // "How To Install The Pump", "How To Maintain The Pump": capitals that all words have name nothing.
    let is_name = |word: &String| is_title_name(word) || word.chars().all(char::is_uppercase);
    left.len() == right.len()
        && left.len() > 1
        && matches!(differing[..], [(one, other)] if is_name(one) && is_name(other))
}

/// How much two articles share, from 0 to 5.
fn weight(left: &Topics, right: &Topics, common: &FxHashSet<&str>) -> u32 {
    let names = shared(&left.names, &right.names, common);
    let nouns = shared(&left.nouns, &right.nouns, common);
    // Any two articles share a few nouns.
    match names + nouns.saturating_sub(2) / 2 {
        0..=1 => 0,
        2 => 1,
        3 => 2,
        4..=5 => 3,
        6..=8 => 4,
        _ => 5,
    }
}

/// How much two articles that were laid beside each other share at least, by how much of the shorter one's topics the
/// other one has: short articles share few words.
///
/// Of 59 pairs of articles on two stories one in a hundred had 15% in common, of 60 on one story nine in ten had 27%.
fn weight_of_few(left: &Topics, right: &Topics) -> u32 {
    let none = FxHashSet::default();
    let names = shared(&left.names, &right.names, &none);
    let nouns = shared(&left.nouns, &right.nouns, &none);
    let size = |topics: &Topics| 2 * topics.names.len() + topics.nouns.len();
    let percent = 100 * (2 * names + nouns) / size(left).min(size(right)).max(1);
    match percent {
        50.. => 2,
        30.. => 1,
        _ => 0,
    }
}

/// How many words both have, common ones left out; both are sorted.
fn shared(left: &[String], right: &[String], common: &FxHashSet<&str>) -> usize {
    let in_right = |word: &&String| right.binary_search(word).is_ok() && !common.contains(word.as_str());
    left.iter().filter(in_right).count()
}

/// Whether the claim is dated long before its telling: "in 2011 an explosion killed 29 people".
fn is_background(claim: &Claim) -> bool {
    let age = || Some(claim.time.as_ref()?.interval.last()?.until(claim.told?.day).ok()?.get_days());
    age().is_some_and(|days| days > DAYS_OF_NEWS)
}

/// What an article comes back to more often than this is a sort of event to it, not one event.
const MOST_MENTIONS: usize = 3;

/// How long before the telling the news itself may lie.
const DAYS_OF_NEWS: i32 = 30;

fn told_often(claims: &[Claim]) -> FxHashSet<(usize, &str)> {
    let mut known_values: FxHashMap<(usize, &str, &str), FxHashSet<String>> = FxHashMap::default();
    let mut often = FxHashSet::default();
    let mut counts: FxHashMap<(usize, &str), usize> = FxHashMap::default();
    for claim in claims.iter().filter(|claim| !is_background(claim)) {
        let sort = (claim.article, claim.event.concept.as_str());
        let count = counts.entry(sort).or_default();
        *count += 1;
        let is_several = |counted: &Counted| {
            counted.of == claim.event.lemma && counted.quantity.low.is_some_and(|least| least >= 2.0)
        };
        // "More than 80 tests" are many.
        if *count > MOST_MENTIONS || claim.quantities.iter().any(is_several) {
            often.insert(sort);
        }
        let time = claim.time.iter().map(|when| ("time", when.interval.to_string()));
        let amounts = claim.quantities.iter().map(|counted| (counted.of.as_str(), counted.label()));
        let mut values: FxHashMap<&str, FxHashSet<String>> = FxHashMap::default();
        time.chain(amounts).for_each(|(slot, value)| _ = values.entry(slot).or_default().insert(value));
        for (slot, values) in values {
            let known = known_values.entry((sort.0, sort.1, slot)).or_default();
            // "nine of the 13 members" tells two numbers of one vote.
            if !known.is_empty() && known.is_disjoint(&values) {
                often.insert(sort);
            }
            known.extend(values);
        }
    }
    often
}

/// The sorts of event of which an article tells one total, whatever other numbers of it: 19 dead on the island, seven of
/// them in a town.
fn told_in_all(claims: &[Claim]) -> FxHashSet<(usize, &str)> {
    let mut totals: FxHashMap<(usize, &str), usize> = FxHashMap::default();
    for claim in claims.iter().filter(|claim| claim.event.is_total() && !is_background(claim)) {
        *totals.entry((claim.article, claim.event.concept.as_str())).or_default() += 1;
    }
    totals.into_iter().filter(|&(_, count)| count == 1).map(|(sort, _)| sort).collect()
}

fn articles_by_topic(topics: &[Topics]) -> FxHashMap<&str, Vec<usize>> {
    let mut articles_of: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (article, topics) in topics.iter().enumerate() {
        for word in topics.names.iter().chain(&topics.nouns) {
            articles_of.entry(word).or_default().push(article);
        }
    }
    articles_of
}

fn all_pairs(articles: usize) -> Vec<Link> {
    (0..articles).flat_map(|left| (left..articles).map(move |right| (left, right))).collect()
}

/// Counts, article by article, the topics shared with every other one.
fn linked(topics: &[Topics], articles_of: &FxHashMap<&str, Vec<usize>>) -> Vec<Link> {
    let mut linked: Vec<Link> = (0..topics.len()).map(|article| (article, article)).collect();
    let mut shared = vec![0_u16; topics.len()];
    for (article, own) in topics.iter().enumerate() {
        let mut partners: Vec<usize> = Vec::new();
        let weighted = own.names.iter().map(|name| (name, 2)).chain(own.nouns.iter().map(|noun| (noun, 1)));
        for (word, weight) in weighted {
            let others = &articles_of[word.as_str()];
            if others.len() > COMMONEST_TOPIC {
                continue;
            }
            for &other in others.iter().filter(|&&other| other != article) {
                if shared[other] == 0 {
                    partners.push(other);
                }
                shared[other] = shared[other].saturating_add(weight);
            }
        }
        let mut ranked: Vec<(u16, usize)> =
            partners.iter().map(|&other| (std::mem::take(&mut shared[other]), other)).collect();
        ranked.retain(|&(weight, _)| weight >= LINKING_WEIGHT);
        ranked.sort_unstable_by_key(|&(weight, other)| (std::cmp::Reverse(weight), other));
        linked.extend(ranked.iter().take(MOST_PARTNERS).map(|&(_, other)| (article.min(other), article.max(other))));
    }
    linked.sort_unstable();
    linked.dedup();
    linked
}
