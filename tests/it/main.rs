//! All integration tests, one program.
