// Each folder has a layer, which its subfolders share; a file includes its own
// layer's folder and lower layers.
// Programs are above common and never include one another; tests may include
// anything.
#include "tests/meta/layering.h"

#include <algorithm>
#include <iterator>

namespace meta {

namespace {

struct Layer {
  std::string_view folder;
  int height;
};

// Sorted by height; a new folder needs a row.
constexpr Layer kLayers[] = {
    {"common/gen", 0},    {"common/base", 0},   {"common/trace", 0},   {"common/text", 1},
    {"common/scan", 2},   {"common/json", 2},   {"common/diag", 2},    {"common/tty", 2},
    {"common/fs", 3},     {"common/cli", 3},    {"common/config", 3},  {"common/threads", 3},
    {"common/vcs", 3},    {"common/walk", 4},   {"common/decode", 4},  {"common/regex", 4},
    {"common/syntax", 4}, {"search/engine", 5}, {"search/printer", 6}, {"search/run", 7},
    {"search/cli", 8},    {"search", 9},
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

void check_file(const SourceFile& file, const Layer& layer, Complaints& complaints) {
  for (std::string_view line : lines_of(file.text)) {
    const std::string_view folder = included_folder(line);
    if (folder.empty()) continue;
    const Layer* const included = layer_of(folder);
    const bool is_allowed =
        included != nullptr && (included == &layer || included->height < layer.height);
    // Unit tests may borrow what tests/support has.
    const bool is_test = file.path.ends_with("_test.cc") && folder.starts_with("tests/");
    if (!is_allowed && !is_test) {
      complaints.push_back(file.path + " must not include from " + std::string(folder));
    }
  }
}

}  // namespace

Complaints check_layering(const std::vector<SourceFile>& files) {
  Complaints complaints;
  for (const SourceFile& file : files) {
    const bool is_source =
        file.has_extension(".h") || file.has_extension(".cc") || file.has_extension(".inc");
    if (!is_source || file.path.starts_with("tests/") || file.path.starts_with("common/gen/") ||
        file.path.starts_with("common/cmake/")) {
      continue;
    }
    const Layer* const layer = layer_of(file.folder());
    if (layer == nullptr) {
      complaints.push_back(file.path + " is in a folder that has no layer in layering.cc");
    } else {
      check_file(file, *layer, complaints);
    }
  }
  return complaints;
}

}  // namespace meta
