// Styles and marks of prompts as control sequences, for who reads a pane's text with them.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mux/term/row.h"
#include "mux/term/style.h"

namespace mux::model {

// Writes sequences; those of the last styles are kept, as most text has few of them.
class SgrWriter {
 public:
  // The sequence that sets the style, whatever was set before.
  void append(const term::Style& style, std::string& out);

 private:
  std::vector<std::pair<term::Style, std::string>> known_;
  std::size_t next_ = 0;  // The one to be forgotten.
};

inline constexpr std::string_view kPlainSgr = "\x1b[0m";

// OSC 133, as the program has sent it.
std::string_view mark_text(term::PromptMark mark);

}  // namespace mux::model
