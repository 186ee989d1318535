#include "mux/server/find_layout.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <vector>

#include "common/config/suggest.h"
#include "common/fs/whole_file.h"
#include "common/kdl/parse.h"
#include "mux/layout/builtin_layouts.h"
#include "mux/layout/layout_reader.h"

namespace mux::server {

namespace {

// Swap layouts may be in a file of their own beside it.
common::Result<void> add_swaps(const std::string& path, const common::config::Value& document,
                               layout::Layout& layout) {
  if (!path.ends_with(".kdl")) return {};
  const std::string swap_path = path.substr(0, path.size() - 4) + ".swap.kdl";
  const auto text = common::fs::read_file(swap_path);
  if (!text) return {};
  const auto swaps = common::kdl::parse_kdl(*text);
  const auto read =
      swaps ? layout::read_swap_layouts(*swaps, document, layout) : std::unexpected(swaps.error());
  if (read) return {};
  return common::fail(swap_path + ": " +
                      common::config::located_message(read.error(), *text, "KDL"));
}

common::Result<FoundLayout> read_layout_file(const std::string& path) {
  const auto text = common::fs::read_file(path);
  if (!text) return common::fail(fmt::format("{}: {}", path, text.error().message));
  FoundLayout found = TRY(layout_of_text(*text, path));
  if (const auto document = common::kdl::parse_kdl(*text)) {
    TRY(add_swaps(path, *document, found.layout));
  }
  return found;
}

std::unexpected<common::Error> no_layout(std::string_view name) {
  std::vector<std::string_view> known;
  for (const layout::BuiltinLayout& row : layout::builtin_layouts()) known.push_back(row.name);
  std::string message = fmt::format("there is no layout {}", name);
  if (const auto meant = common::config::closest_name(name, known)) {
    message += fmt::format(", did you mean {}?", *meant);
  }
  return common::fail(std::move(message));
}

}  // namespace

common::Result<FoundLayout> layout_of_text(std::string_view text, std::string_view path) {
  const auto document = common::kdl::parse_kdl(text);
  auto read = document ? layout::read_layout(*document) : std::unexpected(document.error());
  if (!read) {
    return common::fail(
        fmt::format("{}: {}", path, common::config::located_message(read.error(), text, "KDL")));
  }
  return FoundLayout{.layout = *std::move(read),
                     .path = std::string(path),
                     .options = layout::options_beside_layout(*document)};
}

common::Result<FoundLayout> find_layout(std::string_view name_or_path,
                                        std::span<const std::string> folders) {
  const std::string name(name_or_path.empty() ? "default" : name_or_path);
  const bool is_path = name.find('/') != std::string::npos;
  for (const std::string& folder : folders) {
    const std::string path =
        fmt::format("{}/{}{}", folder, name, name.ends_with(".kdl") ? "" : ".kdl");
    if (!is_path && ::access(path.c_str(), F_OK) == 0) return read_layout_file(path);
  }
  if (const layout::BuiltinLayout* const builtin = layout::find_builtin_layout(name)) {
    return FoundLayout{
        .layout = layout::read_builtin_layout(*builtin), .path = name, .options = {}};
  }
  if (!is_path && ::access(name.c_str(), F_OK) != 0) return no_layout(name);
  return read_layout_file(name);
}

}  // namespace mux::server
