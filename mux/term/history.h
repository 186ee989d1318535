// History: the lines that have left the upper edge of the screen.
//
// Lines are kept as bytes (line_codec.h) in pages of about 64 KiB, each of which
// stands for itself, links included.  Old lines go by whole pages; those of the
// oldest page that are over the limit are there but not counted.
//
// All pages but the last one never change, so whoever reads them elsewhere has them
// in common with history.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <iterator>
#include <memory>
#include <vector>

#include "mux/term/line_codec.h"

namespace mux::term {

struct HistoryLimit {
  std::uint32_t lines = 10'000;
  std::size_t bytes = std::size_t{64} << 20;
};

struct HistoryPage {
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

// The page with the line of that number.
template <typename Pages>
auto page_with(const Pages& pages, std::uint64_t number) {
  const auto after =
      std::ranges::upper_bound(pages, number, {}, [](const auto& page) { return page->first; });
  return after == pages.begin() ? after : std::prev(after);
}

// Calls visit(line) for the lines of those numbers.
template <typename Pages, typename Visit>
void visit_lines(const Pages& pages, std::uint64_t number, std::uint64_t behind,
                 const Visit& visit) {
  for (auto page = page_with(pages, number); number < behind; ++page) {
    const auto& starts = (*page)->starts;
    const std::uint64_t lines = std::min(behind - (*page)->first, std::uint64_t{starts.size()});
    for (auto i = number - (*page)->first; i < lines; ++i, ++number) {
      visit(read_line((*page)->bytes.get() + starts[i]));
    }
  }
}

// The lines of a history at one moment, for any thread, whatever becomes of history.
class HistoryLines {
 public:
  std::size_t size() const { return size_; }
  template <typename Visit>
  void for_each_line(std::size_t first, std::size_t end, const Visit& visit) const {
    visit_lines(pages_, first_number_ + first, first_number_ + end, visit);
  }
  // Of all its lines.
  std::size_t bytes() const;

 private:
  friend class History;
  std::vector<std::shared_ptr<const HistoryPage>> pages_;
  std::uint64_t first_number_ = 0;
  std::size_t size_ = 0;
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
    visit_lines(pages_, first_number() + first, first_number() + end, visit);
  }
  // As they are now, without copying more than a page.
  HistoryLines lines() const;
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
  using Page = HistoryPage;
  Page& page_with_room(std::size_t more);
  Page& add_page(std::size_t more);
  void seal(Page& page);
  void unseal_last();
  void push_styled(const Row& row, const Tables& tables);
  void count_line(Page& page, std::size_t end);
  void evict();

  HistoryLimit limit_;
  std::deque<std::shared_ptr<Page>> pages_;
  LineEncoder encoder_;
  std::uint64_t pushed_ = 0;
  std::size_t size_ = 0;
  std::size_t bytes_ = 0;  // Memory of all pages but the last one.
};

}  // namespace mux::term
