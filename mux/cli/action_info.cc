#include "mux/cli/action_info.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mux::cli {
namespace {

using action::ActionRow;
using action::ArgumentKind;
using action::ArgumentSpec;
using common::cli::Category;
using common::cli::Chapter;
using common::cli::FlagInfo;
using common::cli::ProgramInfo;

constexpr std::string_view kBooleanChoices[] = {"true", "false"};
constexpr Category kActionCategories[] = {{"options", "OPTIONS"}};

std::string upper_name(std::string_view name) {
  std::string result(name);
  for (char& c : result) {
    c = c == '-' ? '_' : static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  }
  return result;
}

std::string_view metavar_of(const ArgumentSpec& spec) {
  switch (spec.kind) {
    case ArgumentKind::Switch:
      return {};
    case ArgumentKind::Boolean:
      return "BOOL";
    case ArgumentKind::Number:
      return "NUM";
    case ArgumentKind::Pane:
      return "PANE";
    case ArgumentKind::Extent:
      return "CELLS|%";
    case ArgumentKind::Color:
      return "COLOR";
    case ArgumentKind::Choice:
    case ArgumentKind::Text:
    case ArgumentKind::Words:
      break;
  }
  return "VALUE";
}

// An action's description, and what it points to.
struct DescribedAction {
  std::deque<std::string> texts;
  std::vector<FlagInfo> flags;
  std::vector<Chapter> positionals;
  std::vector<std::string_view> usage;
  ProgramInfo info;
};

std::string_view keep(DescribedAction& described, std::string text) {
  return described.texts.emplace_back(std::move(text));
}

FlagInfo flag_of(const ArgumentSpec& spec, DescribedAction& described) {
  FlagInfo flag{.name = spec.name,
                .short_name = spec.short_name,
                .metavar = metavar_of(spec),
                .choices = spec.choices,
                .category = "options",
                .summary = spec.docs,
                .docs = keep(described, fmt::format("{}.", spec.docs))};
  if (spec.kind == ArgumentKind::Boolean) flag.choices = kBooleanChoices;
  const bool is_path = spec.name == "cwd" || spec.name == "path" || spec.name == "layout";
  if (is_path) flag.completion = common::cli::Completion::File;
  return flag;
}

std::string placeholder_of(const ArgumentSpec& spec) {
  const std::string name = upper_name(spec.name);
  const std::string_view more = spec.kind == ArgumentKind::Words ? "..." : "";
  return spec.is_required ? fmt::format("<{}>{}", name, more) : fmt::format("[{}]{}", name, more);
}

void describe_arguments(const ActionRow& row, DescribedAction& described) {
  std::string usage = fmt::format("kmux action {}", row.name);
  if (std::ranges::any_of(row.arguments, &ArgumentSpec::is_flag)) usage += " [OPTIONS]";
  for (const ArgumentSpec& spec : row.arguments) {
    if (spec.is_flag) {
      described.flags.push_back(flag_of(spec, described));
      continue;
    }
    const std::string_view title = keep(described, placeholder_of(spec));
    std::string text = fmt::format("{}.", spec.docs);
    if (!spec.choices.empty()) text += fmt::format(" One of: {}.", fmt::join(spec.choices, ", "));
    described.positionals.push_back({.title = title, .text = keep(described, std::move(text))});
    usage += fmt::format("{} {}", spec.kind == ArgumentKind::Words ? " --" : "", title);
  }
  described.usage = {keep(described, std::move(usage))};
}

DescribedAction described(const ActionRow& row) {
  DescribedAction action;
  describe_arguments(row, action);
  std::string text = fmt::format("{}.", row.summary);
  if (!row.docs.empty()) text += fmt::format(" {}", row.docs);
  action.info = {.name = row.name,
                 .version = {},
                 .tagline = row.summary,
                 .description = keep(action, std::move(text)),
                 .usage = action.usage,
                 .positionals = action.positionals,
                 .categories = kActionCategories,
                 .chapters = {},
                 .flags = {}};
  return action;
}

// Made once: what is described points to it.
const std::map<std::string_view, DescribedAction>& described_actions() {
  static const std::map<std::string_view, DescribedAction> all = [] {
    std::map<std::string_view, DescribedAction> actions;
    for (const ActionRow* row : action::action_rows()) actions.emplace(row->name, described(*row));
    return actions;
  }();
  return all;
}

}  // namespace

ProgramInfo action_info(const ActionRow& row) {
  const DescribedAction& action = described_actions().at(row.name);
  ProgramInfo info = action.info;
  info.usage = action.usage;
  info.positionals = action.positionals;
  for (const FlagInfo& flag : action.flags) info.flags.push_back(&flag);
  std::ranges::sort(info.flags, {}, &FlagInfo::name);
  return info;
}

std::vector<ProgramInfo> action_infos() {
  std::vector<ProgramInfo> infos;
  for (const ActionRow* row : action::action_rows()) {
    if (!row->is_for_keys) infos.push_back(action_info(*row));
  }
  return infos;
}

}  // namespace mux::cli
