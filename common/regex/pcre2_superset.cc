#include "common/regex/pcre2_superset.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/regex/parse.h"
#include "common/regex/pcre2_ascii_set.h"
#include "common/regex/utf8.h"

namespace common::regex {
namespace {

constexpr std::string_view kAnyCharacter = "(?s:.)";
constexpr std::string_view kAnyText = "(?s:.)*";
// Longer repetitions become unbounded: they would make the automata large.
constexpr unsigned kMostRepeats = 50;
// How often something ambiguous may be repeated before PCRE2 might reach its limits.
constexpr unsigned kMostAmbiguous = 3;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Reads one pattern and writes its translation.  The read functions return false
// to give up.
class SupersetWriter {
 public:
  SupersetWriter(std::string_view pattern, bool ignores_case)
      : rest_(pattern), ignores_case_(ignores_case) {}

  bool run(std::string& out) {
    Inside inside;
    if (!read_alternatives(inside, true) || !rest_.empty()) return false;
    out = std::move(inside.text);
    return true;
  }
  // Whether a flag in the pattern asked for it: where it holds does not matter,
  // but all has to be written anew.
  bool asks_to_ignore_case() const { return asks_to_ignore_case_; }

 private:
  struct Piece {
    enum Kind : std::uint8_t {
      Plain,
      Behind,   // Belongs into the match if nothing is before it,
      Ahead,    // or behind it.
      Nothing,  // Can be left out.
    };
    Kind kind = Plain;
    std::string text = {};
    AsciiSet members = ~AsciiSet();  // What characters of ASCII may be in it.
    bool is_character = false;       // Just one.
    bool varies = false;             // Matches in more than one way.
    bool is_ambiguous = false;       // As of Inside.
  };
  // Of a group.
  struct Inside {
    std::string text = {};
    bool varies = false;
    // In repetitions it may not be clear where one ends and the next begins.
    bool is_ambiguous = false;
  };
  struct Repeats {
    unsigned least = 1;
    unsigned most = 1;
  };
  static constexpr unsigned kUnbounded = ~0u;

  bool read_alternatives(Inside& out, bool is_outermost);
  bool read_branch(Inside& out, bool is_outermost);
  void judge_branch(const std::vector<Piece>& pieces, Inside& out) const;
  bool read_piece(Piece& piece);
  bool read_group(Piece& piece);
  bool read_special_group(Piece& piece);
  bool read_flags();
  bool read_rest_of_group(Piece& piece, Piece::Kind kind);
  bool read_escape(Piece& piece);
  bool read_reference(Piece& piece);
  bool read_property();
  bool read_character(char escape, std::uint32_t& value);
  bool read_hex(std::uint32_t& value);
  bool read_class(Piece& piece);
  bool read_class_item(bool is_negated, AsciiSet& set, bool& goes_beyond);
  bool read_named_class(AsciiSet& set);
  bool read_shorthand(bool is_negated, AsciiSet& set);
  bool read_range(AsciiSet& set, bool& goes_beyond);
  bool read_class_character(std::uint32_t& value);
  bool read_repeats(Piece& piece);
  bool begins_repeats() const;
  bool read_braces(Repeats& repeats);
  bool read_number(unsigned& value);
  void write_character(std::uint32_t value, Piece& piece) const;

  bool take(std::string_view text) {
    if (!rest_.starts_with(text)) return false;
    rest_.remove_prefix(text.size());
    return true;
  }
  bool skip_behind(char c) {
    const std::size_t end = rest_.find(c);
    if (end == std::string_view::npos) return false;
    rest_.remove_prefix(end + 1);
    return true;
  }

  std::string_view rest_;
  bool ignores_case_;
  bool asks_to_ignore_case_ = false;
};

bool SupersetWriter::read_alternatives(Inside& out, bool is_outermost) {
  while (read_branch(out, is_outermost)) {
    if (!take("|")) return true;
    out.text += '|';
    out.varies = out.is_ambiguous = true;
  }
  return false;
}

bool SupersetWriter::read_branch(Inside& out, bool is_outermost) {
  std::vector<Piece> pieces;
  while (!rest_.empty() && rest_[0] != '|' && rest_[0] != ')') {
    Piece piece;
    if (!read_piece(piece)) return false;
    if (piece.kind != Piece::Nothing) pieces.push_back(std::move(piece));
  }
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const bool is_kept = pieces[i].kind == Piece::Plain ||
                         (is_outermost && pieces[i].kind == Piece::Behind && i == 0) ||
                         (is_outermost && pieces[i].kind == Piece::Ahead && i + 1 == pieces.size());
    if (is_kept) out.text += pieces[i].text;
  }
  judge_branch(pieces, out);
  return true;
}

// A character that is nothing of what varies tells one repetition from the next.
void SupersetWriter::judge_branch(const std::vector<Piece>& pieces, Inside& out) const {
  const auto members = [this](const Piece& piece) {
    return ignores_case_ ? in_both_cases(piece.members) : piece.members;
  };
  AsciiSet varying;
  bool varies = false;
  for (const Piece& piece : pieces) {
    if (!piece.varies) continue;
    varies = true;
    varying |= members(piece);
  }
  const bool is_divided = std::ranges::any_of(pieces, [&](const Piece& piece) {
    return piece.is_character && piece.members.any() && (members(piece) & varying).none();
  });
  out.varies |= varies;
  out.is_ambiguous |= varies && !is_divided;
}

bool SupersetWriter::read_piece(Piece& piece) {
  if (take("(")) return read_group(piece) && read_repeats(piece);
  if (take("[")) return read_class(piece) && read_repeats(piece);
  if (take("\\")) return read_escape(piece) && read_repeats(piece);
  // Repetitions of repetitions, and braces at odd places.
  if (std::string_view("*+?").find(rest_[0]) != std::string_view::npos || begins_repeats()) {
    return false;
  }
  if (take(".")) {
    piece.text = '.';
    piece.is_character = true;
  } else if (rest_[0] == '^' || rest_[0] == '$') {
    piece.text = std::string("(?m:") + rest_[0] + ")";
    rest_.remove_prefix(1);
  } else {
    const DecodedScalar scalar = decode_scalar(rest_);
    if (scalar.length == 0) return false;
    rest_.remove_prefix(scalar.length);
    write_character(scalar.value, piece);
  }
  return read_repeats(piece);
}

// Beyond ASCII letters may have other cases in PCRE2 than here.
void SupersetWriter::write_character(std::uint32_t value, Piece& piece) const {
  piece.is_character = true;
  piece.members.reset();
  if (value < 0x80) piece.members.set(value);
  if (value >= 0x80 && ignores_case_) {
    piece.text = class_text({}, true);
    return;
  }
  std::string text;
  append_scalar(value, text);
  piece.text = escape(text);
}

bool SupersetWriter::read_group(Piece& piece) {
  if (take("?")) return read_special_group(piece);
  return !rest_.starts_with('*') && read_rest_of_group(piece, Piece::Plain);
}

bool SupersetWriter::read_special_group(Piece& piece) {
  if (take(":") || take(">") || take("|")) return read_rest_of_group(piece, Piece::Plain);
  if (take("=")) return read_rest_of_group(piece, Piece::Ahead);
  if (take("<=")) return read_rest_of_group(piece, Piece::Behind);
  if (take("!") || take("<!")) return read_rest_of_group(piece, Piece::Nothing);
  if (take("P=")) {
    piece.text = "(?:" + std::string(kAnyText) + ")";
    piece.varies = true;
    return skip_behind(')');
  }
  if (rest_.starts_with("<*")) return false;
  if (take("<") || take("P<")) return skip_behind('>') && read_rest_of_group(piece, Piece::Plain);
  if (take("'")) return skip_behind('\'') && read_rest_of_group(piece, Piece::Plain);
  if (!read_flags()) return false;
  if (take(":")) return read_rest_of_group(piece, Piece::Plain);
  piece.kind = Piece::Nothing;
  return take(")");
}

// Of the flags, only `i` matters in a line; `x` changes the syntax.
bool SupersetWriter::read_flags() {
  const std::size_t end = rest_.find_first_not_of("imsUJ-");
  if (end == 0 || end == std::string_view::npos) return false;
  const std::string_view flags = rest_.substr(0, end);
  asks_to_ignore_case_ |= flags.substr(0, flags.find('-')).find('i') != std::string_view::npos;
  rest_.remove_prefix(end);
  return true;
}

bool SupersetWriter::read_rest_of_group(Piece& piece, Piece::Kind kind) {
  Inside inside;
  if (!read_alternatives(inside, false) || !take(")")) return false;
  piece.kind = kind;
  piece.text = "(?:" + inside.text + ")";
  piece.varies = inside.varies;
  piece.is_ambiguous = inside.is_ambiguous;
  return true;
}

// Behind the backslash.
bool SupersetWriter::read_escape(Piece& piece) {
  if (rest_.empty()) return false;
  const char c = rest_[0];
  if (c == 'g' || c == 'k' || is_digit(c)) return read_reference(piece);
  rest_.remove_prefix(1);
  if (std::string_view("bBAzZGK").find(c) != std::string_view::npos) {
    piece.kind = Piece::Nothing;
    return true;
  }
  if (const auto set = shorthand_set(c)) {
    piece.text = class_text(*set, true);
    piece.members = *set;
    piece.is_character = true;
    return (c != 'p' && c != 'P') || read_property();
  }
  if (c == 'N') {
    piece.text = kAnyCharacter;
    piece.is_character = true;
    return !rest_.starts_with('{');
  }
  if (c == 'R' || c == 'X') {
    piece.text = "(?:" + std::string(kAnyCharacter) + "+)";
    piece.varies = true;
    return true;
  }
  std::uint32_t value = 0;
  if (!read_character(c, value) || value == '\n') return false;
  write_character(value, piece);
  return true;
}

// Several digits may be an octal number instead, \g<...> a call.
bool SupersetWriter::read_reference(Piece& piece) {
  piece.text = "(?:" + std::string(kAnyText) + ")";
  piece.varies = true;
  if (take("k{") || take("g{")) return skip_behind('}');
  if (take("k<")) return skip_behind('>');
  if (take("k'")) return skip_behind('\'');
  if (rest_[0] < '1' || rest_[0] > '9') return false;
  rest_.remove_prefix(1);
  return rest_.empty() || !is_digit(rest_[0]);
}

bool SupersetWriter::read_property() {
  if (take("{")) return skip_behind('}');
  if (rest_.empty() || !is_letter(rest_[0])) return false;
  rest_.remove_prefix(1);
  return true;
}

// The character that a backslash and `escape` stand for.
bool SupersetWriter::read_character(char escape, std::uint32_t& value) {
  switch (escape) {
    case 'n':
      value = '\n';
      return true;
    case 'r':
      value = '\r';
      return true;
    case 't':
      value = '\t';
      return true;
    case 'f':
      value = '\f';
      return true;
    case 'e':
      value = 0x1B;
      return true;
    case 'a':
      value = '\a';
      return true;
    case 'x':
      return read_hex(value);
    default:
      value = static_cast<unsigned char>(escape);
      return value < 0x80 && !is_letter(escape) && !is_digit(escape);
  }
}

bool SupersetWriter::read_hex(std::uint32_t& value) {
  const bool is_braced = take("{");
  const std::size_t count = std::min(rest_.find_first_not_of("0123456789abcdefABCDEF"),
                                     is_braced ? rest_.size() : std::size_t{2});
  if (count == 0 || count > 6 || count > rest_.size()) return false;
  value = 0;
  for (const char c : rest_.substr(0, count)) {
    value = value * 16 + static_cast<unsigned>(is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
  }
  rest_.remove_prefix(count);
  return !is_braced || take("}");
}

// Behind the opening bracket.
bool SupersetWriter::read_class(Piece& piece) {
  const bool is_negated = take("^");
  AsciiSet set;
  bool goes_beyond = is_negated;
  bool is_first = true;
  while (is_first || !take("]")) {
    is_first = false;
    if (rest_.empty() || !read_class_item(is_negated, set, goes_beyond)) return false;
  }
  if (is_negated) set.flip();
  piece.text = class_text(set, goes_beyond);
  piece.members = set;
  piece.is_character = true;
  return set.any() || goes_beyond;
}

// A class by name, a character or a range.
bool SupersetWriter::read_class_item(bool is_negated, AsciiSet& set, bool& goes_beyond) {
  AsciiSet named;
  if (rest_.starts_with("[:")) {
    if (!read_named_class(named)) return false;
  } else if (rest_[0] == '\\' && rest_.size() > 1 && shorthand_set(rest_[1])) {
    if (!read_shorthand(is_negated, named)) return false;
  } else {
    return read_range(set, goes_beyond);
  }
  set |= named;
  goes_beyond = true;
  return !rest_.starts_with('-') || rest_.starts_with("-]");
}

// What a property has of ASCII is left open: in a negated class that is nothing.
bool SupersetWriter::read_shorthand(bool is_negated, AsciiSet& set) {
  const char letter = rest_[1];
  rest_.remove_prefix(2);
  set = *shorthand_set(letter);
  if (letter != 'p' && letter != 'P') return true;
  if (is_negated) set.reset();
  return read_property();
}

bool SupersetWriter::read_range(AsciiSet& set, bool& goes_beyond) {
  std::uint32_t first = 0;
  if (!read_class_character(first)) return false;
  std::uint32_t last = first;
  if (rest_.starts_with('-') && !rest_.starts_with("-]")) {
    rest_.remove_prefix(1);
    if (rest_.starts_with("[:") || !read_class_character(last)) return false;
  }
  for (std::uint32_t c = first; c <= std::min(last, 0x7Fu); ++c) set.set(c);
  goes_beyond |= last >= 0x80;
  return true;
}

bool SupersetWriter::read_named_class(AsciiSet& set) {
  const std::size_t end = rest_.find(":]");
  if (end == std::string_view::npos) return false;
  std::string_view name = rest_.substr(2, end - 2);
  rest_.remove_prefix(end + 2);
  const bool is_negated = name.starts_with('^');
  if (is_negated) name.remove_prefix(1);
  const auto found = named_set(name);
  if (!found) return false;
  set = is_negated ? ~*found : *found;
  return true;
}

bool SupersetWriter::read_class_character(std::uint32_t& value) {
  if (take("\\")) {
    if (rest_.empty()) return false;
    const char c = rest_[0];
    rest_.remove_prefix(1);
    value = '\b';
    return c == 'b' || read_character(c, value);
  }
  if (rest_.starts_with("[.") || rest_.starts_with("[=")) return false;
  const DecodedScalar scalar = decode_scalar(rest_);
  value = scalar.value;
  rest_.remove_prefix(scalar.length);
  return scalar.length > 0;
}

bool SupersetWriter::read_repeats(Piece& piece) {
  Repeats repeats;
  if (take("*")) {
    repeats = {0, kUnbounded};
  } else if (take("+")) {
    repeats = {1, kUnbounded};
  } else if (take("?")) {
    repeats = {0, 1};
  } else if (begins_repeats()) {
    if (!read_braces(repeats)) return false;
  } else {
    return true;
  }
  if (!take("?")) take("+");  // Lazy or possessive.
  if (piece.is_ambiguous && repeats.most > kMostAmbiguous) return false;
  piece.is_character = false;
  piece.varies |= repeats.least != repeats.most;
  if (piece.kind != Piece::Plain) {
    piece.kind = Piece::Nothing;
  } else if (repeats.most <= kMostRepeats) {
    piece.text += "{" + std::to_string(repeats.least) + "," + std::to_string(repeats.most) + "}";
  } else {
    piece.text += repeats.least == 0 ? "*" : "+";
  }
  return true;
}

// Other braces are text.
bool SupersetWriter::begins_repeats() const {
  return rest_.size() > 1 && rest_[0] == '{' &&
         std::string_view("0123456789, \t").find(rest_[1]) != std::string_view::npos;
}

// Whether `{,3}` and `{ 1, 3 }` are repetitions depends on PCRE2's version.
bool SupersetWriter::read_braces(Repeats& repeats) {
  if (!take("{") || !read_number(repeats.least)) return false;
  repeats.most = repeats.least;
  if (take(",")) {
    repeats.most = kUnbounded;
    if (!rest_.starts_with('}') && !read_number(repeats.most)) return false;
  }
  return take("}");
}

bool SupersetWriter::read_number(unsigned& value) {
  const std::size_t count = std::min(rest_.find_first_not_of("0123456789"), rest_.size());
  if (count == 0 || count > 5) return false;
  value = 0;
  for (const char c : rest_.substr(0, count)) value = value * 10 + static_cast<unsigned>(c - '0');
  rest_.remove_prefix(count);
  return true;
}

// Without a translation: nullopt.
std::optional<std::vector<std::string>> translated(const std::vector<std::string>& patterns,
                                                   bool& ignores_case) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    SupersetWriter translator(patterns[i], ignores_case);
    if (!translator.run(out.emplace_back())) return std::nullopt;
    if (translator.asks_to_ignore_case() && !ignores_case) {
      ignores_case = true;
      return translated(patterns, ignores_case);
    }
  }
  return out;
}

bool is_all_ascii(const std::string& text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

std::optional<RegexSpec> pcre2_superset(const RegexSpec& spec, bool ignores_case) {
  if (spec.multi_line || spec.crlf || spec.line_terminator != '\n' || !spec.unicode) {
    return std::nullopt;
  }
  RegexSpec out{.patterns = {},
                .fixed_strings = spec.fixed_strings,
                .boundary = spec.boundary == Boundary::Line ? Boundary::Line : Boundary::None,
                .dfa_size_limit = spec.dfa_size_limit};
  if (spec.fixed_strings) {
    if (ignores_case && !std::ranges::all_of(spec.patterns, is_all_ascii)) return std::nullopt;
    out.patterns = spec.patterns;
  } else {
    auto patterns = translated(spec.patterns, ignores_case);
    if (!patterns) return std::nullopt;
    out.patterns = std::move(*patterns);
  }
  out.case_mode = ignores_case ? CaseMode::Insensitive : CaseMode::Sensitive;
  return out;
}

}  // namespace common::regex
