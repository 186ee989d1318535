// Sets variables of the environment for the time of one test.
#pragma once

#include <cstdlib>
#include <optional>
#include <ranges>
#include <string>
#include <utility>
#include <vector>

namespace test {

class Environment {
 public:
  Environment() = default;
  ~Environment() {
    for (const auto& [name, value] : std::views::reverse(saved_)) {
      value ? setenv(name, value->c_str(), 1) : unsetenv(name);
    }
  }
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;

  void set(const char* name, const std::string& value) {
    const char* old = std::getenv(name);
    saved_.emplace_back(name, old == nullptr ? std::optional<std::string>() : old);
    setenv(name, value.c_str(), 1);
  }

 private:
  std::vector<std::pair<const char*, std::optional<std::string>>> saved_;
};

}  // namespace test
