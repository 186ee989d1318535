// Names for well-known formats of hyperlinks.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>

namespace search {

struct HyperlinkAlias {
  std::string_view name;
  std::string_view format;
};

// Sorted by name but for the first two.
inline constexpr HyperlinkAlias kHyperlinkAliases[] = {
    {"default", "file://{host}{path}"},
    {"none", ""},
    {"cursor", "cursor://file{path}:{line}:{column}"},
    {"file", "file://{host}{path}"},
    {"grep+", "grep+://{path}:{line}"},
    {"kitty", "file://{host}{path}#{line}"},
    {"macvim", "mvim://open?url=file://{path}&line={line}&column={column}"},
    {"textmate", "txmt://open?url=file://{path}&line={line}&column={column}"},
    {"vscode", "vscode://file{path}:{line}:{column}"},
    {"vscode-insiders", "vscode-insiders://file{path}:{line}:{column}"},
    {"vscodium", "vscodium://file{path}:{line}:{column}"},
};
static_assert(std::ranges::is_sorted(std::span(kHyperlinkAliases).subspan(2), {},
                                     &HyperlinkAlias::name));

}  // namespace search
