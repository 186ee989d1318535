#include "common/regex/char_class.h"

#include <algorithm>

#include "common/base/check.h"

namespace common::regex {
namespace {

// Appends a range that starts no earlier than the last one, merging neighbours.
void append_merged(std::vector<ClassRange>& out, ClassRange range) {
  if (!out.empty() && range.first <= out.back().last + 1) {
    out.back().last = std::max(out.back().last, range.last);
  } else {
    out.push_back(range);
  }
}

// Merges ranges sorted by their start, in place.
void merge_sorted(std::vector<ClassRange>& ranges) {
  std::size_t kept = 0;
  for (const ClassRange& range : ranges) {
    if (kept > 0 && range.first <= ranges[kept - 1].last + 1) {
      ranges[kept - 1].last = std::max(ranges[kept - 1].last, range.last);
    } else {
      ranges[kept++] = range;
    }
  }
  ranges.resize(kept);
}

void remove_surrogates(std::vector<ClassRange>& ranges) {
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    const ClassRange range = ranges[i];
    if (range.last < kFirstSurrogate) continue;
    if (range.first > kLastSurrogate) return;
    const bool before = range.first < kFirstSurrogate;
    const bool behind = range.last > kLastSurrogate;
    const auto place = ranges.begin() + static_cast<std::ptrdiff_t>(i);
    if (before && behind) {
      ranges[i].last = kFirstSurrogate - 1;
      ranges.insert(place + 1, {kLastSurrogate + 1, range.last});
      return;
    }
    if (before) {
      ranges[i].last = kFirstSurrogate - 1;
    } else if (behind) {
      ranges[i].first = kLastSurrogate + 1;
    } else {
      ranges.erase(place);
      --i;
    }
  }
}

}  // namespace

void canonicalize(CharClass& cls) {
  const auto starts_earlier = [](const ClassRange& a, const ClassRange& b) {
    return a.first < b.first;
  };
  if (!std::is_sorted(cls.ranges.begin(), cls.ranges.end(), starts_earlier)) {
    std::sort(cls.ranges.begin(), cls.ranges.end(), starts_earlier);
  }
  merge_sorted(cls.ranges);
  if (!cls.is_bytes) remove_surrogates(cls.ranges);
}

CharClass all_scalars() {
  return {.ranges = {{0, kFirstSurrogate - 1}, {kLastSurrogate + 1, kMaxScalar}},
          .is_bytes = false};
}

CharClass unite(const CharClass& left, const CharClass& right) {
  DCHECK(left.is_bytes == right.is_bytes);
  CharClass result{.ranges = {}, .is_bytes = left.is_bytes};
  result.ranges.reserve(left.ranges.size() + right.ranges.size());
  auto a = left.ranges.begin();
  auto b = right.ranges.begin();
  while (a != left.ranges.end() || b != right.ranges.end()) {
    const bool take_left =
        b == right.ranges.end() || (a != left.ranges.end() && a->first <= b->first);
    append_merged(result.ranges, take_left ? *a++ : *b++);
  }
  return result;
}

CharClass intersect(const CharClass& left, const CharClass& right) {
  DCHECK(left.is_bytes == right.is_bytes);
  CharClass result{.ranges = {}, .is_bytes = left.is_bytes};
  auto a = left.ranges.begin();
  auto b = right.ranges.begin();
  while (a != left.ranges.end() && b != right.ranges.end()) {
    const std::uint32_t first = std::max(a->first, b->first);
    const std::uint32_t last = std::min(a->last, b->last);
    if (first <= last) result.ranges.push_back({first, last});
    ++(a->last < b->last ? a : b);
  }
  return result;
}

CharClass subtract(const CharClass& left, const CharClass& right) {
  return intersect(left, negate(right));
}

CharClass symmetric_difference(const CharClass& left, const CharClass& right) {
  return subtract(unite(left, right), intersect(left, right));
}

CharClass negate(const CharClass& cls) {
  CharClass result{.ranges = {}, .is_bytes = cls.is_bytes};
  result.ranges.reserve(cls.ranges.size() + 2);
  std::uint32_t next = 0;
  for (const ClassRange& range : cls.ranges) {
    if (range.first > next) result.ranges.push_back({next, range.first - 1});
    next = range.last + 1;
  }
  const std::uint32_t end = cls.is_bytes ? 0xFF : kMaxScalar;
  if (next <= end) result.ranges.push_back({next, end});
  if (!cls.is_bytes) remove_surrogates(result.ranges);
  return result;
}

bool contains(const CharClass& cls, std::uint32_t value) {
  const auto place =
      std::lower_bound(cls.ranges.begin(), cls.ranges.end(), value,
                       [](const ClassRange& range, std::uint32_t v) { return range.last < v; });
  return place != cls.ranges.end() && place->first <= value;
}

bool is_ascii(const CharClass& cls) {
  return cls.ranges.empty() || cls.ranges.back().last < 0x80;
}

void normalize_kind(CharClass& cls) {
  if (is_ascii(cls)) cls.is_bytes = false;
}

}  // namespace common::regex
