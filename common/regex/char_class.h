// The algebra of CharClass: canonical form, set operations, case folding.
//
// Canonical means sorted, disjoint, not adjacent, and for scalar values free of
// surrogates; so U+D7FF and U+E000 never share a range.  All functions but
// canonicalize() take and give canonical classes.  Two operands are of the same
// kind: both bytes or both scalar values.
#pragma once

#include <cstdint>

#include "common/regex/hir.h"

namespace common::regex {

inline constexpr std::uint32_t kMaxScalar = 0x10FFFF;
inline constexpr std::uint32_t kFirstSurrogate = 0xD800;
inline constexpr std::uint32_t kLastSurrogate = 0xDFFF;

// Brings ranges in any order, overlapping or not, into canonical form.
void canonicalize(CharClass& cls);

CharClass all_scalars();

CharClass unite(const CharClass& left, const CharClass& right);
CharClass intersect(const CharClass& left, const CharClass& right);
CharClass subtract(const CharClass& left, const CharClass& right);
CharClass symmetric_difference(const CharClass& left, const CharClass& right);
CharClass negate(const CharClass& cls);

bool contains(const CharClass& cls, std::uint32_t value);
// No member beyond U+007F or 7F.
bool is_ascii(const CharClass& cls);
// An all-ASCII byte class as the equal class of scalar values (see CharClass).
void normalize_kind(CharClass& cls);

// Adds every value that simple case folding maps to the same value as a member;
// only ASCII letters in a class of bytes.
void fold_case(CharClass& cls);

// Appends the values other than `value` with the same simple folding, one range
// each, in no order.
// There are at most three.
void append_case_variants(std::uint32_t value, std::vector<ClassRange>& out);

}  // namespace common::regex
