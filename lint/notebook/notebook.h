// Notebook: a Jupyter notebook (.ipynb) as one Python source, and back.
//
//   JSON text ─► RawNotebook ─► source + Cells ─► (checked, fixed) ─► JSON text
//
// What is written differs from what was read in more than the cells' sources,
// because the peer writes what it understood: names sorted, an indentation of one
// blank, numbers in their shortest form, cells named if the format wants that.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "lint/notebook/cells.h"
#include "lint/notebook/schema.h"

namespace lint {

class Notebook {
 public:
  // The error is the peer's message.
  static common::Result<Notebook> read(std::string json);

  // In another language there is nothing to check.
  bool is_python() const { return raw_.is_python; }
  // Of the Python cells, each with its separator; a line end alone if there are none.
  const std::string& source() const { return source_; }
  const Cells& cells() const { return cells_; }

  // The JSON text of the notebook, with the source that it has or another one.
  std::string written() const;
  std::string written(std::string_view source, const Cells& cells) const;

  struct CodeCell {
    std::uint32_t number;
    std::string source;
  };
  // Of all code cells, also those in other languages.
  std::vector<CodeCell> code_cells(std::string_view source, const Cells& cells) const;

 private:
  std::unique_ptr<const std::string> json_;  // raw_ points into it.
  notebook::RawNotebook raw_;
  std::string source_;
  Cells cells_;
};

}  // namespace lint
