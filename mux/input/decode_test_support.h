// Bytes to events in one call, for tests.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mux/input/decoder.h"

namespace mux::input {

// Neighbouring texts of a paste as one, as if the bytes had not been cut.
inline std::vector<Event> joined(std::vector<Event> events) {
  std::vector<Event> all;
  for (Event& event : events) {
    auto* const piece = std::get_if<Paste>(&event);
    auto* const last = all.empty() ? nullptr : std::get_if<Paste>(&all.back());
    if (piece != nullptr && last != nullptr && piece->part == Paste::Part::Text &&
        last->part == Paste::Part::Text) {
      last->text += piece->text;
    } else {
      all.push_back(std::move(event));
    }
  }
  return all;
}

inline std::vector<Event> decode(std::string_view bytes) {
  Decoder decoder;
  std::vector<Event> events;
  decoder.feed(bytes, events);
  decoder.flush(events);
  return joined(std::move(events));
}

inline std::vector<Event> decode_cut(std::string_view bytes, std::size_t piece) {
  Decoder decoder;
  std::vector<Event> events;
  for (std::size_t at = 0; at < bytes.size(); at += piece) {
    decoder.feed(bytes.substr(at, piece), events);
  }
  decoder.flush(events);
  return joined(std::move(events));
}

}  // namespace mux::input
