// One name, one definition (basic.def.odr).
//
// No compiler sees two headers that define one name of one namespace in two
// ways: the linker keeps either, and every user of the other reads the wrong
// bytes.  What a file keeps to itself must not meet its like in another file of
// the folder: with KEEL_UNITY each library is compiled as one file, and so are its
// tests.  The sources are formatted, so a definition at namespace scope starts in the first
// column.
#include <algorithm>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tests/meta/checks.h"

namespace meta {
namespace {

constexpr std::string_view kNamespace = "namespace ";
constexpr std::string_view kUnnamed = "(unnamed)";

// "ByteSet" of "class ByteSet {"; empty: the line defines no type, or a
// specialization or member, which belongs to another.
std::string_view defined_type(std::string_view line) {
  for (const std::string_view word : {"class ", "struct ", "enum class ", "enum "}) {
    if (!line.starts_with(word) || line.ends_with(';')) continue;
    line.remove_prefix(word.size());
    const std::size_t size = line.find_first_of(" :<{");
    const bool is_plain = size != line.npos && line[size] != '<' && line.substr(size, 2) != "::";
    return is_plain ? line.substr(0, size) : std::string_view();
  }
  return {};
}

// "kTable" of "inline constexpr Table kTable[] = {" and of what starts with another
// of the words.
std::string_view defined_constant(std::string_view line,
                                  std::initializer_list<std::string_view> words) {
  if (std::ranges::none_of(words, [&](std::string_view word) { return line.starts_with(word); })) {
    return {};
  }
  line = line.substr(0, line.find_first_of("=({"));
  while (line.ends_with(' ')) line.remove_suffix(1);
  if (line.ends_with(']')) line = line.substr(0, line.rfind('['));
  if (line.ends_with('>') || line.ends_with(';')) return {};
  return line.substr(line.rfind(' ') + 1);
}

// "const Style&" of "const Style& style = {}": overloads differ in types.
std::string_view type_of_parameter(std::string_view parameter) {
  parameter = parameter.substr(0, parameter.find(" = "));
  const std::size_t space = parameter.rfind(' ');
  return space == parameter.npos ? parameter : parameter.substr(0, space);
}

// "width_of(std::string_view)" of "int width_of(std::string_view text) {"; empty: the
// line begins no function, begins one whose parameters go on, or a member.
std::string defined_function(std::string_view line) {
  const std::size_t open = line.find('(');
  const std::size_t close = line.rfind(") {");
  if (line.starts_with(' ') || open == line.npos || close == line.npos) return {};
  const std::size_t space = line.rfind(' ', open);
  if (space == line.npos || space > open) return {};
  const std::string_view name = line.substr(space + 1, open - space - 1);
  if (name.empty() || name.find("::") != name.npos || name.starts_with("operator")) return {};
  std::string signature(name);
  signature += '(';
  std::string_view parameters = line.substr(open + 1, close - open - 1);
  for (std::size_t comma = 0; comma != parameters.npos;) {
    comma = parameters.find(", ");
    signature.append(type_of_parameter(parameters.substr(0, comma))) += ',';
    if (comma != parameters.npos) parameters.remove_prefix(comma + 2);
  }
  return signature + ')';
}

// What the line defines for all files.
std::string shared_name(std::string_view line) {
  const std::string_view type = defined_type(line);
  return std::string(type.empty() ? defined_constant(line, {"inline constexpr "}) : type);
}

// What the line defines for its own file.
std::string local_name(std::string_view line) {
  if (const std::string function = defined_function(line); !function.empty()) return function;
  const std::string_view type = defined_type(line);
  return std::string(type.empty() ? defined_constant(line, {"constexpr ", "const "}) : type);
}

// The namespaces a line is in, outermost first.
class Scope {
 public:
  // Takes note of a line that opens or closes namespaces.
  void read(std::string_view line) {
    if (line.starts_with("}  // namespace")) {
      if (!names_.empty()) names_.pop_back();
    } else if (line.starts_with(kNamespace) && line.ends_with('{')) {
      const std::string_view name =
          line.substr(kNamespace.size(), line.size() - kNamespace.size() - 1);
      names_.emplace_back(name.empty() ? kUnnamed : name.substr(0, name.find(' ')));
    }
  }
  bool is_local() const { return std::ranges::find(names_, kUnnamed) != names_.end(); }
  std::string qualify(std::string_view name) const {
    std::string full;
    for (const std::string_view part : names_) {
      if (part != kUnnamed) full.append(part).append("::");
    }
    return full.append(name);
  }

 private:
  std::vector<std::string_view> names_;
};

// Programs of one file each: their names never meet.
bool is_folder_of_programs(std::string_view folder) {
  return folder == "tests/fuzz" || folder == "tests/bench" || folder == "common/gen";
}

}  // namespace

Complaints check_definitions(const Files& files) {
  Complaints complaints;
  std::map<std::string, const SourceFile*> definitions;
  for (const SourceFile& file : files) {
    if (!file.has_extension(".h") && !file.has_extension(".cc")) continue;
    if (is_folder_of_programs(file.folder())) continue;
    const bool is_alone = file.has_extension("main.cc") || file.folder().starts_with("tests");
    const bool is_test = file.has_extension("_test.cc");
    Scope scope;
    for (std::string_view line : lines_of(file.text)) {
      scope.read(line);
      if (scope.is_local() && is_alone) continue;
      const std::string name = scope.is_local() ? local_name(line) : shared_name(line);
      if (name.empty()) continue;
      std::string full = scope.qualify(name);
      if (scope.is_local()) {
        full.append(is_test ? " of the tests of " : " of ").append(file.folder());
      }
      const auto [other, is_new] = definitions.emplace(full, &file);
      if (is_new || other->second == &file) continue;  // Of one file: under #if, or overloads.
      complaints.push_back(file.path + " defines " + full + ", as " + other->second->path);
    }
  }
  return complaints;
}

}  // namespace meta
