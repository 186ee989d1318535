// StringCollector: the text of one control string (OSC, DCS, APC and so on) until it
// ends, however it is cut.
//
// ST ends strings, in either of its forms, and BEL those that are OSC; CAN and SUB
// cancel them.  A string that is too long is thrown away, but read to its end.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "mux/term/control_strings.h"

namespace mux::term {

enum class StringProgress : std::uint8_t {
  GoesOn,
  Complete,
  Cancelled,
  Escaped,  // An ESC that does not end it: another sequence has begun.
};

class StringCollector {
 public:
  void begin(StringKind kind);
  // No more than a small buffer is kept.
  void clear();

  struct Read {
    std::size_t end = 0;  // Behind what it has taken.
    StringProgress progress = StringProgress::GoesOn;
  };
  Read read(std::string_view bytes, std::size_t at);

  StringKind kind() const { return kind_; }
  std::string_view text() const { return text_; }
  bool is_too_long() const { return is_too_long_; }

 private:
  void append(std::string_view bytes);

  StringKind kind_ = StringKind::Osc;
  std::string text_;
  char last_ = 0;  // Byte of it.
  bool is_too_long_ = false;
  bool is_after_escape_ = false;
};

}  // namespace mux::term
