#include "common/walk/glob_tokens.h"

#include <algorithm>
#include <optional>
#include <string>

namespace common::walk {
namespace {

constexpr std::string_view kUnclosedClass = "unclosed character class; missing ']'";
constexpr std::string_view kUnclosedGroup =
    "unclosed alternate group; missing '}' (maybe escape '{' with '[{]'?)";
constexpr std::string_view kUnopenedGroup =
    "unopened alternate group; missing '{' (maybe escape '}' with '[}]'?)";
constexpr std::string_view kDanglingEscape = "dangling '\\'";

std::size_t utf8_length(std::uint8_t lead) {
  if (lead < 0xC2) return 1;
  if (lead < 0xE0) return 2;
  if (lead < 0xF0) return 3;
  return lead < 0xF5 ? 4 : 1;
}

// One character of the glob: its bytes order like its code point.
using Char = std::string_view;

class Parser {
 public:
  Parser(std::string_view glob, const GlobOptions& options) : glob_(glob), options_(options) {}

  Result<GlobTokens> parse() {
    while (at_ < glob_.size()) {
      std::string_view error = parse_one();
      if (error == kInvalidRange) return fail(std::move(range_error_));
      if (!error.empty()) return fail(std::string(error));
    }
    if (!groups_.empty()) return fail(std::string(kUnclosedGroup));
    return std::move(out_);
  }

 private:
  static constexpr std::string_view kInvalidRange = "invalid range";

  struct Range {
    Char low;
    Char high;
  };

  std::string_view parse_one() {
    switch (bump()) {
      case '?':
        push(GlobToken::Any);
        return {};
      case '*':
        parse_star();
        return {};
      case '[':
        if (classes_are_over_) break;
        return parse_class();
      case '{':
        push(GlobToken::Open);
        groups_.push_back(branch_);
        branch_ = out_.tokens.size();
        return {};
      case '}':
        return close_group();
      case ',':
        if (groups_.empty()) break;
        push(GlobToken::Next);
        branch_ = out_.tokens.size();
        return {};
      case '\\':
        if (!options_.backslash_escape) break;
        if (at_ == glob_.size()) return kDanglingEscape;
        bump();
        break;
      default:
        break;
    }
    push_byte(current_);
    return {};
  }

  std::string_view close_group() {
    if (groups_.empty()) return kUnopenedGroup;
    push(GlobToken::Close);
    branch_ = groups_.back();
    groups_.pop_back();
    return {};
  }

  char bump() {
    previous_ = current_;
    current_ = glob_[at_++];
    return current_;
  }
  std::optional<char> peek() const {
    return at_ < glob_.size() ? std::optional(glob_[at_]) : std::nullopt;
  }
  void push(GlobToken::Kind kind) { out_.tokens.push_back({.kind = kind}); }
  void push_byte(char c) {
    auto byte = static_cast<std::uint8_t>(c);
    if (options_.ignore_case) byte = ascii_lower(byte);
    out_.tokens.push_back({.kind = GlobToken::Byte, .byte = byte});
  }
  void push_two_stars() {
    push(GlobToken::Star);
    push(GlobToken::Star);
  }

  // After one star was read.  `**` crosses slashes only as a whole component;
  // where it is none it is two ordinary stars.
  void parse_star() {
    char before = previous_;
    if (peek() != '*') return push(GlobToken::Star);
    bump();
    std::optional<char> after = peek();
    if (out_.tokens.size() == branch_) {
      if (after && after != '/') return push_two_stars();
      push(GlobToken::RecursivePrefix);
      if (after) bump();
      return;
    }
    bool at_component = before == '/' || (!groups_.empty() && (before == ',' || before == '{'));
    bool is_suffix = !after || (!groups_.empty() && (after == ',' || after == '}'));
    if (!at_component || (!is_suffix && after != '/')) return push_two_stars();
    if (after == '/') bump();
    replace_last(is_suffix);
  }

  // The slash (or another recursive part) before `**` becomes part of it.
  void replace_last(bool is_suffix) {
    GlobToken::Kind last = out_.tokens.back().kind;
    if (last == GlobToken::RecursivePrefix || last == GlobToken::RecursiveSuffix) return;
    out_.tokens.back() = {.kind =
                              is_suffix ? GlobToken::RecursiveSuffix : GlobToken::RecursiveMiddle};
  }

  Char bump_char() {
    std::size_t length = utf8_length(static_cast<std::uint8_t>(glob_[at_]));
    length = std::min(length, glob_.size() - at_);
    Char c = glob_.substr(at_, length);
    at_ += length;
    previous_ = current_;
    current_ = c.back();
    return c;
  }

  // After `[` was read.
  std::string_view parse_class() {
    std::size_t start = at_;
    bool is_negated = peek() == '!' || peek() == '^';
    if (is_negated) bump();
    std::vector<Range> ranges;
    bool in_range = false;
    for (bool is_first = true;; is_first = false) {
      if (at_ == glob_.size()) return unclosed_class(start);
      Char c = bump_char();
      if (c == "]" && !is_first) break;
      if (c == "-" && !is_first && !in_range) {
        in_range = true;
      } else if (in_range) {
        ranges.back().high = c;
        if (c < ranges.back().low) return invalid_range(ranges.back());
        in_range = false;
      } else {
        ranges.push_back({c, c});
      }
    }
    if (in_range) ranges.push_back({"-", "-"});
    push_class(ranges, is_negated);
    return {};
  }

  std::string_view unclosed_class(std::size_t start) {
    if (!options_.allow_unclosed_class) return kUnclosedClass;
    // No `]` follows, so no later `[` opens a class either.
    classes_are_over_ = true;
    at_ = start;
    current_ = '[';
    push_byte('[');
    return {};
  }

  std::string_view invalid_range(const Range& range) {
    range_error_ =
        "invalid range; '" + std::string(range.low) + "' > '" + std::string(range.high) + "'";
    return kInvalidRange;
  }

  // The ends of a range are characters, but what it spans are bytes: from the
  // last byte of the one to the first of the other.
  void push_class(const std::vector<Range>& ranges, bool is_negated) {
    ByteClass set;
    for (const Range& range : ranges) {
      for (char c : range.low) set.add(static_cast<std::uint8_t>(c));
      for (char c : range.high) set.add(static_cast<std::uint8_t>(c));
      if (range.low == range.high) continue;
      unsigned last = static_cast<std::uint8_t>(range.high.front());
      for (unsigned b = static_cast<std::uint8_t>(range.low.back()); b < last; ++b) {
        set.add(static_cast<std::uint8_t>(b));
      }
    }
    if (options_.ignore_case) {
      for (unsigned b = 'A'; b <= 'Z'; ++b) {
        if (set.contains(static_cast<std::uint8_t>(b)))
          set.add(static_cast<std::uint8_t>(b | 0x20));
      }
    }
    if (is_negated) set.invert();
    out_.tokens.push_back(
        {.kind = GlobToken::Class, .class_no = static_cast<std::uint32_t>(out_.classes.size())});
    out_.classes.push_back(set);
  }

  std::string_view glob_;
  const GlobOptions& options_;
  GlobTokens out_;
  std::size_t at_ = 0;
  char previous_ = 0;
  char current_ = 0;
  std::size_t branch_ = 0;           // Where the tokens of the current branch start.
  std::vector<std::size_t> groups_;  // branch_ of the groups around the current one.
  bool classes_are_over_ = false;
  std::string range_error_;
};

}  // namespace

Result<GlobTokens> parse_glob(std::string_view glob, const GlobOptions& options) {
  return Parser(glob, options).parse();
}

}  // namespace common::walk
