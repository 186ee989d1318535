// kmux setup --generate-auto-start.
#include <fmt/format.h>

#include <vector>

#include "mux/cli/documents.h"

namespace mux::cli {
namespace {

struct Snippet {
  std::string_view shell;
  std::string_view text;
};

constexpr std::string_view kPosixText = R"(if [ -z "$KMUX" ]; then
    if [ "${KMUX_AUTO_ATTACH:-$ZELLIJ_AUTO_ATTACH}" = "true" ]; then
        kmux attach --create
    else
        kmux
    fi
    if [ "${KMUX_AUTO_EXIT:-$ZELLIJ_AUTO_EXIT}" = "true" ]; then
        exit
    fi
fi
)";

constexpr std::string_view kFishText = R"(if not set -q KMUX
    if contains true $KMUX_AUTO_ATTACH $ZELLIJ_AUTO_ATTACH
        kmux attach --create
    else
        kmux
    end
    if contains true $KMUX_AUTO_EXIT $ZELLIJ_AUTO_EXIT
        kill $fish_pid
    end
end
)";

constexpr Snippet kSnippets[] = {{"bash", kPosixText}, {"fish", kFishText}, {"zsh", kPosixText}};

}  // namespace

common::Result<std::string> auto_start_snippet(std::string_view shell) {
  for (const Snippet& snippet : kSnippets) {
    if (snippet.shell == shell) return std::string(snippet.text);
  }
  return common::fail(fmt::format("unknown shell {}: expected bash, fish or zsh", shell));
}

}  // namespace mux::cli
