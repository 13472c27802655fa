//! Words -> their vectors by themselves, which are kept for the next text that has them.

use rustc_hash::FxHashMap;

use crate::language::lexeme;
use crate::language::model::Model;
use crate::language::network::encoder::{Features, Room};
use crate::language::tokenizer::RawToken;

/// How many words are kept; a batch that might go beyond begins with none.
const CAPACITY: usize = 8192;

/// The words met lately.
#[derive(Default)]
pub(crate) struct Vocabulary {
    /// By the numbers of the word and of a norm that an exception sets, and whether a space follows.
    numbers: FxHashMap<(u64, u64, bool), u32>,
    /// What is told to the network of the words that have no vectors yet.
    new: Vec<Features>,
    shared: Vec<f32>,
    names: Vec<f32>,
}

/// The different words of a batch and their vectors.
#[derive(Default)]
pub(crate) struct Batch {
    /// For each word of the vocabulary its number in the batch.
    numbers: Vec<Option<u32>>,
    words: Vec<u32>,
    /// The vectors for tagger and parser.
    pub(crate) shared: Vec<f32>,
    /// The vectors for names.
    pub(crate) names: Vec<f32>,
}

impl Vocabulary {
    /// The number of the token's word, a new one where it is not known.
    fn number(&mut self, text: &str, token: &RawToken) -> u32 {
        let word = token.span.of(text);
        let key = (lexeme::string_id(word), token.norm.map_or(0, lexeme::string_id), token.spacy);
        let next = self.numbers.len() as u32;
        *self.numbers.entry(key).or_insert_with(|| {
            self.new.push(features(word, token));
            next
        })
    }
}

impl Batch {
    /// Begins a batch of at most so many tokens.
    pub(crate) fn begin(&mut self, vocabulary: &mut Vocabulary, tokens: usize) {
        if vocabulary.numbers.len() + tokens > CAPACITY {
            *vocabulary = Vocabulary::default();
        }
        self.numbers.clear();
        self.words.clear();
    }

    /// The number that the token's word has in the batch.
    pub(crate) fn number(&mut self, vocabulary: &mut Vocabulary, text: &str, token: &RawToken) -> u32 {
        let word = vocabulary.number(text, token);
        if self.numbers.len() <= word as usize {
            self.numbers.resize(word as usize + 1, None);
        }
        *self.numbers[word as usize].get_or_insert_with(|| {
            self.words.push(word);
            self.words.len() as u32 - 1
        })
    }

    /// Computes the vectors of new words and collects those of the batch.
    pub(crate) fn mix(&mut self, model: &Model, vocabulary: &mut Vocabulary, room: &mut Room) {
        let Vocabulary { new, shared, names, .. } = vocabulary;
        model.shared.mix(new, shared, room);
        model.names.mix(new, names, room);
        new.clear();
        let width = model.shared.width();
        for (all, own) in [(&*shared, &mut self.shared), (names, &mut self.names)] {
            own.clear();
            self.words.iter().for_each(|&word| own.extend_from_slice(&all[word as usize * width..][..width]));
        }
    }
}

fn features(word: &str, token: &RawToken) -> Features {
    let word = lexeme::unescaped(word);
    [
        lexeme::string_id(&lexeme::norm(word, token.norm)),
        lexeme::string_id(lexeme::prefix(word)),
        lexeme::string_id(lexeme::suffix(word)),
        lexeme::string_id(&lexeme::shape(word)),
        token.spacy.into(),
        lexeme::is_space(word).into(),
    ]
}
