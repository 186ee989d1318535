// Who may include whom.
//
// Each folder has a layer; a file includes its own folder and lower layers.
// Programs are above common and never include one another; tests may include
// anything.  And a folder includes only what its CMakeLists.txt names.
#include <algorithm>
#include <iterator>

#include "tests/meta/checks.h"

namespace meta {

namespace {

struct Layer {
  std::string_view folder;
  int height;
};

// Sorted by height; a new folder needs a row.
constexpr Layer kLayers[] = {
    {"common/gen", 0},       {"common/base", 0},   {"common/scan", 1},
    {"common/json", 3},      {"common/tty", 1},    {"common/threads", 1},
    {"common/events", 1},    {"common/text", 2},   {"common/fs", 2},
    {"common/cli", 2},       {"common/vcs", 2},    {"common/config", 2},
    {"common/diag", 3},      {"common/kdl", 3},    {"common/walk", 3},
    {"common/decode", 3},    {"common/regex", 3},  {"search/engine", 4},
    {"lint/ast", 4},         {"lint/registry", 4}, {"lint/notebook", 4},
    {"search/printer", 5},   {"lint/parser", 5},   {"lint/diag", 5},
    {"lint/strings", 5},     {"search/run", 6},    {"lint/config", 6},
    {"lint/semantic", 6},    {"lint/suppress", 6}, {"lint/cache", 6},
    {"search/cli", 7},       {"lint/fix", 7},      {"lint/imports", 7},
    {"search", 8},           {"lint/report", 8},   {"lint/check", 9},
    {"lint/docstrings", 10}, {"lint/rules", 11},   {"lint/run", 12},
    {"lint/cli", 13},        {"lint", 14},         {"mux/action", 8},
    {"mux/input", 4},        {"mux/image", 4},     {"mux/term", 5},
    {"mux/layout", 5},       {"mux/render", 6},    {"mux/debug", 6},
    {"mux/model", 7},        {"mux/journal", 8},   {"mux/config", 9},
    {"mux/platform", 4},     {"mux/protocol", 4},  {"mux/server", 10},
    {"mux/client", 10},      {"mux/cli", 11},      {"mux", 12},
};

// The row of the folder, or of the nearest one above it.
const Layer* layer_of(std::string_view folder) {
  for (;;) {
    const auto found = std::ranges::find(kLayers, folder, &Layer::folder);
    if (found != std::end(kLayers)) return found;
    const std::size_t slash = folder.rfind('/');
    // "search" stands for its own files, not for folders without a row.
    if (slash == std::string_view::npos || slash == folder.find('/')) return nullptr;
    folder = folder.substr(0, slash);
  }
}

// The folder of a project header named by the line; empty for other lines.
std::string_view included_folder(std::string_view line) {
  constexpr std::string_view kStart = "#include \"";
  if (!line.starts_with(kStart)) return {};
  line.remove_prefix(kStart.size());
  line = line.substr(0, line.find('"'));
  const std::size_t slash = line.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : line.substr(0, slash);
}

// Unit tests may borrow what tests/support has.
bool is_borrowed(const SourceFile& file, std::string_view folder) {
  return file.path.ends_with("_test.cc") && folder.starts_with("tests/");
}

bool has_layer(const SourceFile& file) {
  const bool is_source =
      file.has_extension(".h") || file.has_extension(".cc") || file.has_extension(".inc");
  return is_source && (file.path.starts_with("common/") || file.path.starts_with("search/") ||
                       file.path.starts_with("lint/") || file.path.starts_with("mux/"));
}

void check_file(const SourceFile& file, const Layer& layer, Complaints& complaints) {
  for (std::string_view line : lines_of(file.text)) {
    const std::string_view folder = included_folder(line);
    if (folder.empty() || is_borrowed(file, folder)) continue;
    const Layer* const included = layer_of(folder);
    if (included != &layer && (included == nullptr || included->height >= layer.height)) {
      complaints.push_back(file.path + " must not include from " + std::string(folder));
    }
  }
}

// common/base is the library common_base.
std::string library_of(std::string_view folder) {
  std::string name(folder);
  std::ranges::replace(name, '/', '_');
  return name;
}

}  // namespace

Complaints check_layers(const Files& files) {
  Complaints complaints;
  for (const Layer& layer : kLayers) {
    const auto is_inside = [&](const SourceFile& file) { return file.folder() == layer.folder; };
    if (std::ranges::none_of(files, is_inside)) {
      complaints.push_back("layering.cc has a row for " + std::string(layer.folder) +
                           ", which is empty");
    }
  }
  for (const SourceFile& file : files) {
    if (!has_layer(file)) continue;
    const Layer* const layer = layer_of(file.folder());
    if (layer == nullptr) {
      complaints.push_back(file.path + " is in a folder that has no layer in layering.cc");
    } else {
      check_file(file, *layer, complaints);
    }
  }
  return complaints;
}

Complaints check_dependencies(const Files& files) {
  Complaints complaints;
  for (const SourceFile& file : files) {
    const SourceFile* const list = find_file(files, std::string(file.folder()) + "/CMakeLists.txt");
    // Programs may use what their libraries do.
    if (!has_layer(file) || list == nullptr || file.name() == "main.cc") continue;
    for (std::string_view line : lines_of(file.text)) {
      const std::string_view folder = included_folder(line);
      if (folder.empty() || folder == file.folder() || is_borrowed(file, folder)) continue;
      if (has_word(list->text, library_of(folder))) continue;
      complaints.push_back(list->path + " does not name " + library_of(folder) + ", which " +
                           file.path + " needs");
    }
  }
  return complaints;
}

}  // namespace meta
