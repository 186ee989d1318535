#include "common/json/value.h"

#include "common/base/check.h"
#include "common/json/number.h"

namespace common::json {

Value Value::parse(std::string_view text) {
  Value value;
  value.type_ = type_of(text);
  Reader reader(text);
  std::string_view item;
  bool is_good = true;
  switch (value.type_) {
    case Type::String:
      is_good = reader.read_string(value.text_);
      break;
    case Type::Array:
      is_good = reader.read_array([&] {
        if (!reader.read_value(item)) return false;
        value.items_.push_back(parse(item));
        return true;
      });
      break;
    case Type::Object:
      is_good = reader.read_object(
          [&](const std::string& key) {
            if (!reader.take_colon() || !reader.read_value(item)) return false;
            value.members_.insert_or_assign(key, parse(item));
            return true;
          },
          [] { return true; });
      break;
    case Type::Null:
    case Type::Boolean:
    case Type::Number:
      value.text_ = text;
      break;
  }
  CHECK(is_good);
  return value;
}

Value Value::of_string(std::string text) {
  Value value;
  value.type_ = Type::String;
  value.text_ = std::move(text);
  return value;
}

Value Value::of_items(Items items) {
  Value value;
  value.type_ = Type::Array;
  value.items_ = std::move(items);
  return value;
}

const Value* Value::find(std::string_view name) const {
  const auto found = members_.find(name);
  return found == members_.end() ? nullptr : &found->second;
}

void Value::write(Writer& writer) const {
  switch (type_) {
    case Type::Null:
      writer.null();
      break;
    case Type::Boolean:
      writer.raw(text_);
      break;
    case Type::Number:
      writer.raw(to_text(*parse_number(text_)));
      break;
    case Type::String:
      writer.string(text_);
      break;
    case Type::Array:
      writer.begin_array();
      for (const Value& item : items_) item.write(writer);
      writer.end_array();
      break;
    case Type::Object:
      writer.begin_object();
      for (const auto& [name, member] : members_) member.write(writer.any_key(name));
      writer.end_object();
      break;
  }
}

}  // namespace common::json
