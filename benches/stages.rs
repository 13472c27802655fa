//! One group per stage.

mod data;
mod language;

fn main() {
    divan::main();
}
