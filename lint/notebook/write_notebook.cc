#include "lint/notebook/write_notebook.h"

#include <initializer_list>
#include <set>
#include <vector>

#include "common/json/value.h"
#include "common/text/lines.h"
#include "lint/notebook/cell_ids.h"

namespace lint::notebook {
namespace {

using common::json::Layout;
using common::json::Type;
using common::json::Value;
using common::json::Writer;

// Since 4.5 cells have identifiers.
constexpr std::int64_t kFormatWithIds = 5;

// Fields that the schema has are left out if they are null.
void drop_null_members(Value& object, std::initializer_list<std::string_view> names) {
  for (std::string_view name : names) {
    const Value* const member = object.find(name);
    if (member != nullptr && member->is(Type::Null)) {
      object.members().erase(object.members().find(name));
    }
  }
}

Value notebook_metadata(std::string_view text) {
  Value metadata = Value::parse(text);
  drop_null_members(metadata, {"authors", "kernelspec", "language_info", "orig_nbformat", "title"});
  if (const auto kernel = metadata.members().find("kernelspec");
      kernel != metadata.members().end()) {
    drop_null_members(kernel->second, {"language"});
  }
  if (const auto language = metadata.members().find("language_info");
      language != metadata.members().end()) {
    drop_null_members(language->second,
                      {"codemirror_mode", "file_extension", "mimetype", "pygments_lexer"});
  }
  return metadata;
}

// Of what the editor notes only the language is kept.
Value cell_metadata(std::string_view text) {
  Value metadata = Value::parse(text);
  drop_null_members(metadata, {"vscode"});
  if (const auto editor = metadata.members().find("vscode"); editor != metadata.members().end()) {
    std::erase_if(editor->second.members(),
                  [](const auto& member) { return member.first != "languageId"; });
  }
  return metadata;
}

Value lines_value(std::string_view source) {
  Value::Items lines;
  while (!source.empty()) {
    const std::uint32_t end = common::full_line_end(source, 0);
    lines.push_back(Value::of_string(std::string(source.substr(0, end))));
    source.remove_prefix(end);
  }
  return Value::of_items(std::move(lines));
}

std::string_view name_of(CellType type) {
  switch (type) {
    case CellType::Code:
      return "code";
    case CellType::Markdown:
      return "markdown";
    case CellType::Raw:
      return "raw";
  }
  __builtin_unreachable();
}

// The identifier of each cell; empty: it has none.
std::vector<std::string> cell_ids(const RawNotebook& notebook) {
  std::vector<std::string> ids;
  std::set<std::string> taken;
  for (const RawCell& cell : notebook.cells) {
    ids.push_back(cell.id.empty() ? std::string() : common::json::decoded_string(cell.id));
    if (!cell.id.empty()) taken.insert(ids.back());
  }
  if (notebook.minor_format < kFormatWithIds) return ids;
  CellIds generator;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (!notebook.cells[i].id.empty()) continue;
    do {
      ids[i] = generator.next();
    } while (!taken.insert(ids[i]).second);
  }
  return ids;
}

class CellWriter {
 public:
  explicit CellWriter(Writer& writer) : writer_(writer) {}

  void write(const RawCell& cell, const std::string& id, std::optional<std::string_view> source) {
    writer_.begin_object();
    if (!cell.attachments.empty() && cell.attachments != "null") {
      write_value("attachments", Value::parse(cell.attachments));
    }
    writer_.key("cell_type").string(name_of(cell.type));
    if (cell.type == CellType::Code) {
      write_value("execution_count",
                  cell.execution_count.empty() ? Value() : Value::parse(cell.execution_count));
    }
    if (!cell.id.empty() || !id.empty()) writer_.key("id").string(id);
    write_value("metadata", cell_metadata(cell.metadata));
    if (cell.type == CellType::Code) write_value("outputs", Value::parse(cell.outputs));
    write_value("source", source ? lines_value(*source) : Value::parse(cell.source));
    writer_.end_object();
  }

 private:
  void write_value(std::string_view name, const Value& value) { value.write(writer_.key(name)); }

  Writer& writer_;
};

}  // namespace

std::string write_notebook(const RawNotebook& notebook,
                           std::span<const std::optional<std::string_view>> sources) {
  std::string out;
  Writer writer(out, Layout::Pretty, 1);
  const std::vector<std::string> ids = cell_ids(notebook);
  writer.begin_object().key("cells").begin_array();
  for (std::size_t i = 0; i < notebook.cells.size(); ++i) {
    CellWriter(writer).write(notebook.cells[i], ids[i], sources[i]);
  }
  writer.end_array();
  notebook_metadata(notebook.metadata).write(writer.key("metadata"));
  writer.key("nbformat").raw(std::to_string(notebook.format));
  writer.key("nbformat_minor").raw(std::to_string(notebook.minor_format)).end_object();
  return out;
}

}  // namespace lint::notebook
