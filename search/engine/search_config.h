// How haystacks are searched: the engine's part of the resolved plan.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "common/decode/encoding.h"

namespace search {

enum class BinaryRule : std::uint8_t {
  None,     // -a: NUL is a byte like others.
  Quit,     // Found by walking: stop at the first NUL.
  Convert,  // Named by the user, --binary: NUL ends a line; report the file as binary.
};

// Of large files.
enum class Mapping : std::uint8_t { Never, IfFaster, Always };

struct SearchConfig {
  char line_terminator = '\n';
  bool crlf = false;
  bool invert = false;
  bool line_numbers = false;
  bool multi_line = false;
  bool passthru = false;
  bool stop_on_nonmatch = false;
  std::size_t before_context = 0;
  std::size_t after_context = 0;
  std::optional<std::uint64_t> max_count = {};
  BinaryRule implicit_binary = BinaryRule::Quit;
  BinaryRule explicit_binary = BinaryRule::Convert;
  // ripgrep maps explicit files when at most ten were named, and then looks for
  // NUL in the first 64 KiB and in printed lines only.  What is mapped here is
  // another matter, but what is printed must be the same: true selects that rule
  // for regular files.
  bool whole_file_binary_rule = false;
  Mapping mapping = Mapping::IfFaster;
  // -E LABEL.  Without one a byte order mark decides, unless sniff_bom is
  // false (-E none): then bytes are searched as they are.
  std::optional<common::decode::Encoding> encoding = {};
  bool sniff_bom = true;
  // SinkFinish::byte_count is shown (--stats, --json): searches that end early
  // then keep to ripgrep's read sizes, on which its count depends.
  bool exact_byte_count = false;
  // Haystacks without a match are shown (--files-without-match, --include-zero):
  // not if they end at a NUL.
  bool lists_without_match = false;

  bool shows_nul_without_match() const { return exact_byte_count || lists_without_match; }
  bool has_context() const { return before_context > 0 || after_context > 0; }
};

}  // namespace search
