//! The quotations of an article: the words between quotation marks and who speaks them.

use std::ops::Range;
use std::sync::Arc;

use crate::claim::attribution::{Speaker, heard};
use crate::claim::negation::is_negative_word;
use crate::entity::{Entities, NamedEntity};
use crate::language::cue::{Cue, cues};
use crate::language::{Document, Pos, quoted};
use crate::span::Span;
use crate::time::Anchor;

/// Fewer words may be anybody's, or a title.
const FEWEST_WORDS: usize = 5;

/// What somebody is quoted as saying in one sentence.
#[derive(Clone, Debug)]
pub struct Quotation {
    /// The number of the article.
    pub article: usize,
    /// The words between the marks.
    pub span: Span,
    /// The whole sentence.
    pub sentence: Span,
    /// The words, punctuation left out.
    pub words: Vec<QuotedWord>,
    /// Whose words they are, where the text tells.
    pub speaker: Option<Quoter>,
    /// The day of telling: the article's anchor.
    pub told: Option<Anchor>,
}

/// One word of a quotation.
#[derive(Clone, Debug)]
pub struct QuotedWord {
    /// Its place.
    pub span: Span,
    /// Its lemma in lower case: "can" and "not" for "can't".
    pub lemma: String,
    /// Whether it denies what it stands with: "not", "no", "never".
    pub is_negation: bool,
    /// Whether it is more than a joining word.
    pub is_content: bool,
    /// Whether it is a numeral.
    pub is_number: bool,
    /// Whether it is part of a name.
    pub is_name: bool,
}

/// Whose words a quotation is.
#[derive(Clone, Debug)]
pub struct Quoter {
    /// As the text has it: "the team's leader, Mats Orreby".
    pub words: String,
    /// The names in it, or those that a pronoun or description stands for.
    pub names: Vec<Arc<NamedEntity>>,
    /// Whether the sentence gives a pronoun alone, which may stand for somebody else.
    pub is_pronoun: bool,
}

/// The quotations of the running text, in order of place, one for each sentence that they run through.
///
/// "“We will not close a single school,” Tolo said." gives one, spoken by Tolo.
pub(super) fn quotations(
    article: usize,
    document: &Document<'_>,
    entities: &Entities,
    names: &[Arc<NamedEntity>],
    told: Option<Anchor>,
) -> Vec<Quotation> {
    let is_quoted = quoted(document);
    let mut quotations: Vec<Quotation> = Vec::new();
    let mut last: Option<(usize, Option<Quoter>)> = None;
    for region in regions(document, &is_quoted) {
        let speaker = speaker(document, entities, names, &region, &is_quoted)
            .map(|speaker| Quoter { words: speaker.words, names: speaker.names, is_pronoun: speaker.is_pronoun })
            .or_else(|| {
                last.take().filter(|&(end, _)| is_carried_on(document, end, region.start)).and_then(|(_, by)| by)
            });
        for sentence in document.sentence_of(region.start)..=document.sentence_of(region.end - 1) {
            let part = &document.sentences[sentence];
            if !part.block.makes_claims() {
                continue;
            }
            let tokens = region.start.max(part.tokens.start)..region.end.min(part.tokens.end);
            let words: Vec<QuotedWord> = tokens.filter_map(|token| word(document, token)).collect();
            let (Some(first), Some(end)) = (words.first(), words.last()) else { continue };
            let (span, sentence) = (first.span.to(end.span), document.span(part.tokens.clone()));
            match quotations.last_mut().filter(|before| is_broken_off(document, before, span, sentence)) {
                Some(before) => {
                    before.span = before.span.to(span);
                    before.words.extend(words);
                }
                None => quotations.push(Quotation { article, span, sentence, words, speaker: speaker.clone(), told }),
            }
        }
        last = Some((region.end, speaker));
    }
    quotations.retain(|quotation| quotation.words.len() >= FEWEST_WORDS);
    quotations
}

/// Whether the quotation before goes on with the words at the place: only who speaks stands between, after a comma.
///
/// "“The water,” Hofer said, “has never been as low.”"
fn is_broken_off(document: &Document<'_>, before: &Quotation, span: Span, sentence: Span) -> bool {
    let between = &document.text[before.span.end..span.start];
    before.sentence == sentence && between.starts_with(',') && between.matches(',').count() >= 2
}

/// The unbroken stretches of quoted tokens.
fn regions(document: &Document<'_>, is_quoted: &[bool]) -> Vec<Range<usize>> {
    let mut regions: Vec<Range<usize>> = Vec::new();
    for token in (0..document.tokens.len()).filter(|&token| is_quoted[token]) {
        match regions.last_mut().filter(|region| region.end == token && !opens(document, token)) {
            Some(region) => region.end = token + 1,
            None => regions.push(token..token + 1),
        }
    }
    regions
}

/// Whether a paragraph begins at the token, with which a quotation begins anew.
fn opens(document: &Document<'_>, token: usize) -> bool {
    document.text[document.tokens[token - 1].span.end..document.tokens[token].span.start].contains('\n')
}

/// Whether the quotation after `end` goes on with the same speaker: nothing but punctuation lies between, or a speech
/// verb and its subject did and the paragraph goes on.
fn is_carried_on(document: &Document<'_>, end: usize, start: usize) -> bool {
    let between = &document.text[document.tokens[end - 1].span.end..document.tokens[start].span.start];
    !between.contains('\n') && document.sentence_of(start) - document.sentence_of(end - 1) <= 1
}

/// Who speaks the quotation: the subject of a verb of speech in the sentence where it ends, or where it begins.
fn speaker(
    document: &Document<'_>,
    entities: &Entities,
    names: &[Arc<NamedEntity>],
    region: &Range<usize>,
    is_quoted: &[bool],
) -> Option<Speaker> {
    // "Ms Wahl notes": beside a name the tagger may take the verb for a noun.
    let is_beside_name =
        |token: usize| entities.mentions.iter().any(|name| name.tokens.end == token || name.tokens.start == token + 1);
    let speaks = |token: usize| {
        !is_quoted[token]
            && cues(document, token).has_any(&[Cue::Report, Cue::Promise, Cue::Deny])
            && (document.tokens[token].pos == Pos::Verb || is_beside_name(token))
    };
    let last = document.sentences[document.sentence_of(region.end - 1)].tokens.clone();
    let first = document.sentences[document.sentence_of(region.start)].tokens.clone();
    let after = (region.end..last.end).find(|&token| speaks(token));
    let verb = after.or_else(|| (first.start..region.start).rev().find(|&token| speaks(token)))?;
    heard(document, entities, names, verb, &|token| is_quoted[token])
}

fn word(document: &Document<'_>, token: usize) -> Option<QuotedWord> {
    let is_content = match document.tokens[token].pos {
        // "'s" and "'re", whatever the tagger makes of them.
        _ if document.word(token).starts_with(['\'', '’']) => false,
        Pos::Punct | Pos::Sym => return None,
        Pos::Noun | Pos::Propn | Pos::Verb | Pos::Adj | Pos::Adv | Pos::Num => true,
        _ => false,
    };
    Some(QuotedWord {
        span: document.tokens[token].span,
        lemma: document.tokens[token].lemma.to_lowercase(),
        is_negation: is_negative_word(&document.lower(token)),
        is_content,
        is_number: document.tokens[token].pos == Pos::Num,
        is_name: document.tokens[token].pos == Pos::Propn,
    })
}

impl Quoter {
    /// The first name, or the text's own words where there is none.
    pub fn name(&self) -> String {
        self.names.first().map_or_else(|| self.words.clone(), |name| name.canonical.clone())
    }
}
