#include "mux/layout/layout_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "common/kdl/parse.h"
#include "mux/layout/layout_words.h"
#include "mux/layout/template_reader.h"

namespace mux::layout {
namespace {

using common::config::Kind;
using common::config::Member;
using common::config::Problem;
using common::config::problem;
using common::config::Read;
using common::config::Value;

// Makes sense only inside `layout`.
bool belongs_inside(std::string_view name) {
  return is_layout_word(name) || name == "floating_panes";
}

TileSpec column_of(std::vector<TileSpec> tiles, Axis axis) {
  TileSpec column;
  column.axis = axis;
  column.children = std::move(tiles);
  return column;
}

class LayoutReader {
 public:
  explicit LayoutReader(const LayoutSource& source) : source_(source), panes_(source) {}

  Read<Layout> read(const Member& layout) {
    std::vector<std::string_view> known = panes_.learn_templates(layout.value);
    for (const Member& child : layout.value.members) {
      if (child.name == "tab_template") known.push_back(template_name(child));
    }
    known.insert(known.end(), {"pane", "tab", "floating_panes", "pane_template", "tab_template",
                               "default_tab_template", "new_tab_template", "swap_tiled_layout",
                               "swap_floating_layout"});
    const Draft draft = TRY(read_draft(layout.value, kLayoutNode, known));
    cwd_ = source_.cwd.empty() ? TRY(panes_.expanded(draft.cwd.value_or(""), layout.value))
                               : source_.cwd;
    TRY(read_templates(layout.value));
    Layout result;
    TRY(read_swaps(layout.value, result));
    for (const Member& child : layout.value.members) TRY(read_child(child, result));
    TRY(finish(layout, draft, result));
    return result;
  }

  Read<void> read_swaps_only(const Value& document, const Member* layout, Layout& result) {
    if (layout != nullptr) {
      panes_.learn_templates(layout->value);
      TRY(read_templates(layout->value));
    }
    panes_.learn_templates(document);
    TRY(read_templates(document));
    return read_swaps(document, result);
  }

 private:
  struct TabTemplate {
    TabSpec tab;
    const Member* member;
  };

  static std::string_view template_name(const Member& member) {
    const Value* const name = member.value.find("name");
    return name != nullptr && name->kind == Kind::String ? std::string_view(name->text)
                                                         : std::string_view();
  }

  Read<void> read_templates(const Value& parent) {
    TRY(panes_.check_templates());
    for (const Member& child : parent.members) {
      if (child.name == "tab_template") {
        TRY(read_tab_template(child));
      } else if (child.name == "default_tab_template") {
        default_tab_ = TabTemplate{.tab = TRY(read_tab(child, nullptr, true)), .member = &child};
      } else if (child.name == "new_tab_template") {
        new_tab_ = TRY(read_whole_tab(child, nullptr));
      }
    }
    return {};
  }

  Read<void> read_tab_template(const Member& child) {
    const std::string_view name = TRY(panes_.checked_template_name(child, "tab"));
    if (tab_templates_.contains(name)) {
      return problem_at(child, fmt::format("there are two tab templates named `{}`", name));
    }
    if (panes_.is_template(name)) {
      return problem_at(child, fmt::format("`{}` is the name of a pane template already", name));
    }
    TabTemplate made{.tab = TRY(read_tab(child, nullptr, true)), .member = &child};
    made.tab.name.clear();
    made.tab.has_focus = false;
    tab_templates_.emplace(name, std::move(made));
    return {};
  }

  // The children's tiles and floats and the tab's own properties.
  Read<TabSpec> read_tab(const Member& member, const TabTemplate* from, bool is_template) {
    std::vector<std::string_view> known = panes_.names_of_panes();
    known.push_back("floating_panes");
    if (is_template) known.push_back("children");
    const Draft draft = TRY(read_draft(member.value, kTab, known));
    TabSpec tab = from != nullptr ? from->tab : TabSpec();
    if (draft.name) tab.name = *draft.name;
    tab.has_focus = draft.focus.value_or(false);
    tab.hides_floats = draft.hide_floating_panes.value_or(tab.hides_floats);
    for (const Member& child : member.value.members) {
      if (child.name == "floating_panes") TRY(panes_.read_floats(child.value, tab.floats));
    }
    Children children = TRY(panes_.read_children(member.value, false));
    if (children.tiles.empty() && !children.at) children.tiles.emplace_back();
    TileSpec tiles =
        column_of(std::move(children.tiles), draft.split_direction.value_or(Axis::Vertical));
    tiles.children_at = children.at;
    if (from == nullptr) {
      tab.tiles = std::move(tiles);
    } else {
      TRY(fill_template(tab.tiles, std::move(tiles), *from));
    }
    TRY(panes_.count(count_panes(tab.tiles) + tab.floats.size(), member));
    return tab;
  }

  static Read<void> fill_template(TileSpec& tiles, TileSpec inner, const TabTemplate& from) {
    const std::size_t places = count_children_places(tiles);
    const bool is_bare = inner.children.size() == 1 && inner.children[0] == TileSpec();
    if (places == 0 && is_bare) return {};
    if (places != 1) {
      return problem_at(*from.member,
                        fmt::format("this template needs one `children` node, it has {}", places));
    }
    insert_tile(tiles, is_bare ? TileSpec() : std::move(inner));
    return {};
  }

  // A tab that is not a template: complete, with its working directory.
  Read<TabSpec> read_whole_tab(const Member& member, const TabTemplate* from) {
    TabSpec tab = TRY(read_tab(member, from, false));
    const Value* const cwd = member.value.find("cwd");
    const Value plain = cwd != nullptr ? common::kdl::plain_value(*cwd) : Value();
    finish_tab(tab, joined_path(cwd_, TRY(panes_.expanded(plain.text, member.value))));
    return tab;
  }

  static void finish_tab(TabSpec& tab, std::string_view cwd) {
    drop_children_places(tab.tiles);
    add_cwd(tab.tiles, cwd);
    for (FloatSpec& pane : tab.floats) add_cwd(pane.pane.content, cwd);
  }

  const TabTemplate* template_of(std::string_view name) const {
    if (name == "tab") return default_tab_ ? &*default_tab_ : nullptr;
    const auto found = tab_templates_.find(name);
    return found == tab_templates_.end() ? nullptr : &found->second;
  }

  bool is_tab(std::string_view name) const {
    return name == "tab" || tab_templates_.contains(name);
  }

  Read<void> read_child(const Member& child, Layout& result) {
    if (child.value.kind != Kind::Node) return {};
    const bool is_pane = child.name == "pane" || panes_.is_template(child.name);
    const bool is_for_tab = is_pane || child.name == "floating_panes";
    if ((is_for_tab && !result.tabs.empty()) || (is_tab(child.name) && has_panes_)) {
      return problem_at(child, "tabs and panes cannot be side by side in a layout");
    }
    has_panes_ = has_panes_ || is_for_tab;
    if (is_pane) {
      bare_.tiles.children.push_back(TRY(panes_.read_pane(child, false)));
    } else if (child.name == "floating_panes") {
      TRY(panes_.read_floats(child.value, bare_.floats));
    } else if (is_tab(child.name)) {
      result.tabs.push_back(TRY(read_whole_tab(child, template_of(child.name))));
    }
    return {};
  }

  Read<void> finish(const Member& layout, const Draft& draft, Layout& result) {
    const bool has_tab_properties =
        draft.name || draft.split_direction || draft.hide_floating_panes;
    if (!result.tabs.empty()) {
      if (has_tab_properties) {
        return problem_at(layout,
                          "`name`, `split_direction` and `hide_floating_panes` belong to the tabs "
                          "when there are some");
      }
      if (std::ranges::count(result.tabs, true, &TabSpec::has_focus) > 1) {
        return problem_at(layout, "only one tab can have the focus");
      }
      result.new_tab = TRY(template_for_new_tabs(TabSpec()));
      return {};
    }
    bare_.name = draft.name.value_or("");
    bare_.hides_floats = draft.hide_floating_panes.value_or(false);
    bare_.tiles.axis = draft.split_direction.value_or(Axis::Vertical);
    const bool has_tiles = !bare_.tiles.children.empty();
    if (!has_tiles && default_tab_) {
      bare_.tiles = default_tab_->tab.tiles;
      insert_children(bare_.tiles, std::vector<TileSpec>(1));
    }
    if (bare_.tiles.children.empty()) bare_.tiles.children.emplace_back();
    finish_tab(bare_, cwd_);
    result.new_tab = TRY(template_for_new_tabs(bare_));
    const bool is_special = has_tiles && (default_tab_ || new_tab_);
    if (is_special || has_tab_properties) result.tabs.push_back(bare_);
    if (!is_special && !new_tab_) result.new_tab.name.clear();
    return {};
  }

  Read<TabSpec> template_for_new_tabs(TabSpec otherwise) {
    if (new_tab_) return *new_tab_;
    TabSpec tab = std::move(otherwise);
    if (default_tab_) {
      tab = default_tab_->tab;
      tab.name.clear();
      insert_children(tab.tiles, std::vector<TileSpec>(1));
    }
    if (tab.tiles.children.empty()) tab.tiles.children.emplace_back();
    finish_tab(tab, default_tab_ ? cwd_ : std::string());
    return tab;
  }

  Read<PaneCount> read_count(const Member& member) {
    std::vector<std::string_view> known = panes_.names_of_panes();
    known.insert(known.end(), {"floating_panes", "children"});
    const Draft draft = TRY(read_draft(member.value, kTab | kFloatingPane, known));
    const int given =
        draft.max_panes.has_value() + draft.min_panes.has_value() + draft.exact_panes.has_value();
    if (given > 1) {
      return problem_at(member,
                        "only one of `max_panes`, `min_panes` and `exact_panes` is possible");
    }
    if (draft.max_panes) return PaneCount{PaneCount::Kind::AtMost, *draft.max_panes};
    if (draft.min_panes) return PaneCount{PaneCount::Kind::AtLeast, *draft.min_panes};
    if (draft.exact_panes) return PaneCount{PaneCount::Kind::Exactly, *draft.exact_panes};
    return PaneCount{};
  }

  // The last of two with one count is the one.
  template <typename Variants, typename Variant>
  static void add_variant(Variants& variants, PaneCount count, Variant variant) {
    const auto at =
        std::ranges::lower_bound(variants, count, {}, [](const auto& pair) { return pair.first; });
    if (at != variants.end() && at->first == count) {
      at->second = std::move(variant);
    } else {
      variants.emplace(at, count, std::move(variant));
    }
  }

  std::unexpected<Problem> unknown_variant(const Member& member, std::string_view own) const {
    std::vector<std::string_view> known{own};
    for (const auto& [name, made] : tab_templates_) known.push_back(name);
    return unknown_name("node of a swap layout", member, known);
  }

  Read<SwapTiled> read_swap_tiled(const Member& swap) {
    SwapTiled result{.name = std::string(template_name(swap)), .variants = {}};
    for (const Member& child : swap.value.members) {
      if (child.value.kind != Kind::Node || child.name == "name") continue;
      if (!is_tab(child.name)) return unknown_variant(child, "tab");
      const PaneCount count = TRY(read_count(child));
      TabSpec tab = TRY(read_tab(child, template_of(child.name), true));
      add_variant(result.variants, count, std::move(tab.tiles));
    }
    return result;
  }

  Read<SwapFloating> read_swap_floating(const Member& swap) {
    SwapFloating result{.name = std::string(template_name(swap)), .variants = {}};
    for (const Member& child : swap.value.members) {
      if (child.value.kind != Kind::Node || child.name == "name") continue;
      const TabTemplate* const from = template_of(child.name);
      if (child.name != "floating_panes" && from == nullptr) {
        return unknown_variant(child, "floating_panes");
      }
      const PaneCount count = TRY(read_count(child));
      std::vector<FloatSpec> floats;
      if (from == nullptr) {
        TRY(panes_.read_floats(child.value, floats));
      } else {
        floats = TRY(read_tab(child, from, true)).floats;
      }
      add_variant(result.variants, count, std::move(floats));
    }
    return result;
  }

  Read<void> read_swaps(const Value& parent, Layout& result) {
    for (const Member& child : parent.members) {
      if (child.name == "swap_tiled_layout") {
        TRY(read_draft_of_swap(child));
        result.swap_tiled.push_back(TRY(read_swap_tiled(child)));
      } else if (child.name == "swap_floating_layout") {
        TRY(read_draft_of_swap(child));
        result.swap_floating.push_back(TRY(read_swap_floating(child)));
      }
    }
    return {};
  }

  static Read<Draft> read_draft_of_swap(const Member& swap) {
    std::vector<std::string_view> children;
    for (const Member& child : swap.value.members) {
      if (child.value.kind == Kind::Node && child.name != "name") children.push_back(child.name);
    }
    return read_draft(swap.value, kTemplate, children);
  }

  const LayoutSource& source_;
  TemplateReader panes_;
  std::string cwd_;
  std::map<std::string_view, TabTemplate> tab_templates_;
  std::optional<TabTemplate> default_tab_;
  std::optional<TabSpec> new_tab_;
  TabSpec bare_;  // Of panes without tabs.
  bool has_panes_ = false;
};

}  // namespace

Read<Layout> read_layout(const Value& document, const LayoutSource& source) {
  const Member* layout = nullptr;
  for (const Member& node : document.members) {
    if (node.name == "layout") {
      if (layout != nullptr) return problem_at(node, "a file has only one `layout` node");
      layout = &node;
    } else if (belongs_inside(node.name)) {
      return problem_at(node, fmt::format("`{}` belongs inside the `layout` node", node.name));
    }
  }
  if (layout == nullptr) return problem(document, "there is no `layout` node");
  return LayoutReader(source).read(*layout);
}

Read<Layout> read_layout(std::string_view text, const LayoutSource& source) {
  const Value document = TRY(common::kdl::parse_kdl(text));
  return read_layout(document, source);
}

Read<void> read_swap_layouts(const Value& document, const Value& layout_document, Layout& layout) {
  for (const Member& node : document.members) {
    const bool is_swap = node.name == "swap_tiled_layout" || node.name == "swap_floating_layout" ||
                         node.name == "tab_template" || node.name == "pane_template";
    if (!is_swap && (node.name == "layout" || belongs_inside(node.name))) {
      return problem_at(node, fmt::format("`{}` does not belong beside swap layouts", node.name));
    }
  }
  const LayoutSource source;
  const auto node = std::ranges::find(layout_document.members, "layout", &Member::name);
  return LayoutReader(source).read_swaps_only(
      document, node == layout_document.members.end() ? nullptr : &*node, layout);
}

Value options_beside_layout(const Value& document) {
  Value options = document;
  std::erase_if(options.members, [](const Member& node) { return node.name == "layout"; });
  return options;
}

}  // namespace mux::layout
