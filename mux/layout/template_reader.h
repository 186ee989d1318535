// Reads the panes of a layout file, those from templates too.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/config/value.h"
#include "mux/layout/layout_reader.h"
#include "mux/layout/pane_properties.h"

namespace mux::layout {

// The tiles among the children of a node, and where its `children` node stands.
struct Children {
  std::vector<TileSpec> tiles;
  std::optional<std::size_t> at;
};

// What is wrong, where the name of the node stands.
std::unexpected<common::config::Problem> problem_at(const common::config::Member& member,
                                                    std::string message);

// Templates are read anew at each use; what is nested in itself, too deep or too
// much is refused.
class TemplateReader {
 public:
  explicit TemplateReader(const LayoutSource& source) : source_(source) {}

  // Notes the `pane_template` nodes among the children; their names.
  std::vector<std::string_view> learn_templates(const common::config::Value& parent);
  // What is wrong with them even if nothing uses them.
  common::config::Read<void> check_templates();
  bool is_template(std::string_view name) const { return templates_.contains(name); }
  // `pane` and the templates.
  std::vector<std::string_view> names_of_panes() const;
  // "Tab templates need a name"; `kind` is "tab" or "pane".
  common::config::Read<std::string_view> checked_template_name(const common::config::Member& member,
                                                               std::string_view kind) const;

  common::config::Read<TileSpec> read_pane(const common::config::Member& member, bool is_in_stack);
  common::config::Read<Children> read_children(const common::config::Value& node, bool is_in_stack);
  common::config::Read<void> read_floats(const common::config::Value& node,
                                         std::vector<FloatSpec>& floats);

  // A path for what it stands for.
  common::config::Read<std::string> expanded(std::string_view path,
                                             const common::config::Value& node) const;
  // Refuses more panes than anyone can want.
  common::config::Read<void> count(std::size_t panes, const common::config::Member& member);

 private:
  using Value = common::config::Value;
  using Member = common::config::Member;
  template <typename T>
  using Read = common::config::Read<T>;

  Read<Draft> draft_of(const Value& node, std::uint8_t places) const;
  Read<Draft> template_draft(const Member& made) const;
  Read<void> expand(std::optional<std::string>& path, const Value& node) const;
  Read<TileSpec> tile_of(const Draft& draft, Children children, const Value& node,
                         bool is_in_stack);
  Read<TileSpec> read_plain(const Member& member, bool is_in_stack);
  Read<TileSpec> read_from_template(const Member& member, bool is_in_stack);
  Read<FloatSpec> read_float(const Member& member);
  bool has_panes(const Value& node) const;

  const LayoutSource& source_;
  std::vector<const Member*> definitions_;
  std::map<std::string_view, const Member*> templates_;
  std::vector<std::string_view> open_;  // Templates that are being read.
  std::size_t depth_ = 0;
  std::size_t panes_ = 0;
};

}  // namespace mux::layout
