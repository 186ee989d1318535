// Whether this is a ThreadSanitizer build, for the few things it does not follow.
#pragma once

namespace common {

#ifdef __has_feature
inline constexpr bool kHasThreadSanitizer = __has_feature(thread_sanitizer);
#else
inline constexpr bool kHasThreadSanitizer = false;
#endif

}  // namespace common
