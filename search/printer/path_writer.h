// The path of a haystack as printed: separators replaced, coloured, linked.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "search/printer/output_buffer.h"
#include "search/printer/printer.h"

namespace search {

class PathWriter {
 public:
  // `config` outlives the writer.
  explicit PathWriter(const PrintConfig& config);

  // The path of the next haystack; empty to show none.
  void start(std::string_view path);
  bool shown() const { return !text_.empty(); }
  // The path with its colours, without links.
  std::string_view painted() const { return painted_; }
  // How many bytes of painted() are escapes.
  std::size_t escape_size() const { return painted_.size() - text_.size(); }
  // The path with its colours and a link to the file.
  void write(OutputBuffer& out);

  bool may_link() const { return may_link_; }
  // Begins a link to a place in the file; false if there can be none.  A link
  // that was opened must be closed.
  bool open_link(OutputBuffer& out, std::optional<std::uint64_t> line,
                 std::optional<std::uint64_t> column);
  void close_link(OutputBuffer& out);

 private:
  const PrintConfig& config_;
  bool may_link_;
  std::string color_opening_;
  std::string text_;
  std::string painted_;
  // Resolved when first needed: most files print nothing.
  bool link_path_known_ = false;
  std::optional<std::string> link_path_;
  std::string url_;  // Reused.
};

}  // namespace search
