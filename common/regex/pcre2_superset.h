// Which lines a -P pattern can match at all, said as a pattern of the default
// engine, which reads text many times faster than PCRE2 does.
//
// The translation keeps what must be there in any case and is generous with the
// rest: every character beyond ASCII is a letter, a digit and a blank, as the two
// libraries follow different versions of Unicode; a back-reference is any text;
// assertions hold.  Only look-behind that starts the pattern and look-ahead that
// ends it become part of the match, since there nothing else can overlap them.
// Wherever the meaning of a construct is in doubt, there is no translation; nor
// for repetitions in repetitions over which PCRE2 may well give up, as that is
// then to be reported.
#pragma once

#include <optional>

#include "common/regex/matcher.h"

namespace common::regex {

// A specification for the default engine that has a match in every line, and in
// the part of it, in which `spec` has one.  `spec` compiles with PCRE2;
// `ignores_case` is what its case mode came to.
std::optional<RegexSpec> pcre2_superset(const RegexSpec& spec, bool ignores_case);

}  // namespace common::regex
