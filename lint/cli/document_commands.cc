// klint version, generate and generate-shell-completion; help.
#include <string>

#include "common/cli/generate.h"
#include "lint/cli/commands.h"
#include "lint/cli/print.h"
#include "lint/cli/run_commands.h"

namespace lint::cli {
namespace {

// The document whose kind is the prefix with the name.
int generate(std::string_view prefix, const std::string& name, std::string_view what) {
  const std::string kind = std::string(prefix).append(name);
  if (const auto text = common::cli::document_of(kind, program_info()))
    return print_document(*text);
  print_error("invalid value '" + name + "' for " + std::string(what));
  return kFailed;
}

int expect_one(const Options& options, std::string_view what) {
  if (options.positionals.size() == 1) return kSuccess;
  print_error("expected one " + std::string(what));
  return kFailed;
}

}  // namespace

int run_generate(const Options& options) {
  if (const int failed = expect_one(options, "KIND")) return failed;
  return generate("", options.positionals.front(), "KIND");
}

int run_shell_completion(const Options& options) {
  if (const int failed = expect_one(options, "SHELL")) return failed;
  return generate("complete-", options.positionals.front(), "SHELL");
}

int run_version(const Options& options) {
  const std::string version(program_info().version);
  if (options.output_format != "json") return print_document("klint " + version + "\n");
  return print_document("{\n  \"version\": \"" + version + "\",\n  \"commit_info\": null\n}");
}

}  // namespace lint::cli
