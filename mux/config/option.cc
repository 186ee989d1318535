#include "mux/config/option.h"

#include <algorithm>

#include "mux/config/option_rows.h"

namespace mux::config {

namespace {

constexpr std::string_view kNoWebClient = "there is no web client";
constexpr std::string_view kNoPlugins = "there are no plugins";

constexpr ForeignOption kForeignRows[] = {
    {"client-async-worker-tasks", kNoWebClient},
    {"disable-session-metadata", "nothing of the kind is written to disk"},
    {"enforce-https-for-localhost", kNoWebClient},
    {"load-plugins", kNoPlugins, true},
    {"nested-session-handling", "a session inside of another is a program like any other"},
    {"plugins", kNoPlugins, true},
    {"show-release-notes", "there are none to be shown"},
    {"show-startup-tips", "there are none to be shown"},
    {"simplified-ui", "bars need no special font"},
    {"web-client", kNoWebClient, true},
    {"web-server", kNoWebClient},
    {"web-server-cert", kNoWebClient},
    {"web-server-ip", kNoWebClient},
    {"web-server-key", kNoWebClient},
    {"web-server-port", kNoWebClient},
    {"web-sharing", kNoWebClient},
};
static_assert(std::ranges::is_sorted(kForeignRows, {}, &ForeignOption::key));

bool is_same_name(std::string_view a, std::string_view b) {
  const auto dashed = [](char c) { return c == '_' ? '-' : c; };
  return std::ranges::equal(a, b, {}, dashed, dashed);
}

}  // namespace

const std::vector<const Option*>& options() {
  static const std::vector<const Option*> sorted = [] {
    std::vector<const Option*> all;
    for (auto* const group :
         {session_options, view_options, input_options, outside_options, saving_options}) {
      for (const Option& option : group()) all.push_back(&option);
    }
    std::ranges::sort(all, {}, &Option::key);
    return all;
  }();
  return sorted;
}

const Option* find_option(std::string_view name) {
  const auto found = std::ranges::find_if(
      options(), [&](const Option* option) { return is_same_name(option->key, name); });
  return found == options().end() ? nullptr : *found;
}

std::span<const ForeignOption> foreign_options() {
  return kForeignRows;
}

const ForeignOption* find_foreign_option(std::string_view name) {
  const auto found = std::ranges::find_if(
      kForeignRows, [&](const ForeignOption& row) { return is_same_name(row.key, name); });
  return found == std::end(kForeignRows) ? nullptr : &*found;
}

}  // namespace mux::config
