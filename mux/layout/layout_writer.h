// Layouts as files: descriptions of what is there, and their text.
#pragma once

#include <functional>
#include <string>

#include "common/config/value.h"
#include "mux/layout/layout_spec.h"
#include "mux/layout/tab_layout.h"

namespace mux::layout {

// A description that, applied to the same area, gives the same rectangles.  Sizes
// are percent with as few decimals as that takes.
TabSpec describe_tab(const TabLayout& layout, const std::function<PaneSpec(PaneId)>& spec_of);

// A document with a `layout` node, which reads as the same layout.
common::config::Value layout_document(const Layout& layout);
std::string layout_text(const Layout& layout);
// For users, who may take it elsewhere: the folder that all panes are in is said once.
// Read again, new tabs start there as well.
std::string text_to_keep(const Layout& layout);

}  // namespace mux::layout
