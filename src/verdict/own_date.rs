//! `date` within one article: what is told as past lies after the day that the article is dated, or what is promised
//! lies before it.
//!
//! "A day after the talks, he said …" in an article of Sunday 9 January that puts the talks on 10 January; "must reply by
//! March 1, 2024" in an article of April 2024.

use crate::article::{Article, BlockKind, PublishedFrom};
use crate::claim::{Claim, Modality, When};
use crate::span::Span;
use crate::time::{Anchor, AnchorSource, Granularity, Timex};
use crate::verdict::{Evidence, Finding, Relation, why};

/// What is told a day ahead may be a time zone or a late edition away.
const DAYS_OF_GRACE: i32 = 1;

/// The claims of the article, of all that it makes, that its own date contradicts.
pub fn judge_alone(article: &Article, timexes: &[Timex], claims: &[Claim]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for claim in claims {
        let Some((anchor, when)) = contradicted(claim).or_else(|| overdue(claim)) else { continue };
        // Where the date stands outside the text, the expression itself is all that there is to show.
        let place = place_of_date(article, timexes, anchor).unwrap_or(when.span);
        findings.push(finding(claim, anchor, when, place));
    }
    findings
}

/// The anchor and the later day, where the claim is told as past.
fn contradicted(claim: &Claim) -> Option<(Anchor, &When)> {
    let (anchor, when) = (claim.told?, claim.time.as_ref()?);
    // Only a day counted from an event is as sure as that: "on May 5" after a past verb may date the noun before it.
    let is_dated = when.from_event.as_ref().is_some_and(|from| !from.approximate && from.days > 0);
    let is_presumed = anchor.is_presumed();
    let is_stated = !is_presumed
        && matches!(anchor.from, AnchorSource::Published(_) | AnchorSource::Dateline | AnchorSource::Byline);
    let start = when.interval.widened().start?;
    let ahead = anchor.day.until(start).ok()?.get_days();
    let holds = claim.modality == Modality::Happened
        && is_dated
        && is_stated
        && when.granularity == Granularity::Day
        && when.alternatives.is_empty()
        && ahead > DAYS_OF_GRACE;
    holds.then_some((anchor, when))
}

/// The anchor and the deadline, where it was over when the article announced it.
fn overdue(claim: &Claim) -> Option<(Anchor, &When)> {
    let (anchor, when) = (claim.told?, claim.deadline.as_ref()?);
    let is_stated = matches!(anchor.from, AnchorSource::Published(PublishedFrom::FrontMatter | PublishedFrom::Json));
    // A date that was counted from the article's own is never before it by more than a reading.
    let is_absolute = when.anchor.is_none() && when.from_event.is_none() && when.granularity == Granularity::Day;
    let over = when.interval.widened().last()?.until(anchor.day).ok()?.get_days();
    let is_of_news = over <= DAYS_OF_MEMORY;
    (is_stated && is_absolute && claim.modality.is_ahead() && over > DAYS_OF_GRACE && is_of_news)
        .then_some((anchor, when))
}

/// What was to be done longer ago is told as history: "was to be finished by 1978".
const DAYS_OF_MEMORY: i32 = 400;

/// The words of the article that date it.
fn place_of_date(article: &Article, timexes: &[Timex], anchor: Anchor) -> Option<Span> {
    if let AnchorSource::Published(_) = anchor.from {
        return article.published_line();
    }
    let dates_article = |kind: BlockKind| matches!(kind, BlockKind::Dateline | BlockKind::Byline);
    let block = article.blocks.iter().find(|block| dates_article(block.kind))?;
    let in_block = timexes.iter().filter(|timex| block.span.contains(timex.span));
    let days = in_block.filter(|timex| timex.interval.and_then(|interval| interval.start) == Some(anchor.day));
    Some(days.map(|timex| timex.span).next().unwrap_or(block.span))
}

fn finding(claim: &Claim, anchor: Anchor, when: &When, place: Span) -> Finding {
    let source = why::anchor_label(anchor);
    let why = match &when.from_event {
        Some(from) => format!(
            "told as past and dated {}, {} {} after an event that the article itself dates, but the article is of {source}",
            when.interval,
            from.days,
            if from.days == 1 { "day" } else { "days" }
        ),
        None => format!("announced {}, but the article is of {source}", when.interval),
    };
    Finding {
        relation: Relation::Conflict,
        kind: "date",
        confidence: 0.9,
        measured_on: None,
        left: Evidence {
            article: claim.article,
            span: claim.span.to(when.span),
            sentence: claim.sentence,
            value: when.interval.to_string(),
            said_by: claim.attribution.as_ref().map(|attribution| attribution.speaker.clone()),
        },
        right: Evidence {
            article: claim.article,
            span: place,
            sentence: place,
            value: anchor.day.to_string(),
            said_by: None,
        },
        why,
    }
}
