// klint config.
#include "lint/cli/print.h"
#include "lint/cli/run_commands.h"
#include "lint/config/describe_options.h"

namespace lint::cli {

int run_config(const Options& options) {
  const bool as_json = options.output_format == "json";
  if (options.positionals.empty()) return print_document(config::list_options("", as_json));
  const std::string& key = options.positionals.front();
  if (const auto text = config::describe_option(key, as_json)) return print_document(*text);
  print_error("invalid value '" + key + "' for '[OPTION]'");
  return kFailed;
}

}  // namespace lint::cli
