// PasteReader: the text of a bracketed paste up to the sequence that ends it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mux::input {

class PasteReader {
 public:
  void start() { end_matched_ = 0; }
  // Appends what of the bytes is text; returns how many of them belong to the paste.
  std::size_t read(std::string_view bytes, std::string& text);
  bool has_ended() const { return end_matched_ == kEnd.size(); }

 private:
  static constexpr std::string_view kEnd = "\x1b[201~";
  std::size_t end_matched_ = 0;  // Bytes of the end that have been seen.
};

}  // namespace mux::input
