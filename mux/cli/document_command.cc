// kmux generate: completions, the manual page and the reference.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "common/cli/generate.h"
#include "common/config/suggest.h"
#include "mux/cli/commands.h"
#include "mux/cli/documents.h"
#include "mux/cli/run_commands.h"

namespace mux::cli {
namespace {

struct Document {
  std::string_view kind;
  std::string (*generate)(const common::cli::ProgramInfo& program);
};

constexpr Document kDocuments[] = {
    {"complete-bash", common::cli::bash_completion},
    {"complete-fish", common::cli::fish_completion},
    {"complete-powershell", common::cli::powershell_completion},
    {"complete-zsh", common::cli::zsh_completion},
    {"man", common::cli::man_page},
    {"markdown", common::cli::markdown_reference},
};

}  // namespace

common::Result<std::string> document_of(std::string_view kind) {
  std::vector<std::string_view> known;
  for (const Document& document : kDocuments) {
    if (document.kind == kind) return document.generate(program_info());
    known.push_back(document.kind);
  }
  return common::fail(
      fmt::format("there is no document {}; there are {}", kind, fmt::join(known, ", ")));
}

common::Result<int> run_generate(const Options& options) {
  if (options.positionals.size() != 1) return common::fail("expected one KIND");
  const std::string text = TRY(document_of(options.positionals.front()));
  std::fputs(text.c_str(), stdout);
  return 0;
}

}  // namespace mux::cli
