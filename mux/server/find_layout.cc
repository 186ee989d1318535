#include "mux/server/find_layout.h"

#include <fmt/format.h>

#include <string>

#include "common/config/value.h"
#include "common/fs/whole_file.h"
#include "mux/layout/builtin_layouts.h"
#include "mux/layout/layout_reader.h"

namespace mux::server {

common::Result<layout::Layout> find_layout(std::string_view name_or_path) {
  const std::string_view name = name_or_path.empty() ? "default" : name_or_path;
  if (const layout::BuiltinLayout* const builtin = layout::find_builtin_layout(name)) {
    return layout::read_builtin_layout(*builtin);
  }
  const std::string path(name);
  const auto text = common::fs::read_file(path);
  if (!text) {
    return common::fail(fmt::format("there is no layout {}: {}", name, text.error().message));
  }
  auto read = layout::read_layout(*text);
  if (!read) return common::fail(common::config::located_message(read.error(), *text, "KDL"));
  return *std::move(read);
}

}  // namespace mux::server
