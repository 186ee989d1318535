// kmux generate: completions, the manual page and the reference.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstdio>
#include <string>
#include <string_view>
#include <utility>

#include "common/cli/generate.h"
#include "mux/cli/commands.h"
#include "mux/cli/documents.h"
#include "mux/cli/run_commands.h"

namespace mux::cli {

common::Result<std::string> document_of(std::string_view kind) {
  if (auto text = common::cli::document_of(kind, program_info())) return *std::move(text);
  return common::fail(fmt::format("there is no document {}; there are {}", kind,
                                  fmt::join(common::cli::kDocumentKinds, ", ")));
}

common::Result<int> run_generate(const Options& options) {
  if (options.positionals.size() != 1) return common::fail("expected one KIND");
  const std::string text = TRY(document_of(options.positionals.front()));
  std::fputs(text.c_str(), stdout);
  return 0;
}

}  // namespace mux::cli
