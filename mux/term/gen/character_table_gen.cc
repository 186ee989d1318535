// Writes the table behind characters.h.
//
//   character_table_gen EMOJI_DATA OUT
//
// EMOJI_DATA is emoji-data.txt of the Unicode Character Database.
#include <utf8proc.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "common/text/width.h"
#include "mux/term/characters.h"

namespace {

using mux::term::Character;
using mux::term::Joining;

constexpr char32_t kCount = 0x110000;

// The code points that have a property.
struct EmojiData {
  std::vector<bool> emoji = std::vector<bool>(kCount);
  std::vector<bool> presentation = std::vector<bool>(kCount);
  std::vector<bool> pictographic = std::vector<bool>(kCount);
  std::vector<bool> modifier = std::vector<bool>(kCount);
};

std::vector<bool>* property_of(EmojiData& data, const std::string& name) {
  if (name == "Emoji") return &data.emoji;
  if (name == "Emoji_Presentation") return &data.presentation;
  if (name == "Extended_Pictographic") return &data.pictographic;
  if (name == "Emoji_Modifier") return &data.modifier;
  return nullptr;
}

// Lines are "231A..231B    ; Emoji   # comment".
bool read_emoji_data(const char* path, EmojiData& data) {
  std::ifstream file(path);
  std::string line;
  while (std::getline(file, line)) {
    std::istringstream words(line.substr(0, line.find('#')));
    std::string range;
    std::string semicolon;
    std::string name;
    if (!(words >> range >> semicolon >> name)) continue;
    std::vector<bool>* const members = property_of(data, name);
    if (members == nullptr) continue;
    const std::size_t dots = range.find("..");
    const unsigned long first = std::stoul(range, nullptr, 16);
    const unsigned long last =
        dots == std::string::npos ? first : std::stoul(range.substr(dots + 2), nullptr, 16);
    for (unsigned long c = first; c <= last && c < kCount; ++c) (*members)[c] = true;
  }
  return data.emoji['1'];
}

Joining joining_of(char32_t c, unsigned width, const EmojiData& data) {
  if (c == 0x200D) return Joining::Joiner;
  if (data.modifier[c]) return Joining::Modifier;
  switch (utf8proc_get_property(static_cast<utf8proc_int32_t>(c))->boundclass) {
    case UTF8PROC_BOUNDCLASS_REGIONAL_INDICATOR:
      return Joining::Regional;
    case UTF8PROC_BOUNDCLASS_L:
      return Joining::JamoLead;
    case UTF8PROC_BOUNDCLASS_V:
      return Joining::JamoVowel;
    case UTF8PROC_BOUNDCLASS_T:
      return Joining::JamoTail;
    case UTF8PROC_BOUNDCLASS_LV:
      return Joining::SyllableOpen;
    case UTF8PROC_BOUNDCLASS_LVT:
      return Joining::SyllableClosed;
    default:
      break;
  }
  if (data.pictographic[c]) return Joining::Pictograph;
  return width == 0 && c >= 0x300 ? Joining::Mark : Joining::Other;
}

unsigned width_of(char32_t c, const EmojiData& data) {
  if (c == 0xAD) return 1;  // Soft hyphen: every wcwidth draws it.
  const bool is_regional = c >= 0x1F1E6 && c <= 0x1F1FF;
  if (is_regional || data.presentation[c]) return 2;
  const std::size_t width = common::display_width(c);
  return width > 2 ? 2 : static_cast<unsigned>(width);
}

std::vector<std::string> rows_of_table(const EmojiData& data, std::vector<unsigned>& blocks) {
  std::map<std::string, unsigned> numbers;
  std::vector<std::string> rows;
  for (char32_t block = 0; block < kCount >> 8; ++block) {
    std::string row;
    for (char32_t c = block << 8; c < (block + 1) << 8; ++c) {
      const unsigned width = width_of(c, data);
      row += std::to_string(Character(width, joining_of(c, width, data), data.emoji[c]).bits());
      row += (c & 31) == 31 ? ",\n" : ",";
    }
    const auto [found, is_new] =
        numbers.emplace(std::move(row), static_cast<unsigned>(rows.size()));
    if (is_new) rows.push_back(found->first);
    blocks.push_back(found->second);
  }
  return rows;
}

}  // namespace

int main(int argc, char** argv) {
  EmojiData data;
  if (argc != 3 || !read_emoji_data(argv[1], data)) {
    std::fprintf(stderr, "usage: character_table_gen EMOJI_DATA OUT\n");
    return EXIT_FAILURE;
  }
  std::vector<unsigned> blocks;
  const std::vector<std::string> rows = rows_of_table(data, blocks);
  std::ofstream out(argv[2]);
  out << "#include \"mux/term/characters.h\"\n\nnamespace mux::term {\n\n"
      << "const std::uint16_t kCharacterBlocks[0x1100] = {\n";
  for (std::size_t i = 0; i < blocks.size(); ++i) out << blocks[i] << (i % 32 == 31 ? ",\n" : ",");
  out << "};\n\nconst std::uint8_t kCharacterRows[][256] = {\n";
  for (const std::string& row : rows) out << "{" << row << "},\n";
  out << "};\n\n}  // namespace mux::term\n";
  return out.flush() ? EXIT_SUCCESS : EXIT_FAILURE;
}
