#include "mux/term/string_collector.h"

#include <algorithm>

#include "common/scan/scan.h"
#include "mux/term/control_codes.h"

namespace mux::term {

namespace {

constexpr char kStringTerminator = '\x9C';  // Behind the lead byte 0xC2.
constexpr common::scan::ByteClass kStringEnds{std::string_view("\x07\x18\x1A\x1B\x9C", 5)};

}  // namespace

void StringCollector::begin(StringKind kind) {
  kind_ = kind;
  text_.clear();
  last_ = 0;
  is_too_long_ = false;
  is_after_escape_ = false;
}

void StringCollector::clear() {
  constexpr std::size_t kKept = 4096;
  text_.clear();
  if (text_.capacity() > kKept) text_.shrink_to_fit();
}

void StringCollector::append(std::string_view bytes) {
  if (bytes.empty()) return;
  last_ = bytes.back();
  if (is_too_long_ || text_.size() + bytes.size() > longest_string(kind_)) {
    is_too_long_ = true;
    text_.clear();
    text_.shrink_to_fit();
  } else {
    text_ += bytes;
  }
}

StringCollector::Read StringCollector::read(std::string_view bytes, std::size_t at) {
  while (at < bytes.size()) {
    if (is_after_escape_) {
      if (bytes[at] != '\\') return {.end = at, .progress = StringProgress::Escaped};
      return {.end = at + 1, .progress = StringProgress::Complete};
    }
    const std::size_t end = std::min(common::scan::find_in(bytes, kStringEnds, at), bytes.size());
    append(bytes.substr(at, end - at));
    if (end == bytes.size()) return {.end = end};
    at = end + 1;
    switch (bytes[end]) {
      case kEsc:
        is_after_escape_ = true;
        break;
      case kCan:
      case kSub:
        return {.end = at, .progress = StringProgress::Cancelled};
      case kBel:
        if (kind_ == StringKind::Osc) return {.end = at, .progress = StringProgress::Complete};
        break;
      default:
        if (last_ == '\xC2') {
          if (!text_.empty()) text_.pop_back();
          return {.end = at, .progress = StringProgress::Complete};
        }
        append({&kStringTerminator, 1});
    }
  }
  return {.end = at};
}

}  // namespace mux::term
