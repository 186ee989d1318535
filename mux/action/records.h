// Lists: each entry is declared once, with the names of its fields in JSON and the
// titles of their columns in tables.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mux::action {

// Columns that a table has only if they are asked for; a set of bits.
enum Part : std::uint8_t {
  kAlways = 1,
  kTab = 2,
  kCommand = 4,
  kState = 8,
  kGeometry = 16,
  kPanes = 32,
  kLayout = 64,
  kAllParts = 127,
};

class Record {
 public:
  struct Field {
    enum class Kind : std::uint8_t { Text, Plain, None };  // Plain: JSON as it is.
    std::string_view key;
    std::string_view title;  // Empty: in JSON only.
    std::uint8_t part = kAlways;
    Kind kind = Kind::Text;
    std::string value;
  };

  void add(std::string_view key, std::string_view title, std::uint8_t part, std::string_view text);
  void add_optional(std::string_view key, std::string_view title, std::uint8_t part,
                    const std::optional<std::string>& text);
  void add(std::string_view key, std::string_view title, std::uint8_t part,
           std::same_as<bool> auto value) {
    fields_.push_back({key, title, part, Field::Kind::Plain, value ? "true" : "false"});
  }
  void add_number(std::string_view key, std::string_view title, std::uint8_t part,
                  std::integral auto number) {
    fields_.push_back({key, title, part, Field::Kind::Plain, std::to_string(number)});
  }
  void add_number(std::string_view key, std::string_view title, std::uint8_t part,
                  std::optional<int> number) {
    fields_.push_back(
        {key, title, part, Field::Kind::Plain, number ? std::to_string(*number) : "null"});
  }
  void add_json(std::string_view key, std::string text) {
    fields_.push_back({key, {}, kAlways, Field::Kind::Plain, std::move(text)});
  }
  const std::vector<Field>& fields() const { return fields_; }

 private:
  std::vector<Field> fields_;
};

// Columns between two blanks, under their titles.
std::string table_of(const std::vector<Record>& records, std::uint8_t parts);
std::string json_of(const std::vector<Record>& records);
std::string json_of(const Record& record);

}  // namespace mux::action
