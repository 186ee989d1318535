#include "mux/layout/template_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "common/base/result.h"
#include "common/text/utf8.h"
#include "mux/layout/layout_words.h"

namespace mux::layout {
namespace {

using common::config::Kind;
using common::config::Member;
using common::config::Problem;
using common::config::problem;
using common::config::Read;
using common::config::Value;

constexpr std::size_t kMostPanes = 10'000;
constexpr std::size_t kDeepest = 100;

bool has_space(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (common::is_white_space(common::next_code_point(text, at))) return true;
  }
  return false;
}

std::string joined(const std::vector<std::string_view>& names) {
  return fmt::format("`{}`", fmt::join(names, "`, `"));
}

// Counts how deep panes are nested while it lives.
class Nesting {
 public:
  explicit Nesting(std::size_t& depth) : depth_(depth) { ++depth_; }
  ~Nesting() { --depth_; }
  Nesting(const Nesting&) = delete;
  Nesting& operator=(const Nesting&) = delete;

 private:
  std::size_t& depth_;
};

}  // namespace

std::unexpected<Problem> problem_at(const Member& member, std::string message) {
  return std::unexpected(Problem{.message = std::move(message), .region = member.name_region});
}

std::vector<std::string_view> TemplateReader::learn_templates(const Value& parent) {
  std::vector<std::string_view> names;
  for (const Member& child : parent.members) {
    if (child.name != "pane_template" || child.value.kind != Kind::Node) continue;
    definitions_.push_back(&child);
    const Value* name = child.value.find("name");
    if (name == nullptr) continue;
    if (name->kind == Kind::Node && !name->elements.empty()) name = &name->elements.front();
    templates_.emplace(name->text, &child);
    names.push_back(name->text);
  }
  return names;
}

Read<std::string_view> TemplateReader::checked_template_name(const Member& member,
                                                             std::string_view kind) const {
  const Value* name = member.value.find("name");
  if (name != nullptr && name->kind == Kind::Node && !name->elements.empty()) {
    name = &name->elements.front();
  }
  if (name == nullptr || name->kind != Kind::String || name->text.empty()) {
    return problem_at(member, fmt::format("a {} template needs a name", kind));
  }
  const std::string_view text = name->text;
  if (has_space(text)) return problem(*name, "the name of a template cannot have spaces");
  if (text.find_first_of("()") != std::string_view::npos) {
    return problem(*name, "the name of a template cannot have parentheses");
  }
  if (text[0] >= '0' && text[0] <= '9') {
    return problem(*name, "the name of a template cannot begin with a digit");
  }
  if (is_layout_word(text) || text == "layout") {
    return problem(*name, fmt::format("`{}` has a meaning of its own in layouts", text));
  }
  return text;
}

Read<void> TemplateReader::check_templates() {
  for (const Member* definition : definitions_) {
    const std::string_view name = TRY(checked_template_name(*definition, "pane"));
    if (templates_.at(name) != definition) {
      return problem_at(*definition, fmt::format("there are two pane templates named `{}`", name));
    }
    const Draft draft = TRY(template_draft(*definition));
    const auto tiled = tiled_only(draft);
    const auto floating = floating_only(draft);
    if (!floating.empty() && (!tiled.empty() || has_panes(definition->value))) {
      return problem_at(*definition,
                        fmt::format("{} are for floating panes, {} for tiled ones: a template is "
                                    "for one kind",
                                    joined(floating), tiled.empty() ? "children" : joined(tiled)));
    }
    Member use{.name = std::string(name), .name_region = definition->name_region, .value = {}};
    use.value.kind = Kind::Node;
    use.value.region = definition->value.region;
    if (floating.empty()) TRY(read_pane(use, draft.expanded.value_or(false)));
  }
  return {};
}

std::vector<std::string_view> TemplateReader::names_of_panes() const {
  std::vector<std::string_view> names{"pane"};
  for (const auto& [name, definition] : templates_) names.push_back(name);
  return names;
}

bool TemplateReader::has_panes(const Value& node) const {
  return std::ranges::any_of(node.members, [&](const Member& child) {
    return child.value.kind == Kind::Node &&
           (child.name == "pane" || child.name == "children" || is_template(child.name));
  });
}

Read<void> TemplateReader::count(std::size_t panes, const Member& member) {
  panes_ += panes;
  if (panes_ <= kMostPanes) return {};
  return problem_at(member, fmt::format("the layout has more than {} panes", kMostPanes));
}

Read<std::string> TemplateReader::expanded(std::string_view path, const Value& node) const {
  if (!source_.expand || path.empty()) return std::string(path);
  auto result = source_.expand(path);
  if (!result) return problem(node, result.error().message);
  return *std::move(result);
}

Read<void> TemplateReader::expand(std::optional<std::string>& path, const Value& node) const {
  if (path) path = TRY(expanded(*path, node));
  return {};
}

Read<Draft> TemplateReader::draft_of(const Value& node, std::uint8_t places) const {
  std::vector<std::string_view> others;
  if ((places & kTiledPane) != 0) {
    others = names_of_panes();
    others.push_back("children");
  }
  Draft draft = TRY(read_draft(node, places, others));
  TRY(expand(draft.cwd, node));
  TRY(expand(draft.command, node));
  TRY(expand(draft.edit, node));
  return draft;
}

// What the template says of its panes; its name is its own.
Read<Draft> TemplateReader::template_draft(const Member& made) const {
  Draft draft = TRY(draft_of(made.value, kTiledPane | kFloatingPane));
  draft.name.reset();
  return draft;
}

Read<TileSpec> TemplateReader::read_pane(const Member& member, bool is_in_stack) {
  const Nesting nesting(depth_);
  if (depth_ > kDeepest) {
    return problem_at(member, fmt::format("panes are nested more than {} deep", kDeepest));
  }
  TRY(count(1, member));
  return member.name == "pane" ? read_plain(member, is_in_stack)
                               : read_from_template(member, is_in_stack);
}

Read<Children> TemplateReader::read_children(const Value& node, bool is_in_stack) {
  Children children;
  for (const Member& child : node.members) {
    if (child.value.kind != Kind::Node) continue;
    if (child.name == "children") {
      if (!child.value.members.empty() || !child.value.elements.empty()) {
        return problem_at(child, "`children` stands alone, without properties");
      }
      if (children.at) return problem_at(child, "there is a `children` node here already");
      children.at = children.tiles.size();
    } else if (child.name == "pane" || is_template(child.name)) {
      children.tiles.push_back(TRY(read_pane(child, is_in_stack)));
    }
  }
  return children;
}

// Properties that say nothing about a tile of tiles.
Read<TileSpec> TemplateReader::tile_of(const Draft& draft, Children children, const Value& node,
                                       bool is_in_stack) {
  TileSpec tile;
  tile.size = draft.size.value_or(Extent{});
  tile.axis = draft.split_direction.value_or(Axis::Vertical);
  tile.is_stacked = draft.stacked.value_or(false);
  tile.is_expanded = draft.expanded.value_or(false);
  tile.pane = TRY(pane_of(draft, node));
  tile.children = std::move(children.tiles);
  tile.children_at = children.at;
  const bool has_tiles = !tile.children.empty() || tile.children_at;
  if (tile.is_stacked && !has_tiles) {
    return problem(node, "a stacked pane needs panes in it, or `children`");
  }
  if (tile.is_stacked && tile.axis == Axis::Horizontal) {
    return problem(node, "stacked panes cannot be side by side: leave out `split_direction`");
  }
  if (tile.is_expanded && !is_in_stack) {
    return problem(node, "only a pane in a stack can be expanded");
  }
  if (is_in_stack && has_tiles) return problem(node, "a pane in a stack cannot have panes in it");
  std::vector<std::string_view> needless;
  if (draft.borderless) needless.push_back("borderless");
  if (draft.command) needless.push_back("command");
  if (draft.edit) needless.push_back("edit");
  if (draft.plugin) needless.push_back("plugin");
  if (draft.cwd) needless.push_back("cwd");
  if (has_tiles && !needless.empty()) {
    return problem(node, fmt::format("a pane with panes in it cannot have {}", joined(needless)));
  }
  return tile;
}

Read<TileSpec> TemplateReader::read_plain(const Member& member, bool is_in_stack) {
  const Draft draft = TRY(draft_of(member.value, kTiledPane));
  Children children = TRY(read_children(member.value, draft.stacked.value_or(false)));
  return tile_of(draft, std::move(children), member.value, is_in_stack);
}

Read<TileSpec> TemplateReader::read_from_template(const Member& member, bool is_in_stack) {
  const std::string_view name = templates_.find(member.name)->first;
  if (std::ranges::find(open_, name) != open_.end()) {
    return problem_at(member, fmt::format("the template `{}` is used in itself", name));
  }
  const Member& made = *templates_.find(member.name)->second;
  const Draft base = TRY(template_draft(made));
  if (const auto floating = floating_only(base); !floating.empty()) {
    return problem_at(member, fmt::format("the template `{}` is for floating panes, as it has {}",
                                          name, joined(floating)));
  }
  const Draft use = TRY(draft_of(member.value, kTiledPane));
  Draft both = laid_over(base, use);
  // Its direction is for the panes it is used with.
  both.split_direction = base.split_direction;
  const bool is_stacked = both.stacked.value_or(false);
  open_.push_back(name);
  auto own = read_children(made.value, base.stacked.value_or(false));
  open_.pop_back();
  if (!own) return std::unexpected(std::move(own).error());
  Children inserted = TRY(read_children(member.value, is_stacked));
  TileSpec tile = TRY(tile_of(both, *std::move(own), member.value, is_in_stack));
  if (inserted.tiles.empty() && !inserted.at) {
    if (tile.children_at) insert_children(tile, std::vector<TileSpec>(1));
    drop_children_places(tile);
    return tile;
  }
  if (const std::size_t places = count_children_places(tile); places != 1) {
    return problem_at(made,
                      fmt::format("this template needs one `children` node, it has {}", places));
  }
  TileSpec inner;
  inner.axis = use.split_direction.value_or(Axis::Vertical);
  inner.is_stacked = is_stacked;
  inner.children = std::move(inserted.tiles);
  inner.children_at = inserted.at;
  insert_tile(tile, std::move(inner));
  return tile;
}

Read<FloatSpec> TemplateReader::read_float(const Member& member) {
  Draft draft = TRY(draft_of(member.value, kFloatingPane));
  if (member.name != "pane") {
    const Member& made = *templates_.find(member.name)->second;
    const Draft base = TRY(template_draft(made));
    auto tiled = tiled_only(base);
    if (has_panes(made.value)) tiled.push_back("children");
    if (!tiled.empty()) {
      return problem_at(member, fmt::format("the template `{}` is for tiled panes, as it has {}",
                                            member.name, joined(tiled)));
    }
    draft = laid_over(base, std::move(draft));
  }
  return FloatSpec{.pane = TRY(pane_of(draft, member.value)),
                   .place = place_of(draft),
                   .is_pinned = draft.pinned.value_or(false)};
}

Read<void> TemplateReader::read_floats(const Value& node, std::vector<FloatSpec>& floats) {
  for (const Member& child : node.members) {
    if (child.value.kind != Kind::Node) continue;
    if (child.name != "pane" && !is_template(child.name)) {
      return unknown_name("node of `floating_panes`", child, names_of_panes());
    }
    TRY(count(1, child));
    floats.push_back(TRY(read_float(child)));
  }
  return {};
}

}  // namespace mux::layout
