// The labels that completions offer: the name of every encoding of the Encoding
// Standard, and the labels people use most.  All labels are accepted as values.
#include "common/cli/generate.h"

namespace common::cli {

namespace {

constexpr std::string_view kLabels[] = {
    "auto",         "none",         "ascii",        "big5",          "cp1250",       "cp1251",
    "cp1252",       "cp866",        "euc-jp",       "euc-kr",        "gb18030",      "gb2312",
    "gbk",          "greek",        "hebrew",       "ibm866",        "iso-2022-jp",  "iso-8859-1",
    "iso-8859-10",  "iso-8859-13",  "iso-8859-14",  "iso-8859-15",   "iso-8859-16",  "iso-8859-2",
    "iso-8859-3",   "iso-8859-4",   "iso-8859-5",   "iso-8859-6",    "iso-8859-7",   "iso-8859-8",
    "iso-8859-8-i", "koi8-r",       "koi8-u",       "latin1",        "macintosh",    "shift_jis",
    "sjis",         "utf-16",       "utf-16be",     "utf-16le",      "utf-8",        "windows-1250",
    "windows-1251", "windows-1252", "windows-1253", "windows-1254",  "windows-1255", "windows-1256",
    "windows-1257", "windows-1258", "windows-874",  "x-mac-cyrillic"};

}  // namespace

std::span<const std::string_view> encoding_labels() {
  return kLabels;
}

}  // namespace common::cli
