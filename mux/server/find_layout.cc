#include "mux/server/find_layout.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <vector>

#include "common/config/suggest.h"
#include "common/fs/path.h"
#include "common/fs/whole_file.h"
#include "common/kdl/parse.h"
#include "mux/config/document.h"
#include "mux/layout/builtin_layouts.h"
#include "mux/layout/layout_reader.h"

namespace mux::server {

namespace {

// Paths and commands of layouts may begin at home, or name variables.
layout::LayoutSource with_environment() {
  return {.cwd = {}, .expand = [](std::string_view text) {
            return common::fs::expand_path(text,
                                           [](const char* name) { return std::getenv(name); });
          }};
}

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
  return common::fail(config::located(read.error(), *text, swap_path));
}

void place_contents(layout::PaneSpec& pane, std::string_view folder) {
  if (pane.contents_file.empty()) return;
  pane.contents_file = layout::joined_path(folder, pane.contents_file);
}

void place_contents(layout::TileSpec& tile, std::string_view folder) {
  place_contents(tile.pane, folder);
  for (layout::TileSpec& child : tile.children) place_contents(child, folder);
}

// What panes show at first is in files beside that of the layout.
void place_contents(layout::Layout& layout, const std::string& path) {
  std::error_code error;
  const std::string folder = std::filesystem::absolute(path, error).parent_path().string();
  const auto place = [&](layout::TabSpec& tab) {
    place_contents(tab.tiles, folder);
    for (layout::FloatSpec& floating : tab.floats) place_contents(floating.pane, folder);
  };
  std::ranges::for_each(layout.tabs, place);
  place(layout.new_tab);
}

using Document = common::config::Read<common::config::Value>;

common::Result<FoundLayout> layout_of(const Document& document, std::string_view text,
                                      std::string_view path) {
  auto read = document ? layout::read_layout(*document, with_environment())
                       : std::unexpected(document.error());
  if (!read) return common::fail(config::located(read.error(), text, path));
  return FoundLayout{.layout = *std::move(read),
                     .path = std::string(path),
                     .options = layout::options_beside_layout(*document)};
}

common::Result<FoundLayout> read_layout_file(const std::string& path) {
  const auto text = common::fs::read_file(path);
  if (!text) return common::fail(fmt::format("{}: {}", path, text.error().message));
  const Document document = common::kdl::parse_kdl(*text);
  FoundLayout found = TRY(layout_of(document, *text, path));
  TRY(add_swaps(path, *document, found.layout));
  place_contents(found.layout, path);
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
  return layout_of(common::kdl::parse_kdl(text), text, path);
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
