// Names that say that their value is a secret.
#pragma once

#include <string_view>

namespace lint::rules::flake8_bandit {

// Is one of the words that underscores separate "password", "token" or the like?
bool is_password_name(std::string_view name);

}  // namespace lint::rules::flake8_bandit
