// PersistentStack: a stack that can go back to an earlier state at no cost.
//
// Entries are never overwritten: each knows the entry below it, so a state is
// the number of the entry on top.
#pragma once

#include <cstdint>
#include <vector>

namespace lint::parser {

template <typename T>
class PersistentStack {
 public:
  struct Mark {
    std::uint32_t top = 0;
    std::uint32_t size = 0;
  };

  bool empty() const { return top_ == 0; }
  // Valid until the next push.
  const T& top() const { return entries_[top_ - 1].value; }
  void push(const T& value) {
    entries_.push_back({value, top_});
    top_ = static_cast<std::uint32_t>(entries_.size());
  }
  void pop() { top_ = entries_[top_ - 1].below; }
  void replace_top(const T& value) {
    const T copy = value;  // It may be in entries_.
    pop();
    push(copy);
  }

  Mark mark() const { return {top_, static_cast<std::uint32_t>(entries_.size())}; }
  void rewind(Mark mark) {
    entries_.resize(mark.size);
    top_ = mark.top;
  }

 private:
  struct Entry {
    T value;
    std::uint32_t below;  // As top_.
  };
  std::vector<Entry> entries_;
  std::uint32_t top_ = 0;  // 1 + its index; 0: empty.
};

}  // namespace lint::parser
