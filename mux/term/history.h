// History: the lines that have left the upper edge of the screen.
//
// Lines are kept as bytes (line_codec.h) in pages of about 64 KiB, each of which
// stands for itself, links included.  Old lines go by whole pages; those of the
// oldest page that are over the limit are there but not counted.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <vector>

#include "mux/term/line_codec.h"

namespace mux::term {

struct HistoryLimit {
  std::uint32_t lines = 10'000;
  std::size_t bytes = std::size_t{64} << 20;
};

class History {
 public:
  explicit History(const HistoryLimit& limit) : limit_(limit) {}

  // Lines are the rows as they were on the screen, 0 is the oldest.
  std::size_t size() const { return size_; }
  EncodedLine line(std::size_t index) const;
  // Calls visit(line) for the lines [first, end), which are good until the next push.
  template <typename Visit>
  void for_each_line(std::size_t first, std::size_t end, const Visit& visit) const {
    std::uint64_t number = first_number() + first;
    const std::uint64_t behind = first_number() + end;
    for (auto page = page_at(number); number < behind; ++page) {
      const auto& starts = (*page)->starts;
      const std::uint64_t lines = std::min(behind - (*page)->first, std::uint64_t{starts.size()});
      for (auto i = number - (*page)->first; i < lines; ++i, ++number) {
        visit(read_line((*page)->bytes.get() + starts[i]));
      }
    }
  }
  // Appends the cells of a line; returns the style behind them.
  StyleId decode(std::size_t index, Tables& tables, std::vector<Cell>& cells) const;

  void push(const Row& row, const Tables& tables);
  // Forgets the newest line.
  void pop();
  void clear();

  // Memory of the pages.
  std::size_t bytes() const;
  // Lines that were ever pushed, less those popped: the number of line `index`
  // is first_number() + index, whatever is evicted.
  std::uint64_t first_number() const { return pushed_ - size_; }

 private:
  struct Page {
    std::unique_ptr<char[]> bytes;
    std::size_t size = 0;
    std::size_t capacity = 0;
    std::vector<std::uint32_t> starts;  // Of its lines.
    std::vector<Link> links;
    std::uint64_t first = 0;  // Number of its first line.
    std::size_t link_bytes = 0;

    std::size_t memory() const {
      return capacity + starts.capacity() * sizeof(std::uint32_t) + link_bytes;
    }
  };

  using Pages = std::deque<std::unique_ptr<Page>>;
  Pages::const_iterator page_at(std::uint64_t number) const;
  Page& page_with_room(std::size_t more);
  Page& add_page(std::size_t more);
  void seal(Page& page);
  void push_styled(const Row& row, const Tables& tables);
  void count_line(Page& page, std::size_t end);
  void evict();

  HistoryLimit limit_;
  Pages pages_;
  LineEncoder encoder_;
  std::uint64_t pushed_ = 0;
  std::size_t size_ = 0;
  std::size_t bytes_ = 0;  // Memory of all pages but the last one.
};

}  // namespace mux::term
