// What is done to a session until its server is killed.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace resurrection {

struct Step {
  std::vector<std::string_view> action;  // "%" stands for the world's folder.
  // Done when this can be seen to have this value.
  std::string_view name;
  std::string_view value;
};

// The last one is the last.
std::span<const Step> script();

// With the folder in place of "%".
std::string filled_in(std::string_view text, const std::string& folder);

}  // namespace resurrection
