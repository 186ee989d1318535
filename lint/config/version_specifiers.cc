#include "lint/config/version_specifiers.h"

#include <algorithm>
#include <charconv>
#include <tuple>
#include <utility>

namespace lint::config {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return lower;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

// Takes pieces from the front of a version.
class VersionReader {
 public:
  explicit VersionReader(std::string_view text) : rest_(text) {}

  bool at_end() const { return rest_.empty(); }
  std::string_view rest() const { return rest_; }

  bool take(std::string_view word) {
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }

  std::optional<std::uint64_t> take_number() {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), number);
    if (error != std::errc()) return std::nullopt;
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    return number;
  }

  // One of the words, with an optional separator in front, and its number.
  std::optional<std::uint64_t> take_part(std::initializer_list<std::string_view> words) {
    const std::string_view before = rest_;
    skip_separator();
    for (const std::string_view word : words) {
      if (!take(word)) continue;
      const std::string_view behind = rest_;
      skip_separator();
      if (const auto number = take_number()) return number;
      rest_ = behind;
      return 0;
    }
    rest_ = before;
    return std::nullopt;
  }

 private:
  void skip_separator() {
    if (!rest_.empty() && std::string_view("._-").contains(rest_.front())) rest_.remove_prefix(1);
  }

  std::string_view rest_;
};

bool read_release(VersionReader& reader, Version& version) {
  do {
    const auto number = reader.take_number();
    if (!number) return false;
    version.release.push_back(*number);
  } while (reader.rest().size() > 1 && reader.rest()[0] == '.' && is_digit(reader.rest()[1]) &&
           reader.take("."));
  return true;
}

void read_suffixes(VersionReader& reader, Version& version) {
  if (const auto alpha = reader.take_part({"alpha", "a"})) {
    std::tie(version.pre_phase, version.pre) = std::pair(1, *alpha);
  } else if (const auto beta = reader.take_part({"beta", "b"})) {
    std::tie(version.pre_phase, version.pre) = std::pair(2, *beta);
  } else if (const auto candidate = reader.take_part({"rc", "c", "preview", "pre"})) {
    std::tie(version.pre_phase, version.pre) = std::pair(3, *candidate);
  }
  version.post = reader.take_part({"post", "rev", "r"});
  if (!version.post && reader.rest().size() > 1 && reader.rest()[0] == '-' &&
      is_digit(reader.rest()[1])) {
    reader.take("-");
    version.post = reader.take_number();
  }
  version.dev = reader.take_part({"dev"});
}

std::uint64_t release_part(const Version& version, std::size_t i) {
  return i < version.release.size() ? version.release[i] : 0;
}

int compare_releases(const Version& a, const Version& b) {
  if (a.epoch != b.epoch) return a.epoch < b.epoch ? -1 : 1;
  for (std::size_t i = 0; i < std::max(a.release.size(), b.release.size()); ++i) {
    if (release_part(a, i) != release_part(b, i)) {
      return release_part(a, i) < release_part(b, i) ? -1 : 1;
    }
  }
  return 0;
}

// Sorts versions of one release.
auto phase_key(const Version& version) {
  // A dev release of the final version comes before its alphas.
  const bool is_bare_dev = version.dev && version.pre_phase == 0 && !version.post;
  const int phase = is_bare_dev ? 0 : version.pre_phase == 0 ? 4 : version.pre_phase;
  return std::tuple(phase, version.pre, version.post ? 1 : 0, version.post.value_or(0),
                    version.dev ? 0 : 1, version.dev.value_or(0));
}

// Do the first numbers of `version` equal those of `prefix`?
bool has_prefix(const Version& version, const Version& prefix, std::size_t count) {
  if (version.epoch != prefix.epoch) return false;
  for (std::size_t i = 0; i < count; ++i) {
    if (release_part(version, i) != release_part(prefix, i)) return false;
  }
  return true;
}

bool is_met(const VersionSpecifier& specifier, const Version& version) {
  const Version& bound = specifier.version;
  const int order = compare(version, bound);
  switch (specifier.op) {
    case SpecifierOperator::Equal:
    case SpecifierOperator::Exact:
      return order == 0;
    case SpecifierOperator::NotEqual:
      return order != 0;
    case SpecifierOperator::EqualStar:
      return has_prefix(version, bound, bound.release.size());
    case SpecifierOperator::NotEqualStar:
      return !has_prefix(version, bound, bound.release.size());
    case SpecifierOperator::Compatible:
      return order >= 0 && has_prefix(version, bound, bound.release.size() - 1);
    case SpecifierOperator::Less:
      return order < 0 && (bound.pre_phase != 0 || version.pre_phase == 0 ||
                           compare_releases(version, bound) != 0);
    case SpecifierOperator::LessEqual:
      return order <= 0;
    case SpecifierOperator::Greater:
      return order > 0 &&
             (bound.post.has_value() || !version.post || compare_releases(version, bound) != 0);
    case SpecifierOperator::GreaterEqual:
      return order >= 0;
  }
  return false;
}

std::optional<SpecifierOperator> take_operator(std::string_view& text) {
  constexpr std::pair<std::string_view, SpecifierOperator> kOperators[] = {
      {"===", SpecifierOperator::Exact},       {"==", SpecifierOperator::Equal},
      {"!=", SpecifierOperator::NotEqual},     {"~=", SpecifierOperator::Compatible},
      {"<=", SpecifierOperator::LessEqual},    {"<", SpecifierOperator::Less},
      {">=", SpecifierOperator::GreaterEqual}, {">", SpecifierOperator::Greater},
  };
  for (const auto& [name, op] : kOperators) {
    if (!text.starts_with(name)) continue;
    text.remove_prefix(name.size());
    return op;
  }
  return std::nullopt;
}

common::Result<VersionSpecifier> parse_one(std::string_view text) {
  std::string_view rest = text;
  auto op = take_operator(rest);
  if (!op) {
    return common::fail("unexpected end of version specifier, expected an operator: `" +
                        std::string(text) + "`");
  }
  rest = trimmed(rest);
  if (rest.ends_with(".*")) {
    if (*op != SpecifierOperator::Equal && *op != SpecifierOperator::NotEqual) {
      return common::fail("`.*` needs `==` or `!=`: `" + std::string(text) + "`");
    }
    rest.remove_suffix(2);
    op = *op == SpecifierOperator::Equal ? SpecifierOperator::EqualStar
                                         : SpecifierOperator::NotEqualStar;
  }
  auto version = Version::parse(rest);
  if (!version) return common::fail("no version: `" + std::string(rest) + "`");
  if (*op == SpecifierOperator::Compatible && version->release.size() < 2) {
    return common::fail("`~=` needs at least two numbers: `" + std::string(text) + "`");
  }
  return VersionSpecifier{.op = *op, .version = *std::move(version), .text = std::string(text)};
}

bool has_lower_bound(SpecifierOperator op) {
  switch (op) {
    case SpecifierOperator::Equal:
    case SpecifierOperator::EqualStar:
    case SpecifierOperator::Exact:
    case SpecifierOperator::Compatible:
    case SpecifierOperator::Greater:
    case SpecifierOperator::GreaterEqual:
      return true;
    default:
      return false;
  }
}

}  // namespace

std::optional<Version> Version::parse(std::string_view text) {
  const std::string lower = lower_case(trimmed(text));
  VersionReader reader(lower);
  reader.take("v");
  Version version;
  const std::size_t epoch = reader.rest().find('!');
  if (epoch != std::string_view::npos) {
    const auto number = reader.take_number();
    if (!number || !reader.take("!")) return std::nullopt;
    version.epoch = *number;
  }
  if (!read_release(reader, version)) return std::nullopt;
  read_suffixes(reader, version);
  if (reader.take("+")) {
    version.local = reader.rest();
    if (version.local.empty()) return std::nullopt;
    return version;
  }
  if (!reader.at_end()) return std::nullopt;
  return version;
}

int compare(const Version& a, const Version& b) {
  if (const int order = compare_releases(a, b); order != 0) return order;
  const auto x = phase_key(a);
  const auto y = phase_key(b);
  if (x != y) return x < y ? -1 : 1;
  return a.local.compare(b.local);
}

common::Result<VersionSpecifiers> VersionSpecifiers::parse(std::string_view text) {
  VersionSpecifiers result;
  if (trimmed(text).empty()) return result;
  while (true) {
    const std::size_t comma = text.find(',');
    result.list_.push_back(TRY(parse_one(trimmed(text.substr(0, comma)))));
    if (comma == std::string_view::npos) return result;
    text.remove_prefix(comma + 1);
  }
}

common::Result<VersionSpecifiers> VersionSpecifiers::parse_required(std::string_view text) {
  if (auto version = Version::parse(text)) {
    VersionSpecifiers result;
    result.list_.push_back({.op = SpecifierOperator::Equal,
                            .version = *std::move(version),
                            .text = "==" + std::string(trimmed(text))});
    return result;
  }
  return parse(text);
}

bool VersionSpecifiers::contains(const Version& version) const {
  return std::ranges::all_of(
      list_, [&](const VersionSpecifier& specifier) { return is_met(specifier, version); });
}

std::optional<PythonVersion> VersionSpecifiers::oldest_python() const {
  using MajorMinor = std::pair<std::uint64_t, std::uint64_t>;
  std::optional<MajorMinor> oldest;
  for (const VersionSpecifier& specifier : list_) {
    const std::vector<std::uint64_t>& release = specifier.version.release;
    if (!has_lower_bound(specifier.op) || release.size() < 2) continue;
    const MajorMinor version(release[0], release[1]);
    if (!oldest || version < *oldest) oldest = version;
  }
  if (!oldest || oldest->first != 3) return std::nullopt;
  return python_version_of("py3" + std::to_string(oldest->second));
}

std::string VersionSpecifiers::text() const {
  std::string text;
  for (const VersionSpecifier& specifier : list_) {
    text += (text.empty() ? "" : ", ") + specifier.text;
  }
  return text;
}

}  // namespace lint::config
