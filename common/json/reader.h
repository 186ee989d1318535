// Reads JSON step by step, for readers that know what they expect.
//
// A schema and the syntax are checked in one pass, so the first thing wrong in
// the text is what is reported.  Messages and places are those of serde_json
// reading from a stream (a place is how far it has read, which is often a byte
// beyond the mistake), because outputs of ours are compared byte by byte with
// programs that use it; simdjson, the obvious choice, says neither.
//
// Every function returns false (or Failed) once something is wrong; error() says
// what.  A mistake of the schema gets its place when the value or container it is
// in ends, see settle().
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace common::json {

enum class Type : std::uint8_t { Null, Boolean, Number, String, Array, Object };

// Of a value that the reader has accepted.
Type type_of(std::string_view value);

struct ReadError {
  std::string message;     // "expected value at line 1 column 1"
  bool is_syntax = true;   // Else the schema is not met.
  bool has_place = false;  // The message is complete.
};

class Reader {
 public:
  // `text` outlives the reader.
  explicit Reader(std::string_view text) : text_(text) {}

  // Skips blanks; the next byte, or -1 at the end.
  int peek();

  // Any value, as it is written.
  bool read_value(std::string_view& value);
  bool read_string(std::string& out);
  // An object or array: calls read(key), or read(), in front of each value, which
  // reads it (behind take_colon()), and last finish(), where a missing field can
  // be found.
  template <typename Read, typename Finish>
  bool read_object(Read&& read, Finish&& finish);
  template <typename Read>
  bool read_array(Read&& read);
  bool take_colon();
  // Nothing but blanks may follow.
  bool read_end();

  // How much has been read, and what of it is behind a former such offset.
  std::size_t offset() const { return pos_; }
  std::string_view text_since(std::size_t offset) const {
    return text_.substr(offset, pos_ - offset);
  }

  // The schema is not met.
  bool fail(std::string message);
  // The next value is none of what is expected: "struct Cell", "a string".
  bool fail_type(std::string_view expected);
  // If something has failed that has no place, its place is here.
  void settle();

  const ReadError& error() const { return error_; }

 private:
  enum class Step : std::uint8_t { Item, End, Failed };

  bool enter();
  bool leave(char bracket, bool is_good);
  Step next_key(std::string& key, bool is_first);
  Step next_element(bool is_first);
  bool fail_syntax(std::string_view message);
  bool has_failed() const { return !error_.message.empty(); }
  void see() {
    if (seen_ < pos_) seen_ = pos_;
  }
  int next_byte();
  bool read_word(std::string_view rest);
  bool read_number();
  bool read_digits();
  bool read_escape(std::string& out);
  bool read_hex_escape(std::uint32_t& unit);
  bool read_unicode_escape(std::string& out);
  bool expect_escape_byte(char c);

  std::string_view text_;
  std::size_t pos_ = 0;
  std::size_t seen_ = 0;  // How far the peer would have read: the place of an error.
  std::uint32_t depth_left_ = 128;
  ReadError error_;
};

template <typename Read, typename Finish>
bool Reader::read_object(Read&& read, Finish&& finish) {
  if (!enter()) return false;
  std::string key;
  Step step = next_key(key, true);
  while (step == Step::Item) {
    step = read(key) ? next_key(key, false) : Step::Failed;
  }
  return leave('}', step == Step::End && finish());
}

template <typename Read>
bool Reader::read_array(Read&& read) {
  if (!enter()) return false;
  Step step = next_element(true);
  while (step == Step::Item) step = read() ? next_element(false) : Step::Failed;
  return leave(']', step == Step::End);
}

// The string that `value`, accepted by a reader, stands for.
std::string decoded_string(std::string_view value);
// How messages name a value: "integer `1`", "string \"x\"", "sequence".
std::string description_of(std::string_view value);

}  // namespace common::json
