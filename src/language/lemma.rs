//! Words -> dictionary forms: by exceptions ("men"), by endings that come off ("opened"), by an index of known forms.

use std::sync::LazyLock;

use crate::language::attribute::Attributes;
use crate::language::character::{Classes, classes};
use crate::language::labels::Pos;
use crate::language::lexeme;
use crate::language::table::Table;

static EXCEPTIONS: Table = Table::new(include_str!("data/lemma_exceptions.tsv"));
static INDEX: Table = Table::new(include_str!("data/lemma_index.tsv"));
static RULES: LazyLock<Vec<Rule>> = LazyLock::new(read_rules);

/// An ending of a part of speech and what replaces it.
struct Rule {
    pos: Pos,
    ending: &'static str,
    replacement: &'static str,
}

/// Finds the dictionary form of a word.
///
/// "opened" as a `Verb` in the past has "open", "Men" as a plural `Noun` has "man"; names (`Propn`) keep their letters.
pub fn lemmatize(word: &str, attributes: &Attributes) -> String {
    if let Some(lemma) = attributes.lemma {
        return lemma.to_string();
    }
    let lower = lexeme::lower(word);
    if attributes.pos == Pos::Space || is_base_form(attributes) {
        return lower.into_owned();
    }
    match attributes.pos {
        Pos::Adj | Pos::Adv | Pos::Noun | Pos::Punct | Pos::Verb => {
            first_form(&lower, attributes.pos).unwrap_or_else(|| word.to_string())
        }
        Pos::Propn => word.to_string(),
        _ => lower.into_owned(),
    }
}

/// The verb that the word, in lower case, is a past form or participle of; `None` for any other word.
///
/// "signed" is of "sign", "paid" of "pay", "usual" of none.
pub fn verb_of(participle: &str) -> Option<String> {
    let verb = first_form(participle, Pos::Verb)?;
    (verb != participle && is_known(&verb, Pos::Verb)).then_some(verb)
}

/// Whether the word, in lower case, is a verb, adjective or adverb of the language or a form of one.
pub(super) fn is_word(lower: &str) -> bool {
    let is_known =
        |pos: Pos| !forms(lower, pos).0.is_empty() || EXCEPTIONS.get(&format!("{lower}\t{}", pos.name())).is_some();
    [Pos::Verb, Pos::Adj, Pos::Adv].into_iter().any(is_known)
}

/// Whether the features say that the word is a dictionary form already.
fn is_base_form(attributes: &Attributes) -> bool {
    let has = |feature| attributes.has_feature(feature);
    let has_number = || attributes.features.split('|').any(|feature| feature.starts_with("Number="));
    has("VerbForm=Inf")
        || has("Degree=Pos")
        || (attributes.pos == Pos::Noun && has("Number=Sing"))
        || (attributes.pos == Pos::Verb && has("VerbForm=Fin") && has("Tense=Pres") && !has_number())
}

/// The likeliest form that exceptions and endings give; `None` where no ending fits.
fn first_form(lower: &str, pos: Pos) -> Option<String> {
    let (mut known, mut unknown) = forms(lower, pos);
    let exceptions = EXCEPTIONS.get(&format!("{lower}\t{}", pos.name()));
    for form in exceptions.into_iter().flat_map(|forms| forms.split('\t')) {
        if !known.iter().any(|known| known == form) {
            known.insert(0, form.to_string());
        }
    }
    known.append(&mut unknown);
    known.into_iter().next()
}

/// The forms that the endings give, likeliest first: those that are known or no mere letters, and the others.
fn forms(lower: &str, pos: Pos) -> (Vec<String>, Vec<String>) {
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for rule in RULES.iter().filter(|rule| rule.pos == pos) {
        let Some(stem) = lower.strip_suffix(rule.ending) else { continue };
        let form = format!("{stem}{}", rule.replacement);
        if form.is_empty() {
            continue;
        }
        if is_known(&form, pos) {
            known.insert(0, form);
        } else if form.chars().all(|character| classes(character).has(Classes::LETTER)) {
            unknown.push(form);
        } else {
            known.push(form);
        }
    }
    (known, unknown)
}

/// Whether the index has the form for this part of speech.
fn is_known(form: &str, pos: Pos) -> bool {
    let letter = match pos {
        Pos::Adj => 'a',
        Pos::Adv => 'r',
        Pos::Noun => 'n',
        Pos::Verb => 'v',
        _ => return false,
    };
    INDEX.get(form).is_some_and(|letters| letters.contains(letter))
}

fn read_rules() -> Vec<Rule> {
    let mut rules = Vec::new();
    for mut row in Table::new(include_str!("data/lemma_rules.tsv")).rows() {
        let mut column = || row.next().expect("each row has four columns");
        let (pos, _number, ending, replacement) = (column(), column(), column(), column());
        let pos = Pos::from_name(pos).expect("the table has parts of speech");
        rules.push(Rule { pos, ending, replacement });
    }
    rules
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::attribute::attributes;
    use crate::language::labels::{Label, Tag};

    fn check(word: &str, tag: Tag, expected: &str) {
        let attributes = attributes(&[word], &[tag], &[Label::Root])[0];
        assert_eq!(lemmatize(word, &attributes), expected, "{word}");
    }

    #[test]
    fn endings_come_off() {
        check("opened", Tag::Vbd, "open");
        check("Making", Tag::Vbg, "make");
        check("replies", Tag::Vbz, "reply");
        check("bridges", Tag::Nns, "bridge");
        check("boxes", Tag::Nns, "box");
        check("larger", Tag::Jjr, "large");
    }

    #[test]
    fn participles_lead_to_their_verbs() {
        let verbs = [("signed", Some("sign")), ("paid", Some("pay")), ("usual", None), ("til", None)];
        for (participle, verb) in verbs {
            assert_eq!(verb_of(participle).as_deref(), verb, "{participle}");
        }
    }

    #[test]
    fn exceptions_come_first() {
        check("men", Tag::Nns, "man");
        check("held", Tag::Vbd, "hold");
        check("best", Tag::Rbs, "well");
        check("axes", Tag::Nns, "axis");
    }

    #[test]
    fn base_forms_and_other_words_are_lowered() {
        check("News", Tag::Nn, "news");
        check("Open", Tag::Vb, "open");
        check("If", Tag::In, "if");
        check("Was", Tag::Vbd, "be");
        check("\n", Tag::Nn, "\n");
    }

    #[test]
    fn names_and_unknown_forms_keep_their_letters() {
        check("Ryabkov", Tag::Nnp, "Ryabkov");
        check("Nations", Tag::Nnps, "Nations");
        check("Blitzkrieg", Tag::Nns, "Blitzkrieg");
    }

    #[test]
    fn quotation_marks_become_plain() {
        check("“", Tag::OpenQuote, "\"");
        check("’", Tag::CloseQuote, "'");
    }
}
