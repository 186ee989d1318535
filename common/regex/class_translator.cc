#include "common/regex/class_translator.h"

#include <utility>

#include "common/base/check.h"
#include "common/base/result.h"
#include "common/regex/ascii_class.h"
#include "common/regex/char_class.h"
#include "common/regex/unicode.h"

namespace common::regex {
namespace {

class ClassTranslator {
 public:
  ClassTranslator(const Ast& ast, std::uint8_t flags)
      : ast_(ast),
        is_unicode_((flags & kUnicode) != 0),
        ignores_case_((flags & kIgnoreCase) != 0) {}

  Parsed<CharClass> translate(AstId id);

 private:
  CharClass class_of(std::span<const ClassRange> ranges) const {
    return {.ranges = {ranges.begin(), ranges.end()}, .is_bytes = !is_unicode_};
  }
  // Case is folded before the class is negated: (?i)[^x] is neither x nor X.
  CharClass finish(CharClass cls, bool is_negated) const;
  Parsed<std::uint32_t> member(AstId literal) const;
  Parsed<CharClass> property(const AstNode& node) const;
  CharClass perl(PerlClass kind) const;
  Parsed<CharClass> set_union(const AstNode& node);
  Parsed<CharClass> operation(const AstNode& node);

  const Ast& ast_;
  bool is_unicode_;
  bool ignores_case_;
};

Parsed<CharClass> ClassTranslator::translate(AstId id) {
  const AstNode& node = ast_.node(id);
  const auto children = ast_.children_of(node);
  switch (node.kind) {
    case AstKind::Empty:
      return class_of({});
    case AstKind::Literal: {
      const std::uint32_t value = TRY(member(id));
      const ClassRange range = {value, value};
      return class_of({&range, 1});
    }
    case AstKind::Range: {
      const std::uint32_t first = TRY(member(children[0]));
      const std::uint32_t last = TRY(member(children[1]));
      const ClassRange range = {first, last};
      CharClass cls = class_of({&range, 1});
      canonicalize(cls);  // The range may run over the surrogates.
      return cls;
    }
    case AstKind::AsciiClass:
      return finish(class_of(kAsciiClasses[node.value].ranges), node.negated);
    case AstKind::UnicodeClass:
      return property(node);
    case AstKind::PerlClass:
      return node.negated ? negate(perl(node.perl)) : perl(node.perl);
    case AstKind::Bracketed:
      return finish(TRY(translate(children[0])), node.negated);
    case AstKind::SetUnion:
      return set_union(node);
    case AstKind::SetOperation:
      return operation(node);
    default:
      CHECK(false);
  }
}

CharClass ClassTranslator::finish(CharClass cls, bool is_negated) const {
  if (ignores_case_) fold_case(cls);
  return is_negated ? negate(cls) : cls;
}

// A byte where Unicode is off: an ASCII character, or any written as \xHH.
Parsed<std::uint32_t> ClassTranslator::member(AstId literal) const {
  const AstNode& node = ast_.node(literal);
  if (!is_unicode_ && node.value > 0x7F && !node.is_byte) {
    return syntax_error(PatternError::UnicodeNotAllowed, node.span);
  }
  return node.value;
}

Parsed<CharClass> ClassTranslator::property(const AstNode& node) const {
  if (!is_unicode_) return syntax_error(PatternError::UnicodeNotAllowed, node.span);
  const PropertyQuery& query = ast_.properties[node.value];
  auto cls = query.has_value ? unicode_class(query.name, query.value) : unicode_class(query.name);
  if (!cls) {
    return syntax_error(cls.error() == UnicodeFailure::PropertyNotFound
                            ? PatternError::UnicodePropertyNotFound
                            : PatternError::UnicodePropertyValueNotFound,
                        node.span);
  }
  return finish(*std::move(cls), node.negated);
}

// Closed under case folding as they are.
CharClass ClassTranslator::perl(PerlClass kind) const {
  switch (kind) {
    case PerlClass::Digit:
      return class_of(is_unicode_ ? digit_ranges() : kDigit);
    case PerlClass::Space:
      return class_of(is_unicode_ ? space_ranges() : kSpace);
    case PerlClass::Word:
      return class_of(is_unicode_ ? word_ranges() : kWord);
  }
  CHECK(false);
}

Parsed<CharClass> ClassTranslator::set_union(const AstNode& node) {
  CharClass result = class_of({});
  for (const AstId child : ast_.children_of(node)) {
    const CharClass part = TRY(translate(child));
    result.ranges.insert(result.ranges.end(), part.ranges.begin(), part.ranges.end());
  }
  canonicalize(result);
  return result;
}

Parsed<CharClass> ClassTranslator::operation(const AstNode& node) {
  const auto sides = ast_.children_of(node);
  CharClass left = finish(TRY(translate(sides[0])), false);
  CharClass right = finish(TRY(translate(sides[1])), false);
  switch (node.operation) {
    case SetOperator::Intersection:
      return intersect(left, right);
    case SetOperator::Difference:
      return subtract(left, right);
    case SetOperator::SymmetricDifference:
      return symmetric_difference(left, right);
  }
  CHECK(false);
}

}  // namespace

Parsed<CharClass> translate_class(const Ast& ast, AstId id, std::uint8_t flags) {
  return ClassTranslator(ast, flags).translate(id);
}

}  // namespace common::regex
