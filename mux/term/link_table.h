// The hyperlinks (OSC 8) of a terminal, and numbers for them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mux::term {

struct Link {
  std::string id;  // Cells of one id and address are one link; may be empty.
  std::string url;
  bool operator==(const Link&) const = default;
};

class LinkTable {
 public:
  // 0 if there is no room: the text is no link then.
  std::uint16_t intern(std::string_view id, std::string_view url);
  // Null for 0 and for numbers that are not in use.
  const Link* find(std::uint16_t number) const;

  // As those of StyleTable.
  bool wants_sweep() const { return numbers_.size() >= bound_; }
  void begin_sweep() { is_marked_.assign(links_.size(), false); }
  void mark(std::uint16_t number) {
    if (number < is_marked_.size()) is_marked_[number] = true;
  }
  void end_sweep();

 private:
  std::unordered_map<std::string, std::uint16_t> numbers_;  // By id, newline, URL.
  std::vector<Link> links_{1};
  std::vector<std::uint16_t> free_;
  std::vector<bool> is_marked_;
  std::size_t bound_ = 1024;
};

}  // namespace mux::term
