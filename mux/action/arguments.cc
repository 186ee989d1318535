#include "mux/action/arguments.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "common/config/suggest.h"
#include "mux/term/palette.h"

namespace mux::action {

namespace {

using common::fail;
using common::Result;

std::optional<std::uint64_t> parse_number(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<layout::Extent> parse_extent(std::string_view text) {
  const bool is_percent = text.ends_with('%');
  if (is_percent) text.remove_suffix(1);
  const auto number = parse_number(text);
  if (!number || *number > 1'000'000 || (is_percent && *number > 100)) return std::nullopt;
  return layout::Extent{
      .kind = is_percent ? layout::Extent::Kind::Percent : layout::Extent::Kind::Cells,
      .value = static_cast<double>(*number)};
}

std::string name_shown(const ArgumentSpec& spec) {
  if (spec.is_flag) return fmt::format("--{}", spec.name);
  std::string name(spec.name);
  std::ranges::transform(name, name.begin(), [](char c) {
    return c == '-' ? '_' : static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  });
  return fmt::format("<{}>", name);
}

std::unexpected<common::Error> bad_value(const ArgumentSpec& spec, std::string_view value,
                                         std::string_view expected) {
  return fail(
      fmt::format("invalid value '{}' for {}: expected {}", value, name_shown(spec), expected));
}

Result<void> check_value(const ArgumentSpec& spec, std::string_view value) {
  switch (spec.kind) {
    case ArgumentKind::Switch:
    case ArgumentKind::Text:
    case ArgumentKind::Words:
      break;
    case ArgumentKind::Boolean:
      if (value != "true" && value != "false") return bad_value(spec, value, "true or false");
      break;
    case ArgumentKind::Number:
      if (!parse_number(value)) return bad_value(spec, value, "a number");
      break;
    case ArgumentKind::Pane:
      TRY(model::parse_pane_name(value));
      break;
    case ArgumentKind::Choice:
      if (std::ranges::find(spec.choices, value) == spec.choices.end()) {
        return bad_value(spec, value, fmt::format("{}", fmt::join(spec.choices, ", ")));
      }
      break;
    case ArgumentKind::Extent:
      if (!parse_extent(value)) return bad_value(spec, value, "cells or percent, as 10 or 25%");
      break;
    case ArgumentKind::Color:
      if (!term::parse_color(value)) return bad_value(spec, value, "a colour, as #rrggbb");
      break;
  }
  return {};
}

// Choices in any case, and what was once written without a dash.
std::string normalised(const ArgumentSpec& spec, std::string_view value) {
  std::string lower(value);
  std::ranges::transform(lower, lower.begin(), [](char c) {
    return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  });
  const bool ignores_case = spec.kind == ArgumentKind::Choice || spec.kind == ArgumentKind::Boolean;
  return ignores_case ? lower : std::string(value);
}

}  // namespace

class ArgumentParser {
 public:
  ArgumentParser(std::span<const ArgumentSpec> specs, std::span<const std::string> words)
      : specs_(specs), words_(words) {}

  Result<Arguments> parse() {
    bool is_after_dashes = false;
    for (at_ = 0; at_ < words_.size(); ++at_) {
      const std::string_view word = words_[at_];
      const bool is_flag = !is_after_dashes && word.size() > 1 && word.starts_with('-');
      if (!is_after_dashes && word == "--") {
        is_after_dashes = true;
      } else if (is_flag && word[1] == '-') {
        TRY(read_long(word.substr(2)));
      } else if (is_flag) {
        TRY(read_short(word));
      } else {
        TRY(read_word(word));
      }
    }
    TRY(finish());
    return std::move(arguments_);
  }

 private:
  Result<void> read_long(std::string_view text) {
    const std::size_t equals = text.find('=');
    const std::string_view name = text.substr(0, equals);
    for (const ArgumentSpec& spec : specs_) {
      if (!spec.is_flag || spec.name != name) continue;
      if (equals != text.npos) return set(spec, text.substr(equals + 1));
      return read_value(spec);
    }
    return unknown_flag(name);
  }

  Result<void> read_short(std::string_view text) {
    for (const ArgumentSpec& spec : specs_) {
      if (!spec.is_flag || spec.short_name != text[1]) continue;
      if (text.size() == 2) return read_value(spec);
      if (spec.kind != ArgumentKind::Switch) return set(spec, text.substr(2));
      // Several switches in one word: "-tj".
      TRY(set(spec, "true"));
      return read_short("-" + std::string(text.substr(2)));
    }
    return fail(fmt::format("unknown flag '{}'", text.substr(0, 2)));
  }

  Result<void> read_value(const ArgumentSpec& spec) {
    if (spec.kind == ArgumentKind::Switch) return set(spec, "true");
    if (at_ + 1 == words_.size()) return fail(fmt::format("--{} needs a value", spec.name));
    return set(spec, words_[++at_]);
  }

  Result<void> read_word(std::string_view word) {
    for (const ArgumentSpec& spec : specs_) {
      if (spec.is_flag) continue;
      if (spec.kind == ArgumentKind::Words) {
        arguments_.words_.emplace_back(word);
        return {};
      }
      if (!arguments_.has(spec.name)) return set(spec, word);
    }
    return fail(fmt::format("unexpected argument '{}'", word));
  }

  Result<void> set(const ArgumentSpec& spec, std::string_view value) {
    std::string text = normalised(spec, value);
    TRY(check_value(spec, text));
    arguments_.values_.insert_or_assign(std::string(spec.name), std::move(text));
    return {};
  }

  Result<void> finish() {
    for (const ArgumentSpec& spec : specs_) {
      const bool is_given =
          spec.kind == ArgumentKind::Words ? !arguments_.words_.empty() : arguments_.has(spec.name);
      if (is_given) continue;
      if (!spec.fallback.empty()) TRY(set(spec, spec.fallback));
      if (spec.is_required) return fail(fmt::format("{} is missing", name_shown(spec)));
    }
    return {};
  }

  std::unexpected<common::Error> unknown_flag(std::string_view name) const {
    std::vector<std::string_view> known;
    for (const ArgumentSpec& spec : specs_) {
      if (spec.is_flag) known.push_back(spec.name);
    }
    std::string message = fmt::format("unknown flag '--{}'", name);
    if (const auto closest = common::config::closest_name(name, known)) {
      message += fmt::format(", did you mean '--{}'?", *closest);
    }
    return fail(std::move(message));
  }

  std::span<const ArgumentSpec> specs_;
  std::span<const std::string> words_;
  std::size_t at_ = 0;
  Arguments arguments_;
};

Result<Arguments> Arguments::parse(std::span<const ArgumentSpec> specs,
                                   std::span<const std::string> words) {
  return ArgumentParser(specs, words).parse();
}

std::string_view Arguments::text(std::string_view name) const {
  const auto found = values_.find(name);
  return found == values_.end() ? std::string_view() : std::string_view(found->second);
}

std::optional<std::uint64_t> Arguments::number(std::string_view name) const {
  return parse_number(text(name));
}

std::optional<model::PaneId> Arguments::pane(std::string_view name) const {
  if (!has(name)) return std::nullopt;
  const auto pane = model::parse_pane_name(text(name));
  return pane ? std::optional(*pane) : std::nullopt;
}

std::optional<layout::Direction> Arguments::direction(std::string_view name) const {
  constexpr layout::Direction kValues[] = {layout::Direction::Left, layout::Direction::Right,
                                           layout::Direction::Up, layout::Direction::Down};
  const auto found = std::ranges::find(kDirections, text(name));
  if (found == std::end(kDirections)) return std::nullopt;
  return kValues[found - std::begin(kDirections)];
}

std::optional<layout::Extent> Arguments::extent(std::string_view name) const {
  return parse_extent(text(name));
}

}  // namespace mux::action
