#include "mux/term/history.h"

#include <algorithm>
#include <cstring>

namespace mux::term {

namespace {

constexpr std::size_t kPageBytes = std::size_t{64} << 10;
constexpr std::size_t kFirstPageBytes = std::size_t{2} << 10;

}  // namespace

EncodedLine History::line(std::size_t index) const {
  const std::uint64_t number = first_number() + index;
  const Page& page = **page_with(pages_, number);
  return read_line(page.bytes.get() + page.starts[number - page.first]);
}

StyleId History::decode(std::size_t index, Tables& tables, std::vector<Cell>& cells) const {
  const std::uint64_t number = first_number() + index;
  const Page& page = **page_with(pages_, number);
  const EncodedLine line = read_line(page.bytes.get() + page.starts[number - page.first]);
  return decode_line(line, page.links, tables, cells);
}

namespace {

std::shared_ptr<HistoryPage> copy_of(const HistoryPage& page) {
  auto copy = std::make_shared<HistoryPage>();
  copy->bytes = std::make_unique_for_overwrite<char[]>(page.size);
  std::copy_n(page.bytes.get(), page.size, copy->bytes.get());
  copy->size = copy->capacity = page.size;
  copy->starts = page.starts;
  copy->links = page.links;
  copy->first = page.first;
  return copy;
}

void change_capacity(std::unique_ptr<char[]>& bytes, std::size_t size, std::size_t capacity) {
  auto copy = std::make_unique_for_overwrite<char[]>(capacity);
  std::copy_n(bytes.get(), size, copy.get());
  bytes = std::move(copy);
}

}  // namespace

// A page that is complete takes no more memory than it needs.
void History::seal(Page& page) {
  change_capacity(page.bytes, page.size, page.size);
  page.capacity = page.size;
  page.starts.shrink_to_fit();
  for (const Link& link : page.links) {
    page.link_bytes += sizeof(Link) + link.id.size() + link.url.size();
  }
  bytes_ += page.memory();
}

// The last one is to change again, as those behind it are gone.
void History::unseal_last() {
  Page& sealed = *pages_.back();
  bytes_ -= sealed.memory();
  pages_.back() = copy_of(sealed);
}

// The last page if it takes that many bytes more, else a new one.
History::Page& History::page_with_room(std::size_t more) {
  if (!pages_.empty()) {
    Page& last = *pages_.back();
    if (last.size + more <= last.capacity) return last;
    if (last.size + more <= kPageBytes) {
      // A pane with little output stays small.
      last.capacity = std::min(kPageBytes, std::max(last.capacity * 2, last.size + more));
      change_capacity(last.bytes, last.size, last.capacity);
      return last;
    }
    seal(last);
    evict();
  }
  return add_page(more);
}

History::Page& History::add_page(std::size_t more) {
  pages_.push_back(std::make_shared<Page>());
  Page& page = *pages_.back();
  page.capacity = std::max(more, pages_.size() == 1 ? kFirstPageBytes : kPageBytes);
  page.bytes = std::make_unique_for_overwrite<char[]>(page.capacity);
  page.first = pushed_;
  return page;
}

void History::count_line(Page& page, std::size_t end) {
  page.starts.push_back(static_cast<std::uint32_t>(page.size));
  page.size = end;
  ++pushed_;
  if (size_ < limit_.lines) ++size_;
}

void History::push(const Row& row, const Tables& tables) {
  if (limit_.lines == 0) return;
  Page& page = page_with_room(plain_room(row.length));
  const char* const end = encode_plain(row, tables, page.bytes.get() + page.size);
  if (end != nullptr) {
    count_line(page, static_cast<std::size_t>(end - page.bytes.get()));
  } else {
    push_styled(row, tables);
  }
}

void History::push_styled(const Row& row, const Tables& tables) {
  Page* page = pages_.back().get();
  std::string_view bytes = encoder_.encode(row, tables, page->links);
  Page* const target = &page_with_room(bytes.size());
  if (target != page) {
    // Its links are those of the page it is in.
    page = target;
    bytes = encoder_.encode(row, tables, page->links);
  }
  std::ranges::copy(bytes, page->bytes.get() + page->size);
  count_line(*page, page->size + bytes.size());
}

// Forgets pages that are over the limits; the last one stays.
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
  last.size = last.starts.back();
  last.starts.pop_back();
  --pushed_;
  --size_;
  if (!last.starts.empty()) return;
  pages_.pop_back();
  if (!pages_.empty()) unseal_last();
}

HistoryLines History::lines() const {
  HistoryLines lines;
  lines.first_number_ = first_number();
  lines.size_ = size_;
  lines.pages_.assign(pages_.begin(), pages_.end());
  if (!pages_.empty()) lines.pages_.back() = copy_of(*pages_.back());
  return lines;
}

std::size_t HistoryLines::bytes() const {
  std::size_t sum = 0;
  for (const auto& page : pages_) sum += page->size;
  return sum;
}

std::size_t History::bytes() const {
  return bytes_ + (pages_.empty() ? 0 : pages_.back()->memory());
}

void History::clear() {
  pages_.clear();
  size_ = 0;
  bytes_ = 0;
}

}  // namespace mux::term
