//! Tags and labels -> parts of speech and features: what the words of closed classes are in their place.
//!
//! First the tag decides, then rules for words ("not" is a particle, "was" an auxiliary), then the tree.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::language::labels::{Label, Pos, Tag};
use crate::language::lexeme;
use crate::language::table::Table;

/// The part of speech and the features of each tag.
static TAGS: LazyLock<FxHashMap<Tag, (Pos, &str)>> = LazyLock::new(read_tags);

/// The rules for each word in lower case, in the order in which they are applied.
static WORDS: LazyLock<FxHashMap<&str, Vec<Rule>>> = LazyLock::new(read_words);

/// What a token is in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attributes {
    /// Its tag; `Tag::Space` for white space.
    pub tag: Tag,
    /// Its dependency label; `Label::Dep` for white space.
    pub label: Label,
    /// Its universal part of speech.
    pub pos: Pos,
    /// Its features: "Number=Sing|Person=3"; empty where it has none.
    pub features: &'static str,
    /// Its lemma, where a rule for the word sets it: "be" for "was".
    pub lemma: Option<&'static str>,
}

impl Attributes {
    /// Whether this feature is one of its features: "Number=Sing".
    pub fn has_feature(&self, feature: &str) -> bool {
        self.features.split('|').any(|own| own == feature)
    }
}

/// Gives each token, white space among them, its part of speech and features.
///
/// In "it was opened" the tags `Prp`, `Vbd`, `Vbn` and the labels `Nsubjpass`, `Auxpass`, `Root` give `Pron`, `Aux`
/// (with the lemma "be") and `Verb`.
pub fn attributes(words: &[&str], tags: &[Tag], labels: &[Label]) -> Vec<Attributes> {
    let lower: Vec<Cow<'_, str>> = words.iter().map(|word| lexeme::lower(word)).collect();
    let mut previous = None;
    let mut all = Vec::with_capacity(words.len());
    for (at, (&tag, &label)) in tags.iter().zip(labels).enumerate() {
        let next = lower.get(at + 1).map(|next| &**next);
        let token = Token { word: &lower[at], tag, label, previous, next };
        all.push(token.attributes());
        previous = Some((token.word, label));
    }
    all
}

/// A token and what the rules ask of its neighbours.
struct Token<'a> {
    word: &'a str,
    tag: Tag,
    label: Label,
    previous: Option<(&'a str, Label)>,
    next: Option<&'a str>,
}

impl Token<'_> {
    fn attributes(&self) -> Attributes {
        if lexeme::is_space(self.word) {
            return Attributes { tag: Tag::Space, label: Label::Dep, pos: Pos::Space, features: "", lemma: None };
        }
        let (pos, features) = TAGS.get(&self.tag).copied().unwrap_or((Pos::X, ""));
        let mut attributes = Attributes { tag: self.tag, label: self.label, pos, features, lemma: None };
        let rules = WORDS.get(self.word).map_or(&[][..], Vec::as_slice);
        let fitting = || rules.iter().filter(|rule| rule.fits(self));
        fitting().filter(|rule| rule.previous_label.is_none()).for_each(|rule| rule.apply(&mut attributes));
        self.ask_tree(&mut attributes);
        fitting().filter(|rule| rule.previous_label.is_some()).for_each(|rule| rule.apply(&mut attributes));
        if self.tag == Tag::Space {
            // The tagger took a word for white space.
            (attributes.pos, attributes.features) = (Pos::X, "");
        }
        attributes
    }

    /// Sets the part of speech that the place in the tree shows, whatever the word.
    fn ask_tree(&self, attributes: &mut Attributes) {
        if matches!(self.label, Label::Aux | Label::Auxpass) && self.tag != Tag::To {
            attributes.pos = Pos::Aux;
        }
        if self.tag == Tag::In && self.label == Label::Mark {
            attributes.pos = Pos::Sconj;
        }
        if matches!(self.tag, Tag::Dt | Tag::Wdt) && !matches!(self.label, Label::Det | Label::Quantmod) {
            attributes.pos = Pos::Pron;
        }
    }
}

/// What a word is where its tag, label and neighbours are these; `None` stands for any, or for no change.
struct Rule {
    tag: Option<Tag>,
    label: Option<Label>,
    previous: Option<&'static str>,
    previous_label: Option<Label>,
    next: Option<&'static str>,
    pos: Option<Pos>,
    features: Option<&'static str>,
    lemma: Option<&'static str>,
}

impl Rule {
    fn fits(&self, token: &Token<'_>) -> bool {
        let (previous, previous_label) = token.previous.unzip();
        self.tag.is_none_or(|tag| tag == token.tag)
            && self.label.is_none_or(|label| label == token.label)
            && (self.previous.is_none() || self.previous == previous)
            && (self.previous_label.is_none() || self.previous_label == previous_label)
            && (self.next.is_none() || self.next == token.next)
    }

    fn apply(&self, attributes: &mut Attributes) {
        attributes.pos = self.pos.unwrap_or(attributes.pos);
        attributes.features = self.features.unwrap_or(attributes.features);
        attributes.lemma = self.lemma.or(attributes.lemma);
    }
}

fn read_tags() -> FxHashMap<Tag, (Pos, &'static str)> {
    let mut tags = FxHashMap::default();
    for mut row in Table::new(include_str!("data/tag_attributes.tsv")).rows() {
        let mut column = || row.next().expect("each row has three columns");
        // The table knows tags that this model never gives.
        let (tag, pos, features) = (Tag::from_name(column()), column(), column());
        if let Some(tag) = tag {
            let pos = Pos::from_name(pos).expect("the table has parts of speech");
            tags.insert(tag, (pos, if features == "_" { "" } else { features }));
        }
    }
    tags
}

fn read_words() -> FxHashMap<&'static str, Vec<Rule>> {
    let mut words: FxHashMap<&str, Vec<Rule>> = FxHashMap::default();
    for mut row in Table::new(include_str!("data/word_attributes.tsv")).rows() {
        let mut column = || row.next().expect("each row has ten columns");
        let (word, _number) = (column(), column());
        let mut optional = || Some(column()).filter(|text| !text.is_empty());
        let rule = Rule {
            tag: optional().map(|name| Tag::from_name(name).expect("the table has tags")),
            label: optional().map(|name| Label::from_name(name).expect("the table has labels")),
            previous: optional(),
            previous_label: optional().map(|name| Label::from_name(name).expect("the table has labels")),
            next: optional(),
            pos: optional().map(|name| Pos::from_name(name).expect("the table has parts of speech")),
            features: optional(),
            lemma: optional(),
        };
        words.entry(word).or_default().push(rule);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Compares parts of speech, and lemmas where a rule sets one, of words written "word/TAG/label".
    fn check(text: &str, expected: &str) {
        let tokens: Vec<Vec<&str>> = text.split(' ').map(|token| token.split('/').collect()).collect();
        let words: Vec<&str> = tokens.iter().map(|token| token[0]).collect();
        let tags: Vec<Tag> = tokens.iter().map(|token| Tag::from_name(token[1]).unwrap()).collect();
        let labels: Vec<Label> = tokens.iter().map(|token| Label::from_name(token[2]).unwrap()).collect();
        let found: Vec<String> = attributes(&words, &tags, &labels)
            .iter()
            .map(|token| match token.lemma {
                Some(lemma) => format!("{}={lemma}", token.pos.name()),
                None => token.pos.name().to_string(),
            })
            .collect();
        assert_eq!(found.join(" "), expected, "{text}");
    }

    #[test]
    fn every_tag_has_a_part_of_speech() {
        let without: Vec<&Tag> = Tag::ALL.iter().filter(|tag| !TAGS.contains_key(tag)).collect();
        assert_eq!(without, Vec::<&Tag>::new());
    }

    #[test]
    fn tags_decide_for_open_classes() {
        check("Bridges/NNS/nsubj open/VBP/ROOT slowly/RB/advmod", "NOUN VERB ADV");
        check("Geneva/NNP/ROOT", "PROPN");
    }

    #[test]
    fn words_decide_for_closed_classes() {
        check("It/PRP/nsubj was/VBD/aux n't/RB/neg", "PRON=it AUX=be PART=not");
        check("gon/VBG/ROOT na/TO/aux", "VERB=go PART=to");
        check("Let/VB/ROOT 's/PRP/nsubj", "VERB PRON=us");
        check("ai/VBP/aux n't/RB/neg", "AUX=be PART=not");
    }

    #[test]
    fn place_in_the_tree_decides_last() {
        check("to/TO/aux have/VB/ROOT", "PART VERB");
        check("that/IN/mark", "SCONJ");
        check("this/DT/nsubj", "PRON");
        check("this/DT/det", "DET");
        check("there/EX/expl is/VBZ/ROOT", "PRON VERB=be");
    }

    #[test]
    fn white_space_is_a_part_of_speech() {
        check("\n\n/NN/nsubj word/_SP/dep", "SPACE X");
    }
}
