#include "lint/notebook/fields.h"

#include <algorithm>
#include <limits>

#include "common/json/number.h"

namespace lint::notebook {

using common::json::Number;
using common::json::Reader;

std::string missing_field(std::string_view name) {
  return "missing field `" + std::string(name) + '`';
}

std::string duplicate_field(std::string_view name) {
  return "duplicate field `" + std::string(name) + '`';
}

std::string unknown_field(std::string_view name, std::string_view names) {
  return "unknown field `" + std::string(name) + "`, expected one of " + std::string(names);
}

std::string wrong_type(std::string_view value, std::string_view expected) {
  return "invalid type: " + common::json::description_of(value) + ", expected " +
         std::string(expected);
}

bool read_optional_value(Reader& reader, std::string_view& value) {
  const bool is_null = reader.peek() == 'n';
  if (!reader.read_value(value)) return false;
  if (is_null) value = {};
  return true;
}

bool read_name(Reader& reader, std::string& out) {
  const int next = reader.peek();
  if (next == '"') return reader.read_string(out);
  std::string_view value;
  return next < 0 ? reader.read_value(value) : reader.fail_type("a string");
}

bool read_optional_string(Reader& reader) {
  std::string text;
  std::string_view value;
  return reader.peek() == 'n' ? reader.read_value(value) : read_name(reader, text);
}

std::string integer_problem(std::string_view value) {
  if (common::json::type_of(value) != common::json::Type::Number) return wrong_type(value, "i64");
  const Number number = *common::json::parse_number(value);
  if (number.kind == Number::Kind::Real) return wrong_type(value, "i64");
  if (number.kind == Number::Kind::Signed ||
      number.magnitude <= std::uint64_t{std::numeric_limits<std::int64_t>::max()}) {
    return {};
  }
  return "invalid value: " + common::json::description_of(value) + ", expected i64";
}

bool read_integer(Reader& reader, std::int64_t& out) {
  const int next = reader.peek();
  const bool is_number = next == '-' || (next >= '0' && next <= '9');
  if (next >= 0 && !is_number) return reader.fail_type("i64");
  std::string_view value;
  if (!reader.read_value(value)) return false;
  if (std::string problem = integer_problem(value); !problem.empty()) {
    reader.fail(std::move(problem));
    reader.settle();
    return false;
  }
  const Number number = *common::json::parse_number(value);
  out = number.kind == Number::Kind::Signed ? number.integer
                                            : static_cast<std::int64_t>(number.magnitude);
  return true;
}

bool SeenFields::has(std::string_view name) const {
  return std::ranges::find(names_, name) != names_.end();
}

bool SeenFields::add(std::string_view name, Reader& reader) {
  if (has(name)) return reader.fail(duplicate_field(name));
  names_.emplace_back(name);
  return true;
}

}  // namespace lint::notebook
