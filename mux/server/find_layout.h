// Layouts by name or path.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "common/base/result.h"
#include "common/config/value.h"
#include "mux/layout/layout_spec.h"

namespace mux::server {

struct FoundLayout {
  layout::Layout layout;
  std::string path;               // Or what else it is called, for messages.
  common::config::Value options;  // Of the configuration, that stand beside it.
};

// A file of the folders by its name without ".kdl", a built-in one, or a file by its
// path.  Empty: the default.
common::Result<FoundLayout> find_layout(std::string_view name_or_path,
                                        std::span<const std::string> folders = {});
// `path`: for messages.
common::Result<FoundLayout> layout_of_text(std::string_view text, std::string_view path);

}  // namespace mux::server
