// What a search pushes: the border between the engine and the printers.
//
// A Searcher runs over one haystack and calls its Sink in the order of the
// lines.  Printers are sinks; they know nothing of reading, the engine nothing
// of printing.  Views live until the call returns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace search {

// Matching line(s): one line, or the lines a multi-line match touches.
struct SinkMatch {
  std::string_view bytes;                    // The line(s) with terminators (the last may lack it).
  std::uint64_t absolute_offset = 0;         // Of bytes[0] in the (decoded) haystack.
  std::optional<std::uint64_t> line_number;  // 1-based, of bytes[0].
  // The buffer around, for assertions that look beyond the line: bytes ==
  // buffer.substr(start_in_buffer, bytes.size()).
  std::string_view buffer;
  std::size_t start_in_buffer = 0;
};

enum class ContextKind : std::uint8_t { Before, After, Other };  // Other: --passthru

struct SinkContext {
  ContextKind kind = ContextKind::Other;
  std::string_view bytes;  // One line with its terminator.
  std::uint64_t absolute_offset = 0;
  std::optional<std::uint64_t> line_number;
};

struct SinkFinish {
  std::uint64_t byte_count = 0;                // Bytes searched, as --stats counts them.
  std::optional<std::uint64_t> binary_offset;  // Of the first NUL found.
};

// Every call but finish returns whether to go on with this haystack.
class Sink {
 public:
  virtual ~Sink() = default;
  virtual bool begin() = 0;
  virtual bool matched(const SinkMatch& match) = 0;
  virtual bool context(const SinkContext& context) = 0;
  virtual bool context_break() = 0;
  // A NUL was found; called at most once.
  virtual bool binary_data(std::uint64_t offset) = 0;
  virtual void finish(const SinkFinish& finish) = 0;
};

}  // namespace search
