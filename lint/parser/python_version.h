// Versions of the Python language that klint knows.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lint {

struct PythonVersion {
  std::uint8_t major = 3;
  std::uint8_t minor = 0;
  constexpr auto operator<=>(const PythonVersion&) const = default;
  // "3.11"
  std::string text() const { return std::to_string(major) + "." + std::to_string(minor); }
};

inline constexpr PythonVersion kOldestPython{3, 7};
inline constexpr PythonVersion kLatestPython{3, 15};
// What rules assume if nothing is configured; syntax checks assume kLatestPython.
inline constexpr PythonVersion kDefaultPython{3, 11};

// "py311" as target-version takes it.
constexpr std::optional<PythonVersion> python_version_of(std::string_view name) {
  if (!name.starts_with("py3") || name.size() < 4 || name.size() > 5) return std::nullopt;
  unsigned minor = 0;
  for (char c : name.substr(3)) {
    if (c < '0' || c > '9') return std::nullopt;
    minor = minor * 10 + static_cast<unsigned>(c - '0');
  }
  const PythonVersion version{3, static_cast<std::uint8_t>(minor)};
  if (name[3] == '0' || version < kOldestPython || version > kLatestPython) return std::nullopt;
  return version;
}

}  // namespace lint
