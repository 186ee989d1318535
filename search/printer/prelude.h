// What stands before a line: path, line number, column, byte offset.
//
// All that does not change from line to line (colours, the path, separators)
// is put together once per haystack, so that a line's prelude is a few copies
// into space reserved before.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "search/printer/output_buffer.h"
#include "search/printer/path_writer.h"
#include "search/printer/printer.h"

namespace search {

enum class LineKind : std::uint8_t { Match, Context };

struct LinePlace {
  std::uint64_t absolute_offset = 0;
  std::optional<std::uint64_t> line_number;
  std::optional<std::uint64_t> column;  // 1-based, where matches are known.
};

class Prelude {
 public:
  // Both outlive the prelude.
  Prelude(const PrintConfig& config, PathWriter& path);

  // To be called whenever `path` was started anew.
  void start();
  void write(OutputBuffer& out, LineKind kind, const LinePlace& place);

  // The fast way, for output without links: space for size_limit() bytes is
  // there, the end of what was written is returned.
  bool is_linked() const { return is_linked_; }
  std::size_t size_limit() const { return size_limit_; }
  char* put(char* at, LineKind kind, const LinePlace& place) const;

 private:
  // The parts that depend on the kind of line.
  struct Pieces {
    std::string separator;
    std::string head;          // Path and what separates it from the next field.
    std::string number_close;  // Colour reset and separator.
  };

  const Pieces& pieces(LineKind kind) const { return pieces_[static_cast<std::size_t>(kind)]; }
  bool has_column(const LinePlace& place) const { return config_.column && place.column; }
  // How many bytes of the prelude of `place` are escapes.
  std::size_t escape_size(const Pieces& pieces, const LinePlace& place) const;
  // The size of the separator that ends the prelude of `place`.
  std::size_t last_separator_size(const Pieces& pieces, const LinePlace& place) const;

  const PrintConfig& config_;
  PathWriter& path_;
  std::array<Pieces, 2> pieces_;
  std::string line_open_;
  std::string column_open_;
  std::size_t size_limit_ = 0;
  bool is_linked_ = false;
};

}  // namespace search
