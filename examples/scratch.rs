//! scratch
use claimdiff::*;
fn main() {
    let mut articles = Vec::new();
    let mut show_claims = false; let mut one=false;
    for a in std::env::args().skip(1) {
        if a == "-c" { show_claims = true; continue; }
        if a == "-1" { one = true; continue; }
        let bytes = std::fs::read(&a).unwrap();
        for p in article::parse(&a, &bytes).unwrap() { match p { Ok(x) => articles.push(x), Err(e) => eprintln!("{e}") } }
    }
    let t=std::time::Instant::now();
    let r = compare(articles, &Config{is_one_matter: one, ..Config::default()});
    eprintln!("{:?} {:?}", t.elapsed(), r.summary);
    if show_claims {
        for (i,a) in r.articles.iter().enumerate() {
            println!("##### {} anchor {:?}", a.path, r.anchors[i]);
            for c in r.claims.iter().filter(|c| c.article==i) {
                println!("- {:?}", c.span.of(&a.text));
                println!("    {}", c.slots().iter().map(|(k,v)| format!("{k}={v}")).collect::<Vec<_>>().join(" | "));
                println!("    words: {}", c.participants.iter().flat_map(|p| p.words.clone()).collect::<Vec<_>>().join(","));
            }
        }
    }
    for f in &r.findings {
        println!("{} {} {:.2}\n   L {}: {:?} [{}]\n   R {}: {:?} [{}]\n   {}", f.relation.name(), f.kind, f.confidence, &r.articles[f.left.article].path[..], f.left.span.of(&r.articles[f.left.article].text), f.left.value, &r.articles[f.right.article].path[..], f.right.span.of(&r.articles[f.right.article].text), f.right.value, f.why);
    }
}
