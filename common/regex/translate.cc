#include "common/regex/translate.h"

#include <utility>

#include "common/base/check.h"
#include "common/base/result.h"
#include "common/regex/char_class.h"
#include "common/regex/class_translator.h"
#include "common/regex/hir_build.h"
#include "common/regex/utf8.h"

namespace common::regex {
namespace {

class Translator {
 public:
  Translator(const Ast& ast, std::uint8_t flags) : ast_(ast), flags_(flags) {}
  // Recursion is bounded by the nest limit, which the tree obeys.
  Parsed<Node> translate(AstId id);

 private:
  bool has(FlagBit flag) const { return (flags_ & flag) != 0; }
  void apply(FlagChange change) {
    flags_ = static_cast<std::uint8_t>((flags_ | change.on) & ~change.off);
  }
  Node literal(const AstNode& node) const;
  Node dot() const;
  Look look(AssertionKind kind) const;
  Parsed<Node> group(const AstNode& node);
  Parsed<Node> concat(const AstNode& node);

  const Ast& ast_;
  std::uint8_t flags_;
};

Parsed<Node> Translator::translate(AstId id) {
  const AstNode& node = ast_.node(id);
  switch (node.kind) {
    case AstKind::Empty:
      return make_empty();
    case AstKind::Flags:
      apply(node.flags);
      return make_empty();
    case AstKind::Literal:
      return literal(node);
    case AstKind::Dot:
      return dot();
    case AstKind::Assertion:
      return make_look(look(node.assertion));
    case AstKind::Repeat: {
      Node child = TRY(translate(ast_.children_of(node)[0]));
      return make_repeat(node.value, node.last, node.greedy != has(kSwapGreed), std::move(child));
    }
    case AstKind::Group:
      return group(node);
    case AstKind::Concat:
      return concat(node);
    case AstKind::Alternate: {
      std::vector<Node> children;
      children.reserve(node.child_count);
      for (const AstId child : ast_.children_of(node)) {
        children.push_back(TRY(translate(child)));
      }
      return make_alternate(std::move(children));
    }
    default:
      return make_class(TRY(translate_class(ast_, id, flags_)));
  }
}

Node Translator::literal(const AstNode& node) const {
  if (!has(kUnicode) && node.is_byte && node.value > 0x7F) {
    return make_literal(std::string(1, static_cast<char>(node.value)));
  }
  return translate_scalar(node.value, flags_);
}

// The terminator of a line is \n here whatever byte ends the lines of the
// search: with --null-data `.` still stops at \n.
Node Translator::dot() const {
  CharClass excluded{.ranges = {}, .is_bytes = !has(kUnicode)};
  if (!has(kDotMatchesNewline)) {
    excluded.ranges.push_back({'\n', '\n'});
    if (has(kCrlf)) excluded.ranges.push_back({'\r', '\r'});
  }
  return make_class(negate(excluded));
}

Look Translator::look(AssertionKind kind) const {
  const auto line = [&](Look lf, Look crlf, Look text) {
    return !has(kMultiLine) ? text : has(kCrlf) ? crlf : lf;
  };
  const auto word = [&](Look unicode, Look ascii) { return has(kUnicode) ? unicode : ascii; };
  switch (kind) {
    case AssertionKind::LineStart:
      return line(Look::LineStart, Look::LineStartCrlf, Look::TextStart);
    case AssertionKind::LineEnd:
      return line(Look::LineEnd, Look::LineEndCrlf, Look::TextEnd);
    case AssertionKind::TextStart:
      return Look::TextStart;
    case AssertionKind::TextEnd:
      return Look::TextEnd;
    case AssertionKind::WordBoundary:
      return word(Look::WordUnicode, Look::WordAscii);
    case AssertionKind::NotWordBoundary:
      return word(Look::NotWordUnicode, Look::NotWordAscii);
    case AssertionKind::WordStart:
      return word(Look::WordStartUnicode, Look::WordStartAscii);
    case AssertionKind::WordEnd:
      return word(Look::WordEndUnicode, Look::WordEndAscii);
    case AssertionKind::WordStartHalf:
      return word(Look::WordStartHalfUnicode, Look::WordStartHalfAscii);
    case AssertionKind::WordEndHalf:
      return word(Look::WordEndHalfUnicode, Look::WordEndHalfAscii);
  }
  CHECK(false);
}

Parsed<Node> Translator::group(const AstNode& node) {
  const std::uint8_t outer_flags = flags_;
  apply(node.flags);
  Node child = TRY(translate(ast_.children_of(node)[0]));
  flags_ = outer_flags;
  if (node.group == GroupKind::NonCapture) return child;
  std::string name = node.group == GroupKind::NamedCapture ? ast_.names[node.last] : "";
  return make_capture(node.value, std::move(name), std::move(child));
}

Parsed<Node> Translator::concat(const AstNode& node) {
  ConcatBuilder builder;
  for (const AstId id : ast_.children_of(node)) {
    const AstNode& child = ast_.node(id);
    // Most children of most patterns; no Node is needed for them.
    if (child.kind == AstKind::Literal && !child.is_byte && !has(kIgnoreCase)) {
      append_scalar(child.value, builder.literal());
    } else {
      builder.add(TRY(translate(id)));
    }
  }
  return builder.finish();
}

}  // namespace

Node translate_scalar(std::uint32_t value, std::uint8_t flags) {
  CharClass cls{.ranges = {{value, value}}, .is_bytes = false};
  if ((flags & kIgnoreCase) != 0) {
    if ((flags & kUnicode) != 0) {
      append_case_variants(value, cls.ranges);
      canonicalize(cls);
    } else if (value < 0x80) {
      cls.is_bytes = true;
      fold_case(cls);
    }
  }
  return make_class(std::move(cls));
}

Parsed<Hir> translate(const Ast& ast, std::uint8_t flags) {
  Hir hir;
  hir.root = TRY(Translator(ast, flags).translate(ast.root));
  hir.capture_names.resize(ast.capture_count + std::size_t{1});
  for (const AstNode& node : ast.nodes) {
    if (node.kind == AstKind::Group && node.group == GroupKind::NamedCapture) {
      hir.capture_names[node.value] = ast.names[node.last];
    }
  }
  return hir;
}

}  // namespace common::regex
