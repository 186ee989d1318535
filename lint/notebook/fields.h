// Reads objects of a schema field by field.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/json/reader.h"
#include "lint/notebook/schema.h"

namespace lint::notebook {

// The next value, which may be null: then the slice is empty.
bool read_optional_value(common::json::Reader& reader, std::string_view& value);
bool read_optional_string(common::json::Reader& reader);
bool read_name(common::json::Reader& reader, std::string& out);
bool read_integer(common::json::Reader& reader, std::int64_t& out);
// Why an accepted value is no integer of 64 bits; empty: it is one.
std::string integer_problem(std::string_view value);

std::string missing_field(std::string_view name);
std::string duplicate_field(std::string_view name);
// names: "`a`, `b`", as the schema lists them.
std::string unknown_field(std::string_view name, std::string_view names);
std::string wrong_type(std::string_view value, std::string_view expected);

// The next value, a cell of the notebook.
bool read_cell(common::json::Reader& reader, RawCell& cell);

// Which fields of an object have been there.
class SeenFields {
 public:
  // False: it was there before, which is noted as what is wrong.
  bool add(std::string_view name, common::json::Reader& reader);
  bool has(std::string_view name) const;

 private:
  std::vector<std::string> names_;
};

}  // namespace lint::notebook
