//! Reads texts from standard input, one JSON string a line, and prints the model's annotations, one JSON object a
//! line; on standard error what time it took. `scripts/measure_fidelity.py` compares them with spaCy's.

use std::io::{BufRead, Write};
use std::time::Instant;

use claimdiff::language::Entity;
use claimdiff::language::annotate::{AnnotatedToken, Annotation, annotate, annotate_all};
use serde_json::{Value, json};

fn main() -> std::io::Result<()> {
    let repeats = std::env::args().skip_while(|argument| argument != "--repeats").nth(1);
    let repeats: usize = repeats.and_then(|number| number.parse().ok()).unwrap_or(1);
    let lines = std::io::stdin().lock().lines();
    let texts: Vec<String> = lines.map(|line| Ok(serde_json::from_str(&line?)?)).collect::<std::io::Result<_>>()?;
    let load = Instant::now();
    annotate("Warm.");
    let load = load.elapsed().as_secs_f64();
    let mut annotations = Vec::new();
    let mut seconds = f64::INFINITY;
    for _ in 0..repeats {
        let start = Instant::now();
        annotations = texts.iter().flat_map(|text| annotate_all(&[text])).collect();
        seconds = seconds.min(start.elapsed().as_secs_f64());
    }
    let mut output = std::io::BufWriter::new(std::io::stdout().lock());
    for annotation in &annotations {
        writeln!(output, "{}", as_json(annotation))?;
    }
    writeln!(std::io::stderr(), "{}", json!({ "load": load, "seconds": seconds }))?;
    output.flush()
}

fn as_json(annotation: &Annotation) -> Value {
    json!({
        "tokens": annotation.tokens.iter().map(token).collect::<Vec<_>>(),
        "entities": annotation.entities.iter().map(entity).collect::<Vec<_>>(),
    })
}

fn token(token: &AnnotatedToken) -> Value {
    let AnnotatedToken { span, tag, pos, lemma, head, label, starts_sentence, .. } = token;
    json!([span.start, span.end, tag.name(), pos.name(), lemma, head, label.name(), starts_sentence])
}

fn entity(entity: &Entity) -> Value {
    json!([entity.tokens.start, entity.tokens.end, entity.label.name()])
}
