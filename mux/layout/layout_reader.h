// Reads layout files: zellij's KDL layouts as they are.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "common/base/result.h"
#include "common/config/value.h"
#include "mux/layout/layout_spec.h"

namespace mux::layout {

struct LayoutSource {
  // Instead of the layout's own working directory; empty: that one.
  std::string cwd;
  // What a path or command stands for, `~` and `$HOME` say.  Empty: itself.
  std::function<common::Result<std::string>(std::string_view)> expand;
};

// From a KDL document with one `layout` node.  Problems say where.
common::config::Read<Layout> read_layout(const common::config::Value& document,
                                         const LayoutSource& source = {});
common::config::Read<Layout> read_layout(std::string_view text, const LayoutSource& source = {});

// Adds the swap layouts of a document that has them, and templates, at its top.
// They may use the templates of the layout that they belong to.
common::config::Read<void> read_swap_layouts(const common::config::Value& document,
                                             const common::config::Value& layout_document,
                                             Layout& layout);

// What else is at the top of a layout file: configuration options.
common::config::Value options_beside_layout(const common::config::Value& document);

}  // namespace mux::layout
