// Any bytes as a configuration, in KDL or TOML by the first byte: reading ends, problems
// and remarks show a place, and what was read can be resolved, bound and printed.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/base/check.h"
#include "mux/config/document.h"
#include "mux/config/dump.h"
#include "mux/config/option.h"

namespace {

using namespace mux::config;

std::optional<std::string> no_variable(const char* /*name*/) {
  return std::nullopt;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 1) return 0;
  const std::string_view path = data[0] % 2 == 0 ? "config.kdl" : "config.toml";
  const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
  const auto document = parse_document(text, path);
  if (!document) {
    CHECK(!document.error().message.empty());
    return 0;
  }
  Config config;
  Remarks remarks;
  const auto read = read_document(*document, config, remarks);
  for (const Remark& remark : remarks) CHECK(remark.region.begin.line > 0);
  if (!read) {
    CHECK(!read.error().message.empty() && read.error().region.begin.line > 0);
    return 0;
  }
  static_cast<void>(resolve(config, no_variable));
  const Language language = is_toml(path) ? Language::Toml : Language::Kdl;
  const std::string bindings = keybinds_text(key_map_of(config), language);
  // What is printed of the bindings reads again, but for those that kmux does not have.
  const auto again = parse_document(bindings, path);
  CHECK(again.has_value());
  Config second;
  CHECK(read_document(*again, second, remarks).has_value());
  for (const Option* option : options()) CHECK(!option->target.print(config).empty());
  return 0;
}
