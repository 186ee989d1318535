// Keywords by their text, by perfect hashing: a candidate, at most 8 bytes, is
// one 64-bit number, and a multiplication puts every keyword into a slot of its own.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "lint/parser/token.h"

namespace lint::parser {

inline constexpr std::size_t kLongestKeyword = 8;

struct Keyword {
  std::string_view text;
  TokenKind kind;
};

inline constexpr Keyword kKeywordRows[] = {
    {"False", TokenKind::False},
    {"None", TokenKind::None},
    {"True", TokenKind::True},
    {"and", TokenKind::And},
    {"as", TokenKind::As},
    {"assert", TokenKind::Assert},
    {"async", TokenKind::Async},
    {"await", TokenKind::Await},
    {"break", TokenKind::Break},
    {"case", TokenKind::Case},
    {"class", TokenKind::Class},
    {"continue", TokenKind::Continue},
    {"def", TokenKind::Def},
    {"del", TokenKind::Del},
    {"elif", TokenKind::Elif},
    {"else", TokenKind::Else},
    {"except", TokenKind::Except},
    {"finally", TokenKind::Finally},
    {"for", TokenKind::For},
    {"from", TokenKind::From},
    {"global", TokenKind::Global},
    {"if", TokenKind::If},
    {"import", TokenKind::Import},
    {"in", TokenKind::In},
    {"is", TokenKind::Is},
    {"lambda", TokenKind::Lambda},
    {"lazy", TokenKind::Lazy},
    {"match", TokenKind::Match},
    {"nonlocal", TokenKind::Nonlocal},
    {"not", TokenKind::Not},
    {"or", TokenKind::Or},
    {"pass", TokenKind::Pass},
    {"raise", TokenKind::Raise},
    {"return", TokenKind::Return},
    {"try", TokenKind::Try},
    {"type", TokenKind::Type},
    {"while", TokenKind::While},
    {"with", TokenKind::With},
    {"yield", TokenKind::Yield},
};

// The bytes as a number, the first one lowest; at most 8.
constexpr std::uint64_t keyword_key(std::string_view text) {
  std::uint64_t key = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    key |= static_cast<std::uint64_t>(static_cast<unsigned char>(text[i])) << (8 * i);
  }
  return key;
}

class KeywordTable {
 public:
  constexpr KeywordTable() {
    for (const Keyword& keyword : kKeywordRows) {
      Slot& slot = slots_[slot_of(keyword_key(keyword.text))];
      is_perfect_ = is_perfect_ && slot.key == 0;
      slot = {keyword_key(keyword.text), keyword.kind};
    }
  }
  constexpr bool is_perfect() const { return is_perfect_; }
  // Name, which is 0, if it is none; a jump would be guessed wrongly too often.
  constexpr TokenKind find(std::uint64_t key) const {
    static_assert(TokenKind::Name == TokenKind{});
    const Slot& slot = slots_[slot_of(key)];
    const unsigned mask = 0u - static_cast<unsigned>(slot.key == key);
    return static_cast<TokenKind>(static_cast<unsigned>(slot.kind) & mask);
  }

 private:
  struct Slot {
    std::uint64_t key = 0;
    TokenKind kind = TokenKind::Name;
  };
  static constexpr unsigned kSlotBits = 7;
  static constexpr std::uint64_t kFactor = 0x8AFD2973F8633959;  // Found by trying.
  static constexpr std::size_t slot_of(std::uint64_t key) {
    return static_cast<std::size_t>(key * kFactor >> (64 - kSlotBits));
  }
  std::array<Slot, std::size_t{1} << kSlotBits> slots_{};
  bool is_perfect_ = true;
};

inline constexpr KeywordTable kKeywordTable;
static_assert(kKeywordTable.is_perfect());

// The keyword `text`, which is not empty, or Name.
constexpr TokenKind keyword_kind(std::string_view text) {
  return text.size() > kLongestKeyword ? TokenKind::Name : kKeywordTable.find(keyword_key(text));
}

}  // namespace lint::parser
