#include "lint/rules/eradicate/code_in_comment.h"

#include <algorithm>

#include "common/text/utf8.h"
#include "lint/parser/identifiers.h"
#include "lint/parser/keywords.h"
#include "lint/parser/parsed.h"

namespace lint::rules::eradicate {
namespace {

constexpr bool is_ascii_letter(char c) {
  return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z');
}
constexpr bool is_digit(char c) {
  return '0' <= c && c <= '9';
}

// ---- prose ---------------------------------------------------------------------

// How many bytes of an identifier `text` starts with.
std::size_t identifier_size(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t next = at;
    const char32_t c = common::next_code_point(text, next);
    const bool is_part =
        c >= 0x80 ? (at == 0 ? parser::is_identifier_start(c) : parser::is_identifier_continue(c))
                  : is_ascii_letter(text[at]) || c == '_' || (at > 0 && is_digit(text[at]));
    if (!is_part) break;
    at = next;
  }
  return at;
}

// Singletons count as names.
bool is_keyword(std::string_view word) {
  const parser::TokenKind kind = parser::keyword_kind(word);
  return kind != parser::TokenKind::Name && kind != parser::TokenKind::True &&
         kind != parser::TokenKind::False && kind != parser::TokenKind::None;
}

bool is_string_prefix(std::string_view word) {
  constexpr std::string_view kPrefixes[] = {"b", "br", "rb", "f",  "fr", "rf",
                                            "r", "t",  "tr", "rt", "u"};
  if (word.size() > 2) return false;
  std::string lower(word);
  for (char& c : lower) c = static_cast<char>(c | 0x20);
  return std::ranges::find(kPrefixes, lower) != std::end(kPrefixes);
}

// Two names side by side, before the first character that begins no name and no
// operator (a quote, a digit...): no Python.
bool has_adjacent_names(std::string_view line) {
  constexpr std::string_view kOperators = "=+*/%|^&-@~:;<>,.()[]{}";
  bool is_behind_name = false;
  for (std::size_t at = 0; at < line.size();) {
    const char c = line[at];
    if (c == ' ' || c == '\t' || c == '\f' || c == '\\' || c == '\r') {
      ++at;
    } else if (kOperators.find(c) != kOperators.npos) {
      is_behind_name = false;
      ++at;
    } else if (const std::size_t size = identifier_size(line.substr(at)); size > 0) {
      const std::string_view word = line.substr(at, size);
      at += size;
      const bool is_quoted = at < line.size() && (line[at] == '"' || line[at] == '\'');
      if (is_quoted && is_string_prefix(word)) return false;
      const bool is_name = !is_keyword(word);
      if (is_name && is_behind_name) return true;
      is_behind_name = is_name;
    } else if (c == '!' && line.substr(at, 2) == "!=") {
      is_behind_name = false;
      at += 2;
    } else {
      return false;
    }
  }
  return false;
}

bool has_sign_of_code(std::string_view line) {
  constexpr std::string_view kWords[] = {"return", "break", "continue", "import"};
  return line.find_first_of("()[]{}:=%") != line.npos ||
         std::ranges::any_of(kWords,
                             [&](std::string_view word) { return line.find(word) != line.npos; });
}

// ---- shapes ----------------------------------------------------------------------

// Reads a line from its start; each function is true if it could go on.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  std::string_view rest() const { return rest_; }
  bool skip(std::string_view prefix) {
    if (!rest_.starts_with(prefix)) return false;
    rest_.remove_prefix(prefix.size());
    return true;
  }
  bool skip_any_of(std::string_view characters) {
    if (rest_.empty() || characters.find(rest_[0]) == characters.npos) return false;
    rest_.remove_prefix(1);
    return true;
  }
  // At least one of `words`, whatever follows.
  bool skip_one_of(std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return skip(word); });
  }
  bool skip_space() {
    bool has_space = false;
    for (std::size_t at = 0; at < rest_.size(); at = 0) {
      if (!common::is_white_space(common::next_code_point(rest_, at))) break;
      rest_.remove_prefix(at);
      has_space = true;
    }
    return has_space;
  }
  bool skip_word() {
    std::size_t size = 0;
    while (size < rest_.size()) {
      const std::size_t more = identifier_size(rest_.substr(size));
      if (more == 0 && !is_digit(rest_[size])) break;
      size += std::max<std::size_t>(more, 1);
    }
    rest_.remove_prefix(size);
    return size > 0;
  }

 private:
  std::string_view rest_;
};

// Nothing but a comment follows.
bool is_at_end(Reader reader) {
  reader.skip_space();
  return reader.rest().empty() || reader.rest()[0] == '#';
}

// Does one of the characters stand at the end, or in front of a comment?
bool ends_with_one_of(std::string_view text, std::string_view characters) {
  for (std::size_t at = text.find_first_of(characters); at != text.npos;
       at = text.find_first_of(characters, at + 1)) {
    if (is_at_end(Reader(text.substr(at + 1)))) return true;
  }
  return false;
}

// else:   elif x:   except E as e:   case 1:
bool is_clause(std::string_view line) {
  const auto has_colon = [](const Reader& reader) {
    return reader.rest().find(':') != std::string_view::npos;
  };
  Reader reader(line);
  if (reader.skip("except")) return has_colon(reader);
  if (reader.skip_one_of({"elif", "case"})) return reader.skip_space() && has_colon(reader);
  if (!reader.skip_one_of({"else", "try", "finally"})) return false;
  reader.skip_space();
  return reader.skip(":");
}

// "key": value,   "key": {
bool is_dict_item(std::string_view line) {
  Reader reader(line);
  if (!reader.skip_any_of("'\"") || !reader.skip_word() || !reader.skip_any_of("'\"")) return false;
  reader.skip_space();
  if (!reader.skip(":") || reader.rest().empty()) return false;
  const std::size_t first = common::ceil_boundary(reader.rest(), 1);
  return ends_with_one_of(reader.rest().substr(first), ",{");
}

// x = [   (a, b) = f(
bool is_open_assignment(std::string_view line) {
  Reader reader(line);
  if (reader.skip_any_of("([")) reader.skip_space();
  do {
    if (!reader.skip_word()) return false;
    reader.skip_space();
    if (!reader.skip(",")) break;
    reader.skip_space();
  } while (true);
  if (reader.skip_any_of(")]")) reader.skip_space();
  return reader.skip("=") && ends_with_one_of(reader.rest(), "([{");
}

// })
bool is_brackets(std::string_view line) {
  Reader reader(line);
  bool has_any = false;
  while (reader.skip_any_of("()[]{}") || reader.skip_space()) has_any = true;
  return has_any && is_at_end(reader);
}

// ---- comments that mean something ----------------------------------------------

bool starts_with_folded(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() &&
         std::ranges::equal(lower, text.substr(0, lower.size()), [](char wanted, char c) {
           return wanted == (('A' <= c && c <= 'Z') ? static_cast<char>(c | 0x20) : c);
         });
}

// `tool`, a colon with blanks around it, one of the words.
bool is_directive(std::string_view line, std::string_view tool,
                  std::initializer_list<std::string_view> words) {
  Reader reader(line);
  if (!reader.skip(tool)) return false;
  reader.skip_space();
  if (!reader.skip(":")) return false;
  reader.skip_space();
  return reader.skip_one_of(words);
}

bool is_isort_directive(std::string_view line) {
  constexpr std::string_view kTool = "isort:";
  if (!starts_with_folded(line, kTool)) return false;
  Reader reader(line.substr(kTool.size()));
  reader.skip_space();
  constexpr std::string_view kWords[] = {"on", "off", "skip", "split", "dont-add-imports"};
  return std::ranges::any_of(
      kWords, [&](std::string_view word) { return starts_with_folded(reader.rest(), word); });
}

// coding: utf-8
bool is_encoding(std::string_view line) {
  if (starts_with_folded(line, "en")) line.remove_prefix(2);
  if (!starts_with_folded(line, "coding")) return false;
  Reader reader(line.substr(6));
  if (!reader.skip_any_of(":=")) return false;
  while (reader.skip_any_of(" \t")) continue;
  const std::string_view name = reader.rest();
  return !name.empty() && (is_ascii_letter(name[0]) || is_digit(name[0]) || name[0] == '-' ||
                           name[0] == '_' || name[0] == '.');
}

// language=HTML
bool is_injected_language(std::string_view line) {
  Reader reader(line);
  if (!reader.skip("language=") || reader.rest().empty()) return false;
  const char c = reader.rest()[0];
  return is_ascii_letter(c) || is_digit(c) || c == '-' || c == '_' || c == '.';
}

bool is_for_tool(std::string_view line) {
  constexpr std::string_view kPrefixes[] = {
      "pyright", "pyrefly", "mypy:", "SPDX-License-Identifier:", "region", "endregion"};
  constexpr std::string_view kFolded[] = {"noqa", "pylint", "nosec"};
  const auto starts = [&](std::string_view prefix) { return line.starts_with(prefix); };
  const auto starts_folded = [&](std::string_view prefix) {
    return starts_with_folded(line, prefix);
  };
  Reader type(line);
  const bool is_type_ignore =
      type.skip_one_of({"type:", "ty:"}) && (type.skip_space(), type.skip("ignore"));
  Reader format(line);
  const bool is_format =
      format.skip("fmt:") && (format.skip_space(), format.skip_one_of({"on", "off", "skip"}));
  return std::ranges::any_of(kPrefixes, starts) || std::ranges::any_of(kFolded, starts_folded) ||
         is_type_ignore || is_format ||
         is_directive(line, "ruff", {"disable", "enable", "ignore", "file-ignore"}) ||
         is_isort_directive(line) || is_encoding(line) || is_injected_language(line);
}

bool is_task(std::string_view line, std::span<const std::string> task_tags) {
  return std::ranges::find(task_tags, line.substr(0, line.find_first_of(" :("))) != task_tags.end();
}

// "Issue #999"
bool has_number_sign(std::string_view line) {
  for (std::size_t at = line.find('#'); at != line.npos; at = line.find('#', at + 1)) {
    if (at + 1 < line.size() && is_digit(line[at + 1])) return true;
  }
  return false;
}

// Without blanks and number signs in front, and without blanks at the end.
std::string_view comment_text(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of("# \t\f"), line.size()));
  return common::trim_white_space(line);
}

}  // namespace

bool is_code_in_comment(std::string_view line, std::span<const std::string> task_tags) {
  line = comment_text(line);
  if (has_adjacent_names(line) || !has_sign_of_code(line)) return false;
  if (is_task(line, task_tags) || is_for_tool(line) || has_number_sign(line)) return false;
  if (line.ends_with('\\')) return true;
  if (is_clause(line) || is_dict_item(line) || is_open_assignment(line) || is_brackets(line)) {
    return true;
  }
  return parser::parse(std::string(line)).is_valid();
}

}  // namespace lint::rules::eradicate
