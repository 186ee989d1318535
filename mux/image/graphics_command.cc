#include "mux/image/graphics_command.h"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace mux::image {

namespace {

using Number = std::uint32_t GraphicsCommand::*;
using Signed = std::int32_t GraphicsCommand::*;
using Letter = char GraphicsCommand::*;

// One of the three is not null.
struct Key {
  char key;
  Number number = nullptr;
  Signed signed_number = nullptr;
  Letter letter = nullptr;
};

using C = GraphicsCommand;
// clang-format off
constexpr Key kKeys[] = {
    {.key = 'C', .number = &C::keeps_cursor},
    {.key = 'H', .signed_number = &C::parent_columns},
    {.key = 'I', .number = &C::number},
    {.key = 'O', .number = &C::offset},
    {.key = 'P', .number = &C::parent},
    {.key = 'Q', .number = &C::parent_placement},
    {.key = 'S', .number = &C::size},
    {.key = 'U', .number = &C::is_virtual},
    {.key = 'V', .signed_number = &C::parent_rows},
    {.key = 'X', .number = &C::cell_x},
    {.key = 'Y', .number = &C::cell_y},
    {.key = 'a', .letter = &C::action},
    {.key = 'c', .number = &C::columns},
    {.key = 'd', .letter = &C::deletes},
    {.key = 'f', .number = &C::format},
    {.key = 'h', .number = &C::part_height},
    {.key = 'i', .number = &C::id},
    {.key = 'm', .number = &C::has_more},
    {.key = 'o', .letter = &C::compression},
    {.key = 'p', .number = &C::placement},
    {.key = 'q', .number = &C::quiet},
    {.key = 'r', .number = &C::rows},
    {.key = 's', .number = &C::width},
    {.key = 't', .letter = &C::medium},
    {.key = 'v', .number = &C::height},
    {.key = 'w', .number = &C::part_width},
    {.key = 'x', .number = &C::x},
    {.key = 'y', .number = &C::y},
    {.key = 'z', .signed_number = &C::z},
};
// clang-format on
static_assert(std::ranges::is_sorted(kKeys, {}, &Key::key));

template <typename Value>
bool read_number(std::string_view text, Value& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

bool read_value(const Key& key, std::string_view text, GraphicsCommand& command) {
  if (key.number != nullptr) return read_number(text, command.*key.number);
  if (key.signed_number != nullptr) return read_number(text, command.*key.signed_number);
  if (text.size() != 1) return false;
  command.*key.letter = text.front();
  return true;
}

}  // namespace

std::optional<GraphicsCommand> parse_graphics(std::string_view text) {
  GraphicsCommand command;
  const std::size_t end = std::min(text.find(';'), text.size());
  if (end < text.size()) command.payload = text.substr(end + 1);
  std::string_view control = text.substr(0, end);
  while (!control.empty()) {
    const std::size_t comma = std::min(control.find(','), control.size());
    const std::string_view pair = control.substr(0, comma);
    control.remove_prefix(std::min(comma + 1, control.size()));
    if (pair.size() < 3 || pair[1] != '=') return std::nullopt;
    const auto* const key = std::ranges::lower_bound(kKeys, pair[0], {}, &Key::key);
    if (key == std::end(kKeys) || key->key != pair[0]) continue;
    if (!read_value(*key, pair.substr(2), command)) return std::nullopt;
  }
  return command;
}

}  // namespace mux::image
