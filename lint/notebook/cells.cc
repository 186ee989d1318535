#include "lint/notebook/cells.h"

#include <algorithm>

#include "common/base/check.h"

namespace lint {

void Cells::add(std::uint32_t number, std::uint32_t end) {
  CHECK(end > bounds_.back());
  numbers_.push_back(number);
  bounds_.push_back(end);
}

Cells Cells::rebuilt(std::string& source, std::span<const std::uint32_t> ends) const {
  Cells result;
  std::string text;
  std::uint32_t start = 0;
  for (std::size_t i = 0; i < ends.size(); ++i) {
    const std::string_view cell = TextRange{start, ends[i]}.of(source);
    text += cell;
    if (!cell.ends_with('\n')) text += '\n';
    result.add(number(i), static_cast<std::uint32_t>(text.size()));
    start = ends[i];
  }
  if (!ends.empty()) source = std::move(text);
  return result;
}

std::optional<TextRange> Cells::range_around(std::uint32_t offset) const {
  if (offset >= bounds_.back()) return std::nullopt;
  return range(*index_at(offset));
}

bool Cells::has_boundary(TextRange range) const {
  const auto next = std::ranges::upper_bound(bounds_, range.start);
  return next != bounds_.end() && *next <= range.end;
}

std::optional<std::size_t> Cells::index_at(std::uint32_t offset) const {
  if (numbers_.empty()) return std::nullopt;
  const auto next = std::ranges::upper_bound(bounds_, offset);
  const auto index = static_cast<std::size_t>(next - bounds_.begin()) - 1;
  return std::min(index, numbers_.size() - 1);
}

}  // namespace lint
