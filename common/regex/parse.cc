#include "common/regex/parse.h"

#include <limits>

#include "common/regex/ast_parser.h"
#include "common/regex/hir_build.h"
#include "common/regex/translate.h"
#include "common/regex/unicode.h"
#include "common/regex/utf8.h"

namespace common::regex {
namespace {

constexpr std::string_view kMetaCharacters = "\\.+*?()|[]{}^$#&-~";

std::uint8_t initial_flags(const ParseOptions& options) {
  const auto bit = [](bool is_on, FlagBit flag) { return is_on ? flag : 0; };
  return static_cast<std::uint8_t>(
      bit(options.ignore_case, kIgnoreCase) | bit(options.unicode, kUnicode) |
      bit(options.multi_line, kMultiLine) | bit(options.dot_matches_newline, kDotMatchesNewline) |
      bit(options.crlf, kCrlf));
}

Result<Ast> parse_syntax(std::string_view pattern, const ParseOptions& options) {
  if (pattern.size() >= std::numeric_limits<std::uint32_t>::max()) {
    return fail("the pattern is longer than 4 GiB");
  }
  if (const std::size_t at = find_invalid_utf8(pattern); at != std::string_view::npos) {
    return fail("the pattern is not valid UTF-8 from byte offset " + std::to_string(at) + " on");
  }
  auto ast = AstParser(pattern, options.ignore_whitespace, options.nest_limit).parse();
  if (!ast) return fail(to_string(ast.error(), pattern, options.nest_limit));
  return *std::move(ast);
}

void renumber(Node& node, std::uint32_t offset) {
  if (node.kind == NodeKind::Capture) node.capture_index += offset;
  for (Node& child : node.children) renumber(child, offset);
}

}  // namespace

Result<Hir> parse(std::string_view pattern, const ParseOptions& options) {
  const Ast ast = TRY(parse_syntax(pattern, options));
  auto hir = translate(ast, initial_flags(options));
  if (!hir) return fail(to_string(hir.error(), pattern, options.nest_limit));
  return *std::move(hir);
}

Result<LiteralCase> literal_case(std::string_view pattern, const ParseOptions& options) {
  const Ast ast = TRY(parse_syntax(pattern, options));
  LiteralCase result;
  for (const AstNode& node : ast.nodes) {
    if (node.kind != AstKind::Literal) continue;
    result.has_literal = true;
    result.has_uppercase = result.has_uppercase || is_uppercase(node.value);
  }
  return result;
}

bool is_plain(std::string_view pattern) {
  return pattern.find_first_of(kMetaCharacters) == std::string_view::npos;
}

std::string escape(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (kMetaCharacters.find(c) != std::string_view::npos) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

std::string join_patterns(std::span<const std::string> patterns) {
  std::string joined;
  for (const std::string& pattern : patterns) {
    joined.append(joined.empty() ? "" : "|").append("(?:").append(pattern).append(")");
  }
  return joined;
}

Hir literal_hir(std::string_view text, const ParseOptions& options) {
  const std::uint8_t flags = initial_flags(options);
  ConcatBuilder builder;
  if (!options.ignore_case) {
    builder.literal() = text;
    text = {};
  }
  while (!text.empty()) {
    const DecodedScalar scalar = decode_scalar(text);
    if (scalar.length == 0) {
      builder.literal() += text.front();
      text.remove_prefix(1);
    } else {
      builder.add(translate_scalar(scalar.value, flags));
      text.remove_prefix(scalar.length);
    }
  }
  Hir hir;
  hir.root = builder.finish();
  return hir;
}

Hir alternation(std::vector<Hir> patterns) {
  Hir whole;
  std::vector<Node> roots;
  roots.reserve(patterns.size());
  for (Hir& pattern : patterns) {
    renumber(pattern.root, static_cast<std::uint32_t>(whole.capture_names.size() - 1));
    roots.push_back(std::move(pattern.root));
    for (std::size_t i = 1; i < pattern.capture_names.size(); ++i) {
      whole.capture_names.push_back(std::move(pattern.capture_names[i]));
    }
  }
  whole.root = make_alternate(std::move(roots));
  return whole;
}

}  // namespace common::regex
