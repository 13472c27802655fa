//! All integration tests, one program.

mod action;
mod corpus;
mod docs;
mod exit_codes;
mod expectations;
mod expected;
mod filters;
mod fixtures;
mod headlines;
mod kinds;
mod language;
mod layers;
mod ledger;
mod manual;
mod near_misses;
mod outputs;
mod program;
mod reports;
mod sample;
mod seeds;
mod settings;
mod settling;
mod tables;
mod threads;
