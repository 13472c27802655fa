//! Functions compiled twice, for any processor and for one with wide registers, of which the right one is run.

/// Defines a function whose body is also compiled with AVX2 and run so where the processor has it.
///
/// Both versions compute the same bits, since only the number of values that are handled at once differs.
macro_rules! wide {
    ($(#[$doc:meta])* $access:vis fn $name:ident($($argument:ident: $type:ty),* $(,)?) $body:block) => {
        $(#[$doc])*
        #[allow(unsafe_code, reason = "a function compiled for AVX2 may run only where the processor has it")]
        $access fn $name($($argument: $type),*) {
            #[inline(always)]
            fn narrow($($argument: $type),*) $body

            #[cfg(target_arch = "x86_64")]
            {
                #[target_feature(enable = "avx2")]
                fn wide($($argument: $type),*) {
                    narrow($($argument),*);
                }
                if std::arch::is_x86_feature_detected!("avx2") {
                    // SAFETY: the processor has AVX2.
                    return unsafe { wide($($argument),*) };
                }
            }
            narrow($($argument),*);
        }
    };
}

pub(crate) use wide;
