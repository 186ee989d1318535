#include "lint/run/settings_key.h"

#include <string>

#include "lint/cache/result_cache.h"
#include "lint/config/options.h"

namespace lint {
namespace {

// Rules change with the program, so a rebuilt one starts with an empty store.
void append_program(std::string& text) {
  if (const auto stamp = stamp_of("/proc/self/exe")) {
    text += std::to_string(stamp->modified) + "," + std::to_string(stamp->size) + "\n";
  }
}

void append_rules(std::string& text, const RuleSet& rules) {
  rules.for_each([&](RuleId rule) { text += std::to_string(rule.index) + ","; });
  text += '\n';
}

}  // namespace

std::uint64_t settings_key(const Settings& settings) {
  std::string text;
  append_program(text);
  for (const auto* row : config::option_table().rows()) {
    text.append(row->key).append("=").append(row->target.print(settings)) += '\n';
  }
  text += settings.lint.project_root + "\n" + settings.config_path + "\n";
  for (const std::string& path : settings.lint.src.paths) text += path + "\n";
  append_rules(text, settings.lint.rules);
  append_rules(text, settings.lint.fixable);
  append_rules(text, settings.lint.forced_safe);
  append_rules(text, settings.lint.forced_unsafe);
  for (const config::FileIgnores& ignores : settings.lint.file_ignores) {
    text += ignores.pattern.text() + ":";
    append_rules(text, ignores.rules);
  }
  return hash_contents(text).low;
}

}  // namespace lint
