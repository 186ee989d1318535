#include "common/text/diff_cleanup.h"

#include <algorithm>

namespace common {
namespace {

using Items = std::span<const std::uint32_t>;
using Kind = DiffOp::Kind;

class Cleanup {
 public:
  Cleanup(Items old_items, Items new_items, std::vector<DiffOp>& ops)
      : old_(old_items), new_(new_items), ops_(ops) {}

  void run() {
    shift_all(Kind::Delete);
    shift_all(Kind::Insert);
    fix_positions();
  }

 private:
  void shift_all(Kind kind) {
    for (at_ = 0; at_ < ops_.size(); ++at_) {
      if (ops_[at_].kind != kind) continue;
      shift_up();
      shift_down();
    }
  }

  void erase(std::size_t index) { ops_.erase(ops_.begin() + static_cast<std::ptrdiff_t>(index)); }
  void insert_equal(std::size_t index, std::size_t old_start, std::size_t new_start,
                    std::size_t size) {
    ops_.insert(ops_.begin() + static_cast<std::ptrdiff_t>(index),
                {Kind::Equal, old_start, size, new_start, size});
  }
  bool is_equal(std::size_t index) const {
    return index < ops_.size() && ops_[index].kind == Kind::Equal;
  }

  // Only an edit moves that would meet another of its kind (deletions) or may
  // meet one (insertions).
  bool may_shift(std::size_t other) const {
    return ops_[at_].kind == Kind::Insert ||
           (other < ops_.size() && ops_[other].kind == Kind::Delete);
  }

  void shift_up() {
    while (at_ > 0) {
      if (is_equal(at_ - 1)) {
        if (!may_shift(at_ >= 2 ? at_ - 2 : ops_.size()) || !slide_up()) return;
      } else {
        join_neighbours(at_ - 1);
        --at_;
      }
    }
  }

  void shift_down() {
    while (at_ + 1 < ops_.size()) {
      if (is_equal(at_ + 1)) {
        if (!may_shift(at_ + 2) || !slide_down()) return;
      } else if (join_neighbours(at_)) {
        ++at_;
      }
    }
  }

  // Two edits side by side: those of one kind become one, others change places
  // (then true).
  bool join_neighbours(std::size_t left) {
    DiffOp& a = ops_[left];
    DiffOp& b = ops_[left + 1];
    if (a.kind == b.kind) {
      a.old_size += b.old_size;
      a.new_size += b.new_size;
      erase(left + 1);
      return false;
    }
    const std::size_t old_end = b.old_end();
    const std::size_t new_end = b.new_end();
    const std::size_t old_start = a.old_start;
    const std::size_t new_start = a.new_start;
    std::swap(a, b);
    if (a.kind == Kind::Insert) a.old_start = old_start;
    if (a.kind == Kind::Delete) a.new_start = new_start;
    if (b.kind == Kind::Insert) b.old_start = old_end;
    if (b.kind == Kind::Delete) b.new_start = new_end;
    return true;
  }

  // False: it cannot move on.
  bool slide_up() {
    const DiffOp edit = ops_[at_];
    const DiffOp previous = ops_[at_ - 1];
    const bool inserts = edit.kind == Kind::Insert;
    // An insertion ends like the run before it, or a deletion does.
    const Items run = inserts ? old_.subspan(previous.old_start, previous.old_size)
                              : new_.subspan(previous.new_start, previous.new_size);
    const Items moved = inserts ? new_.subspan(edit.new_start, edit.new_size)
                                : old_.subspan(edit.old_start, edit.old_size);
    std::size_t size = 0;
    while (size < std::min(run.size(), moved.size()) &&
           run[run.size() - 1 - size] == moved[moved.size() - 1 - size]) {
      ++size;
    }
    if (size > 0) {
      if (is_equal(at_ + 1)) {
        DiffOp& next = ops_[at_ + 1];
        next = {Kind::Equal, next.old_start - size, next.old_size + size, next.new_start - size,
                next.new_size + size};
      } else if (inserts) {
        insert_equal(at_ + 1, previous.old_end() - size, edit.new_end() - size, size);
      } else {
        insert_equal(at_ + 1, edit.old_end() - size, previous.new_end() - size, size);
      }
      ops_[at_].old_start -= size;
      ops_[at_].new_start -= size;
      ops_[at_ - 1].old_size -= size;
      ops_[at_ - 1].new_size -= size;
    }
    if (ops_[at_ - 1].is_empty()) {
      erase(at_ - 1);
      --at_;
      return true;
    }
    return size > 0;
  }

  bool slide_down() {
    const DiffOp edit = ops_[at_];
    const DiffOp next = ops_[at_ + 1];
    const bool inserts = edit.kind == Kind::Insert;
    const Items run = inserts ? old_.subspan(next.old_start, next.old_size)
                              : new_.subspan(next.new_start, next.new_size);
    const Items moved = inserts ? new_.subspan(edit.new_start, edit.new_size)
                                : old_.subspan(edit.old_start, edit.old_size);
    std::size_t size = 0;
    while (size < std::min(run.size(), moved.size()) && run[size] == moved[size]) ++size;
    if (size > 0) {
      if (at_ > 0 && is_equal(at_ - 1)) {
        ops_[at_ - 1].old_size += size;
        ops_[at_ - 1].new_size += size;
      } else {
        insert_equal(at_, inserts ? next.old_start : edit.old_start, edit.new_start, size);
        ++at_;
      }
      ops_[at_].old_start += size;
      ops_[at_].new_start += size;
      DiffOp& rest = ops_[at_ + 1];
      rest = {Kind::Equal, rest.old_start + size, rest.old_size - size, rest.new_start + size,
              rest.new_size - size};
    }
    if (ops_[at_ + 1].is_empty()) {
      erase(at_ + 1);
      return true;
    }
    return size > 0;
  }

  // Edits that moved do not know where they stand on the side they do not touch.
  void fix_positions() {
    if (ops_.empty()) return;
    std::size_t old_at = ops_.front().old_start;
    std::size_t new_at = ops_.front().new_start;
    for (DiffOp& op : ops_) {
      if (op.kind == Kind::Delete) op.new_start = new_at;
      if (op.kind == Kind::Insert) op.old_start = old_at;
      if (op.kind != Kind::Insert) old_at = op.old_end();
      if (op.kind != Kind::Delete) new_at = op.new_end();
    }
  }

  Items old_;
  Items new_;
  std::vector<DiffOp>& ops_;
  std::size_t at_ = 0;
};

}  // namespace

void clean_up(Items old_items, Items new_items, std::vector<DiffOp>& ops) {
  Cleanup(old_items, new_items, ops).run();
}

std::vector<DiffOp> merged(const std::vector<DiffOp>& ops) {
  std::vector<DiffOp> result;
  for (const DiffOp& op : ops) {
    const bool joins =
        !result.empty() && (result.back().kind == Kind::Equal) == (op.kind == Kind::Equal);
    if (!joins) {
      result.push_back(op);
      continue;
    }
    DiffOp& last = result.back();
    // The side that the first of the edits does not touch starts with this one.
    if (last.old_size == 0) last.old_start = op.old_start;
    if (last.new_size == 0) last.new_start = op.new_start;
    last.old_size += op.old_size;
    last.new_size += op.new_size;
    if (last.kind != op.kind) last.kind = Kind::Replace;
  }
  return result;
}

}  // namespace common
