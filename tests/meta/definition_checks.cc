// One name, one definition (basic.def.odr).
//
// No compiler sees two headers that define one name of one namespace in two
// ways: the linker keeps either, and every user of the other reads the wrong
// bytes.  The sources are formatted, so a definition at namespace scope starts in
// the first column.
#include <map>
#include <optional>

#include "tests/meta/checks.h"

namespace meta {
namespace {

constexpr std::string_view kNamespace = "namespace ";
constexpr std::string_view kUnnamed = "(unnamed)";

// "ByteSet" of "class ByteSet {" and "kTable" of "inline constexpr Table kTable[] = {";
// empty: the line defines nothing.  Specializations and members belong to others.
std::string_view defined_name(std::string_view line) {
  for (std::string_view word : {"class ", "struct ", "enum class ", "enum "}) {
    if (!line.starts_with(word) || line.ends_with(';')) continue;
    line.remove_prefix(word.size());
    const std::size_t size = line.find_first_of(" :<{");
    const bool is_plain = size != line.npos && line[size] != '<' && line.substr(size, 2) != "::";
    return is_plain ? line.substr(0, size) : std::string_view();
  }
  if (!line.starts_with("inline constexpr ")) return {};
  line = line.substr(0, line.find_first_of("=({"));
  while (line.ends_with(' ')) line.remove_suffix(1);
  if (line.ends_with(']')) line = line.substr(0, line.rfind('['));
  if (line.ends_with('>') || line.ends_with(';')) return {};
  return line.substr(line.rfind(' ') + 1);
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
  // The full name; nullopt: the name is the file's own.
  std::optional<std::string> qualify(std::string_view name) const {
    std::string full;
    for (const std::string_view part : names_) {
      if (part == kUnnamed) return std::nullopt;
      full.append(part).append("::");
    }
    return full.append(name);
  }

 private:
  std::vector<std::string_view> names_;
};

}  // namespace

Complaints check_definitions(const Files& files) {
  Complaints complaints;
  std::map<std::string, const SourceFile*> definitions;
  for (const SourceFile& file : files) {
    if (!file.has_extension(".h") && !file.has_extension(".cc")) continue;
    // Programs of one file each: their names never meet.
    if (file.folder() == "tests/fuzz" || file.folder() == "tests/bench") continue;
    Scope scope;
    for (std::string_view line : lines_of(file.text)) {
      scope.read(line);
      const std::string_view name = defined_name(line);
      if (name.empty()) continue;
      const std::optional<std::string> full = scope.qualify(name);
      if (!full) continue;
      const auto [other, is_new] = definitions.emplace(*full, &file);
      if (is_new || other->second == &file) continue;  // Of one file: under #if.
      complaints.push_back(file.path + " defines " + *full + ", as " + other->second->path);
    }
  }
  return complaints;
}

}  // namespace meta
