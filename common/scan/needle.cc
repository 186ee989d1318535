// Needle: preparation, and the linear search for needles that the kernels give up on.
#include "common/base/ascii.h"
#include "common/scan/scan.h"
#include "common/scan/target.h"

#include <algorithm>

namespace common::scan {

namespace {

// Selecting bytes come from the needle's beginning: more choice gains nothing.
constexpr std::size_t kMaxSelectingOffset = 64;

int rank_of(char c, char fold) {
  const auto byte = static_cast<unsigned char>(c);
  if (fold == 0) return byte_rank(byte);
  return std::max(byte_rank(byte), byte_rank(static_cast<unsigned char>(byte ^ 0x20))) + 8;
}

// Longest proper border of every prefix of `text`, [0] unused.
std::vector<std::uint32_t> borders_of(std::string_view text) {
  std::vector<std::uint32_t> borders(text.size() + 1, 0);
  std::uint32_t border = 0;
  for (std::size_t i = 1; i < text.size(); ++i) {
    while (border > 0 && text[i] != text[border]) border = borders[border];
    if (text[i] == text[border]) ++border;
    borders[i + 1] = border;
  }
  return borders;
}

}  // namespace

Needle::Needle(std::string_view text, bool ignore_ascii_case)
    : text_(text), fold_(text.size(), '\0'), ignores_case_(ignore_ascii_case) {
  if (ignore_ascii_case) {
    for (std::size_t i = 0; i < text_.size(); ++i) {
      text_[i] = to_lower(text_[i]);
      if (!is_lower(text_[i])) continue;
      fold_[i] = 0x20;
      folds_ = true;
    }
  }
  borders_ = borders_of(text_);
  const std::size_t candidates = std::min(text_.size(), kMaxSelectingOffset);
  const auto rank = [this](std::size_t i) { return rank_of(text_[i], fold_[i]); };
  std::size_t rarest = 0;
  for (std::size_t i = 1; i < candidates; ++i) {
    if (rank(i) < rank(rarest)) rarest = i;
  }
  // Of the others the rarest; an equal byte says less than a different one.
  std::size_t second = rarest;
  int second_rank = 1000;
  for (std::size_t i = 0; i < candidates; ++i) {
    const int own = rank(i) + (text_[i] == text_[rarest] ? 256 : 0);
    if (i == rarest || own >= second_rank) continue;
    second = i;
    second_rank = own;
  }
  first_ = static_cast<std::uint32_t>(std::min(rarest, second));
  second_ = static_cast<std::uint32_t>(std::max(rarest, second));
}

std::size_t Needle::find(std::string_view bytes, std::size_t from) const {
  if (text_.empty()) return from <= bytes.size() ? from : npos;
  if (text_.size() == 1 && !folds_) return find_byte(bytes, text_[0], from);
  const NeedleQuery query{.text = reinterpret_cast<const Byte*>(text_.data()),
                          .fold = reinterpret_cast<const Byte*>(fold_.data()),
                          .size = text_.size(),
                          .first = first_,
                          .second = second_,
                          .folds = folds_};
  const NeedleAnswer answer =
      kernels().find_needle(reinterpret_cast<const Byte*>(bytes.data()), from, bytes.size(), query);
  return answer.gave_up ? find_linear(bytes, answer.position) : answer.position;
}

std::size_t Needle::find_linear(std::string_view bytes, std::size_t from) const {
  std::size_t matched = 0;
  for (std::size_t i = from; i < bytes.size(); ++i) {
    const auto matches = [&] { return (bytes[i] | fold_[matched]) == text_[matched]; };
    while (matched > 0 && !matches()) matched = borders_[matched];
    if (matches()) ++matched;
    if (matched == text_.size()) return i + 1 - matched;
  }
  return npos;
}

}  // namespace common::scan
