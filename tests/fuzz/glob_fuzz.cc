// Any bytes as a glob and a path: compiling and matching end, and a set of one
// glob agrees with the glob.
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/check.h"
#include "common/walk/glob.h"

// The first byte holds the options; a line break parts the glob from the path.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace common::walk;
  if (size == 0) return 0;
  GlobOptions options{.ignore_case = (data[0] & 1) != 0,
                      .literal_separator = (data[0] & 2) == 0,
                      .backslash_escape = (data[0] & 4) == 0,
                      .empty_alternates = (data[0] & 8) != 0,
                      .allow_unclosed_class = (data[0] & 16) != 0};
  std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
  std::string_view glob = text.substr(0, text.find('\n'));
  std::string_view path = text.substr(glob.size() == text.size() ? glob.size() : glob.size() + 1);
  common::Result<Glob> compiled = Glob::compile(glob, options);
  if (!compiled) {
    CHECK(compiled.error().message.starts_with("error parsing glob '"));
    return 0;
  }
  bool is_match = compiled->matches(path);
  std::vector<Glob> one;
  one.push_back(*std::move(compiled));
  CHECK((GlobSet(std::move(one)).last_match(path) == 0) == is_match);
  return 0;
}
