#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| twinge_fuzz::pictures(bytes));
