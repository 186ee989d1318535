// Simple case folding of classes (fold_case, append_case_variants).
//
// The table maps each value to the next in its cycle; no cycle is longer than
// four, so three steps reach every member from any other.
#include <algorithm>
#include <span>

#include "common/regex/char_class.h"
#include "common/regex/unicode_tables.h"

namespace common::regex {
namespace {

constexpr int kStepsRoundCycle = 3;

std::uint32_t successor(const CaseFoldRun& run, std::uint32_t value) {
  if (run.delta == 0) return run.first + ((value - run.first) ^ 1);
  return value + static_cast<std::uint32_t>(run.delta);
}

// The first run that ends at or behind `value`.
const CaseFoldRun* first_run(std::uint32_t value) {
  const std::span runs(kCaseFoldRuns, kCaseFoldRunCount);
  const auto place =
      std::lower_bound(runs.begin(), runs.end(), value,
                       [](const CaseFoldRun& run, std::uint32_t v) { return run.last < v; });
  return runs.data() + (place - runs.begin());
}

// Appends the successors of the members of `range` that have one.
void append_successors(ClassRange range, std::vector<ClassRange>& out) {
  const CaseFoldRun* const end = kCaseFoldRuns + kCaseFoldRunCount;
  for (const CaseFoldRun* run = first_run(range.first); run != end && run->first <= range.last;
       ++run) {
    std::uint32_t first = std::max(range.first, run->first);
    std::uint32_t last = std::min(range.last, run->last);
    if (run->delta == 0) {
      // Whole pairs map to themselves; only a half at either end adds a value.
      if (((first - run->first) & 1) != 0) --first;
      if (((last - run->first) & 1) == 0) ++last;
      out.push_back({first, last});
    } else {
      out.push_back({successor(*run, first), successor(*run, last)});
    }
  }
}

void fold_ascii(std::vector<ClassRange>& ranges) {
  const std::size_t count = ranges.size();
  for (std::size_t i = 0; i < count; ++i) {
    const ClassRange range = ranges[i];
    const auto append = [&](std::uint32_t a, std::uint32_t z, std::uint32_t flip) {
      const std::uint32_t first = std::max(range.first, a);
      const std::uint32_t last = std::min(range.last, z);
      if (first <= last) ranges.push_back({first ^ flip, last ^ flip});
    };
    append('a', 'z', 0x20);
    append('A', 'Z', 0x20);
  }
}

}  // namespace

void fold_case(CharClass& cls) {
  if (cls.is_bytes) {
    fold_ascii(cls.ranges);
    canonicalize(cls);
    return;
  }
  std::vector<ClassRange> current = cls.ranges;
  std::vector<ClassRange> next;
  for (int step = 0; step < kStepsRoundCycle; ++step) {
    next.clear();
    for (const ClassRange& range : current) append_successors(range, next);
    cls.ranges.insert(cls.ranges.end(), next.begin(), next.end());
    std::swap(current, next);
  }
  canonicalize(cls);
}

void append_case_variants(std::uint32_t value, std::vector<ClassRange>& out) {
  const CaseFoldRun* const end = kCaseFoldRuns + kCaseFoldRunCount;
  std::uint32_t variant = value;
  for (;;) {
    const CaseFoldRun* run = first_run(variant);
    if (run == end || run->first > variant) return;
    variant = successor(*run, variant);
    if (variant == value) return;
    out.push_back({variant, variant});
  }
}

}  // namespace common::regex
