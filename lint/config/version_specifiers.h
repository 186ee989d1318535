// Versions and version specifiers of PEP 440: `required-version` of
// configurations and `requires-python` of projects.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "lint/parser/python_version.h"

namespace lint::config {

struct Version {
  std::uint64_t epoch = 0;
  std::vector<std::uint64_t> release;  // At least one number.
  // Ordered as the phases of a version: dev releases, pre-releases, the final
  // one, post releases.  Phase of pre: 1 alpha, 2 beta, 3 candidate, 0 none.
  std::uint8_t pre_phase = 0;
  std::uint64_t pre = 0;
  std::optional<std::uint64_t> post;
  std::optional<std::uint64_t> dev;
  std::string local;

  static std::optional<Version> parse(std::string_view text);
};

// Negative, 0 or positive.  Trailing zeros of the release do not count.
int compare(const Version& a, const Version& b);

enum class SpecifierOperator : std::uint8_t {
  Equal,
  EqualStar,
  NotEqual,
  NotEqualStar,
  Exact,
  Compatible,
  Less,
  LessEqual,
  Greater,
  GreaterEqual,
};

struct VersionSpecifier {
  SpecifierOperator op;
  Version version;
  std::string text;  // ">=3.8"
};

// What a version must meet, all of it.
class VersionSpecifiers {
 public:
  // ">=3.8,<4"
  static common::Result<VersionSpecifiers> parse(std::string_view text);
  // A plain version too, which stands for "==" it.
  static common::Result<VersionSpecifiers> parse_required(std::string_view text);

  bool contains(const Version& version) const;
  // The oldest Python that clauses with a lower bound name, if klint knows it.
  std::optional<PythonVersion> oldest_python() const;
  // ">=3.8, <4"
  std::string text() const;

 private:
  std::vector<VersionSpecifier> list_;
};

}  // namespace lint::config
