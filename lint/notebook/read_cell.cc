// Reads one cell.  The peer reads all of it before it looks at its fields, so what
// is wrong with them is placed behind the list of cells.
#include <algorithm>

#include "lint/notebook/fields.h"

namespace lint::notebook {
namespace {

using common::json::Reader;
using common::json::Type;
using common::json::type_of;

struct TypeRow {
  std::string_view name;
  CellType type;
  std::string_view fields;  // As messages list them.
};

constexpr TypeRow kTypes[] = {
    {"code", CellType::Code, "`execution_count`, `id`, `metadata`, `outputs`, `source`"},
    {"markdown", CellType::Markdown, "`attachments`, `id`, `metadata`, `source`"},
    {"raw", CellType::Raw, "`attachments`, `id`, `metadata`, `source`"},
};

struct Field {
  std::string name;
  std::string_view value;
};

bool is_string(std::string_view value) {
  return type_of(value) == Type::String;
}

bool is_source(std::string_view value) {
  if (type_of(value) != Type::Array) return is_string(value);
  Reader reader(value);
  std::string_view item;
  return reader.read_array([&] { return reader.read_value(item) && is_string(item); });
}

// Checks the fields of a cell in the order in which they stand; each check returns
// what is wrong, or an empty text.
class CellFields {
 public:
  CellFields(const TypeRow& row, RawCell& cell) : row_(row), cell_(cell) {}

  std::string check(const std::vector<Field>& fields) {
    std::vector<std::string_view> seen;
    for (const Field& field : fields) {
      std::string_view* const target = target_of(field.name);
      if (target == nullptr) return unknown_field(field.name, row_.fields);
      if (std::ranges::find(seen, field.name) != seen.end()) return duplicate_field(field.name);
      seen.push_back(field.name);
      if (std::string problem = problem_of(field); !problem.empty()) return problem;
      *target = field.value;
    }
    for (const std::string_view name : {"metadata", "outputs", "source"}) {
      const std::string_view* const target = target_of(name);
      if (target != nullptr && target->empty()) return missing_field(name);
    }
    if (!cell_.id.empty() && type_of(cell_.id) == Type::Null) cell_.id = {};
    return {};
  }

 private:
  bool is_code() const { return row_.type == CellType::Code; }

  // Null: cells of the type have no such field.
  std::string_view* target_of(std::string_view name) {
    if (name == "id") return &cell_.id;
    if (name == "metadata") return &cell_.metadata;
    if (name == "source") return &cell_.source;
    if (name == "attachments") return is_code() ? nullptr : &cell_.attachments;
    if (name == "execution_count") return is_code() ? &cell_.execution_count : nullptr;
    if (name == "outputs") return is_code() ? &cell_.outputs : nullptr;
    return nullptr;
  }

  std::string problem_of(const Field& field) {
    const bool is_null = type_of(field.value) == Type::Null;
    if (field.name == "metadata") return metadata_problem(field.value);
    if (field.name == "outputs") {
      return type_of(field.value) == Type::Array ? "" : wrong_type(field.value, "a sequence");
    }
    if (field.name == "source") {
      return is_source(field.value) ? ""
                                    : "data did not match any variant of untagged enum SourceValue";
    }
    if (field.name == "id") {
      return is_null || is_string(field.value) ? "" : wrong_type(field.value, "a string");
    }
    if (field.name == "execution_count") return is_null ? "" : integer_problem(field.value);
    return {};
  }

  std::string metadata_problem(std::string_view metadata) {
    if (type_of(metadata) != Type::Object) return wrong_type(metadata, "struct CellMetadata");
    std::string problem;
    bool has_editor = false;
    for_each_member(metadata, [&](const std::string& key, std::string_view value) {
      if (key != "vscode" || !problem.empty()) return;
      if (has_editor) problem = duplicate_field(key);
      has_editor = true;
      if (problem.empty() && type_of(value) != Type::Null) problem = editor_problem(value);
    });
    return problem;
  }

  // Of what Visual Studio Code notes about a cell.
  std::string editor_problem(std::string_view editor) {
    if (type_of(editor) != Type::Object) {
      return wrong_type(editor, "struct CodeCellMetadataVSCode");
    }
    std::string problem;
    std::string_view language;
    for_each_member(editor, [&](const std::string& key, std::string_view value) {
      if (key != "languageId" || !problem.empty()) return;
      if (!language.empty()) {
        problem = duplicate_field(key);
      } else if (!is_string(value)) {
        problem = wrong_type(value, "a string");
      }
      language = value;
    });
    if (!problem.empty()) return problem;
    if (language.empty()) return missing_field("languageId");
    cell_.is_foreign = common::json::decoded_string(language) != "python";
    return {};
  }

  template <typename F>
  static void for_each_member(std::string_view object, F&& f) {
    Reader reader(object);
    std::string_view value;
    reader.read_object(
        [&](const std::string& key) {
          if (!reader.take_colon() || !reader.read_value(value)) return false;
          f(key, value);
          return true;
        },
        [] { return true; });
  }

  const TypeRow& row_;
  RawCell& cell_;
};

bool read_type(Reader& reader, const TypeRow*& row) {
  std::string name;
  const int next = reader.peek();
  if (next >= 0 && next != '"') return reader.fail_type("variant identifier");
  if (!read_name(reader, name)) return false;
  row = std::ranges::find(kTypes, name, &TypeRow::name);
  if (row != std::end(kTypes)) return true;
  reader.fail("unknown variant `" + name + "`, expected one of `code`, `markdown`, `raw`");
  reader.settle();
  return false;
}

}  // namespace

bool read_cell(Reader& reader, RawCell& cell) {
  if (reader.peek() != '{') return reader.fail_type("internally tagged enum Cell");
  const TypeRow* row = nullptr;
  std::vector<Field> fields;
  const auto read_field = [&](const std::string& key) {
    const bool is_type = key == "cell_type";
    if (is_type && row != nullptr) return reader.fail(duplicate_field(key));
    if (!reader.take_colon()) return false;
    if (is_type) return read_type(reader, row);
    fields.push_back({key, {}});
    return reader.read_value(fields.back().value);
  };
  const auto has_type = [&] { return row != nullptr || reader.fail(missing_field("cell_type")); };
  if (!reader.read_object(read_field, has_type)) return false;
  cell.type = row->type;
  std::string problem = CellFields(*row, cell).check(fields);
  return problem.empty() || reader.fail(std::move(problem));
}

}  // namespace lint::notebook
