// F601 and F602: the same key twice in a dict display.
#include <algorithm>
#include <string>
#include <vector>

#include "lint/ast/statements.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/fix/snippet.h"
#include "lint/parser/parentheses.h"
#include "lint/rules/pyflakes/dict_key.h"

namespace lint::rules::F601_multi_value_repeated_key {

// Keys that are the same, in order; the first of them counts.
struct KeyGroup {
  std::vector<std::size_t> items;
};

static std::vector<KeyGroup> repeated_keys(const ast::ExprDict& dict) {
  struct Hashed {
    std::uint64_t hash;
    std::size_t item;
  };
  std::vector<Hashed> keys;
  for (std::size_t i = 0; i < dict.items.size(); ++i) {
    const ast::Expr* const key = dict.items[i]->key;
    if (key != nullptr) keys.push_back({pyflakes::key_hash(*key), i});
  }
  std::ranges::stable_sort(keys, {}, &Hashed::hash);
  std::vector<KeyGroup> groups;
  for (std::size_t begin = 0; begin < keys.size();) {
    std::size_t end = begin + 1;
    while (end < keys.size() && keys[end].hash == keys[begin].hash) ++end;
    const std::size_t first_group = groups.size();
    for (std::size_t i = begin; end - begin > 1 && i < end; ++i) {
      const auto same =
          std::find_if(groups.begin() + static_cast<std::ptrdiff_t>(first_group), groups.end(),
                       [&](const KeyGroup& group) {
                         return pyflakes::is_same_key(*dict.items[group.items.front()]->key,
                                                      *dict.items[keys[i].item]->key);
                       });
      if (same == groups.end()) {
        groups.push_back({{keys[i].item}});
      } else {
        same->items.push_back(keys[i].item);
      }
    }
    begin = end;
  }
  return groups;
}

static const ast::ExprNumberLiteral* signed_number(const ast::Expr& expr) {
  const auto* operation = ast::as<ast::ExprUnaryOp>(expr);
  if (operation == nullptr) return ast::as<ast::ExprNumberLiteral>(expr);
  const bool is_sign = operation->op == ast::UnaryOp::UAdd || operation->op == ast::UnaryOp::USub;
  return is_sign ? signed_number(*operation->operand) : nullptr;
}

static bool is_literal_key(const ast::Expr& key) {
  if (ast::is_literal(key.kind) || ast::is<ast::ExprTuple>(key) || ast::is<ast::ExprFString>(key)) {
    return true;
  }
  const auto* sum = ast::as<ast::ExprBinOp>(key);
  if (sum == nullptr) return signed_number(key) != nullptr;
  if (sum->op != ast::Operator::Add && sum->op != ast::Operator::Sub) return false;
  const ast::ExprNumberLiteral* const real = signed_number(*sum->left);
  const auto* imaginary = ast::as<ast::ExprNumberLiteral>(sum->right);
  return real != nullptr && real->number_kind != ast::NumberKind::Complex && imaginary != nullptr &&
         imaginary->number_kind == ast::NumberKind::Complex;
}

static void report_literal(Checker& c, const ast::Expr& key, const ast::Expr& first) {
  const std::string name(c.text(key));
  const std::string_view existing = c.text(first);
  if (!is_quotable(name)) {
    c.report(codes::F601, key.range, "Dictionary key literal repeated").fix_title =
        "Remove repeated key literal";
    return;
  }
  std::string message = "Dictionary key literal `" + name + "` repeated";
  if (is_quotable(existing) && existing != name) {
    message += " (`" + name + "` hashes to the same value as `" + std::string(existing) + "`)";
  }
  c.report(codes::F601, key.range, std::move(message)).fix_title =
      "Remove repeated key literal `" + name + '`';
}

static void report_variable(Checker& c, const ast::Expr& key) {
  const std::string name(c.text(key));
  if (!is_quotable(name)) {
    c.report(codes::F602, key.range, "Dictionary key repeated").fix_title = "Remove repeated key";
    return;
  }
  c.report(codes::F602, key.range, "Dictionary key `" + name + "` repeated").fix_title =
      "Remove repeated key `" + name + '`';
}

// From behind the value before.
static Edit without_item(const Checker& c, const ast::ExprDict& dict, std::size_t item) {
  const auto end_of = [&](std::size_t i) {
    return parser::range_with_parentheses(c.tokens(), *dict.items[i]->value, dict).end;
  };
  return {{end_of(item - 1), end_of(item)}, {}};
}

static void check_group(Checker& c, const ast::ExprDict& dict, const KeyGroup& group) {
  const ast::DictItem& first = *dict.items[group.items.front()];
  std::vector<const ast::Expr*> values = {first.value};
  for (std::size_t i = 1; i < group.items.size(); ++i) {
    const ast::DictItem& item = *dict.items[group.items[i]];
    if (is_literal_key(*item.key)) {
      if (!c.is_enabled(codes::F601)) continue;
      report_literal(c, *item.key, *first.key);
    } else {
      if (!ast::is<ast::ExprName>(item.key) || !c.is_enabled(codes::F602)) continue;
      report_variable(c, *item.key);
    }
    const bool is_repeated = std::ranges::any_of(
        values, [&](const ast::Expr* value) { return ast::equal(value, item.value); });
    if (is_repeated) {
      c.diagnostics().back().fix = Fix::unsafe(without_item(c, dict, group.items[i]));
    } else {
      values.push_back(item.value);
    }
  }
}

static void check(Checker& c, const ast::ExprDict& dict) {
  if (dict.items.size() < 2) return;
  for (const KeyGroup& group : repeated_keys(dict)) {
    if (group.items.size() > 1) check_group(c, dict, group);
  }
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages601[] = {
    "Dictionary key literal repeated", "Dictionary key literal `{name}` repeated",
    "Dictionary key literal `{name}` repeated (`{name}` hashes to the same value as "
    "`{existing}`)"};
static constexpr std::string_view kMessages602[] = {"Dictionary key repeated",
                                                    "Dictionary key `{name}` repeated"};

static constexpr RuleInfo kInfo[] = {{.code = codes::F601,
                                      .docs = R"(## What it does
Finds literals that are a key of the same dict display twice. Keys that Python takes
for equal count as one: `1`, `1.0` and `True`.

## Why is this bad?
The last value wins, the others are lost. Often one of the keys was meant to be
another one.

## Example
```python
ports = {"http": 80, "https": 443, "http": 8080}
```

Use instead:
```python
ports = {"http": 80, "https": 443, "http-alt": 8080}
```

## Fix safety
Only repeated values are taken out, and what is taken out is no longer evaluated:
the fix is unsafe.
)",
                                      .messages = kMessages601,
                                      .hooks = kHooks},
                                     {.code = codes::F602,
                                      .docs = R"(## What it does
Finds names that are a key of the same dict display twice.

## Why is this bad?
The last value wins, the others are lost. Often one of the keys was meant to be
another one.

## Example
```python
ports = {http: 80, https: 443, http: 8080}
```

Use instead:
```python
ports = {http: 80, https: 443, http_alt: 8080}
```

## Fix safety
Only repeated values are taken out, and what is taken out is no longer evaluated:
the fix is unsafe.
)",
                                      .messages = kMessages602,
                                      .hooks = kHooks}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::F601_multi_value_repeated_key
