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
  // A format or an alias ("default", "none", "vscode" ...).  `host`, `wsl_prefix`:
  // what the variables stand for.  Errors name the format and the fault.
  static common::Result<HyperlinkFormat> parse(std::string_view text, std::string host,
                                               std::string wsl_prefix);
  bool empty() const { return parts_.empty(); }
  bool uses_line() const { return uses_line_; }
  // The URL for a path as printed; made absolute with the working directory.
  // Missing line and column count as 1.
  void append_url(std::string& out, std::string_view path, std::optional<std::uint64_t> line,
                  std::optional<std::uint64_t> column) const;

 private:
  enum class Variable : std::uint8_t { Text, Path, Host, Line, Column, WslPrefix };
  struct Part {
    Variable variable = Variable::Text;
    std::string text;
  };
  std::vector<Part> parts_;
  std::string host_;
  std::string wsl_prefix_;
  std::string cwd_;
  bool uses_line_ = false;
};

}  // namespace search
