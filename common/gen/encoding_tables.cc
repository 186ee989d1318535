// Writes encoding_tables.cc, the data of encoding_tables.h.
//
// ICU's converters know all legacy encodings, but its data is 30 MB and its
// treatment of errors is not the Encoding Standard's.  So it is asked once, at
// build time, for every character of every table; the programs carry 200 KB of
// tables and decoders of their own.
//
// Characters of the private use area are dropped where the Standard has none:
// ICU keeps vendors' user-defined rows there.
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include <unicode/ucnv.h>

#include "common/gen/encoding_corrections.h"

namespace common::gen {
namespace {

enum class PrivateUse { Drop, Keep };

[[noreturn]] void give_up(std::string_view problem, const char* subject) {
  std::fprintf(stderr, "generate_encoding_tables: %s: %.*s\n", subject,
               static_cast<int>(problem.size()), problem.data());
  std::exit(1);
}

class Converter {
 public:
  explicit Converter(const char* name) {
    UErrorCode status = U_ZERO_ERROR;
    converter_ = ucnv_open(name, &status);
    if (U_FAILURE(status)) give_up("ICU does not know this encoding.", name);
    ucnv_setToUCallBack(converter_, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  ~Converter() { ucnv_close(converter_); }

  // The one code point that `bytes` stand for, or 0.
  char32_t decode(std::string_view bytes) {
    UErrorCode status = U_ZERO_ERROR;
    UChar units[8];
    const int32_t size = ucnv_toUChars(converter_, units, 8, bytes.data(),
                                       static_cast<int32_t>(bytes.size()), &status);
    if (U_FAILURE(status) || size == 0) return 0;
    if (size == 1) return units[0];
    if (size != 2 || !U16_IS_LEAD(units[0]) || !U16_IS_TRAIL(units[1])) return 0;
    return static_cast<char32_t>(U16_GET_SUPPLEMENTARY(units[0], units[1]));
  }

  char32_t decode(char32_t bytes, PrivateUse private_use) {
    const char pair[] = {static_cast<char>(bytes >> 8), static_cast<char>(bytes & 0xFF)};
    const char32_t meaning =
        decode(bytes > 0xFF ? std::string_view(pair, 2) : std::string_view(pair + 1, 1));
    const bool is_private = meaning >= 0xE000 && meaning < 0xF900;
    return is_private && private_use == PrivateUse::Drop ? 0 : meaning;
  }

 private:
  UConverter* converter_ = nullptr;
};

// The rows of a table: a range of lead bytes (or none) and its trail bytes.
struct Shape {
  std::vector<unsigned> leads;
  std::vector<unsigned> trails;
};

std::vector<unsigned> range(unsigned first, unsigned last) {
  std::vector<unsigned> bytes;
  for (unsigned byte = first; byte <= last; ++byte) bytes.push_back(byte);
  return bytes;
}

std::vector<unsigned> operator+(std::vector<unsigned> left, const std::vector<unsigned>& right) {
  left.insert(left.end(), right.begin(), right.end());
  return left;
}

struct Table {
  const char* name;
  const char* type;
  const char* converter;
  Shape shape;
  PrivateUse private_use = PrivateUse::Drop;
};

std::vector<Table> multi_byte_tables() {
  return {
      {"kBig5",
       "char32_t",
       "ibm-1375_P100-2008",
       {range(0x81, 0xFE), range(0x40, 0x7E) + range(0xA1, 0xFE)}},
      {"kEucKr", "char16_t", "windows-949-2000", {range(0x81, 0xFE), range(0x41, 0xFE)}},
      {"kGb18030",
       "char16_t",
       "gb18030",
       {range(0x81, 0xFE), range(0x40, 0x7E) + range(0x80, 0xFE)},
       PrivateUse::Keep},
      {"kJis0208",
       "char16_t",
       "ibm-943_P15A-2003",
       {range(0x81, 0x9F) + range(0xE0, 0xFC), range(0x40, 0x7E) + range(0x80, 0xFC)},
       PrivateUse::Keep},
  };
}

struct SingleByteTable {
  const char* name;
  const char* converter;
};

constexpr SingleByteTable kSingleByteTables[] = {
    {"kIbm866", "ibm-866_P100-1995"},
    {"kIso8859Part2", "ISO-8859-2"},
    {"kIso8859Part3", "ISO-8859-3"},
    {"kIso8859Part4", "ISO-8859-4"},
    {"kIso8859Part5", "ISO-8859-5"},
    {"kIso8859Part6", "ISO-8859-6"},
    {"kIso8859Part7", "ISO-8859-7"},
    {"kIso8859Part8", "ISO-8859-8"},
    {"kIso8859Part10", "ISO-8859-10"},
    {"kIso8859Part13", "ISO-8859-13"},
    {"kIso8859Part14", "ISO-8859-14"},
    {"kIso8859Part15", "ISO-8859-15"},
    {"kIso8859Part16", "ISO-8859-15"},
    {"kKoi8R", "KOI8-R"},
    {"kKoi8U", "KOI8-U"},
    {"kMacintosh", "macintosh"},
    {"kWindows874", "windows-874"},
    {"kWindows1250", "windows-1250"},
    {"kWindows1251", "windows-1251"},
    {"kWindows1252", "windows-1252"},
    {"kWindows1253", "windows-1253"},
    {"kWindows1254", "windows-1254"},
    {"kWindows1255", "windows-1255"},
    {"kWindows1256", "windows-1256"},
    {"kWindows1257", "windows-1257"},
    {"kWindows1258", "windows-1258"},
    {"kXMacCyrillic", "x-mac-cyrillic"},
};

void write_array(std::FILE* out, const char* type, const char* name,
                 const std::vector<char32_t>& values) {
  std::fprintf(out, "const %s %s[%zu] = {", type, name, values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    std::fprintf(out, "%s0x%X,", i % 16 == 0 ? "\n" : "", static_cast<unsigned>(values[i]));
  }
  std::fprintf(out, "};\n");
}

void write_table(std::FILE* out, const Table& table) {
  Converter converter(table.converter);
  std::vector<char32_t> values;
  for (unsigned lead : table.shape.leads) {
    for (unsigned trail : table.shape.trails) {
      const char32_t bytes = lead << 8 | trail;
      char32_t meaning = converter.decode(bytes, table.private_use);
      for (const Correction& correction : corrections(table.name)) {
        if (correction.bytes == bytes) meaning = correction.meaning;
      }
      values.push_back(meaning);
    }
  }
  write_array(out, table.type, table.name, values);
}

// JIS X 0212 has three bytes in EUC-JP.  Its last rows are IBM's in ICU and
// empty in the Standard.
void write_jis0212(std::FILE* out) {
  constexpr unsigned kFirstVendorRow = 0xEE;
  Converter converter("euc-jp-2007");
  std::vector<char32_t> values;
  for (unsigned lead = 0xA1; lead <= 0xFE; ++lead) {
    for (unsigned trail = 0xA1; trail <= 0xFE; ++trail) {
      const char bytes[] = {'\x8F', static_cast<char>(lead), static_cast<char>(trail)};
      values.push_back(lead < kFirstVendorRow ? converter.decode(std::string_view(bytes, 3)) : 0);
    }
  }
  write_array(out, "char16_t", "kJis0212", values);
}

void write_gb18030_ranges(std::FILE* out) {
  constexpr unsigned kPointers = 39420;
  Converter converter("gb18030");
  std::fprintf(out, "const Gb18030Range kGb18030Ranges[] = {\n");
  unsigned count = 0;
  char32_t expected = 0;
  for (unsigned pointer = 0; pointer < kPointers; ++pointer) {
    const char bytes[] = {
        static_cast<char>(0x81 + pointer / 12600), static_cast<char>(0x30 + pointer / 1260 % 10),
        static_cast<char>(0x81 + pointer / 10 % 126), static_cast<char>(0x30 + pointer % 10)};
    const char32_t meaning = converter.decode(std::string_view(bytes, 4));
    if (meaning == 0) give_up("a four-byte character is missing.", "gb18030");
    if (meaning != expected) {
      std::fprintf(out, "{%u, 0x%X},\n", pointer, static_cast<unsigned>(meaning));
      ++count;
    }
    expected = meaning + 1;
  }
  std::fprintf(out, "};\nconst std::size_t kGb18030RangeCount = %u;\n", count);
}

void write_all(std::FILE* out) {
  std::fprintf(out,
               "// Generated by common/gen/encoding_tables.cc.\n"
               "#include \"common/decode/encoding_tables.h\"\n"
               "namespace common::decode::tables {\n");
  for (const SingleByteTable& table : kSingleByteTables) {
    write_table(out, {table.name, "char16_t", table.converter, {{0}, range(0x80, 0xFF)}});
  }
  for (const Table& table : multi_byte_tables()) write_table(out, table);
  write_jis0212(out);
  write_gb18030_ranges(out);
  std::fprintf(out, "}\n");
}

}  // namespace
}  // namespace common::gen

int main(int argc, char** argv) {
  if (argc != 2) common::gen::give_up("give the file to write.", "arguments");
  std::FILE* out = std::fopen(argv[1], "w");
  if (out == nullptr) common::gen::give_up("cannot be written.", argv[1]);
  common::gen::write_all(out);
  if (std::fclose(out) != 0) common::gen::give_up("cannot be written.", argv[1]);
  return 0;
}
