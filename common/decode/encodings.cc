#include "common/decode/encodings.h"

#include <algorithm>
#include <cctype>

#include "common/decode/encoding_tables.h"

namespace common::decode {
namespace {

// The three encodings that encoding.h names, then the others by name.  Labels
// that the Standard maps to "replacement" are left out: nothing is searched in
// them.
constexpr EncodingRow kRows[] = {
    {"UTF-8", "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8",
     decode_utf8},
    {"UTF-16BE", "unicodefffe utf-16be", decode_utf16be},
    {"UTF-16LE", "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le",
     decode_utf16le},
    {"Big5", "big5 big5-hkscs cn-big5 csbig5 x-x-big5", decode_big5, nullptr, true},
    {"EUC-JP", "cseucpkdfmtjapanese euc-jp x-euc-jp", decode_euc_jp},
    {"EUC-KR",
     "cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 "
     "ksc5601 ksc_5601 windows-949",
     decode_euc_kr, nullptr, true},
    {"GBK", "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk",
     decode_gb18030},
    {"IBM866", "866 cp866 csibm866 ibm866", decode_single_byte, tables::kIbm866},
    {"ISO-2022-JP", "csiso2022jp iso-2022-jp", decode_iso2022jp},
    {"ISO-8859-10", "csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6",
     decode_single_byte, tables::kIso8859Part10},
    {"ISO-8859-13", "iso-8859-13 iso8859-13 iso885913", decode_single_byte, tables::kIso8859Part13},
    {"ISO-8859-14", "iso-8859-14 iso8859-14 iso885914", decode_single_byte, tables::kIso8859Part14},
    {"ISO-8859-15", "csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9",
     decode_single_byte, tables::kIso8859Part15},
    {"ISO-8859-16", "iso-8859-16", decode_single_byte, tables::kIso8859Part16},
    {"ISO-8859-2",
     "csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 "
     "l2 latin2",
     decode_single_byte, tables::kIso8859Part2},
    {"ISO-8859-3",
     "csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 "
     "l3 latin3",
     decode_single_byte, tables::kIso8859Part3},
    {"ISO-8859-4",
     "csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 "
     "l4 latin4",
     decode_single_byte, tables::kIso8859Part4},
    {"ISO-8859-5",
     "csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 "
     "iso_8859-5:1988",
     decode_single_byte, tables::kIso8859Part5},
    {"ISO-8859-6",
     "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 "
     "iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 "
     "iso_8859-6:1987",
     decode_single_byte, tables::kIso8859Part6},
    {"ISO-8859-7",
     "csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 "
     "iso88597 iso_8859-7 iso_8859-7:1987 sun_eu_greek",
     decode_single_byte, tables::kIso8859Part7},
    {"ISO-8859-8",
     "csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8 "
     "iso88598 iso_8859-8 iso_8859-8:1988 visual",
     decode_single_byte, tables::kIso8859Part8},
    {"ISO-8859-8-I", "csiso88598i iso-8859-8-i logical", decode_single_byte, tables::kIso8859Part8},
    {"KOI8-R", "cskoi8r koi koi8 koi8-r koi8_r", decode_single_byte, tables::kKoi8R},
    {"KOI8-U", "koi8-ru koi8-u", decode_single_byte, tables::kKoi8U},
    {"Shift_JIS", "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis",
     decode_shift_jis, nullptr, true},
    {"gb18030", "gb18030", decode_gb18030},
    {"macintosh", "csmacintosh mac macintosh x-mac-roman", decode_single_byte, tables::kMacintosh},
    {"windows-1250", "cp1250 windows-1250 x-cp1250", decode_single_byte, tables::kWindows1250},
    {"windows-1251", "cp1251 windows-1251 x-cp1251", decode_single_byte, tables::kWindows1251},
    {"windows-1252",
     "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 "
     "iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii windows-1252 "
     "x-cp1252",
     decode_single_byte, tables::kWindows1252},
    {"windows-1253", "cp1253 windows-1253 x-cp1253", decode_single_byte, tables::kWindows1253},
    {"windows-1254",
     "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 "
     "iso_8859-9:1989 l5 latin5 windows-1254 x-cp1254",
     decode_single_byte, tables::kWindows1254},
    {"windows-1255", "cp1255 windows-1255 x-cp1255", decode_single_byte, tables::kWindows1255},
    {"windows-1256", "cp1256 windows-1256 x-cp1256", decode_single_byte, tables::kWindows1256},
    {"windows-1257", "cp1257 windows-1257 x-cp1257", decode_single_byte, tables::kWindows1257},
    {"windows-1258", "cp1258 windows-1258 x-cp1258", decode_single_byte, tables::kWindows1258},
    {"windows-874", "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874",
     decode_single_byte, tables::kWindows874},
    {"x-mac-cyrillic", "x-mac-cyrillic x-mac-ukrainian", decode_single_byte, tables::kXMacCyrillic},
    {"x-user-defined", "x-user-defined", decode_user_defined},
};

constexpr std::size_t kUnicodeRows = 3;

constexpr bool has_ordered_names() {
  for (std::size_t i = kUnicodeRows + 1; i < std::size(kRows); ++i) {
    if (kRows[i - 1].name >= kRows[i].name) return false;
  }
  return true;
}
static_assert(kRows[kUtf8.id].name == "UTF-8");
static_assert(kRows[kUtf16Be.id].name == "UTF-16BE");
static_assert(kRows[kUtf16Le.id].name == "UTF-16LE");
static_assert(has_ordered_names());

constexpr bool is_blank(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\f' || byte == '\r';
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

bool equals_ignoring_case(std::string_view text, std::string_view lower_case) {
  if (text.size() != lower_case.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char byte = text[i];
    const char lower = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte;
    if (lower != lower_case[i]) return false;
  }
  return true;
}

// The row's label that is `text` in lower case.
std::optional<std::string_view> find_label(const EncodingRow& row, std::string_view text) {
  std::string_view labels = row.labels;
  while (!labels.empty()) {
    const std::string_view label = labels.substr(0, labels.find(' '));
    if (equals_ignoring_case(text, label)) return label;
    labels.remove_prefix(std::min(label.size() + 1, labels.size()));
  }
  return std::nullopt;
}

}  // namespace

std::span<const EncodingRow> encoding_rows() {
  return kRows;
}

const EncodingRow& row_of(Encoding encoding) {
  return kRows[encoding.id];
}

std::optional<Encoding> find_encoding(std::string_view label) {
  label = trim(label);
  for (unsigned id = 0; id < std::size(kRows); ++id) {
    if (find_label(kRows[id], label)) return Encoding{id};
  }
  return std::nullopt;
}

std::vector<std::string_view> main_labels() {
  std::vector<std::string_view> labels;
  for (const EncodingRow& row : kRows) labels.push_back(*find_label(row, row.name));
  return labels;
}

}  // namespace common::decode
