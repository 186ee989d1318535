#include "common/walk/glob.h"

#include <algorithm>
#include <utility>

#include "common/walk/glob_impl.h"
#include "common/walk/name_key.h"

namespace common::walk {
namespace {

using Tokens = std::vector<GlobToken>;

bool is_byte(const GlobToken& token, char c) {
  return token.kind == GlobToken::Byte && token.byte == static_cast<std::uint8_t>(c);
}

bool all_bytes(const Tokens& tokens, std::size_t from) {
  return std::all_of(tokens.begin() + static_cast<std::ptrdiff_t>(from), tokens.end(),
                     [](const GlobToken& t) { return t.kind == GlobToken::Byte; });
}

std::string bytes_from(const Tokens& tokens, std::size_t from) {
  std::string text;
  for (std::size_t i = from; i < tokens.size(); ++i) text += static_cast<char>(tokens[i].byte);
  return text;
}

// The last dot and what follows, if the glob ends in such bytes.  Every path
// that matches then has this extension.
std::string required_extension(const Tokens& tokens) {
  for (std::size_t i = tokens.size(); i-- > 0;) {
    if (tokens[i].kind != GlobToken::Byte || is_byte(tokens[i], '/')) return {};
    if (is_byte(tokens[i], '.')) return bytes_from(tokens, i);
  }
  return {};
}

// No byte that the tokens behind `**/` match is a slash.
bool stays_in_base_name(const GlobTokens& parsed, const GlobOptions& options) {
  return options.literal_separator &&
         std::all_of(parsed.tokens.begin() + 1, parsed.tokens.end(), [&](const GlobToken& t) {
           if (t.kind == GlobToken::Byte) return t.byte != '/';
           if (t.kind == GlobToken::Class) return !parsed.classes[t.class_no].contains('/');
           return t.kind < GlobToken::RecursivePrefix || t.kind > GlobToken::RecursiveMiddle;
         });
}

}  // namespace

std::unique_ptr<const Glob::Impl> Glob::Impl::create(GlobTokens parsed,
                                                     const GlobOptions& options) {
  auto impl = std::make_unique<Impl>();
  impl->ignore_case = options.ignore_case;
  const Tokens& tokens = parsed.tokens;
  bool is_floating = tokens.size() > 1 && tokens[0].kind == GlobToken::RecursivePrefix;
  std::size_t from = is_floating ? 1 : 0;
  if (!tokens.empty() && all_bytes(tokens, from)) {
    impl->literal = bytes_from(tokens, from);
    bool has_slash = impl->literal.contains('/');
    impl->way = !is_floating ? WholePath : has_slash ? PathSuffix : BaseName;
    return impl;
  }
  impl->literal = required_extension(tokens);
  bool is_base_only = is_floating && stays_in_base_name(parsed, options);
  if (is_base_only && tokens[1].kind == GlobToken::Star && !impl->literal.empty() &&
      impl->literal.size() == tokens.size() - 2) {
    impl->way = Extension;
    return impl;
  }
  impl->way = is_base_only ? BaseProgram : PathProgram;
  impl->program = GlobProgram(std::move(parsed), is_base_only ? 1 : 0, options);
  return impl;
}

bool Glob::Impl::matches(std::string_view path, std::string_view base) const {
  switch (way) {
    case BaseName:
      return base == literal;
    case WholePath:
      return path == literal;
    case PathSuffix:
      return path.ends_with(literal) &&
             (path.size() == literal.size() || path[path.size() - literal.size() - 1] == '/');
    case Extension:
      return base.ends_with(literal);
    case BaseProgram:
      return program.may_match(base) && program.matches(base);
    case PathProgram:
      return program.may_match(path) && program.matches(path);
  }
  return false;
}

Result<Glob> Glob::compile(std::string_view glob, const GlobOptions& options,
                           std::string_view shown_as) {
  Result<GlobTokens> tokens = parse_glob(glob, options);
  if (!tokens) {
    std::string_view shown = shown_as.empty() ? glob : shown_as;
    return fail("error parsing glob '" + std::string(shown) + "': " + tokens.error().message);
  }
  return Glob(Impl::create(*std::move(tokens), options));
}

Glob::Glob(std::unique_ptr<const Impl> impl) : impl_(std::move(impl)) {}
Glob::~Glob() = default;
Glob::Glob(Glob&&) noexcept = default;
Glob& Glob::operator=(Glob&&) noexcept = default;

bool Glob::matches(std::string_view path) const {
  if (!impl_->ignore_case) return impl_->matches(path, base_name(path));
  std::string folded(path);
  for (char& c : folded) c = static_cast<char>(ascii_lower(static_cast<std::uint8_t>(c)));
  return impl_->matches(folded, base_name(folded));
}

}  // namespace common::walk
