#include "lint/semantic/qualified_name.h"

#include <algorithm>

namespace lint::semantic {

QualifiedName::QualifiedName(std::string_view dotted) {
  const std::size_t dots = std::min(dotted.find_first_not_of('.'), dotted.size());
  if (dots > 0) push(dotted.substr(0, dots));
  dotted.remove_prefix(dots);
  while (!dotted.empty()) {
    const std::size_t dot = std::min(dotted.find('.'), dotted.size());
    if (!push(dotted.substr(0, dot))) return;
    dotted.remove_prefix(std::min(dot + 1, dotted.size()));
  }
}

namespace {

// How many segments spell `dotted`; 0: none do.
std::size_t segments_spelling(std::span<const std::string_view> segments, std::string_view dotted) {
  for (std::size_t i = 0; i < segments.size(); ++i) {
    if (!dotted.starts_with(segments[i])) return 0;
    dotted.remove_prefix(segments[i].size());
    if (dotted.empty()) return i + 1;
    if (segments[i].ends_with('.')) continue;
    if (dotted.front() != '.') return 0;
    dotted.remove_prefix(1);
  }
  return 0;
}

}  // namespace

bool QualifiedName::is(std::string_view dotted) const {
  return size_ != 0 && segments_spelling(segments(), dotted) == size_;
}

bool QualifiedName::is_in(std::string_view module) const {
  return segments_spelling(segments(), module) != 0;
}

std::string QualifiedName::text() const {
  std::string result;
  for (std::size_t i = 0; i < size_; ++i) {
    if (i > 0 && !segments_[i - 1].ends_with('.')) result += '.';
    result += segments_[i];
  }
  return result;
}

std::uint64_t QualifiedName::hash() const {
  std::uint64_t result = kHashSeed;
  for (std::size_t i = 0; i < size_; ++i) {
    if (i > 0 && !segments_[i - 1].ends_with('.')) result = dotted_hash(".", result);
    result = dotted_hash(segments_[i], result);
  }
  return result;
}

bool QualifiedName::operator==(const QualifiedName& other) const {
  return std::ranges::equal(segments(), other.segments());
}

}  // namespace lint::semantic
