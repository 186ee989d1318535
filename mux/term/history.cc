#include "mux/term/history.h"

#include <algorithm>
#include <cstring>

namespace mux::term {

namespace {

constexpr std::size_t kPageBytes = std::size_t{64} << 10;
constexpr std::size_t kFirstPageBytes = std::size_t{2} << 10;

}  // namespace

const History::Page& History::page_of(std::uint64_t number) const {
  const auto after =
      std::ranges::upper_bound(pages_, number, {}, [](const auto& page) { return page->first; });
  return **std::prev(after);
}

EncodedLine History::line(std::size_t index) const {
  const std::uint64_t number = first_number() + index;
  const Page& page = page_of(number);
  return read_line(page.bytes.data() + page.starts[number - page.first]);
}

StyleId History::decode(std::size_t index, Tables& tables, std::vector<Cell>& cells) const {
  const std::uint64_t number = first_number() + index;
  const Page& page = page_of(number);
  const EncodedLine line = read_line(page.bytes.data() + page.starts[number - page.first]);
  return decode_line(line, page.links, tables, cells);
}

// The last page, if it takes that many bytes more; else a new one.
History::Page& History::writable_page(std::size_t more) {
  if (!pages_.empty()) {
    Page& last = *pages_.back();
    if (last.starts.empty() || last.bytes.size() + more <= kPageBytes) return last;
    last.bytes.shrink_to_fit();
    last.starts.shrink_to_fit();
    for (const Link& link : last.links) {
      last.link_bytes += sizeof(Link) + link.id.size() + link.url.size();
    }
    bytes_ += last.memory();
  }
  const bool is_first = pages_.empty();
  pages_.push_back(std::make_unique<Page>());
  pages_.back()->first = pushed_;
  // A pane with little output stays small.
  pages_.back()->bytes.reserve(is_first ? kFirstPageBytes : kPageBytes);
  return *pages_.back();
}

void History::push(const Row& row, const Tables& tables) {
  if (limit_.lines == 0) return;
  std::vector<Link> no_links;
  std::vector<Link>& links = pages_.empty() ? no_links : pages_.back()->links;
  const std::size_t known_links = links.size();
  std::string_view bytes = encoder_.encode(row, tables, links);
  Page* page = &writable_page(bytes.size());
  if (&page->links != &links && links.size() > 0) {
    // The line refers to links of the page before: once more, for this one.
    links.resize(known_links);
    bytes = encoder_.encode(row, tables, page->links);
  }
  page->starts.push_back(static_cast<std::uint32_t>(page->bytes.size()));
  page->bytes.insert(page->bytes.end(), bytes.begin(), bytes.end());
  ++pushed_;
  ++size_;
  if (size_ > limit_.lines || bytes_ > limit_.bytes) evict();
}

void History::evict() {
  while (pages_.size() > 1) {
    const Page& oldest = *pages_.front();
    const std::uint64_t behind = oldest.first + oldest.starts.size();
    const bool is_over = pushed_ - behind >= limit_.lines || bytes_ > limit_.bytes;
    if (!is_over) break;
    bytes_ -= oldest.memory();
    pages_.pop_front();
  }
  const std::uint64_t kept = pushed_ - pages_.front()->first;
  size_ = static_cast<std::size_t>(std::min<std::uint64_t>(kept, limit_.lines));
}

void History::pop() {
  if (size_ == 0) return;
  Page& last = *pages_.back();
  last.bytes.resize(last.starts.back());
  last.starts.pop_back();
  --pushed_;
  --size_;
  if (!last.starts.empty()) return;
  pages_.pop_back();
  if (!pages_.empty()) bytes_ -= pages_.back()->memory();
}

void History::clear() {
  pages_.clear();
  size_ = 0;
  bytes_ = 0;
}

}  // namespace mux::term
