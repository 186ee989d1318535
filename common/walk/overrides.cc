#include "common/walk/overrides.h"

#include <utility>

#include "common/walk/gitignore.h"
#include "common/walk/name_key.h"

namespace common::walk {

struct Overrides::Impl {
  Gitignore rules;  // With the sense of `!` reversed.
  std::string root;
};

Result<Overrides> Overrides::create(const std::vector<Rule>& rules, std::string_view root) {
  GitignoreBuilder builder;
  for (const Rule& rule : rules) {
    Result<void> added = builder.add_line(
        rule.glob, {.ignore_case = rule.ignore_case, .allow_unclosed_class = false});
    if (!added) return std::unexpected(std::move(added).error());
  }
  auto impl = std::make_unique<Impl>();
  impl->rules = Gitignore(std::move(builder));
  impl->root = root;
  return Overrides(std::move(impl));
}

Overrides::Overrides(std::unique_ptr<const Impl> impl) : impl_(std::move(impl)) {}
Overrides::~Overrides() = default;
Overrides::Overrides(Overrides&&) noexcept = default;
Overrides& Overrides::operator=(Overrides&&) noexcept = default;

Verdict Overrides::matched(std::string_view path, bool is_directory) const {
  std::string_view relative = relative_to_root(path, impl_->root);
  switch (impl_->rules.match(relative, NameKey(base_name(relative)), is_directory)) {
    case Verdict::Ignore:
      return Verdict::Whitelist;
    case Verdict::Whitelist:
      return Verdict::Ignore;
    case Verdict::None:
      break;
  }
  return impl_->rules.has_ignore_rules() && !is_directory ? Verdict::Ignore : Verdict::None;
}

}  // namespace common::walk
