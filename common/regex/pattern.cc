#include "common/regex/pattern.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "common/regex/nfa.h"
#include "common/regex/parse.h"

namespace common::regex {
namespace {

constexpr std::string_view kTextAdvice =
    "\n\nConsider enabling text mode with the --text flag (or -a for short). Otherwise,\n"
    "binary detection is enabled and matching a NUL byte is impossible.";
constexpr std::string_view kMultiLineAdvice =
    "\n\nConsider enabling multiline mode with the --multiline flag (or -U for short).\n"
    "When multiline mode is enabled, new line characters can be matched.";

std::vector<std::string> distinct(const std::vector<std::string>& patterns) {
  std::vector<std::string> out;
  std::unordered_set<std::string_view> seen;
  for (const std::string& pattern : patterns) {
    if (seen.insert(pattern).second) out.push_back(pattern);
  }
  return out;
}

bool has_terminator(const RegexSpec& spec, std::string_view text) {
  if (spec.multi_line) return false;
  if (text.find(spec.line_terminator) != std::string_view::npos) return true;
  return spec.crlf && text.find('\r') != std::string_view::npos;
}

// Texts that need neither parsing nor folding nor a check.
bool are_plain(const RegexSpec& spec, const std::vector<std::string>& patterns) {
  if (spec.case_mode != CaseMode::Sensitive) return false;
  return std::ranges::all_of(patterns, [&](const std::string& pattern) {
    if (has_terminator(spec, pattern)) return false;
    return spec.fixed_strings || is_plain(pattern);
  });
}

std::string joined(const RegexSpec& spec, const std::vector<std::string>& patterns) {
  if (!spec.fixed_strings) return join_patterns(patterns);
  std::vector<std::string> escaped;
  escaped.reserve(patterns.size());
  for (const std::string& pattern : patterns) escaped.push_back(escape(pattern));
  return join_patterns(escaped);
}

Result<void> advised(Result<void> result, std::string_view advice) {
  if (result) return result;
  return fail(result.error().message + std::string(advice));
}

Result<Hir> parse_joined(const RegexSpec& spec, const std::vector<std::string>& patterns) {
  const std::string text = joined(spec, patterns);
  ParseOptions options{.ignore_case = spec.case_mode == CaseMode::Insensitive,
                       .unicode = spec.unicode,
                       .dot_matches_newline = spec.multi_line && spec.dot_matches_newline,
                       .crlf = spec.crlf};
  if (spec.case_mode == CaseMode::Smart) {
    const LiteralCase found = TRY(literal_case(text, options));
    options.ignore_case = found.has_literal && !found.has_uppercase;
  }
  Hir hir = TRY(parse(text, options));
  if (spec.ban_nul) {
    if (auto checked = advised(check_banned_byte(hir.root, '\0'), kTextAdvice); !checked) {
      return std::unexpected(checked.error());
    }
  }
  if (spec.multi_line) return hir;
  for (const char terminator : {'\r', spec.line_terminator}) {
    if (terminator == '\r' && !spec.crlf) continue;
    auto stripped = advised(strip_line_terminator(hir.root, terminator), kMultiLineAdvice);
    if (!stripped) return std::unexpected(stripped.error());
  }
  return hir;
}

Hir plain(const std::vector<std::string>& patterns) {
  std::vector<Hir> parts;
  parts.reserve(patterns.size());
  for (const std::string& pattern : patterns) parts.push_back(literal_hir(pattern, {}));
  return alternation(std::move(parts));
}

Node look_node(Look look) {
  Node node;
  node.kind = NodeKind::Look;
  node.look = look;
  return node;
}

void enclose(Node& root, Look before, Look behind) {
  Node out;
  out.kind = NodeKind::Concat;
  out.children.push_back(look_node(before));
  out.children.push_back(std::move(root));
  out.children.push_back(look_node(behind));
  root = std::move(out);
}

bool covers(const CharClass& cls, unsigned char byte) {
  return std::ranges::any_of(cls.ranges, [byte](const ClassRange& range) {
    return range.first <= byte && byte <= range.last;
  });
}

bool can_contain(const Node& node, char terminator) {
  switch (node.kind) {
    case NodeKind::Literal:
      return node.bytes.find(terminator) != std::string::npos;
    case NodeKind::Class:
      return covers(node.cls, static_cast<unsigned char>(terminator));
    case NodeKind::Look:
      // Line anchors look at the terminator, text anchors beyond it.
      return node.look <= Look::LineEndCrlf && terminator == '\n';
    default:
      return std::ranges::any_of(node.children, [terminator](const Node& child) {
        return can_contain(child, terminator);
      });
  }
}

}  // namespace

Result<Hir> build_pattern(const RegexSpec& spec) {
  const std::vector<std::string> patterns = distinct(spec.patterns);
  Hir hir;
  if (patterns.empty()) {
    hir.root.kind = NodeKind::Class;  // Without members: matches nothing.
  } else if (are_plain(spec, patterns)) {
    hir = plain(patterns);
  } else {
    hir = TRY(parse_joined(spec, patterns));
  }
  if (spec.boundary == Boundary::Line) {
    enclose(hir.root, spec.crlf ? Look::LineStartCrlf : Look::LineStart,
            spec.crlf ? Look::LineEndCrlf : Look::LineEnd);
  } else if (spec.boundary == Boundary::Word) {
    enclose(hir.root, spec.unicode ? Look::WordStartHalfUnicode : Look::WordStartHalfAscii,
            spec.unicode ? Look::WordEndHalfUnicode : Look::WordEndHalfAscii);
  }
  return hir;
}

bool reaches_beyond_line(const Node& root, const RegexSpec& spec) {
  if (spec.multi_line) return can_contain(root, spec.line_terminator);
  // Line anchors mean \n whatever the terminator: other lines are to be judged one
  // by one.  Only with a text anchor ripgrep searches whole buffers of them.
  const bool has_text_look = has_look(root, Look::TextStart, Look::TextEnd);
  return has_text_look == (spec.line_terminator == '\n');
}

bool has_line_look(const Node& root) {
  return has_look(root, Look::TextStart, Look::LineEndCrlf);
}

}  // namespace common::regex
