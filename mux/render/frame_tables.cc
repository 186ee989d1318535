#include "mux/render/frame_tables.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>

namespace mux::render {

namespace {

constexpr std::size_t kFirstSlots = 64;  // A power of two.

std::uint64_t hash_of(const Style& style) {
  const auto words = std::bit_cast<std::array<std::uint64_t, 2>>(style);
  const std::uint64_t mixed = words[0] * 0x9E3779B97F4A7C15u ^ words[1];
  const std::uint64_t spread = (mixed ^ mixed >> 29) * 0xBF58476D1CE4E5B9u;
  return spread ^ spread >> 32;
}

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

}  // namespace

Style blank_look(const Style& style) {
  const bool has_line = style.underline != term::Underline::None || style.is_struck ||
                        style.is_overlined || style.is_reversed;
  if (has_line) return style;
  Style blank;
  blank.background = style.background;
  blank.link = style.link;
  return blank;
}

FrameTables::FrameTables() : slots_(kFirstSlots), links_(1) {
  style({});
}

// Where the style is, or would be.
std::size_t FrameTables::slot_of(const Style& style) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash_of(style) & mask;
  while (slots_[slot] != 0 && styles_[slots_[slot] - 1] != style) slot = (slot + 1) & mask;
  return slot;
}

void FrameTables::grow() {
  slots_.assign(slots_.size() * 2, 0);
  for (StyleId id = 0; id < styles_.size(); ++id) slots_[slot_of(styles_[id])] = id + 1;
}

StyleId FrameTables::style(const Style& style) {
  if (!styles_.empty() && styles_[last_style_] == style) return last_style_;
  const std::size_t slot = slot_of(style);
  if (slots_[slot] != 0) return last_style_ = slots_[slot] - 1;
  const auto id = static_cast<StyleId>(styles_.size());
  slots_[slot] = id + 1;
  styles_.push_back(style);
  blank_styles_.push_back(id);
  if (styles_.size() * 2 > slots_.size()) grow();
  if (const Style blank = blank_look(style); blank != style) blank_styles_[id] = this->style(blank);
  return last_style_ = id;
}

std::uint32_t FrameTables::cluster(std::string_view text) {
  const auto next = static_cast<std::uint32_t>(clusters_.size());
  const auto [found, is_new] = cluster_ids_.try_emplace(std::string(text), next);
  if (is_new) {
    std::string& added = clusters_.emplace_back(text);
    std::erase_if(added, is_control);
  }
  return found->second;
}

std::uint16_t FrameTables::link(const Link& link) {
  if (links_.size() > std::numeric_limits<std::uint16_t>::max()) return 0;
  if (std::ranges::any_of(link.id, is_control) || std::ranges::any_of(link.url, is_control)) {
    return 0;
  }
  const auto next = static_cast<std::uint16_t>(links_.size());
  const auto [found, is_new] = link_ids_.try_emplace(link.id + '\n' + link.url, next);
  if (is_new) links_.push_back(link);
  return found->second;
}

}  // namespace mux::render
