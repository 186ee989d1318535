// Runs the parser's cases: sources with their trees and errors.
//
//   parser_cases [--update] DIR
//
// reads every *.md of DIR.  A case (see rule_cases.h for the form) has a source
// and what comes of it: a `tree` (compact_dump.h), or `errors` if there are any:
// line:column: message, of syntax, of the target version and of context, in
// this order.  `toml` may hold a target-version.  --update writes what the
// parser says into the files.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "lint/ast/node_values.h"
#include "lint/parser/parsed.h"
#include "lint/parser/semantic_walk_test_support.h"
#include "tests/lint/parser/compact_dump.h"
#include "tests/lint/rule_cases.h"

namespace {

using namespace lint;

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

PythonVersion version_of(const rule_cases::Case& one) {
  const std::size_t at = one.settings.find("py3");
  if (at == std::string::npos) return kLatestPython;
  const std::size_t end = std::min(one.settings.find('"', at), one.settings.size());
  return python_version_of(one.settings.substr(at, end - at)).value_or(kLatestPython);
}

std::string place(std::string_view text, std::uint32_t offset) {
  std::size_t line = 1, column = 1;
  for (std::size_t i = 0; i < offset; ++i) {
    const bool is_line_end =
        text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'));
    if (is_line_end) {
      ++line;
      column = 1;
    } else if ((text[i] & 0xC0) != 0x80) {
      ++column;
    }
  }
  return std::to_string(line) + ':' + std::to_string(column);
}

template <typename Errors>
void append(std::string& out, std::string_view text, const Errors& errors) {
  for (const auto& error : errors) {
    out += place(text, error.range.start) + ": " + error.message + '\n';
  }
}

struct Outcome {
  std::string tree;
  std::string errors;
};

Outcome run(const rule_cases::Case& one) {
  const PythonVersion version = version_of(one);
  const parser::Parsed parsed = parser::parse(one.sources.back().text, {.target_version = version});
  Outcome outcome;
  append(outcome.errors, parsed.text(), parsed.errors());
  append(outcome.errors, parsed.text(), parsed.version_errors());
  if (parsed.is_valid()) {
    append(outcome.errors, parsed.text(), parser::SemanticWalk(parsed, version).run());
  }
  ast::DumpWriter dump;
  dump_node(dump, parsed.root());
  outcome.tree = compact_dump(dump.take());
  return outcome;
}

std::string expected(const rule_cases::Case& one, std::string_view kind) {
  for (const rule_cases::Block& block : one.blocks) {
    if (block.info == kind) return block.text;
  }
  return {};
}

bool has_block(const rule_cases::Case& one, std::string_view kind) {
  return std::ranges::any_of(one.blocks,
                             [kind](const rule_cases::Block& block) { return block.info == kind; });
}

// Replaces what the case expects; a new case gets errors if it has any, else a
// tree.
void update(std::string& text, const rule_cases::Case& one, const Outcome& outcome) {
  if (!has_block(one, "tree") && !has_block(one, "errors")) {
    const std::string addition = outcome.errors.empty() ? "```tree\n" + outcome.tree + "```\n"
                                                        : "```errors\n" + outcome.errors + "```\n";
    text.insert(one.blocks.back().end + 4, addition);
    return;
  }
  for (auto block = one.blocks.rbegin(); block != one.blocks.rend(); ++block) {
    if (block->info != "tree" && block->info != "errors") continue;
    text.replace(block->begin, block->end - block->begin,
                 block->info == "tree" ? outcome.tree : outcome.errors);
  }
}

bool matches(const rule_cases::Case& one, const Outcome& outcome) {
  const bool has_tree = has_block(one, "tree");
  if (!has_tree && !has_block(one, "errors")) return false;
  return (!has_tree || expected(one, "tree") == outcome.tree) &&
         expected(one, "errors") == outcome.errors;
}

// The number of cases that fail.
int run_file(const std::filesystem::path& path, bool is_update) {
  std::string text = read(path);
  std::string problem;
  const auto cases = rule_cases::parse(text, problem);
  if (!cases) {
    std::fprintf(stderr, "%s: %s\n", path.c_str(), problem.c_str());
    return 1;
  }
  int failures = 0;
  for (auto one = cases->rbegin(); one != cases->rend(); ++one) {
    const Outcome outcome = run(*one);
    if (is_update) {
      update(text, *one, outcome);
    } else if (!matches(*one, outcome)) {
      ++failures;
      std::fprintf(stderr, "%s:%d: %s\n%s%s", path.c_str(), one->line, one->name.c_str(),
                   outcome.errors.c_str(), has_block(*one, "tree") ? outcome.tree.c_str() : "");
    }
  }
  if (is_update) std::ofstream(path, std::ios::binary) << text;
  return failures;
}

}  // namespace

int main(int argc, char** argv) {
  const bool is_update = argc == 3 && std::string_view(argv[1]) == "--update";
  if (argc != (is_update ? 3 : 2)) {
    std::fprintf(stderr, "usage: parser_cases [--update] DIR\n");
    return 2;
  }
  int failures = 0;
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(argv[argc - 1])) {
    if (entry.path().extension() == ".md") paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  for (const auto& path : paths) failures += run_file(path, is_update);
  return failures == 0 && !paths.empty() ? 0 : 1;
}
