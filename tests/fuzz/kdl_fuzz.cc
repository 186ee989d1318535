// Any bytes as KDL: reading ends, problems are sentences that show a place in the
// text, and what was read is the same after it has been written and read again.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/base/check.h"
#include "common/kdl/parse.h"
#include "common/kdl/print.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace common;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto document = kdl::parse_kdl(text);
  if (!document) {
    CHECK(!document.error().message.empty());
    CHECK(document.error().region.begin.line > 0 && document.error().region.begin.column > 0);
    CHECK(!config::located_message(document.error(), text, "KDL").empty());
    return 0;
  }
  const std::string printed = kdl::kdl_text(*document);
  const auto again = kdl::parse_kdl(printed);
  CHECK(again.has_value());
  CHECK(kdl::kdl_text(*again) == printed);
  static_cast<void>(kdl::plain_value(*document));
  return 0;
}
