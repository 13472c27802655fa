//! The program `claimdiff`.

fn main() -> std::process::ExitCode {
    claimdiff::cli::run()
}
