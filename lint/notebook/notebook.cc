#include "lint/notebook/notebook.h"

#include "common/json/reader.h"
#include "common/text/lines.h"
#include "lint/notebook/cell_magic.h"
#include "lint/notebook/write_notebook.h"

namespace lint {
namespace {

using common::json::Reader;
using notebook::CellType;
using notebook::RawCell;

// What the JSON has for lines: of one string, its lines.
std::vector<std::string> pieces_of(std::string_view source) {
  std::vector<std::string> pieces;
  if (common::json::type_of(source) == common::json::Type::String) {
    pieces.push_back(common::json::decoded_string(source));
    return pieces;
  }
  Reader reader(source);
  reader.read_array([&] { return reader.read_string(pieces.emplace_back()); });
  return pieces;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string joined(const std::vector<std::string>& pieces) {
  std::string text;
  for (const std::string& piece : pieces) text += piece;
  return text;
}

bool has_cell_magic_in(const RawCell& cell, const std::vector<std::string>& pieces) {
  const bool is_one_string = cell.source.front() == '"';
  return is_one_string ? has_cell_magic(lines_of(pieces.front())) : has_cell_magic(pieces);
}

}  // namespace

common::Result<Notebook> Notebook::read(std::string json) {
  Notebook result;
  result.json_ = std::make_unique<const std::string>(std::move(json));
  result.raw_ = TRY(notebook::read_raw_notebook(*result.json_));
  for (std::size_t i = 0; i < result.raw_.cells.size(); ++i) {
    const RawCell& cell = result.raw_.cells[i];
    if (cell.type != CellType::Code || cell.is_foreign) continue;
    const std::vector<std::string> pieces = pieces_of(cell.source);
    if (has_cell_magic_in(cell, pieces)) continue;
    (result.source_ += joined(pieces)) += '\n';
    result.cells_.add(static_cast<std::uint32_t>(i + 1),
                      static_cast<std::uint32_t>(result.source_.size()));
  }
  if (result.source_.empty()) result.source_.push_back('\n');
  return result;
}

// Cells that nobody touched keep the form of their sources.
std::string Notebook::written() const {
  return written(source_, Cells());
}

std::string Notebook::written(std::string_view source, const Cells& cells) const {
  std::vector<std::optional<std::string_view>> sources(raw_.cells.size());
  for (std::size_t i = 0; i < cells.count(); ++i) {
    sources[cells.number(i) - 1] = cells.content(i).of(source);
  }
  std::string json = notebook::write_notebook(raw_, sources);
  if (json_->ends_with('\n')) json += '\n';
  return json;
}

std::vector<Notebook::CodeCell> Notebook::code_cells(std::string_view source,
                                                     const Cells& cells) const {
  std::vector<CodeCell> result;
  std::size_t next = 0;
  for (std::size_t i = 0; i < raw_.cells.size(); ++i) {
    if (raw_.cells[i].type != CellType::Code) continue;
    const auto number = static_cast<std::uint32_t>(i + 1);
    if (next < cells.count() && cells.number(next) == number) {
      result.push_back({number, std::string(cells.content(next++).of(source))});
    } else {
      result.push_back({number, joined(pieces_of(raw_.cells[i].source))});
    }
  }
  return result;
}

}  // namespace lint
