// Any bytes as an ignore file, after a first line that is the path to match:
// all rules at once answer as the rules one by one, the last that matches.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/check.h"
#include "common/walk/gitignore.h"
#include "common/walk/name_key.h"
#include "common/walk/utf8_lines.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace common::walk;
  std::string_view text(reinterpret_cast<const char*>(data), size);
  std::string_view path = take_line(text);
  bool is_directory = path.ends_with('/');
  if (is_directory) path.remove_suffix(1);
  NameKey key(base_name(path));
  for (bool ignore_case : {false, true}) {
    std::vector<std::string> messages;
    Gitignore all = Gitignore::parse(text, "f", ignore_case, messages);
    Verdict expected = Verdict::None;
    bool is_first = true;
    for (std::string_view rest = text; !rest.empty(); is_first = false) {
      std::string line(take_line(rest));
      if (!is_utf8(line)) break;
      // A byte order mark means something only at the start of a file.
      if (!is_first && line.starts_with("\xEF\xBB\xBF")) return 0;
      std::vector<std::string> ignored;
      Verdict verdict =
          Gitignore::parse(line + "\n", "f", ignore_case, ignored).match(path, key, is_directory);
      if (verdict != Verdict::None) expected = verdict;
    }
    CHECK(all.match(path, key, is_directory) == expected);
  }
  return 0;
}
