//! What each article is about, so that two articles of one story are known by the names that they share.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::claim::Claim;
use crate::entity::Role;

/// How many of an article's most frequent names stand for what it is about.
const LEADING: usize = 8;

/// The names that each article's claims mention.
pub struct Stories {
    by_article: FxHashMap<usize, Story>,
}

struct Story {
    /// The keys of all names but countries, and of unrecognised parts of names.
    names: FxHashSet<String>,
    /// The most frequent of them, the first of equals by the alphabet.
    leading: Vec<String>,
}

impl Stories {
    /// Collects the names of every article.
    pub fn of(claims: &[Claim]) -> Self {
        let mut counts: FxHashMap<usize, FxHashMap<String, usize>> = FxHashMap::default();
        for claim in claims {
            let article = counts.entry(claim.article).or_default();
            for_each_name(claim, |name| *article.entry(name).or_default() += 1);
        }
        let by_article = counts.into_iter().map(|(article, counts)| (article, Story::of(counts))).collect();
        Self { by_article }
    }

    /// The weight of two articles' being about one story: from 0, where they share no more than a name, to 5.
    ///
    /// Two reports on one mine accident share the mine, its owner and its town: 2.
    pub fn shared_weight(&self, left: usize, right: usize) -> u32 {
        let (Some(left), Some(right)) = (self.by_article.get(&left), self.by_article.get(&right)) else { return 0 };
        let (fewer, more) = if left.names.len() < right.names.len() { (left, right) } else { (right, left) };
        match fewer.names.iter().filter(|name| more.names.contains(*name)).count() {
            0..=1 => 0,
            2 => 1,
            3 => 2,
            4..=5 => 3,
            6..=8 => 4,
            _ => 5,
        }
    }

    /// The names that stand for what the article is about.
    pub(super) fn leading(&self, article: usize) -> &[String] {
        self.by_article.get(&article).map_or(&[], |story| &story.leading)
    }
}

impl Story {
    fn of(counts: FxHashMap<String, usize>) -> Self {
        let mut ranked: Vec<(&String, usize)> = counts.iter().map(|(name, &count)| (name, count)).collect();
        ranked.sort_by(|left, right| right.1.cmp(&left.1).then_with(|| left.0.cmp(right.0)));
        let leading = ranked.into_iter().take(LEADING).map(|(name, _)| name.clone()).collect();
        Self { leading, names: counts.into_keys().collect() }
    }
}

fn for_each_name(claim: &Claim, mut add: impl FnMut(String)) {
    for participant in claim.participants.iter().chain(&claim.places) {
        let named = participant.names.iter().filter(|name| name.role != Role::Country);
        named.for_each(|name| add(name.key()));
        participant.proper.iter().for_each(|word| add(word.clone()));
    }
}
