//! All integration tests, one program.

mod exit_codes;
mod expected;
mod filters;
mod layers;
mod program;
mod reports;
mod sample;
