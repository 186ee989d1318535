// The command line and the configuration file with arbitrary bytes.
//
// The input is a configuration file, a NUL byte, and the command line, its
// arguments separated by line feeds.  Parsing must not crash, errors must be
// sentences, and what excludes each other must not come out together.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/check.h"
#include "common/cli/config_file.h"
#include "search/cli/parse_command.h"

namespace {

// The arguments as C strings live in `storage`.
std::vector<const char*> command_line(std::string_view text, std::string& storage) {
  storage = text;
  std::vector<const char*> arguments;
  std::size_t start = 0;
  for (std::size_t i = 0; i <= storage.size(); ++i) {
    if (i < storage.size() && storage[i] != '\n' && storage[i] != '\0') continue;
    if (i < storage.size()) storage[i] = '\0';
    if (i > start || i < storage.size()) arguments.push_back(storage.c_str() + start);
    start = i + 1;
  }
  return arguments;
}

const char* no_variable(const char*) {
  return nullptr;
}

void check_options(const search::Options& options) {
  CHECK(!(options.crlf && options.null_data));
  CHECK(!(options.multiline && options.stop_on_nonmatch));
  CHECK(!(options.search_zip && !options.pre.empty()));
  CHECK(!options.passthru || options.lines_after() + options.lines_before() == 0);
  CHECK(options.threads != 0U && options.max_columns != 0U);
  CHECK(options.special != search::Special::None || !search::is_search(options.mode) ||
        !options.patterns.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::size_t border = input.find('\0');
  const std::string_view config = input.substr(0, border);
  for (std::string_view argument : common::cli::config_arguments(config)) {
    CHECK(!argument.empty() && argument.front() != '#');
    CHECK(argument.find('\n') == std::string_view::npos);
  }
  std::string storage;
  const std::string_view rest =
      border == std::string_view::npos ? config : input.substr(border + 1);
  const auto options = search::parse_command(command_line(rest, storage), no_variable);
  if (options) {
    check_options(*options);
  } else {
    CHECK(!options.error().message.empty());
  }
  return 0;
}
