// Any UTF-8 as Python with suppression comments: reading and applying them ends,
// findings about comments lie in the text, and so do their edits, in order and
// apart.
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "common/base/check.h"
#include "common/scan/scan.h"
#include "lint/parser/lexer.h"
#include "lint/registry/catalogue.h"
#include "lint/registry/codes.h"
#include "lint/suppress/add_comments.h"
#include "lint/suppress/apply.h"

namespace {

using namespace lint;

std::vector<std::uint32_t> comments_of(const std::vector<parser::Token>& tokens) {
  std::vector<std::uint32_t> comments;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind == parser::TokenKind::Comment) comments.push_back(i);
  }
  return comments;
}

// One at every line.
std::vector<Diagnostic> findings_in(std::string_view text) {
  std::vector<Diagnostic> findings;
  for (std::uint32_t at = 0; at < text.size(); ++at) {
    if (at > 0 && text[at - 1] != '\n') continue;
    findings.push_back({.rule = codes::F401, .range = {at, at + 1}});
  }
  return findings;
}

void check_edits(std::string_view text, const std::vector<Edit>& edits) {
  std::uint32_t end = 0;
  for (const Edit& edit : edits) {
    CHECK(edit.range.start >= end);
    CHECK(edit.range.end >= edit.range.start);
    end = edit.range.end;
  }
  CHECK(end <= text.size());
}

void check_suppressions(std::string_view text, bool is_preview) {
  const parser::LexedText lexed = parser::lex(text);
  const std::vector<std::uint32_t> comments = comments_of(lexed.tokens);
  const std::vector<std::string> external = {"V"};
  const Suppressions suppressions({text, lexed.tokens, comments},
                                  {.external = external, .is_preview = is_preview});
  std::vector<Diagnostic> findings = findings_in(text);
  for (const Diagnostic& finding : findings) {
    const std::uint32_t offset = suppressions.noqa_offset(finding.range.start);
    CHECK(offset >= finding.range.start);
    CHECK(offset <= text.size());
  }
  const CommentedText commented = add_comments(suppressions, {}, findings);
  CHECK(commented.count <= findings.size());
  apply_suppressions(suppressions, {.enabled = all_rules()}, findings);
  for (const Diagnostic& finding : findings) {
    CHECK(finding.range.end <= text.size());
    if (finding.fix) check_edits(text, finding.fix->edits);
  }
}

}  // namespace

// The first byte holds the options.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
  check_suppressions(text.substr(0, common::scan::valid_utf8_prefix(text)), (data[0] & 1) != 0);
  return 0;
}
