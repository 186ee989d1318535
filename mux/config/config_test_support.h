// Reads configurations given as text, for tests.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mux/config/config.h"
#include "mux/config/document.h"
#include "mux/input/key_names.h"
#include "mux/input/preset.h"

namespace mux::config {

struct ReadConfig {
  Config config;
  Remarks remarks;
  std::string problem;
  common::config::Region place;
};

inline ReadConfig read(std::string_view text, std::string_view path = "config.kdl") {
  ReadConfig result;
  const auto document = parse_document(text, path);
  const auto done = document ? read_document(*document, result.config, result.remarks)
                             : std::unexpected(document.error());
  if (!done) {
    result.problem = done.error().message;
    result.place = done.error().region;
  }
  return result;
}

inline std::optional<std::string> no_variable(const char* /*name*/) {
  return std::nullopt;
}

inline std::string bound(const Config& config, input::Mode mode, std::string_view key) {
  const input::KeyMap keys = key_map_of(config);
  const input::Actions* const actions = keys.find(mode, *input::parse_key(key));
  if (actions == nullptr) return "";
  std::string text;
  for (const input::ActionCall& call : *actions) {
    if (!text.empty()) text += "; ";
    text += call.name;
    for (const std::string& argument : call.arguments) text += ' ' + argument;
  }
  return text;
}

}  // namespace mux::config
