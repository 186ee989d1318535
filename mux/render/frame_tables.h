// FrameTables: the styles, clusters and links that the cells of a client's frames
// refer to by number, so that cells are words and frames compare as memory.
//
// Numbers stay valid until compaction, which FrameDiff does between two frames;
// whoever keeps numbers elsewhere compares generation().
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "mux/term/style.h"

namespace mux::render {

using StyleId = std::uint32_t;  // 0: the default style.
using term::Style;

struct Link {
  std::string id;  // Cells with the same one are one link; may be empty.
  std::string url;
  auto operator<=>(const Link&) const = default;
};

// What a blank shows of a style: without what only characters show.
Style blank_look(const Style& style);

// Control characters come in neither clusters nor links: they would reach the terminal.
class FrameTables {
 public:
  FrameTables();

  // `style.link` is a number of this table's links.
  StyleId style(const Style& style);
  const Style& style_of(StyleId id) const { return styles_[id]; }
  StyleId blank_style(StyleId id) const { return blank_styles_[id]; }

  std::uint32_t cluster(std::string_view text);
  const std::string& cluster_of(std::uint32_t id) const { return clusters_[id]; }

  std::uint16_t link(const Link& link);  // 0 if it cannot be one, or there is no room.
  const Link& link_of(std::uint16_t id) const { return links_[id]; }

  std::size_t size() const { return styles_.size() + clusters_.size() + links_.size(); }
  std::uint32_t generation() const { return generation_; }
  void set_generation(std::uint32_t generation) { generation_ = generation; }

 private:
  std::size_t slot_of(const Style& style) const;
  void grow();

  std::vector<Style> styles_;
  std::vector<StyleId> blank_styles_;
  // Open addressing by hash: numbers plus one, 0 where there is none.
  std::vector<StyleId> slots_;
  std::vector<std::string> clusters_;
  std::unordered_map<std::string, std::uint32_t> cluster_ids_;
  std::vector<Link> links_;  // The first stands for none.
  std::unordered_map<std::string, std::uint16_t> link_ids_;
  StyleId last_style_ = 0;  // Neighbouring cells mostly share theirs.
  std::uint32_t generation_ = 0;
};

}  // namespace mux::render
