#include "search/printer/prelude.h"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace search {
namespace {

char* put_text(char* at, std::string_view text) {
  std::memcpy(at, text.data(), text.size());
  return at + text.size();
}

char* put_number(char* at, std::uint64_t number) {
  return std::to_chars(at, at + OutputBuffer::kMostDigits, number).ptr;
}

}  // namespace

Prelude::Prelude(const PrintConfig& config, PathWriter& path) : config_(config), path_(path) {
  if (config.color) {
    line_open_ = config.colors.line.opening();
    column_open_ = config.colors.column.opening();
  }
  const auto set_up = [&](LineKind kind, const std::string& separator) {
    Pieces& pieces = pieces_[static_cast<std::size_t>(kind)];
    pieces.separator = separator;
    if (config.color) pieces.number_close = common::tty::kReset;
    pieces.number_close += separator;
  };
  set_up(LineKind::Match, config.field_match_separator);
  set_up(LineKind::Context, config.field_context_separator);
  start();
}

void Prelude::start() {
  size_limit_ = 0;
  for (Pieces& pieces : pieces_) {
    pieces.head.clear();
    if (path_.shown() && !config_.heading) {
      pieces.head = path_.painted();
      if (config_.path_nul) {
        pieces.head += '\0';
      } else {
        pieces.head += pieces.separator;
      }
    }
    const std::size_t number = OutputBuffer::kMostDigits + pieces.number_close.size();
    size_limit_ = std::max(
        size_limit_, pieces.head.size() + line_open_.size() + 2 * column_open_.size() + 3 * number);
  }
  is_linked_ =
      path_.shown() && path_.may_link() && (config_.hyperlink.uses_line() || !config_.heading);
}

char* Prelude::put(char* at, LineKind kind, const LinePlace& place) const {
  const Pieces& parts = pieces(kind);
  at = put_text(at, parts.head);
  if (place.line_number) {
    at = put_text(at, line_open_);
    at = put_number(at, *place.line_number);
    at = put_text(at, parts.number_close);
  }
  if (has_column(place)) {
    at = put_text(at, column_open_);
    at = put_number(at, *place.column);
    at = put_text(at, parts.number_close);
  }
  if (config_.byte_offset) {
    at = put_text(at, column_open_);
    at = put_number(at, place.absolute_offset);
    at = put_text(at, parts.number_close);
  }
  return at;
}

std::size_t Prelude::escape_size(const Pieces& pieces, const LinePlace& place) const {
  const std::size_t close = pieces.number_close.size() - pieces.separator.size();
  std::size_t size = pieces.head.empty() ? 0 : path_.escape_size();
  if (place.line_number) size += line_open_.size() + close;
  if (has_column(place)) size += column_open_.size() + close;
  if (config_.byte_offset) size += column_open_.size() + close;
  return size;
}

std::size_t Prelude::last_separator_size(const Pieces& pieces, const LinePlace& place) const {
  const bool has_number = place.line_number || has_column(place) || config_.byte_offset;
  if (has_number) return pieces.separator.size();
  if (pieces.head.empty()) return 0;
  return config_.path_nul ? 1 : pieces.separator.size();
}

void Prelude::write(OutputBuffer& out, LineKind kind, const LinePlace& place) {
  const bool linked = is_linked_ && path_.open_link(out, place.line_number, place.column);
  char* start = out.reserve(size_limit_);
  const auto size = static_cast<std::size_t>(put(start, kind, place) - start);
  if (config_.color) out.count_escapes(escape_size(pieces(kind), place));
  if (!linked) {
    out.advance(size);
    return;
  }
  // The link ends before the last separator.
  const std::size_t separator_size = last_separator_size(pieces(kind), place);
  const std::string separator(start + size - separator_size, separator_size);
  out.advance(size - separator_size);
  path_.close_link(out);
  out.append(separator);
}

}  // namespace search
