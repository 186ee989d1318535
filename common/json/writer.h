// Writes JSON into a string: keys in the order they are given.
//
// Strings are escaped as serde_json does (lower-case \u00xx, nothing escaped
// that need not be), because outputs of ours are compared byte by byte with
// programs that use it; RapidJSON's writer, the obvious choice, spells \u001B.
// Values are copied as they come: no tree, no allocation but the string's.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace common::json {

// Pretty: a line per element, as serde_json does it.
enum class Layout : bool { Compact, Pretty };

class Writer {
 public:
  // Appends to `out`, which outlives the writer.
  explicit Writer(std::string& out, Layout layout = Layout::Compact, std::uint32_t indent = 2)
      : out_(out), indent_(indent), is_pretty_(layout == Layout::Pretty) {}

  Writer& begin_object();
  Writer& end_object();
  Writer& begin_array();
  Writer& end_array();
  // Inside objects, before each value.  `name` needs no escaping.
  Writer& key(std::string_view name);
  Writer& any_key(std::string_view valid_utf8);

  Writer& string(std::string_view valid_utf8);
  // A string of the standard base64 alphabet, padded.
  Writer& base64(std::string_view bytes);
  Writer& number(std::uint64_t value);
  Writer& boolean(bool value);
  Writer& null();
  // A value that is JSON already.
  Writer& raw(std::string_view json);

 private:
  // What stands between the last thing written and the next element.
  void separate();
  Writer& begin(char bracket);
  Writer& end(char bracket);
  void start_line();

  void append_quoted(std::string_view valid_utf8);

  std::string& out_;
  std::uint32_t indent_;  // Blanks per level.
  bool is_pretty_;
  std::uint32_t depth_ = 0;
  bool needs_comma_ = false;  // The container has an element already.
  bool is_after_key_ = false;
};

}  // namespace common::json
