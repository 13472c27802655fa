//! Two headlines on one matter: which of them deny what the other tells.

use claimdiff::article::from_text;
use claimdiff::verdict::Relation;
use claimdiff::{Config, compare};

fn check(left: &str, right: &str, is_conflict: bool) {
    let articles = vec![from_text("a", left.to_owned()), from_text("b", right.to_owned())];
    let report = compare(articles, &Config { is_one_matter: true, ..Config::default() });
    let conflicts: Vec<String> = report
        .findings
        .iter()
        .filter(|finding| finding.relation == Relation::Conflict)
        .map(|finding| format!("{}: {}", finding.kind, finding.why))
        .collect();
    assert_eq!(!conflicts.is_empty(), is_conflict, "{left} / {right}: {conflicts:?}");
}

#[test]
fn a_hoax_contradicts_the_report() {
    check("A sheep was elected mayor of Orrel", "Sheep Elected Mayor Of Orrel? Story Is A Hoax", true);
    check("The singer Ilva Torr is dead", "Ilva Torr Death Rumours Not True", true);
    check("A sheep was elected mayor of Orrel", "Sheep Elected Mayor Of Orrel After Long Night", false);
    check("The singer Ilva Torr is dead", "Ilva Torr Dead, Not A True Star, Says Rival", false);
    check("A sheep was elected mayor of Orrel", "Mayor Of Orrel Insists That Sheep Story Is Not A Hoax", false);
    check("Borda will ban trams that do not brake", "Borda Tram Ban Story Is Complete Fabrication", true);
}

#[test]
fn a_denial_contradicts_what_it_denies() {
    check("The Moonmobile was stolen", "Moonmobile was not stolen: police", true);
    check(
        "Halmar will shut down its plant in Vigo",
        "Halmar Denies Report That It Will Shut Down Its Vigo Plant",
        true,
    );
    check("The singer Ilva Torr is dead", "Ilva Torr has not died, whatever they say", true);
    check("The singer Hanna Marsh is dead", "Hanna Marsh is alive and well", true);
    check("The Moonmobile was stolen", "Detective Quashes Moonmobile Theft Rumour", true);
    check("The singer Ilva Torr is dead", "Don't worry, the singer Ilva Torr is not dead", true);
    check("The Moonmobile was stolen", "Moonmobile was not insured: police", false);
    check("The Moonmobile was stolen", "Detective Quashes Tram Timetable, Moonmobile Still Stolen", false);
    check("The singer Ilva Torr posed with fans", "Ilva Torr denied a visa", false);
    check("The singer Ilva Torr is dead", "Ilva Torr had not married, her sister says", false);
}

#[test]
fn one_person_of_one_matter_has_one_day() {
    check("I will graduate in May 2030.", "I will graduate after June 2031.", true);
    check("I will graduate in May 2030.", "I will graduate in 2030.", false);
    check("Ilva Torr (born 26 December 1970) is a singer.", "Ilva Torr was born in May.", true);
    check("Ilva Torr (born 26 December 1970) is a singer.", "Ilva Torr was born in December.", false);
}
