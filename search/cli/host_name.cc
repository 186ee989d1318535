#include "search/cli/host_name.h"

#include <fcntl.h>
#include <unistd.h>

#include <optional>
#include <string_view>

#include "common/decode/process_source.h"

namespace search {

namespace {

std::string system_host_name() {
  char name[256];
  if (gethostname(name, sizeof name) != 0) return {};
  name[sizeof name - 1] = '\0';
  return name;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::optional<std::string> output_of(const std::string& program) {
  const int null = open("/dev/null", O_RDONLY | O_CLOEXEC);
  if (null < 0) return std::nullopt;
  auto source = common::decode::process_source(program, "", null);
  if (!source) return std::nullopt;
  std::string text;
  char block[512];
  while (true) {
    const auto count = (*source)->read(block, sizeof block);
    if (!count) return std::nullopt;
    if (*count == 0) break;
    text.append(block, *count);
  }
  if (!(*source)->finish()) return std::nullopt;
  return text;
}

}  // namespace

std::string host_name(const std::string& program) {
  if (!program.empty()) {
    const auto output = output_of(program);
    if (output && !trim(*output).empty()) return std::string(trim(*output));
  }
  return system_host_name();
}

}  // namespace search
