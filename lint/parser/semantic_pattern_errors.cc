// The part of SemanticErrors that is about patterns.
#include <algorithm>
#include <vector>

#include "common/text/utf8.h"
#include "lint/parser/match_key.h"
#include "lint/parser/name_set.h"
#include "lint/parser/semantic_errors.h"

namespace lint::parser {
namespace {

using Kind = SemanticErrorKind;

// The part that matches anything; null if none does.
const ast::PatternMatchAs* irrefutable_part(const ast::Pattern& pattern) {
  if (const auto* capture = ast::as<ast::PatternMatchAs>(pattern)) {
    return capture->pattern == nullptr ? capture : irrefutable_part(*capture->pattern);
  }
  if (const auto* either = ast::as<ast::PatternMatchOr>(pattern)) {
    for (const ast::Pattern* each : either->patterns) {
      if (const auto* part = irrefutable_part(*each)) return part;
    }
  }
  return nullptr;
}

void append_escape(std::string& out, char32_t code_point) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string digits;
  do {
    digits += kDigits[code_point % 16];
    code_point /= 16;
  } while (code_point != 0);
  out += "\\u{";
  out.append(digits.rbegin(), digits.rend());
  out += '}';
}

// On one line and in ASCII; quotes stay as they are.
std::string escaped(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = common::next_code_point(text, i);
    if (c == '\n') {
      result += "\\n";
    } else if (c == '\r') {
      result += "\\r";
    } else if (c == '\t') {
      result += "\\t";
    } else if (c == '\\') {
      result += "\\\\";
    } else if (c < 0x20 || c >= 0x7F) {
      append_escape(result, c);
    } else {
      result += static_cast<char>(c);
    }
  }
  return result;
}

}  // namespace

// What a pattern binds.
struct SemanticErrors::PatternNames {
  NameSet names;
};

void SemanticErrors::check_match(const ast::StmtMatch& stmt) {
  for (std::size_t i = stmt.cases.size(); i-- > 1;) {
    const ast::MatchCase& earlier = *stmt.cases[i - 1];
    if (earlier.guard != nullptr) continue;
    const auto* part = irrefutable_part(*earlier.pattern);
    if (part == nullptr) continue;
    if (part->name) {
      add_named(Kind::IrrefutableCasePattern, part->range, part->name.text(), "name capture `",
                "` makes remaining patterns unreachable");
    } else {
      add(Kind::IrrefutableCasePattern, part->range,
          "wildcard makes remaining patterns unreachable");
    }
  }
  for (const ast::MatchCase* match_case : stmt.cases) {
    PatternNames names;
    check_pattern(*match_case->pattern, names);
  }
}

void SemanticErrors::check_pattern(const ast::Pattern& pattern, PatternNames& names) {
  switch (pattern.kind) {
    case ast::Kind::PatternMatchStar:
      bind(static_cast<const ast::PatternMatchStar&>(pattern).name, names);
      break;
    case ast::Kind::PatternMatchSequence:
      check_sequence(static_cast<const ast::PatternMatchSequence&>(pattern), names);
      break;
    case ast::Kind::PatternMatchMapping:
      check_mapping(static_cast<const ast::PatternMatchMapping&>(pattern), names);
      break;
    case ast::Kind::PatternMatchClass:
      check_class_pattern(static_cast<const ast::PatternMatchClass&>(pattern), names);
      break;
    case ast::Kind::PatternMatchAs: {
      const auto& capture = static_cast<const ast::PatternMatchAs&>(pattern);
      if (capture.pattern != nullptr) check_pattern(*capture.pattern, names);
      bind(capture.name, names);
      break;
    }
    case ast::Kind::PatternMatchOr:
      check_or(static_cast<const ast::PatternMatchOr&>(pattern), names);
      break;
    default:
      break;
  }
}

void SemanticErrors::bind(const ast::Identifier& identifier, PatternNames& names) {
  if (!identifier) return;
  if (!names.names.insert(identifier.name)) {
    add_named(Kind::MultipleCaseAssignment, identifier.range, identifier.text(),
              "multiple assignments to name `", "` in pattern");
  }
  check_debug(identifier);
}

void SemanticErrors::check_sequence(const ast::PatternMatchSequence& pattern, PatternNames& names) {
  bool has_star = false;
  for (const ast::Pattern* element : pattern.patterns) {
    if (ast::is<ast::PatternMatchStar>(element)) {
      if (has_star) {
        add(Kind::MultipleStarredPatterns, element->range,
            "multiple starred names in sequence pattern");
      }
      has_star = true;
    }
    check_pattern(*element, names);
  }
}

void SemanticErrors::check_mapping(const ast::PatternMatchMapping& pattern, PatternNames& names) {
  for (const ast::PatternEntry* entry : pattern.entries) check_pattern(*entry->pattern, names);
  bind(pattern.rest, names);
  std::vector<MatchKey> seen;
  for (const ast::PatternEntry* entry : pattern.entries) {
    const MatchKey key(*entry->key);
    if (!key.is_constant()) continue;
    if (std::ranges::find(seen, key) == seen.end()) {
      seen.push_back(key);
      continue;
    }
    const TextRange range = entry->key->range;
    add_named(Kind::DuplicateMatchKey, range, escaped(range.of(context_.text())),
              "mapping pattern checks duplicate key `", "`");
  }
}

void SemanticErrors::check_class_pattern(const ast::PatternMatchClass& pattern,
                                         PatternNames& names) {
  for (const ast::Pattern* argument : pattern.arguments->patterns) check_pattern(*argument, names);
  NameSet seen;
  for (const ast::PatternKeyword* keyword : pattern.arguments->keywords) {
    if (!seen.insert(keyword->attr.name)) {
      add_named(Kind::DuplicateMatchClassAttribute, keyword->attr.range, keyword->attr.text(),
                "attribute name `", "` repeated in class pattern");
    }
    check_pattern(*keyword->pattern, names);
  }
}

// Every alternative must bind the same names.
void SemanticErrors::check_or(const ast::PatternMatchOr& pattern, PatternNames& names) {
  PatternNames first;
  for (std::size_t i = 0; i < pattern.patterns.size(); ++i) {
    PatternNames own;
    check_pattern(*pattern.patterns[i], own);
    if (i == 0) {
      first = own;
      continue;
    }
    if (own.names != first.names) {
      add(Kind::DifferentPatternBindings, pattern.range,
          "alternative patterns bind different names");
      break;
    }
    names.names.insert_all(own.names);
  }
}

}  // namespace lint::parser
