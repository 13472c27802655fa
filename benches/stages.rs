//! One group per stage.

fn main() {
    divan::main();
}
