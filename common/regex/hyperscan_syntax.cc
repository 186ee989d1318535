#include "common/regex/hyperscan_syntax.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "common/regex/byte_escapes.h"
#include "common/regex/nfa.h"

namespace common::regex {
namespace {

// Beyond this it takes too long to compile, whatever it would save.
constexpr std::size_t kMostPositions = 4000;

class Writer {
 public:
  explicit Writer(char line_terminator) : is_by_lines_(line_terminator == '\n') {}

  std::optional<HyperscanSyntax> write(const Node& root) {
    if (can_be_empty(root)) return std::nullopt;
    const Node& top = without_captures(root);
    if (top.kind == NodeKind::Alternate) {
      for (const Node& child : top.children) add_expression(child);
    } else {
      add_expression(top);
    }
    if (has_failed_ || out_.position_count > kMostPositions) return std::nullopt;
    return std::move(out_);
  }

 private:
  void add_expression(const Node& captured) {
    const Node& node = without_captures(captured);
    const bool is_concat = node.kind == NodeKind::Concat;
    std::string text;
    for (std::size_t i = 0; is_concat && i < node.children.size(); ++i) {
      const Node& child = node.children[i];
      const bool is_end = i == 0 || i + 1 == node.children.size();
      if (!is_end || child.kind != NodeKind::Look || !add_half_look(text, child.look)) {
        add(text, child, 1);
      }
    }
    if (!is_concat) add(text, node, 1);
    out_.expressions.push_back(std::move(text));
  }

  // A half boundary at an end of the pattern: there it may read the byte that it
  // is about.
  bool add_half_look(std::string& text, Look look) {
    if (!is_by_lines_) return false;
    switch (look) {
      case Look::WordStartHalfUnicode:
        note_unicode_look();
        [[fallthrough]];
      case Look::WordStartHalfAscii:
        text += "(?:^|[^0-9A-Za-z_])";
        return true;
      case Look::WordEndHalfUnicode:
        note_unicode_look();
        [[fallthrough]];
      case Look::WordEndHalfAscii:
        text += "(?:$|[^0-9A-Za-z_\\n])";
        return true;
      default:
        return false;
    }
  }

  // `copies`: how often the node is written out by the repeats around it.
  void add(std::string& text, const Node& node, std::size_t copies) {
    if (has_failed_ || out_.position_count > kMostPositions) {
      has_failed_ = true;
      return;
    }
    switch (node.kind) {
      case NodeKind::Empty:
        break;
      case NodeKind::Literal:
        for (const char c : node.bytes) append_hex(static_cast<unsigned char>(c), text);
        out_.position_count += node.bytes.size() * copies;
        break;
      case NodeKind::Class:
        add_class(text, node.cls);
        out_.position_count += copies;
        break;
      case NodeKind::Look:
        add_look(text, node.look);
        break;
      case NodeKind::Repeat:
        add_repeat(text, node, copies);
        break;
      case NodeKind::Capture:
        add(text, node.children[0], copies);
        break;
      case NodeKind::Concat:
        for (const Node& child : node.children) add(text, child, copies);
        break;
      case NodeKind::Alternate:
        add_alternate(text, node, copies);
        break;
    }
  }

  void add_alternate(std::string& text, const Node& node, std::size_t copies) {
    text += "(?:";
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      if (i > 0) text += '|';
      add(text, node.children[i], copies);
    }
    text += ')';
  }

  void add_repeat(std::string& text, const Node& node, std::size_t copies) {
    const bool is_open = node.max == kUnbounded;
    const std::size_t times = is_open ? std::max(node.min, 1u) : node.max;
    if (times == 0) return;
    if (times > kMostPositions) {
      has_failed_ = true;
      return;
    }
    text += "(?:";
    add(text, node.children[0], copies * times);
    text += "){" + std::to_string(node.min) + ',';
    if (!is_open) text += std::to_string(node.max);
    text += '}';
  }

  void add_class(std::string& text, const CharClass& cls) {
    const std::uint32_t limit = cls.is_bytes ? 0xFF : 0x7F;
    std::string members;
    for (const ClassRange& range : cls.ranges) {
      if (range.last > limit) out_.non_ascii_is_candidate = true;
      if (range.first <= limit) append_hex_range(range.first, std::min(range.last, limit), members);
    }
    // A line with such a byte is a candidate anyway.
    if (members.empty() && !cls.ranges.empty()) {
      members = "\\x80-\\xFF";
      out_.is_exact = false;
    }
    if (members.empty()) has_failed_ = true;
    text += '[' + members + ']';
  }

  void add_look(std::string& text, Look look) {
    switch (look) {
      case Look::LineStart:
        text += '^';
        if (!is_by_lines_) has_failed_ = true;
        break;
      case Look::LineEnd:
        text += '$';
        if (!is_by_lines_) has_failed_ = true;
        break;
      case Look::WordUnicode:
      case Look::WordStartUnicode:
      case Look::WordEndUnicode:
        note_unicode_look();
        [[fallthrough]];
      case Look::WordStartAscii:
      case Look::WordEndAscii:
        out_.is_exact = false;
        [[fallthrough]];
      case Look::WordAscii:
        text += "\\b";
        break;
      case Look::NotWordUnicode:
        note_unicode_look();
        [[fallthrough]];
      case Look::NotWordAscii:
        text += "\\B";
        break;
      case Look::WordStartHalfUnicode:
      case Look::WordEndHalfUnicode:
        note_unicode_look();
        [[fallthrough]];
      case Look::WordStartHalfAscii:
      case Look::WordEndHalfAscii:
        out_.is_exact = false;
        break;
      default:
        has_failed_ = true;
    }
  }

  // Next to a byte >= 0x80 its answer may be another.
  void note_unicode_look() {
    out_.non_ascii_is_candidate = true;
    out_.is_exact = false;
  }

  HyperscanSyntax out_;
  bool is_by_lines_;
  bool has_failed_ = false;
};

}  // namespace

std::optional<HyperscanSyntax> to_hyperscan(const Node& root, char line_terminator) {
  return Writer(line_terminator).write(root);
}

}  // namespace common::regex
