// The layouts that are always there.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "mux/layout/layout_spec.h"

namespace mux::layout {

struct BuiltinLayout {
  std::string_view name;
  std::string_view summary;
  std::string_view text;           // KDL, one `layout` node.
  std::string_view swap_template;  // KDL, the tab template of its swap layouts; empty: none.
};

// Sorted by name.
std::span<const BuiltinLayout> builtin_layouts();
// Null: there is none of that name.
const BuiltinLayout* find_builtin_layout(std::string_view name);
// Its swap layouts, as a file of their own; empty: none.
std::string swap_text(const BuiltinLayout& layout);
// With its swap layouts.
Layout read_builtin_layout(const BuiltinLayout& layout);

}  // namespace mux::layout
