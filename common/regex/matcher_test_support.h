// Matchers for unit tests.
#pragma once

#include <doctest/doctest.h>

#include <utility>

#include "common/regex/matcher.h"

namespace common::regex {

inline Matcher compiled(const RegexSpec& spec) {
  Result<Matcher> matcher = Matcher::compile(spec);
  if (!matcher) FAIL(matcher.error().message);
  return std::move(*matcher);
}

}  // namespace common::regex
