// Headers of the standard library that a file needs.
//
// With KEEL_UNITY, as `./dev test` builds, a file sees what those before it include.
// So that it can be compiled alone, each name of std:: has to come from a header that
// the file includes, itself or through others of ours.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "tests/meta/checks.h"

namespace meta {
namespace {

using Headers = std::set<std::string_view>;

struct StandardName {
  std::string_view name;  // Without std:: and ranges::.
  std::string_view header;
};

// Those that are often used and that other headers do not reliably bring along.
constexpr StandardName kNames[] = {
    {"accumulate", "numeric"},
    {"all_of", "algorithm"},
    {"any_of", "algorithm"},
    {"array", "array"},
    {"atomic", "atomic"},
    {"binary_search", "algorithm"},
    {"bit_cast", "bit"},
    {"bitset", "bitset"},
    {"chrono", "chrono"},
    {"clamp", "algorithm"},
    {"condition_variable", "condition_variable"},
    {"copy", "algorithm"},
    {"copy_n", "algorithm"},
    {"count", "algorithm"},
    {"count_if", "algorithm"},
    {"countl_zero", "bit"},
    {"countr_zero", "bit"},
    {"deque", "deque"},
    {"equal", "algorithm"},
    {"exchange", "utility"},
    {"expected", "expected"},
    {"filesystem", "filesystem"},
    {"fill", "algorithm"},
    {"fill_n", "algorithm"},
    {"find_if", "algorithm"},
    {"for_each", "algorithm"},
    {"fprintf", "cstdio"},
    {"fputs", "cstdio"},
    {"from_chars", "charconv"},
    {"function", "functional"},
    {"getenv", "cstdlib"},
    {"ifstream", "fstream"},
    {"list", "list"},
    {"lock_guard", "mutex"},
    {"lower_bound", "algorithm"},
    {"make_unique", "memory"},
    {"map", "map"},
    {"max", "algorithm"},
    {"memchr", "cstring"},
    {"memcmp", "cstring"},
    {"memcpy", "cstring"},
    {"min", "algorithm"},
    {"mt19937", "random"},
    {"mt19937_64", "random"},
    {"mutex", "mutex"},
    {"none_of", "algorithm"},
    {"numeric_limits", "limits"},
    {"ofstream", "fstream"},
    {"optional", "optional"},
    {"popcount", "bit"},
    {"replace", "algorithm"},
    {"reverse", "algorithm"},
    {"set", "set"},
    {"shared_ptr", "memory"},
    {"sort", "algorithm"},
    {"span", "span"},
    {"stable_sort", "algorithm"},
    {"string", "string"},
    {"string_view", "string_view"},
    {"thread", "thread"},
    {"uint16_t", "cstdint"},
    {"uint32_t", "cstdint"},
    {"uint64_t", "cstdint"},
    {"uint8_t", "cstdint"},
    {"unique", "algorithm"},
    {"unique_ptr", "memory"},
    {"unordered_map", "unordered_map"},
    {"unordered_set", "unordered_set"},
    {"upper_bound", "algorithm"},
    {"variant", "variant"},
    {"vector", "vector"},
};
static_assert(std::ranges::is_sorted(kNames, {}, &StandardName::name));

// Between `start` and `end` of an #include; empty: the line is none.
std::string_view included(std::string_view line, std::string_view start, char end) {
  if (!line.starts_with(start)) return {};
  line.remove_prefix(start.size());
  return line.substr(0, line.find(end));
}

// Of the file and of all that it includes of ours.
void add_headers(const Files& files, const SourceFile& file, std::set<std::string_view>& read,
                 Headers& headers) {
  if (!read.insert(file.path).second) return;
  for (const std::string_view line : lines_of(file.text)) {
    const std::string_view standard = included(line, "#include <", '>');
    if (!standard.empty()) headers.insert(standard);
    const std::string_view own = included(line, "#include \"", '"');
    if (own.empty()) continue;
    if (const SourceFile* const next = find_file(files, own)) {
      add_headers(files, *next, read, headers);
    }
  }
}

// Calls visit(name) for each name of std:: or std::ranges:: in a line of code.
template <typename Visit>
void for_each_standard_name(std::string_view line, const Visit& visit) {
  constexpr std::string_view kStart = "std::";
  constexpr std::string_view kRanges = "ranges::";
  for (std::size_t at = 0; (at = line.find(kStart, at)) != line.npos;) {
    const bool is_whole = at == 0 || (!is_word_byte(line[at - 1]) && line[at - 1] != ':');
    at += kStart.size();
    if (!is_whole) continue;
    if (line.substr(at).starts_with(kRanges)) at += kRanges.size();
    std::size_t end = at;
    while (end < line.size() && is_word_byte(line[end])) ++end;
    visit(line.substr(at, end - at));
  }
}

std::string_view header_of(std::string_view name) {
  const auto found = std::ranges::lower_bound(kNames, name, {}, &StandardName::name);
  return found != std::end(kNames) && found->name == name ? found->header : std::string_view();
}

}  // namespace

Complaints check_standard_headers(const Files& files) {
  Complaints complaints;
  for (const SourceFile& file : files) {
    if (!file.has_extension(".h") && !file.has_extension(".cc")) continue;
    std::set<std::string_view> read;
    Headers headers;
    add_headers(files, file, read, headers);
    std::map<std::string_view, std::string_view> missing;  // By header: a name.
    for (const std::string_view line : lines_of(file.text)) {
      if (line.find_first_not_of(' ') == line.find("//")) continue;
      for_each_standard_name(line, [&](std::string_view name) {
        const std::string_view header = header_of(name);
        if (!header.empty() && !headers.contains(header)) missing.emplace(header, name);
      });
    }
    for (const auto& [header, name] : missing) {
      complaints.push_back(file.path + " names std::" + std::string(name) +
                           " and does not include <" + std::string(header) + ">");
    }
  }
  return complaints;
}

}  // namespace meta
