use serde::Deserialize;

use super::*;

/// A pair of `reference.jsonl` with what onnxruntime gives for the same files.
#[derive(Deserialize)]
struct Reference {
    left: [String; 3],
    right: [String; 3],
    relations: [f32; 5],
    kinds: [f32; 12],
    vector: Vec<f32>,
}

fn references() -> Vec<Reference> {
    let lines = include_str!("reference.jsonl").lines();
    lines.map(|line| serde_json::from_str(line).expect("a reference")).collect()
}

fn encoded([title, heading, sentence]: &[String; 3]) -> Encoded {
    encode(&Passage { title, heading, sentence })
}

/// The greatest distance between two lists of numbers.
fn distance(one: &[f32], other: &[f32]) -> f32 {
    one.iter().zip(other).map(|(one, other)| (one - other).abs()).fold(0.0, f32::max)
}

/// Activations of eight bits are rounded by either runtime in its own way, which a few pairs near a boundary show.
#[test]
fn readings_are_those_of_onnxruntime() {
    let (mut sum, mut wrong, pairs) = (0.0, Vec::new(), references());
    for pair in &pairs {
        let (left, right) = (encoded(&pair.left), encoded(&pair.right));
        let reading = read(&left, &right);
        let apart = distance(&reading.relations, &pair.relations).max(distance(&reading.kinds, &pair.kinds));
        sum += apart;
        if apart > 0.08 || distance(&left.vector[..8], &pair.vector) > 0.04 {
            wrong.push(format!("{apart} | {} | {}", pair.left[2], pair.right[2]));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(sum / pairs.len() as f32 <= 0.01, "{} on the average", sum / pairs.len() as f32);
}

#[test]
fn a_reading_does_not_depend_on_what_else_is_read() {
    let pairs = references();
    let read_one = |pair: &Reference| read(&encoded(&pair.left), &encoded(&pair.right));
    let alone = read_one(&pairs[0]);
    let forward: Vec<Reading> = pairs.iter().take(32).map(read_one).collect();
    let backward: Vec<Reading> = pairs.iter().take(32).rev().map(read_one).collect();
    assert_eq!(alone, forward[0]);
    assert!(forward.iter().eq(backward.iter().rev()));
}

#[test]
fn any_text_is_read() {
    let long = "x".repeat(100_000);
    let texts = ["", " ", "\u{0}\u{1}\u{202e}", "日本語のテキスト", "🙂🙂", &long, &"not ".repeat(3_000)];
    for sentence in texts {
        let encoded = encode(&Passage { title: sentence, heading: sentence, sentence });
        let reading = read(&encoded, &encoded);
        assert!(reading.relations.iter().all(|share| share.is_finite()), "{sentence:.20}");
        assert!(encoded.vector.iter().all(|value| value.is_finite()), "{sentence:.20}");
        for words in [reading.left_words, reading.right_words].into_iter().flatten() {
            assert!(sentence.get(words.start..words.end).is_some(), "{sentence:.20}");
        }
    }
}
