// Value: JSON in memory, for texts that are read, changed and written back.
//
// Members are ordered by name, and of several with one name the last counts: a
// text written from it is serde_json's for the same value.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/json/reader.h"
#include "common/json/writer.h"

namespace common::json {

class Value {
 public:
  using Items = std::vector<Value>;
  using Members = std::map<std::string, Value, std::less<>>;

  Value() = default;
  // `text` is a value that a reader has accepted.
  static Value parse(std::string_view text);
  static Value of_string(std::string text);
  static Value of_items(Items items);

  Type type() const { return type_; }
  bool is(Type type) const { return type_ == type; }
  // Decoded; of a number or boolean: as it is written.
  const std::string& text() const { return text_; }
  const Items& items() const { return items_; }
  const Members& members() const { return members_; }
  Members& members() { return members_; }
  // Null: there is none with the name.
  const Value* find(std::string_view name) const;

  void write(Writer& writer) const;

 private:
  Type type_ = Type::Null;
  std::string text_;
  Items items_;
  Members members_;
};

}  // namespace common::json
