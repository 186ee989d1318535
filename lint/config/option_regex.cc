#include <algorithm>
#include <mutex>

#include "common/base/check.h"
#include "common/regex/matcher.h"
#include "lint/config/settings.h"

namespace lint::config {
namespace {

using common::regex::Found;
using common::regex::Matcher;
using common::regex::Scratch;

// As much as ruff allows a compiled pattern.
constexpr std::size_t kSizeLimit = 10U << 20;

common::Result<Matcher> compile(std::string pattern) {
  common::regex::RegexSpec spec;
  spec.patterns = {std::move(pattern)};
  spec.multi_line = true;
  spec.size_limit = kSizeLimit;
  return Matcher::compile(spec);
}

// ^ and $ are the ends of the text, not of lines.
std::string anchored(std::string_view pattern) {
  return "(?-m:" + std::string(pattern) + ")";
}

bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         (c & 0x80) != 0;
}

}  // namespace

bool is_dummy_name(std::string_view name) {
  if (!name.starts_with('_') || !std::ranges::all_of(name, is_name_byte)) return false;
  return name.back() != '_' || name.find_first_not_of('_') == std::string_view::npos;
}

struct OptionRegex::State {
  std::string pattern;
  Shortcut shortcut = nullptr;
  std::once_flag is_compiled;
  std::optional<Matcher> matcher;
  std::mutex mutex;  // Guards `idle`.
  std::vector<Scratch> idle;

  // The matcher's state for one search, given back afterwards.
  Scratch take_scratch() {
    std::call_once(is_compiled, [&] {
      auto compiled = compile(anchored(pattern));
      CHECK(compiled.has_value());
      matcher = *std::move(compiled);
    });
    const std::lock_guard lock(mutex);
    if (idle.empty()) return matcher->make_scratch();
    Scratch scratch = std::move(idle.back());
    idle.pop_back();
    return scratch;
  }
  void give_back(Scratch scratch) {
    const std::lock_guard lock(mutex);
    idle.push_back(std::move(scratch));
  }
};

OptionRegex::OptionRegex(std::string_view pattern, Shortcut shortcut)
    : state_(std::make_shared<State>()) {
  state_->pattern = pattern;
  state_->shortcut = shortcut;
}

common::Result<OptionRegex> OptionRegex::create(std::string_view pattern) {
  // Compiled without what surrounds it, so that errors show what was written.
  if (auto plain = compile(std::string(pattern)); !plain) {
    return std::unexpected(std::move(plain).error());
  }
  // That it is good by itself need not mean that it is so in a group: "(?x)a#".
  OptionRegex regex(pattern);
  if (auto grouped = compile(anchored(pattern)); !grouped) {
    return std::unexpected(std::move(grouped).error());
  }
  return regex;
}

const std::string& OptionRegex::text() const {
  return state_->pattern;
}

bool OptionRegex::matches(std::string_view text) const {
  if (state_->shortcut != nullptr) return state_->shortcut(text);
  Scratch scratch = state_->take_scratch();
  const bool is_match = state_->matcher->is_match(text, 0, scratch) == Found::Yes;
  state_->give_back(std::move(scratch));
  return is_match;
}

}  // namespace lint::config
