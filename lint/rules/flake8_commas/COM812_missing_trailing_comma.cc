#include <string>
#include <vector>

#include "lint/check/checker.h"
#include "lint/check/rule.h"

namespace lint::rules::COM812_missing_trailing_comma {

using parser::TokenKind;

static constexpr std::string_view kMissing = "Trailing comma missing";
static constexpr std::string_view kBareTuple = "Trailing comma on bare tuple prohibited";
static constexpr std::string_view kProhibited = "Trailing comma prohibited";

// What the commas of a place separate.
enum class List : std::uint8_t {
  None,
  Parameters,
  Arguments,
  Tuple,  // Or an expression in parentheses.
  Subscript,
  Items,  // [...] and {...}
  LambdaParameters,
  TypeParameters,
};

// A place that is open, with the commas it has had.
struct Place {
  List list = List::None;
  std::uint32_t commas = 0;
};

// The tokens that matter: no comments, f-strings as one String, runs of line ends
// as the first of them.
struct Item {
  TokenKind kind = TokenKind::Unknown;
  TextRange range;
};

static bool is_closing(TokenKind kind) {
  return kind == TokenKind::RightParen || kind == TokenKind::RightSquare ||
         kind == TokenKind::RightBrace;
}

static bool is_opening(TokenKind kind) {
  return kind == TokenKind::LeftParen || kind == TokenKind::LeftSquare ||
         kind == TokenKind::LeftBrace;
}

// An import is like a function: from m import (a, b).
static bool is_named(TokenKind kind) {
  return kind == TokenKind::Name || kind == TokenKind::Import;
}

class Pass {
 public:
  explicit Pass(Checker& checker) : c_(checker) {}

  void run() {
    for (const parser::Token& token : c_.tokens()) {
      switch (token.kind) {
        case TokenKind::Comment:
          break;
        case TokenKind::FStringStart:
        case TokenKind::TStringStart:
          if (string_depth_++ == 0) string_start_ = token.range.start;
          break;
        case TokenKind::FStringEnd:
        case TokenKind::TStringEnd:
          if (string_depth_ == 0) break;
          --string_depth_;
          if (string_depth_ == 0) see({TokenKind::String, {string_start_, token.range.end}});
          break;
        default:
          if (string_depth_ == 0) see({token.kind, token.range});
      }
    }
  }

 private:
  void see(Item item) {
    const bool repeats_line_end =
        item.kind == TokenKind::NonLogicalNewline && previous_.kind == TokenKind::NonLogicalNewline;
    if (repeats_line_end) return;
    const Place place = enter(item);
    if (is_closing(item.kind) || previous_.kind == TokenKind::Comma) check(item, place);
    const bool leaves = place.list == List::LambdaParameters ? item.kind == TokenKind::Colon
                                                             : is_closing(item.kind);
    if (leaves && places_.size() > 1) places_.pop_back();
    before_previous_ = previous_;
    previous_ = item;
  }

  // The place that the item is in; an opening bracket is in the one it opens.
  Place enter(const Item& item) {
    switch (item.kind) {
      case TokenKind::LeftParen:
        places_.push_back({list_in_parentheses()});
        break;
      case TokenKind::LeftSquare:
        places_.push_back({list_in_square_brackets()});
        break;
      case TokenKind::LeftBrace:
        places_.push_back({List::Items});
        break;
      case TokenKind::Lambda:
        places_.push_back({List::LambdaParameters});
        break;
      case TokenKind::For:  // A comprehension.
        places_.back() = {};
        break;
      case TokenKind::Comma:
        ++places_.back().commas;
        break;
      default:
        break;
    }
    return places_.back();
  }

  List list_in_parentheses() const {
    if (is_named(previous_.kind) && before_previous_.kind == TokenKind::Def) {
      return List::Parameters;
    }
    if (is_named(previous_.kind) || is_closing(previous_.kind)) return List::Arguments;
    return List::Tuple;
  }

  List list_in_square_brackets() const {
    const TokenKind keyword = before_previous_.kind;
    if (is_named(previous_.kind) &&
        (keyword == TokenKind::Def || keyword == TokenKind::Class || keyword == TokenKind::Type)) {
      return List::TypeParameters;
    }
    const bool has_value = is_named(previous_.kind) || is_closing(previous_.kind) ||
                           previous_.kind == TokenKind::String;
    return has_value ? List::Subscript : List::Items;
  }

  // May a comma stand in front of the bracket that closes the place?
  static bool allows_comma(const Place& place) {
    switch (place.list) {
      case List::None:
      case List::LambdaParameters:
        return false;
      case List::Tuple:  // (1,) is not (1).
      case List::Subscript:
        return place.commas != 0;
      default:
        return true;
    }
  }

  void check(const Item& item, const Place& place) {
    const bool is_allowed = is_closing(item.kind) && allows_comma(place);
    if (previous_.kind == TokenKind::Comma) {
      const bool is_needed =
          (place.list == List::Subscript || place.list == List::Tuple) && place.commas <= 1;
      const bool ends_lambda =
          place.list == List::LambdaParameters && item.kind == TokenKind::Colon;
      const bool is_prohibited = (is_allowed && !is_needed) || ends_lambda;
      if (is_prohibited && c_.is_enabled(codes::COM819)) {
        report_prohibited();
      } else if (item.kind == TokenKind::Newline && c_.is_enabled(codes::COM818)) {
        c_.report(codes::COM818, previous_.range, std::string(kBareTuple));
      }
      return;
    }
    const bool is_required = is_allowed && previous_.kind == TokenKind::NonLogicalNewline &&
                             before_previous_.kind != TokenKind::Comma &&
                             !is_opening(before_previous_.kind);
    if (is_required && c_.is_enabled(codes::COM812)) report_missing();
  }

  void report_prohibited() {
    Diagnostic& finding = c_.report(codes::COM819, previous_.range, std::string(kProhibited));
    finding.fix_title = "Remove trailing comma";
    finding.fix = Fix::safe({previous_.range, ""});
  }

  // The fix writes the last token anew, so that no other fix takes it away in the
  // same round.
  void report_missing() {
    const TextRange last = before_previous_.range;
    Diagnostic& finding = c_.report(codes::COM812, {last.end, last.end}, std::string(kMissing));
    finding.fix_title = "Add trailing comma";
    finding.fix = Fix::safe({last, std::string(c_.text(last)) + ","});
  }

  Checker& c_;
  Item previous_;
  Item before_previous_;
  std::vector<Place> places_{Place{}};
  std::uint32_t string_depth_ = 0;  // Of f- and t-strings.
  std::uint32_t string_start_ = 0;  // Of the outermost one.
};

static void check(Checker& c, const TokenPass&) {
  Pass(c).run();
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMissingMessages[] = {kMissing};
static constexpr std::string_view kBareTupleMessages[] = {kBareTuple};
static constexpr std::string_view kProhibitedMessages[] = {kProhibited};

static constexpr RuleInfo kInfo[] = {{.code = codes::COM812,
                                      .docs = R"(## What it does
Finds lists, calls, definitions and so on whose closing bracket stands on a line of
its own and whose last element has no comma.

## Why is this bad?
With a comma behind every element, adding one changes one line, and elements can
be moved around freely.

The formatter sets these commas itself; who uses it needs no rule for them.

## Example
```python
colours = [
    "red",
    "green"
]
```

Use instead:
```python
colours = [
    "red",
    "green",
]
```
)",
                                      .messages = kMissingMessages,
                                      .hooks = kHooks},
                                     {.code = codes::COM818,
                                      .docs = R"(## What it does
Finds commas at the end of statements.

## Why is this bad?
The comma turns the value into a tuple of one element. Most often it was left
behind when an argument became a variable; and if it is meant, few readers see it.

## Example
```python
limit = 10,
```

Use instead:
```python
limit = (10,)
```
)",
                                      .messages = kBareTupleMessages,
                                      .hooks = kHooks},
                                     {.code = codes::COM819,
                                      .docs = R"(## What it does
Finds commas in front of a closing bracket on the same line.

## Why is this bad?
Between elements of one line the comma is of no use.

## Example
```python
position = locate(x, y,)
```

Use instead:
```python
position = locate(x, y)
```
)",
                                      .messages = kProhibitedMessages,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::COM812_missing_trailing_comma
