#include "lint/registry/resolve_rules.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "lint/registry/catalogue.h"
#include "lint/registry/codes.h"

namespace lint {

namespace {

using Selectors = std::vector<ResolvedSelector>;

struct ResolvedLayer {
  std::optional<Selectors> select;
  Selectors ignore;
  Selectors extend_select;
  std::optional<Selectors> fixable;
  Selectors unfixable;
  Selectors extend_fixable;
};

common::Result<ResolvedLayer> resolve_layer(const RuleSelectionLayer& layer, PreviewMode preview,
                                            Warnings& warnings) {
  const auto resolve = [&](std::string_view setting, const std::vector<Selector>& selectors) {
    return resolve_selectors(setting, selectors, preview, warnings);
  };
  ResolvedLayer resolved;
  if (layer.select) resolved.select = TRY(resolve("select", *layer.select));
  resolved.ignore = TRY(resolve("ignore", layer.ignore));
  resolved.extend_select = TRY(resolve("extend-select", layer.extend_select));
  if (layer.fixable) resolved.fixable = TRY(resolve("fixable", *layer.fixable));
  resolved.unfixable = TRY(resolve("unfixable", layer.unfixable));
  resolved.extend_fixable = TRY(resolve("extend-fixable", layer.extend_fixable));
  return resolved;
}

// A set that layers build up: the selected rules, the fixable rules.
class LayeredSet {
 public:
  explicit LayeredSet(RuleSet initial) : rules_(initial) {}

  // One layer.  `replacement` as in `select`, `additions` as in `extend-select`,
  // `removals` as in `ignore`; `meaning` gives the rules of a selector.
  template <typename Meaning>
  void apply(const std::optional<Selectors>& replacement, const Selectors& additions,
             const Selectors& removals, Meaning meaning) {
    const Selectors carried = std::exchange(carried_removals_, {});
    if (replacement) rules_ = {};
    constexpr auto kLast = static_cast<std::size_t>(Specificity::Rule);
    for (std::size_t level = 0; level <= kLast; ++level) {
      const auto at_level = [&](const Selectors& selectors, auto use) {
        for (const ResolvedSelector& selector : selectors) {
          if (static_cast<std::size_t>(selector.specificity) == level) use(meaning(selector));
        }
      };
      const auto add = [this](const RuleSet& rules) { rules_.insert(rules); };
      const auto remove = [this](const RuleSet& rules) { rules_.erase(rules); };
      if (replacement) at_level(*replacement, add);
      at_level(additions, add);
      at_level(removals, remove);
      at_level(carried, remove);
    }
    // With nothing to remove from, the removals are meant for the next layer.
    if (replacement && replacement->empty() && additions.empty()) carried_removals_ = removals;
  }

  const RuleSet& rules() const { return rules_; }

 private:
  RuleSet rules_;
  Selectors carried_removals_;
};

RuleSet default_rules(PreviewMode preview) {
  RuleSet rules;
  for (std::size_t i = 0; i < catalogue().size(); ++i) {
    const CatalogueRow& row = catalogue()[i];
    const bool needs_more = row.status == RuleStatus::Preview && preview.needs_exact_selector;
    const bool is_default = preview.is_on ? row.is_preview_default && !needs_more : row.is_default;
    if (is_default) rules.insert(RuleId{static_cast<std::uint16_t>(i)});
  }
  return rules;
}

// Selectors that messages are about, sorted as messages list them.
class SelectorList {
 public:
  void add(const ResolvedSelector& selector) {
    items_.emplace_back(selector.prefix, selector.rest);
  }
  bool empty() const { return items_.empty(); }

  std::vector<std::string> sorted() {
    std::ranges::sort(items_);
    items_.erase(std::unique(items_.begin(), items_.end()), items_.end());
    std::vector<std::string> texts;
    for (const auto& [prefix, rest] : items_) {
      texts.push_back(std::string(prefix) + std::string(rest));
    }
    return texts;
  }

 private:
  std::vector<std::pair<std::string_view, std::string_view>> items_;
};

std::string joined(const std::vector<std::string>& texts, std::string_view separator) {
  std::string out;
  for (const std::string& text : texts) out.append(separator).append(text);
  return out;
}

// What is wrong or useless about the selectors of all layers.
class Review {
 public:
  explicit Review(PreviewMode preview) : preview_(preview) {}

  void look_at(const ResolvedLayer& layer) {
    if (layer.select) each(*layer.select, &Review::enables);
    if (layer.fixable) each(*layer.fixable, &Review::modifies);
    each(layer.ignore, &Review::disables);
    each(layer.extend_select, &Review::enables);
    each(layer.unfixable, &Review::modifies);
    each(layer.extend_fixable, &Review::modifies);
  }

  common::Result<void> report(Warnings& warnings) {
    if (!removed_.empty()) return common::fail(removed_message());
    if (!removed_ignored_.empty()) {
      warnings.add("The following rules have been removed and ignoring them has no effect:" +
                   joined(removed_ignored_.sorted(), "\n    - ") + "\n");
    }
    if (preview_.is_on && !deprecated_.empty()) return common::fail(deprecated_message());
    for (const std::string& code : deprecated_.sorted()) {
      warnings.add("Rule `" + code + "` is deprecated and will be removed in a future release.");
    }
    for (const std::string& code : needs_preview_.sorted()) {
      warnings.add("Selection `" + code + "` has no effect because preview is not enabled.");
    }
    return {};
  }

 private:
  void each(const Selectors& selectors, void (Review::*look)(const ResolvedSelector&)) {
    for (const ResolvedSelector& selector : selectors) (this->*look)(selector);
  }

  static bool has_status(const ResolvedSelector& selector, RuleStatus status) {
    bool all = selector.is_exact();
    selector.all_rules.for_each([&](RuleId rule) { all = all && row_of(rule).status == status; });
    return all;
  }

  void enables(const ResolvedSelector& selector) {
    modifies(selector);
    if (has_status(selector, RuleStatus::Deprecated)) deprecated_.add(selector);
    const PreviewMode with_preview{.is_on = true,
                                   .needs_exact_selector = preview_.needs_exact_selector};
    if (!preview_.is_on && selector.rules(preview_).empty() &&
        !selector.rules(with_preview).empty()) {
      needs_preview_.add(selector);
    }
  }
  void modifies(const ResolvedSelector& selector) {
    if (has_status(selector, RuleStatus::Removed)) removed_.add(selector);
  }
  void disables(const ResolvedSelector& selector) {
    if (has_status(selector, RuleStatus::Removed)) removed_ignored_.add(selector);
  }

  std::string removed_message() {
    const std::vector<std::string> codes = removed_.sorted();
    if (codes.size() == 1) return "Rule `" + codes[0] + "` was removed and cannot be selected.";
    return "The following rules have been removed and cannot be selected:" +
           joined(codes, "\n    - ") + "\n";
  }
  std::string deprecated_message() {
    const std::vector<std::string> codes = deprecated_.sorted();
    if (codes.size() == 1) {
      return "Selection of deprecated rule `" + codes[0] +
             "` is not allowed when preview is enabled.";
    }
    return "Selection of deprecated rules is not allowed when preview is enabled. Remove selection "
           "of:" +
           joined(codes, "\n\t- ") + "\n";
  }

  PreviewMode preview_;
  SelectorList removed_;
  SelectorList removed_ignored_;
  SelectorList deprecated_;
  SelectorList needs_preview_;
};

// Rules selected by their whole code, since the last `select`: no convention
// takes them away.
void note_exact(const ResolvedLayer& layer, PreviewMode preview, RuleSet& exact) {
  const auto note = [&](const Selectors& selectors) {
    for (const ResolvedSelector& selector : selectors) {
      if (selector.is_exact()) exact.insert(selector.rules(preview));
    }
  };
  if (layer.select) {
    exact = {};
    note(*layer.select);
  }
  note(layer.extend_select);
}

// The second gives way to the first.
constexpr std::pair<RuleId, RuleId> kContradictions[] = {
    {codes::D211, codes::D203},
    {codes::D212, codes::D213},
};

std::string name_and_code(RuleId rule) {
  const CatalogueRow& row = row_of(rule);
  return "`" + std::string(row.name) + "` (" + std::string(row.code) + ")";
}

void drop_contradictions(RuleSet& enabled, Warnings& warnings) {
  for (const auto& [preferred, given_up] : kContradictions) {
    if (!enabled.contains(preferred) || !enabled.contains(given_up)) continue;
    const auto [first, second] = std::minmax(preferred, given_up);
    warnings.add(name_and_code(first) + " and " + name_and_code(second) +
                 " are incompatible. Ignoring `" + std::string(row_of(given_up).name) + "`.");
    enabled.erase(given_up);
  }
}

struct ConventionRow {
  std::string_view name;
  std::span<const RuleId> rules;
};

constexpr RuleId kAgainstGoogle[] = {
    codes::D203, codes::D204, codes::D213, codes::D215, codes::D400, codes::D401,
    codes::D404, codes::D406, codes::D407, codes::D408, codes::D409, codes::D413,
};
constexpr RuleId kAgainstNumpy[] = {
    codes::D107, codes::D203, codes::D212, codes::D213, codes::D402,
    codes::D413, codes::D415, codes::D416, codes::D417,
};
constexpr RuleId kAgainstPep257[] = {
    codes::D203, codes::D212, codes::D213, codes::D214, codes::D215, codes::D404,
    codes::D405, codes::D406, codes::D407, codes::D408, codes::D409, codes::D410,
    codes::D411, codes::D413, codes::D415, codes::D416, codes::D417, codes::D420,
};
constexpr ConventionRow kConventions[] = {
    {"google", kAgainstGoogle}, {"numpy", kAgainstNumpy}, {"pep257", kAgainstPep257}};

}  // namespace

RuleSet rules_against_convention(std::string_view convention) {
  RuleSet rules;
  for (const ConventionRow& row : kConventions) {
    if (row.name != convention) continue;
    for (RuleId rule : row.rules) rules.insert(rule);
  }
  return rules;
}

common::Result<ResolvedRules> resolve_rules(std::span<const RuleSelectionLayer> layers,
                                            PreviewMode preview, const RuleSet& against_convention,
                                            Warnings& warnings) {
  std::vector<ResolvedLayer> resolved;
  for (const RuleSelectionLayer& layer : layers) {
    resolved.push_back(TRY(resolve_layer(layer, preview, warnings)));
  }
  LayeredSet selected(default_rules(preview));
  LayeredSet fixable(all_rules());
  RuleSet exact;
  Review review(preview);
  for (const ResolvedLayer& layer : resolved) {
    selected.apply(layer.select, layer.extend_select, layer.ignore,
                   [&](const ResolvedSelector& selector) { return selector.rules(preview); });
    fixable.apply(layer.fixable, layer.extend_fixable, layer.unfixable,
                  [](const ResolvedSelector& selector) { return selector.all_rules; });
    note_exact(layer, preview, exact);
    review.look_at(layer);
  }
  if (auto reviewed = review.report(warnings); !reviewed) {
    return std::unexpected(std::move(reviewed).error());
  }
  ResolvedRules rules{.enabled = selected.rules(), .fixable = fixable.rules()};
  RuleSet unwanted = against_convention;
  unwanted.erase(exact);
  rules.enabled.erase(unwanted);
  drop_contradictions(rules.enabled, warnings);
  rules.fixable.intersect(rules.enabled);
  return rules;
}

common::Result<RuleSet> resolve_rule_list(std::string_view setting,
                                          const std::vector<Selector>& selectors,
                                          PreviewMode preview, Warnings& warnings) {
  RuleSet rules;
  const Selectors resolved = TRY(resolve_selectors(setting, selectors, preview, warnings));
  for (const ResolvedSelector& selector : resolved) rules.insert(selector.all_rules);
  return rules;
}

common::Result<FixSafety> resolve_fix_safety(const std::vector<Selector>& extend_safe,
                                             const std::vector<Selector>& extend_unsafe,
                                             PreviewMode preview, Warnings& warnings) {
  Selectors safe = TRY(resolve_selectors("extend-safe-fixes", extend_safe, preview, warnings));
  Selectors unsafe =
      TRY(resolve_selectors("extend-unsafe-fixes", extend_unsafe, preview, warnings));
  std::ranges::sort(safe, {}, &ResolvedSelector::specificity);
  std::ranges::sort(unsafe, {}, &ResolvedSelector::specificity);
  FixSafety safety;
  auto next_safe = safe.begin();
  auto next_unsafe = unsafe.begin();
  while (next_safe != safe.end() || next_unsafe != unsafe.end()) {
    const bool takes_safe =
        next_unsafe == unsafe.end() ||
        (next_safe != safe.end() && next_safe->specificity <= next_unsafe->specificity);
    const RuleSet rules = (takes_safe ? *next_safe++ : *next_unsafe++).rules(preview);
    (takes_safe ? safety.forced_safe : safety.forced_unsafe).insert(rules);
    (takes_safe ? safety.forced_unsafe : safety.forced_safe).erase(rules);
  }
  return safety;
}

}  // namespace lint
