#include <mutex>

#include "common/base/check.h"
#include "common/regex/matcher.h"
#include "lint/config/value_types.h"

namespace lint::config {
namespace {

using common::regex::Found;
using common::regex::Matcher;
using common::regex::Scratch;

// ^ and $ are the ends of the text, not of lines.
common::Result<Matcher> compile(const std::string& pattern) {
  common::regex::RegexSpec spec;
  spec.patterns = {"(?-m:" + pattern + ")"};
  spec.multi_line = true;
  return Matcher::compile(spec);
}

}  // namespace

struct OptionRegex::State {
  std::string pattern;
  std::once_flag is_compiled;
  std::optional<Matcher> matcher;
  std::mutex mutex;  // Guards `idle`.
  std::vector<Scratch> idle;

  // The matcher's state for one search, given back afterwards.
  Scratch take_scratch() {
    std::call_once(is_compiled, [&] {
      auto compiled = compile(pattern);
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

OptionRegex::OptionRegex(std::string_view pattern) : state_(std::make_shared<State>()) {
  state_->pattern = pattern;
}

common::Result<OptionRegex> OptionRegex::create(std::string_view pattern) {
  // Compiled without what surrounds it, so that errors show what was written.
  common::regex::RegexSpec spec;
  spec.patterns = {std::string(pattern)};
  spec.multi_line = true;
  auto compiled = Matcher::compile(spec);
  if (!compiled) return std::unexpected(std::move(compiled).error());
  return OptionRegex(pattern);
}

const std::string& OptionRegex::text() const {
  return state_->pattern;
}

bool OptionRegex::matches(std::string_view text) const {
  Scratch scratch = state_->take_scratch();
  const bool is_match = state_->matcher->is_match(text, 0, scratch) == Found::Yes;
  state_->give_back(std::move(scratch));
  return is_match;
}

}  // namespace lint::config
