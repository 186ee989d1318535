// Test files of rules: Markdown that tells what a rule finds.
//
//   # F401 unused-import
//   Prose.
//
//   ## A name that nothing uses
//   ```toml
//   line-length = 100
//   ```
//   ```py pkg/mod.py
//   import os
//   ```
//   ```errors
//   1:8-1:10 F401 safe `os` imported but unused
//   ```
//   ```fixed
//   ```
//
// A heading of the second level begins a case.  Its blocks: `toml` is a
// ruff.toml (its lint.select defaults to the rule of the file's name), `py` or
// `pyi` a source with an optional path (mod.py or mod.pyi), `ipynb` the cells of a
// notebook (mod.ipynb) with lines `# %%` between them; the last source is checked,
// other sources and `file PATH` blocks are there when it is.  `errors`
// lists the findings: range, code, the fix's applicability or -, message; in a
// notebook places are cell:line:column.
// `fixed` is the source after all fixes, unsafe ones included; it may be left
// out if nothing changes.  Options after a block's path, as in scenario files:
// `escapes` (\xNN, \t, \r, \n, \\) and `no-eol`.  `fixed` has the options of its
// source; it may have no-eol of its own.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rule_cases {

struct Block {
  std::string info;       // What follows the fence: "py pkg/mod.py".
  std::string text;       // As written.
  std::size_t begin = 0;  // Of the text in the file, for rewriting.
  std::size_t end = 0;
};

struct Source {
  std::string path;
  std::string text;
};

struct Case {
  std::string name;
  int line = 0;
  std::string settings;         // TOML.
  std::vector<Source> sources;  // The last is checked.
  bool has_escapes = false;     // In that source, and in `fixed`.
  std::vector<Block> blocks;    // All, in order.
  std::string expected_errors;
  std::optional<std::string> expected_fixed;
};

// On failure `error` says in which line what is wrong.
std::optional<std::vector<Case>> parse(std::string_view text, std::string& error);

// The file with the blocks `errors` and `fixed` of a case replaced (or added
// behind the last source); cases must be rewritten from last to first.
std::string rewritten(std::string text, const Case& one, const std::string& errors,
                      const std::optional<std::string>& fixed);

// A notebook with the cells of an `ipynb` block, and back.
std::string notebook_of(std::string_view cells);
std::string joined_cells(const std::vector<std::string>& cells);

// Resolves \xNN and friends.
std::string unescaped(std::string_view text);
std::string escaped(std::string_view text);

}  // namespace rule_cases
