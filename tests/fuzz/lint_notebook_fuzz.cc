// Any bytes as a notebook: reading ends; a notebook's cells are its source, and
// what is written is a notebook with the same source.
#include <cstddef>
#include <cstdint>
#include <string>

#include "common/base/check.h"
#include "lint/notebook/notebook.h"

namespace {

using namespace lint;

void check_cells(const Notebook& notebook) {
  const Cells& cells = notebook.cells();
  const std::string& source = notebook.source();
  CHECK(source.ends_with('\n'));
  CHECK(cells.count() == 0 || cells.bounds().back() == source.size());
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < cells.count(); ++i) {
    CHECK(source[cells.content(i).end] == '\n');
    CHECK(cells.number(i) > number);
    number = cells.number(i);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto notebook = Notebook::read(std::string(reinterpret_cast<const char*>(data), size));
  if (!notebook) {
    CHECK(!notebook.error().message.empty());
    return 0;
  }
  check_cells(*notebook);
  const auto again = Notebook::read(notebook->written(notebook->source(), notebook->cells()));
  CHECK(again.has_value());
  check_cells(*again);
  // What was one piece may be several lines now, of which one is a magic.
  CHECK(again->cells().count() <= notebook->cells().count());
  if (again->cells().count() == notebook->cells().count()) {
    CHECK(again->source() == notebook->source());
  }
  return 0;
}
