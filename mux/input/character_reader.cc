#include "mux/input/character_reader.h"

#include "common/text/utf8.h"

namespace mux::input {

namespace {

bool is_continuation(unsigned char byte) {
  return (byte & 0xC0) == 0x80;
}

// 0 for bytes that start no sequence of several.
std::size_t continuation_count(unsigned char lead) {
  if (lead < 0xC2 || lead > 0xF4) return 0;
  return lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
}

// No overlong forms, surrogates or numbers above 0x10FFFF.
bool can_follow(unsigned char lead, unsigned char second) {
  switch (lead) {
    case 0xE0:
      return second >= 0xA0;
    case 0xED:
      return second < 0xA0;
    case 0xF0:
      return second >= 0x90;
    case 0xF4:
      return second < 0x90;
    default:
      return true;
  }
}

}  // namespace

void CharacterReader::start() {
  bytes_.clear();
  result_.reset();
}

bool CharacterReader::take(unsigned char byte) {
  if (bytes_.empty()) {
    missing_ = continuation_count(byte);
    if (missing_ == 0) {
      result_ = kReplacement;
    } else {
      bytes_ += static_cast<char>(byte);
    }
    return true;
  }
  const auto lead = static_cast<unsigned char>(bytes_.front());
  if (!is_continuation(byte) || (bytes_.size() == 1 && !can_follow(lead, byte))) {
    result_ = kReplacement;
    return false;
  }
  bytes_ += static_cast<char>(byte);
  if (--missing_ > 0) return true;
  std::size_t at = 0;
  result_ = common::next_code_point(bytes_, at);
  return true;
}

}  // namespace mux::input
