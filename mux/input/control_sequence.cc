#include "mux/input/control_sequence.h"

#include <algorithm>
#include <charconv>

namespace mux::input {

std::string_view piece_of(std::string_view text, char separator, std::size_t index) {
  for (; index > 0; --index) {
    const std::size_t end = text.find(separator);
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  return text.substr(0, text.find(separator));
}

std::optional<std::uint32_t> parse_number(std::string_view digits) {
  std::uint32_t number = 0;
  const char* const end = digits.data() + digits.size();
  const auto [rest, error] = std::from_chars(digits.data(), end, number);
  if (digits.empty() || error != std::errc() || rest != end || number > 0x7FFFFFFF) return {};
  return number;
}

ControlSequence ControlSequence::parse(std::string_view text) {
  ControlSequence sequence;
  sequence.final = text.back();
  text.remove_suffix(1);
  if (!text.empty() && text.front() >= '<' && text.front() <= '?') {
    sequence.leader = text.front();
    text.remove_prefix(1);
  }
  const auto is_intermediate = [](char c) { return c >= ' ' && c <= '/'; };
  sequence.parameters = text.substr(
      0, static_cast<std::size_t>(std::ranges::find_if(text, is_intermediate) - text.begin()));
  if (sequence.parameters.size() < text.size()) sequence.intermediate = text.back();
  return sequence;
}

std::string_view ControlSequence::field(std::size_t index) const {
  return piece_of(parameters, ';', index);
}

std::optional<std::uint32_t> ControlSequence::number(std::size_t index, std::size_t sub) const {
  return parse_number(piece_of(field(index), ':', sub));
}

std::size_t ControlSequence::field_count() const {
  return static_cast<std::size_t>(std::ranges::count(parameters, ';')) + 1;
}

std::vector<int> ControlSequence::numbers() const {
  std::vector<int> all;
  for (std::string_view rest = parameters;;) {
    const std::size_t end = rest.find(';');
    const std::string_view first = piece_of(rest.substr(0, end), ':', 0);
    all.push_back(static_cast<int>(parse_number(first).value_or(0)));
    if (end == std::string_view::npos) return all;
    rest.remove_prefix(end + 1);
  }
}

}  // namespace mux::input
