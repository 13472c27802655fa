//! The hash that picks the rows of a feature in an embedding table: MurmurHash3 (x86, 128 bits) of a 64-bit number.

/// The four row numbers, still to be reduced to the size of the table, of a feature under a table's seed.
pub(crate) fn rows(feature: u64, seed: u32) -> [u32; 4] {
    let seed = u64::from(seed);
    let mut first = feature.wrapping_mul(0x87c3_7b91_1142_53d5).rotate_left(31).wrapping_mul(0x4cf5_ad43_2745_937f);
    first ^= seed ^ 8;
    let mut second = seed ^ 8;
    first = first.wrapping_add(second);
    second = second.wrapping_add(first);
    first = mixed(first);
    second = mixed(second);
    first = first.wrapping_add(second);
    second = second.wrapping_add(first);
    [first as u32, (first >> 32) as u32, second as u32, (second >> 32) as u32]
}

fn mixed(mut value: u64) -> u64 {
    value ^= value >> 33;
    value = value.wrapping_mul(0xff51_afd7_ed55_8ccd);
    value ^= value >> 33;
    value = value.wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    value ^ (value >> 33)
}
