// A document as a whole: options by the table, and the sections that are no options.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/config/value.h"
#include "mux/config/config.h"

namespace mux::config {

// Something to be said about a configuration that is used all the same.
struct Remark {
  common::config::Region region;
  std::string message;
};
using Remarks = std::vector<Remark>;

// With dashes, whatever the language.
std::string dashed(std::string_view name);

// The values of the document; from KDL, plain ones, but for key bindings.  What is said
// twice counts as it is said last.
common::config::Read<void> read_document(const common::config::Value& document, Config& config,
                                         Remarks& remarks);

// KDL, or TOML if the path ends so.
common::config::Read<common::config::Value> parse_document(std::string_view text,
                                                           std::string_view path);
bool is_toml(std::string_view path);

// "a.kdl:3:5: message", then the line with a mark below the place.
std::string located(const common::config::Problem& problem, std::string_view text,
                    std::string_view path);

// A value as typed: for options of all types.
common::config::Read<void> set_option(std::string_view key, std::string_view word, Config& config);

}  // namespace mux::config
