#include "lint/rules/flake8_bandit/password_name.h"

#include <algorithm>
#include <cstddef>

namespace lint::rules::flake8_bandit {
namespace {

constexpr char lower(char c) {
  return 'A' <= c && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

bool equals(std::string_view word, std::string_view wanted) {
  return std::ranges::equal(word, wanted, [](char a, char b) { return lower(a) == b; });
}

// password, pasword, passwd, passwrd...: "pa", some "s", "w", an "o" or none, an "r"
// or none, "d".
bool is_password(std::string_view word) {
  std::size_t at = 2;
  const auto skip = [&](char c) {
    const bool is_there = at < word.size() && lower(word[at]) == c;
    at += is_there;
    return is_there;
  };
  if (!equals(word.substr(0, 2), "pa") || !skip('s')) return false;
  while (skip('s')) continue;
  if (!skip('w')) return false;
  skip('o');
  skip('r');
  return skip('d') && at == word.size();
}

bool is_secret_word(std::string_view word) {
  constexpr std::string_view kWords[] = {"pass", "passphrase", "pwd", "token", "secret", "secrete"};
  return is_password(word) ||
         std::ranges::any_of(kWords, [&](std::string_view wanted) { return equals(word, wanted); });
}

}  // namespace

bool is_password_name(std::string_view name) {
  for (std::size_t at = 0; at <= name.size();) {
    const std::size_t end = std::min(name.find('_', at), name.size());
    if (is_secret_word(name.substr(at, end - at))) return true;
    at = end + 1;
  }
  return false;
}

}  // namespace lint::rules::flake8_bandit
