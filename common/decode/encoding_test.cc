#include "common/decode/encoding.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "common/decode/encodings.h"

namespace common::decode {
namespace {

using std::string_literals::operator""s;

constexpr std::optional<Encoding> kAuto;

// Hands out `piece` bytes at a time.
class Pieces final : public fs::ByteSource {
 public:
  Pieces(const std::string& bytes, std::size_t piece)
      : source_(fs::memory_source(bytes.data(), bytes.size())), piece_(piece) {}
  Result<std::size_t> read(char* buffer, std::size_t capacity) override {
    return source_->read(buffer, std::min(capacity, piece_));
  }

 private:
  std::unique_ptr<fs::ByteSource> source_;
  std::size_t piece_;
};

std::string decode_in_pieces(const std::string& bytes, std::optional<Encoding> encoding,
                             std::size_t piece, std::size_t room) {
  auto source = decode_to_utf8(std::make_unique<Pieces>(bytes, piece), encoding);
  std::string text;
  std::string buffer(room, '\0');
  for (;;) {
    const Result<std::size_t> got = source->read(buffer.data(), room);
    REQUIRE(got.has_value());
    if (*got == 0) return text;
    text.append(buffer, 0, *got);
  }
}

// Decodes in one go and checks that pieces make no difference.
std::string decode(const std::string& bytes, std::optional<Encoding> encoding) {
  std::string text = decode_in_pieces(bytes, encoding, 1 << 16, 1 << 16);
  CHECK(decode_in_pieces(bytes, encoding, 1, 1) == text);
  CHECK(decode_in_pieces(bytes, encoding, 3, 9) == text);
  return text;
}

std::string decode(const std::string& bytes, std::string_view label) {
  const std::optional<Encoding> encoding = find_encoding(label);
  REQUIRE(encoding.has_value());
  return decode(bytes, encoding);
}

TEST_CASE("labels are found whatever their case and the blanks around them") {
  CHECK(find_encoding("utf-8") == kUtf8);
  CHECK(find_encoding(" \tUTF8\r\n\f") == kUtf8);
  CHECK(find_encoding("utf-16") == kUtf16Le);
  CHECK(row_of(*find_encoding("latin1")).name == "windows-1252");
  CHECK(row_of(*find_encoding("ms_kanji")).name == "Shift_JIS");
  for (const char* label : {"", " ", "replacement", "csiso2022kr", "hz-gb-2312", "utf-7", "latin 1",
                            "utf-8 utf8", "auto", "none"}) {
    CAPTURE(label);
    CHECK_FALSE(find_encoding(label).has_value());
  }
}

TEST_CASE("every label of the table is found in its own row") {
  std::set<std::string> seen;
  for (unsigned id = 0; id < encoding_rows().size(); ++id) {
    std::string labels(encoding_rows()[id].labels);
    labels += ' ';
    while (!labels.empty()) {
      const std::string label = labels.substr(0, labels.find(' '));
      labels.erase(0, label.size() + 1);
      CAPTURE(label);
      CHECK(seen.insert(label).second);
      CHECK(find_encoding(label) == Encoding{id});
    }
  }
  CHECK(seen.size() == 222);
}

TEST_CASE("every encoding has a label that is its name") {
  const std::vector<std::string_view> labels = main_labels();
  REQUIRE(labels.size() == encoding_rows().size());
  CHECK(labels[kUtf16Le.id] == "utf-16le");
  CHECK(labels[find_encoding("sjis")->id] == "shift_jis");
}

TEST_CASE("a byte order mark is recognised by the first bytes") {
  CHECK(sniff_bom("\xEF\xBB\xBF").encoding == kUtf8);
  CHECK(sniff_bom("\xFE\xFF").encoding == kUtf16Be);
  CHECK(sniff_bom("\xFF\xFE").size == 2);
  CHECK_FALSE(sniff_bom("\xEF\xBB").encoding.has_value());
  CHECK_FALSE(sniff_bom("").encoding.has_value());
}

TEST_CASE("without an encoding only marks count and bytes pass through") {
  CHECK(decode("a\xFF\xC3z", kAuto) == "a\xFF\xC3z");
  CHECK(decode("\xEF\xBB\xBF"
               "a\xFF",
               kAuto) == "a\xFF");
  CHECK(decode("\xEF\xBB\xBF\xEF\xBB\xBF"
               "a",
               kAuto) ==
        "\xEF\xBB\xBF"
        "a");
  CHECK(decode("\xFF\xFE"
               "a\0\n\0"s,
               kAuto) == "a\n");
  CHECK(decode("\xFE\xFF\0a\0\n"s, kAuto) == "a\n");
  CHECK(decode("\xFF\xFE", kAuto).empty());
  CHECK(decode("", kAuto).empty());
}

TEST_CASE("a mark of UTF-16 overrides the encoding, one of UTF-8 is only removed") {
  CHECK(decode("\xFF\xFE"
               "a\0"s,
               "latin1") == "a");
  CHECK(decode("\xFF\xFE\xFF\xFE"
               "a\0"s,
               "utf-16be") == "a");
  CHECK(decode("\xEF\xBB\xBF"
               "a\xE9",
               "latin1") == "a\u00E9");
  CHECK(decode("a\xEF\xBB\xBF", "utf-8") == "a\uFEFF");
}

TEST_CASE("UTF-8 that was asked for is repaired by the longest valid beginnings") {
  CHECK(decode("a\xFF\xC3z", "utf-8") == "a\uFFFD\uFFFDz");
  CHECK(decode("\xE2\x82z\xF0\x9F\x98", "utf-8") == "\uFFFDz\uFFFD");
  CHECK(decode("\xED\xA0\x80\xC0\x80", "utf-8") == "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD");
  CHECK(decode("\u20AC\U0001F600", "utf-8") == "\u20AC\U0001F600");
}

TEST_CASE("UTF-16 pairs its surrogates and marks those without a partner") {
  CHECK(decode("\x3D\xD8\x00\xDE"s, "utf-16le") == "\U0001F600");
  CHECK(decode("\x00\xD8z\0"s, "utf-16le") == "\uFFFDz");
  CHECK(decode("\x00\xDCz\0"s, "utf-16le") == "\uFFFDz");
  CHECK(decode("z\0\x00\xD8\x00"s, "utf-16le") == "z\uFFFD");
  CHECK(decode("\0z\xD8"s, "utf-16be") == "z\uFFFD");
}

TEST_CASE("single-byte encodings go by their tables") {
  CHECK(decode("\xCC\xC9\xD3\xC1", "koi8-r") == "\u043B\u0438\u0441\u0430");
  CHECK(decode("\x80", "windows-1252") == "\u20AC");
  CHECK(decode("\xDB", "windows-874") == "\uFFFD");
  CHECK(decode("\xA2", "iso-8859-16") == "\u0105");
  CHECK(decode("\xAE", "koi8-u") == "\u045E");
  CHECK(decode("\xF0", "macintosh") == "\uF8FF");
  CHECK(decode("\x80\xFF", "x-user-defined") == "\uF780\uF7FF");
}

TEST_CASE("Chinese encodings") {
  CHECK(decode("\xBA\xFC\xC0\xEA", "gbk") == "\u72D0\u72F8");
  CHECK(decode("\x80\xFF", "gb18030") == "\u20AC\uFFFD");
  CHECK(decode("\x81\x30\x81\x30\x94\x39\xDA\x33", "gb18030") == "\u0080\U0001F4A9");
  CHECK(decode("\xE3\x32\x9A\x36", "gb18030") == "\uFFFD");
  CHECK(decode("\x81\x30z", "gb18030") ==
        "\uFFFD"
        "0z");
  CHECK(decode("\xAA\xB0", "big5") == "\u72D0");
  CHECK(decode("\x88\x62\x88\xA5", "big5") == "\u00CA\u0304\u00EA\u030C");
}

TEST_CASE("Japanese encodings") {
  CHECK(decode("\x82\xAB\xC2\xB6", "shift_jis") == "\u304D\uFF82\uFF76");
  CHECK(decode("\xF0\x40", "shift_jis") == "\uE000");
  CHECK(decode("\xA4\xAD\x8E\xB6\x8F\xB0\xA1", "euc-jp") == "\u304D\uFF76\u4E02");
  CHECK(decode("\x1B$B$-\x1B(J\\~\x1B(I6\x1B(Ba", "iso-2022-jp") ==
        "\u304D\u00A5\u203E\uFF76"
        "a");
  CHECK(decode("\x1B(J\x1B(Ba\x1Bz", "iso-2022-jp") ==
        "\uFFFD"
        "a\uFFFDz");
}

TEST_CASE("Korean") {
  CHECK(decode("\xBF\xA9\xBF\xEC\x81\x41", "euc-kr") == "\uC5EC\uC6B0\uAC02");
}

TEST_CASE("an unexpected ASCII byte in a character stands for itself") {
  for (const char* label : {"gbk", "big5", "euc-kr", "shift_jis", "euc-jp"}) {
    CAPTURE(label);
    CHECK(decode("\x8F\n\xB0\n", label) ==
          decode("\x8F", label) + "\n" + (label == "shift_jis"s ? "\uFF70" : "\uFFFD") + "\n");
  }
}

TEST_CASE("an unfinished character at the end is one error, lost where ripgrep loses it") {
  CHECK(decode("\xA1", "gbk") == "\uFFFD");
  CHECK(decode("a\xA1", "euc-jp") == "a\uFFFD");
  CHECK(decode("\x88", "big5") == "\uFFFD");
  CHECK(decode("a\x88", "big5") == "a");
  CHECK(decode("abc\x88", "big5") == "abc\uFFFD");
  CHECK(decode("abcd\x88", "big5") == "abcd");
}

TEST_CASE("long runs are decoded across the buffers") {
  std::string bytes;
  std::string text;
  for (int i = 0; i < 40000; ++i) {
    bytes += i % 3 == 0 ? "a\xBA\xFC" : "\xC0\xEA";
    text += i % 3 == 0 ? "a\u72D0" : "\u72F8";
  }
  CHECK(decode_in_pieces(bytes, find_encoding("gbk"), 1 << 20, 4099) == text);
  CHECK(decode_in_pieces(bytes, find_encoding("gbk"), 1001, 17) == text);
}

}  // namespace
}  // namespace common::decode
