#include "lint/notebook/cell_magic.h"

#include <algorithm>
#include <string_view>

#include "common/text/utf8.h"

namespace lint {
namespace {

// IPython's line magics that are commands of their own; sorted.
constexpr std::string_view kAutomagics[] = {
    "alias",
    "alias_magic",
    "autoawait",
    "autocall",
    "automagic",
    "bookmark",
    "cd",
    "code_wrap",
    "colors",
    "conda",
    "config",
    "debug",
    "dhist",
    "dirs",
    "doctest_mode",
    "edit",
    "env",
    "gui",
    "history",
    "killbgscripts",
    "load",
    "load_ext",
    "loadpy",
    "logoff",
    "logon",
    "logstart",
    "logstate",
    "logstop",
    "lsmagic",
    "macro",
    "magic",
    "mamba",
    "matplotlib",
    "micromamba",
    "notebook",
    "page",
    "pastebin",
    "pdb",
    "pdef",
    "pdoc",
    "pfile",
    "pinfo",
    "pinfo2",
    "pip",
    "popd",
    "pprint",
    "precision",
    "prun",
    "psearch",
    "psource",
    "pushd",
    "pwd",
    "pycat",
    "pylab",
    "quickref",
    "recall",
    "rehashx",
    "reload_ext",
    "rerun",
    "reset",
    "reset_selective",
    "run",
    "save",
    "sc",
    "set_env",
    "sx",
    "system",
    "tb",
    "time",
    "timeit",
    "unalias",
    "unload_ext",
    "who",
    "who_ls",
    "whos",
    "xdel",
    "xmode",
};
static_assert(std::ranges::is_sorted(kAutomagics));

// Behind these a name is a variable.
constexpr std::string_view kAssignments[] = {
    "=", "+=", "-=", "*=", "/=", "//=", "%=", "**=", "&=", "|=", "^=",
};

// Magics of whole cells whose text is Python all the same; sorted.
constexpr std::string_view kPythonMagics[] = {
    "capture", "debug", "ipytest", "prun", "pypy", "python", "python3", "time", "timeit",
};
static_assert(std::ranges::is_sorted(kPythonMagics));

// Takes the first word off the text.
std::string_view take_word(std::string_view& text) {
  text = common::trim_white_space(text);
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t next = at;
    if (common::is_white_space(common::next_code_point(text, next))) break;
    at = next;
  }
  const std::string_view word = text.substr(0, at);
  text.remove_prefix(at);
  return word;
}

bool is_automagic(std::string_view line) {
  if (!std::ranges::binary_search(kAutomagics, take_word(line))) return false;
  return std::ranges::find(kAssignments, take_word(line)) == std::end(kAssignments);
}

bool is_foreign_magic(std::string_view line) {
  std::string_view word = take_word(line);
  if (!word.starts_with("%%")) return false;
  word.remove_prefix(2);
  return !std::ranges::binary_search(kPythonMagics, word);
}

}  // namespace

bool has_cell_magic(std::span<const std::string> pieces) {
  if (!pieces.empty() && is_automagic(pieces.front())) return true;
  return std::ranges::any_of(pieces, is_foreign_magic);
}

}  // namespace lint
