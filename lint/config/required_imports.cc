// Import statements in options, and the sections of imports.
//
// A small reader of its own: options may hold only one import statement, and
// the full parser needs a file around it.
#include <algorithm>

#include "lint/config/identifiers.h"
#include "lint/config/isort_settings.h"

namespace lint::config {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

class StatementReader {
 public:
  explicit StatementReader(std::string_view text) : rest_(text) { skip_blanks(); }

  // Takes `word` if it is next: a symbol, or a name that ends there.
  bool take(std::string_view word) {
    if (!rest_.starts_with(word)) return false;
    const bool is_name = word.front() >= 'a' && word.front() <= 'z';
    if (is_name && is_name_char(rest_.substr(word.size()))) return false;
    rest_.remove_prefix(word.size());
    skip_blanks();
    return true;
  }

  // A name, with dots where `with_dots`; empty: there is none.
  std::string take_name(bool with_dots) {
    std::size_t end = 0;
    while (end < rest_.size() &&
           (is_name_char(rest_.substr(end)) || (with_dots && rest_[end] == '.'))) {
      ++end;
    }
    std::string name(rest_.substr(0, end));
    if (!(with_dots ? is_module_name(name) : is_identifier(name))) return {};
    rest_.remove_prefix(end);
    skip_blanks();
    return name;
  }

  bool at_end() const { return rest_.empty(); }

 private:
  static bool is_name_char(std::string_view text) {
    if (text.empty()) return false;
    const char c = text.front();
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           (c & 0x80) != 0;
  }
  void skip_blanks() {
    while (!rest_.empty() && is_blank(rest_.front())) rest_.remove_prefix(1);
  }

  std::string_view rest_;
};

// "name [as name], ..." into `names`, whose other members are those of `like`.
bool read_names(StatementReader& reader, const RequiredImport& like,
                std::vector<RequiredImport>& names) {
  const bool has_parenthesis = like.is_from && reader.take("(");
  for (;;) {
    RequiredImport import = like;
    const bool is_star = like.is_from && reader.take("*");
    import.name = is_star ? "*" : reader.take_name(!like.is_from);
    if (import.name.empty()) return false;
    if (reader.take("as")) {
      import.as_name = reader.take_name(false);
      if (import.as_name->empty()) return false;
    }
    names.push_back(std::move(import));
    if (!reader.take(",")) break;
    if (has_parenthesis && reader.take(")")) return true;
  }
  return !has_parenthesis || reader.take(")");
}

bool read_from(StatementReader& reader, std::vector<RequiredImport>& names) {
  RequiredImport like;
  like.is_from = true;
  while (reader.take(".")) ++like.level;
  std::string module = reader.take_name(true);
  if (module.empty() && like.level == 0) return false;
  if (!module.empty() && module != "import") like.module = std::move(module);
  return reader.take("import") && read_names(reader, like, names);
}

}  // namespace

common::Result<RequiredImports> RequiredImports::parse(std::string_view statement) {
  RequiredImports result;
  result.statement = statement;
  StatementReader reader(statement);
  const bool is_from = reader.take("from");
  const bool is_read =
      is_from ? read_from(reader, result.names)
              : reader.take("import") && read_names(reader, RequiredImport{}, result.names);
  reader.take(";");
  if (!is_read || !reader.at_end()) {
    return common::fail("expected one import statement, got `" + std::string(statement) + "`");
  }
  return result;
}

std::string RequiredImport::text() const {
  std::string text = is_from ? "from " : "import ";
  if (is_from) text += std::string(level, '.') + module.value_or("") + " import ";
  text += name;
  if (as_name) text += " as " + *as_name;
  return text;
}

std::string debug_text(const ImportSection& section) {
  if (!section.is_builtin()) return "UserDefined(\"" + section.user_defined + "\")";
  switch (section.type) {
    case ImportType::Future:
      return "Known(Future)";
    case ImportType::StandardLibrary:
      return "Known(StandardLibrary)";
    case ImportType::ThirdParty:
      return "Known(ThirdParty)";
    case ImportType::FirstParty:
      return "Known(FirstParty)";
    case ImportType::LocalFolder:
      return "Known(LocalFolder)";
  }
  return {};
}

ImportSection ImportSection::named(std::string_view name) {
  const auto* const row =
      std::ranges::find(kNamesOf<ImportType>, name, &EnumName<ImportType>::name);
  if (row != std::end(kNamesOf<ImportType>)) return {.type = row->value};
  return {.user_defined = std::string(name)};
}

}  // namespace lint::config
