//! All integration tests, one program.

mod language;
