#include "mux/config/keybinds.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "common/config/suggest.h"
#include "common/config/toml.h"
#include "common/kdl/parse.h"
#include "mux/config/spoken_action.h"

namespace mux::config {

namespace {

using common::config::Kind;
using common::config::Member;
using common::config::problem;
using common::config::Problem;
using common::config::Read;
using common::config::Value;
using input::KeyBlock;
using input::KeyChanges;
using input::KeyChord;
using input::Mode;
using input::ModeSet;

constexpr std::string_view kClearDefaults = "clear-defaults";

Read<KeyChord> chord_of(std::string_view name, const common::config::Region& region) {
  const auto key = input::parse_key(name);
  if (!key) return std::unexpected(Problem{.message = key.error().message, .region = region});
  return *key;
}

Read<void> add_chords(const std::vector<Value>& names, std::vector<KeyChord>& chords) {
  for (const Value& name : names) {
    // Digits may stand without quotes.
    const std::string text = name.kind == Kind::Integer ? std::to_string(name.integer) : name.text;
    if (text.empty()) return common::config::wrong_type(name, "the name of a key");
    auto chord = chord_of(text, name.region);
    if (!chord) return std::unexpected(std::move(chord).error());
    chords.push_back(*chord);
  }
  return {};
}

Read<Mode> mode_named(std::string_view name, const common::config::Region& region) {
  const auto mode = input::parse_mode(name);
  if (!mode) return std::unexpected(Problem{.message = mode.error().message, .region = region});
  return *mode;
}

Read<ModeSet> modes_named(const std::vector<Value>& names) {
  ModeSet modes;
  for (const Value& name : names) {
    if (name.kind != Kind::String) return common::config::wrong_type(name, "the name of a mode");
    const auto mode = mode_named(name.text, name.region);
    if (!mode) return std::unexpected(mode.error());
    modes.add(*mode);
  }
  return modes;
}

std::unexpected<Problem> unknown_block(const Member& member) {
  std::vector<std::string_view> known{"shared", "shared_except", "shared_among", "unbind"};
  for (const input::ModeRow& row : input::mode_rows()) known.push_back(row.name);
  std::string message = fmt::format("unknown mode `{}`", member.name);
  if (const auto meant = common::config::closest_name(member.name, known)) {
    message += fmt::format(", did you mean `{}`?", *meant);
  }
  return std::unexpected(Problem{.message = std::move(message), .region = member.name_region});
}

// Which modes a block is about; none: that is not for the name to say.
enum class Shared : std::uint8_t { No, All, Except, Among };

Shared shared_by(std::string_view name) {
  const std::string spelled = dashed(name);
  if (spelled == "shared") return Shared::All;
  if (spelled == "shared-except") return Shared::Except;
  if (spelled == "shared-among") return Shared::Among;
  return Shared::No;
}

Read<void> set_modes(const Member& block, const std::vector<Value>& names, KeyBlock& result) {
  const Shared shared = shared_by(block.name);
  result.is_shared = shared != Shared::No;
  if (shared == Shared::No) {
    const auto mode = input::parse_mode(block.name);
    if (!mode) return unknown_block(block);
    result.modes = {*mode};
    return {};
  }
  const auto modes = modes_named(names);
  if (!modes) return std::unexpected(modes.error());
  result.modes = shared == Shared::All      ? ModeSet::all()
                 : shared == Shared::Except ? modes->complement()
                                            : *modes;
  return {};
}

void bind_keys(const std::vector<KeyChord>& keys, const input::Actions& actions, KeyBlock& block) {
  for (const KeyChord key : keys) block.bound.push_back({.key = key, .actions = actions});
}

// ---- KDL

bool is_clearing(const Value& node) {
  const Value* const property = node.find(kClearDefaults);
  return property != nullptr && property->kind == Kind::Boolean && property->boolean;
}

Read<void> read_bind(const Value& node, KeyBlock& block, Remarks& remarks) {
  std::vector<KeyChord> keys;
  if (auto added = add_chords(node.elements, keys); !added) return added;
  input::Actions actions;
  bool is_left_out = false;
  for (const Member& member : node.members) {
    if (member.value.kind != Kind::Node) continue;
    auto action = action_of_node(member, remarks);
    if (!action) return std::unexpected(std::move(action).error());
    if (*action) {
      actions.push_back(**std::move(action));
    } else {
      is_left_out = true;
    }
  }
  if (is_left_out) return {};
  if (actions.empty()) return problem(node, "the keys are bound to no action");
  bind_keys(keys, actions, block);
  return {};
}

Read<KeyBlock> read_node_block(const Member& member, Remarks& remarks) {
  KeyBlock block{.clears_defaults = is_clearing(member.value)};
  if (auto set = set_modes(member, member.value.elements, block); !set) {
    return std::unexpected(set.error());
  }
  for (const Member& child : member.value.members) {
    if (child.value.kind != Kind::Node) continue;
    Read<void> read;
    if (child.name == "bind") {
      read = read_bind(child.value, block, remarks);
    } else if (child.name == "unbind") {
      read = add_chords(child.value.elements, block.unbound);
    } else {
      return common::config::unknown_key(child, {"bind", "unbind"});
    }
    if (!read) return std::unexpected(std::move(read).error());
  }
  return block;
}

Read<KeyChanges> read_node(const Value& section, Remarks& remarks) {
  KeyChanges changes{.clears_defaults = is_clearing(section)};
  for (const Member& member : section.members) {
    if (member.value.kind != Kind::Node) continue;
    if (member.name == "unbind") {
      if (auto added = add_chords(member.value.elements, changes.unbound); !added) {
        return std::unexpected(added.error());
      }
      continue;
    }
    auto block = read_node_block(member, remarks);
    if (!block) return std::unexpected(std::move(block).error());
    changes.blocks.push_back(*std::move(block));
  }
  return changes;
}

// ---- TOML

Read<std::vector<Value>> strings_of(const Value& value) {
  if (value.kind == Kind::String) return std::vector{value};
  if (value.kind != Kind::Array) return common::config::wrong_type(value, "a string or a sequence");
  return value.elements;
}

// "Alt n" = "new-pane"
Read<void> read_entry(const Member& entry, KeyBlock& block, Remarks& remarks) {
  const auto chord = chord_of(entry.name, entry.name_region);
  if (!chord) return std::unexpected(chord.error());
  if (entry.value.kind == Kind::Boolean && !entry.value.boolean) {
    block.unbound.push_back(*chord);
    return {};
  }
  auto texts = strings_of(entry.value);
  if (!texts) return std::unexpected(std::move(texts).error());
  input::Actions actions;
  for (const Value& text : *texts) {
    auto action = action_of_words(text, remarks);
    if (!action) return std::unexpected(std::move(action).error());
    if (!*action) return {};
    actions.push_back(**std::move(action));
  }
  if (actions.empty()) return problem(entry.value, "the key is bound to no action");
  bind_keys({*chord}, actions, block);
  return {};
}

Read<void> read_entries(const Value& table, KeyBlock& block, Remarks& remarks) {
  if (table.kind != Kind::Table) return common::config::wrong_type(table, "a table of keys");
  for (const Member& entry : table.members) {
    if (dashed(entry.name) == kClearDefaults) {
      block.clears_defaults = entry.value.boolean;
    } else if (auto read = read_entry(entry, block, remarks); !read) {
      return read;
    }
  }
  return {};
}

// [[keybinds.shared-except]]
Read<KeyBlock> read_shared(const Member& member, const Value& table, Remarks& remarks) {
  KeyBlock block;
  const Value* const modes = table.find("modes");
  const Value* const keys = table.find("keys");
  if (modes == nullptr || keys == nullptr) return problem(table, "expected `modes` and `keys`");
  auto names = strings_of(*modes);
  if (!names) return std::unexpected(std::move(names).error());
  if (auto set = set_modes(member, *names, block); !set) return std::unexpected(set.error());
  if (auto read = read_entries(*keys, block, remarks); !read) {
    return std::unexpected(std::move(read).error());
  }
  return block;
}

Read<void> read_table_block(const Member& member, KeyChanges& changes, Remarks& remarks) {
  const Shared shared = shared_by(member.name);
  if (shared == Shared::Except || shared == Shared::Among) {
    if (member.value.kind != Kind::Array) {
      return common::config::wrong_type(member.value, "a sequence of tables");
    }
    for (const Value& table : member.value.elements) {
      auto block = read_shared(member, table, remarks);
      if (!block) return std::unexpected(std::move(block).error());
      changes.blocks.push_back(*std::move(block));
    }
    return {};
  }
  KeyBlock block;
  if (auto set = set_modes(member, {}, block); !set) return set;
  if (auto read = read_entries(member.value, block, remarks); !read) return read;
  changes.blocks.push_back(std::move(block));
  return {};
}

Read<KeyChanges> read_table(const Value& section, Remarks& remarks) {
  KeyChanges changes;
  for (const Member& member : section.members) {
    Read<void> read;
    if (dashed(member.name) == kClearDefaults) {
      changes.clears_defaults = member.value.boolean;
    } else if (member.name == "unbind") {
      auto names = strings_of(member.value);
      read = names ? add_chords(*names, changes.unbound) : std::unexpected(names.error());
    } else {
      read = read_table_block(member, changes, remarks);
    }
    if (!read) return std::unexpected(std::move(read).error());
  }
  return changes;
}

}  // namespace

Read<KeyChanges> read_keybinds(const Value& section, Remarks& remarks) {
  if (section.kind == Kind::Node) return read_node(section, remarks);
  if (section.kind != Kind::Table) return common::config::wrong_type(section, "a table of modes");
  return read_table(section, remarks);
}

}  // namespace mux::config
