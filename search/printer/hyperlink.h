// OSC 8 hyperlinks: format strings with {path} {host} {line} {column} {wslprefix}.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"

namespace search {

class HyperlinkFormat {
 public:
  HyperlinkFormat() = default;  // No links.
  // A format or an alias (hyperlink_aliases.h).  `host`, `wsl_prefix`:
  // what the variables stand for.  Errors name the fault.
  static common::Result<HyperlinkFormat> parse(std::string_view text, std::string host,
                                               std::string wsl_prefix);
  bool empty() const { return parts_.empty(); }
  bool uses_line() const { return uses_line_; }
  // What {path} stands for: the path as printed, made absolute, its symlinks
  // resolved, percent-encoded.  Nothing if there is no such file.
  static std::optional<std::string> link_path(std::string_view path);
  // The URL for a link_path().  Missing line and column count as 1.
  void append_url(std::string& out, std::string_view link_path, std::optional<std::uint64_t> line,
                  std::optional<std::uint64_t> column) const;

 private:
  enum class Variable : std::uint8_t { None, Path, Host, Line, Column, WslPrefix };
  struct Part {
    Variable variable = Variable::None;
    std::string text;  // Of a part without a variable.
  };

  common::Result<void> read_parts(std::string_view text);
  common::Result<void> add_variable(std::string_view name);
  void add_text(char byte);
  common::Result<void> validate() const;
  bool has(Variable variable) const;

  std::vector<Part> parts_;
  std::string host_;
  std::string wsl_prefix_;
  bool uses_line_ = false;
};

}  // namespace search
