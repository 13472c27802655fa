//! What each article is about: two articles that share names and rare words tell one story, and only such articles
//! have claims worth comparing.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::claim::Claim;
use crate::entity::Role;
use crate::matching::terms::{Term, terms};

/// A term of more articles than this tells no story from another.
const COMMONEST_TERM: usize = 300;

/// The weight of terms that two articles have to share to be compared at all.
const LINKING_WEIGHT: u16 = 3;

/// How many other articles each article is compared with, the likeliest first.
const MOST_PARTNERS: usize = 48;

/// The articles, and which of them are worth comparing.
pub struct Stories {
    /// For each article the keys of all names but countries, and of unrecognised parts of names.
    names: Vec<FxHashSet<String>>,
    linked: Vec<(usize, usize)>,
    presumed: u32,
}

impl Stories {
    /// Links the articles whose claims share names and words.
    ///
    /// `presumed` is the least weight of any two articles' being about one story: above 0 all are linked.
    pub fn of(claims: &[Claim], presumed: u32) -> Self {
        let articles = claims.last().map_or(0, |claim| claim.article + 1);
        let mut names: Vec<FxHashSet<String>> = vec![FxHashSet::default(); articles];
        for claim in claims {
            for_each_name(claim, |name| {
                names[claim.article].insert(name);
            });
        }
        let linked = if presumed > 0 { all_pairs(articles) } else { linked(claims, articles) };
        Self { names, linked, presumed }
    }

    /// The pairs of articles worth comparing, each article with itself too, left before right, sorted.
    pub fn linked(&self) -> &[(usize, usize)] {
        &self.linked
    }

    /// The weight of two articles' being about one story: from 0, where they share no more than a name, to 5.
    ///
    /// Two reports on one mine accident share the mine, its owner and its town: 2.
    pub fn shared_weight(&self, left: usize, right: usize) -> u32 {
        let (left, right) = (&self.names[left], &self.names[right]);
        let (fewer, more) = if left.len() < right.len() { (left, right) } else { (right, left) };
        let weight = match fewer.iter().filter(|name| more.contains(*name)).count() {
            0..=1 => 0,
            2 => 1,
            3 => 2,
            4..=5 => 3,
            6..=8 => 4,
            _ => 5,
        };
        weight.max(self.presumed)
    }
}

fn for_each_name(claim: &Claim, mut add: impl FnMut(String)) {
    for participant in claim.participants.iter().chain(&claim.places) {
        let named = participant.names.iter().filter(|name| name.role != Role::Country);
        named.for_each(|name| add(name.key()));
        participant.proper.iter().for_each(|word| add(word.clone()));
    }
}

fn all_pairs(articles: usize) -> Vec<(usize, usize)> {
    (0..articles).flat_map(|left| (left..articles).map(move |right| (left, right))).collect()
}

/// Counts, article by article, the terms shared with every later one.
fn linked(claims: &[Claim], articles: usize) -> Vec<(usize, usize)> {
    let by_article = terms_by_article(claims, articles);
    let mut articles_of: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    for (article, terms) in by_article.iter().enumerate() {
        terms.iter().for_each(|term| articles_of.entry(term.key).or_default().push(article));
    }
    let mut linked: Vec<(usize, usize)> = (0..articles).map(|article| (article, article)).collect();
    let mut shared = vec![0_u16; articles];
    for (article, terms) in by_article.iter().enumerate() {
        let mut partners: Vec<usize> = Vec::new();
        for term in terms {
            let others = &articles_of[&term.key];
            if others.len() > COMMONEST_TERM {
                continue;
            }
            for &other in others.iter().filter(|&&other| other != article) {
                if shared[other] == 0 {
                    partners.push(other);
                }
                shared[other] = shared[other].saturating_add(term.weight);
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

/// The terms of each article, each once.
fn terms_by_article(claims: &[Claim], articles: usize) -> Vec<Vec<Term>> {
    let mut by_article: Vec<Vec<Term>> = vec![Vec::new(); articles];
    for claim in claims {
        by_article[claim.article].extend(terms(claim));
    }
    for terms in &mut by_article {
        terms.sort_unstable();
        terms.dedup_by_key(|term| term.key);
    }
    by_article
}
