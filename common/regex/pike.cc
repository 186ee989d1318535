#include "common/regex/pike.h"

#include <algorithm>
#include <span>

#include "common/regex/look.h"

namespace common::regex {

namespace {

using Op = NfaState::Op;

}  // namespace

// One call of find().
class PikeVm::Run {
 public:
  Run(const PikeVm& vm, std::string_view haystack, std::size_t slot_count, Cache& cache)
      : nfa_(vm.nfa_), haystack_(haystack), slot_count_(slot_count), cache_(cache) {
    const std::size_t cells = slot_count * nfa_.states.size();
    if (cache.current_.slots.size() < cells) {
      cache.current_.slots.resize(cells);
      cache.next_.slots.resize(cells);
    }
    cache.current_.states.clear();
    cache.next_.states.clear();
    cache.scratch_slots_.assign(slot_count, kNoSlot);
  }

  bool find(std::size_t at, std::size_t end, bool is_anchored, std::size_t* slots) {
    bool is_found = false;
    for (std::size_t position = at;; ++position) {
      Threads& current = cache_.current_;
      if (current.states.empty() && (is_found || (is_anchored && position > at))) break;
      if (!is_found && (!is_anchored || position == at)) {
        std::ranges::fill(cache_.scratch_slots_, kNoSlot);
        add(nfa_.start, position, current);
      }
      is_found |= advance(position, end, slots);
      if (is_found && slot_count_ == 0) break;
      current.states.clear();
      std::swap(cache_.current_, cache_.next_);
      if (position == end) break;
    }
    return is_found;
  }

 private:
  // Runs the threads over the byte at `position`; true if one matched, which
  // drops those it is preferred to.
  bool advance(std::size_t position, std::size_t end, std::size_t* slots) {
    Threads& current = cache_.current_;
    for (const std::uint32_t id : current.states.values()) {
      const NfaState& state = nfa_.states[id];
      std::uint32_t target = 0;
      if (state.op == Op::Match) {
        std::copy_n(current.slots.data() + id * slot_count_, slot_count_, slots);
        return true;
      }
      if (position == end || !target_of(state, byte_at(position), target)) continue;
      std::copy_n(current.slots.data() + id * slot_count_, slot_count_,
                  cache_.scratch_slots_.data());
      add(target, position + 1, cache_.next_);
    }
    return false;
  }

  bool target_of(const NfaState& state, std::uint8_t byte, std::uint32_t& target) const {
    if (state.op == Op::Bytes) {
      target = state.next;
      return byte >= state.first && byte <= state.last;
    }
    if (state.op != Op::Sparse) return false;
    const std::span edges(nfa_.edges.data() + state.next, state.count);
    const auto edge = std::ranges::lower_bound(edges, byte, {}, &NfaEdge::last);
    if (edge == edges.end() || byte < edge->first) return false;
    target = edge->next;
    return true;
  }

  // Adds the states reached from `from` without reading; scratch_slots_ are
  // those of the thread.
  void add(std::uint32_t from, std::size_t position, Threads& threads) {
    cache_.stack_.clear();
    cache_.stack_.push_back({from, false, 0});
    while (!cache_.stack_.empty()) {
      const Cache::Frame frame = cache_.stack_.back();
      cache_.stack_.pop_back();
      if (frame.restores) {
        cache_.scratch_slots_[frame.id] = frame.old;
      } else {
        visit(frame.id, position, threads);
      }
    }
  }

  void visit(std::uint32_t id, std::size_t position, Threads& threads) {
    while (threads.states.insert(id)) {
      const NfaState& state = nfa_.states[id];
      switch (state.op) {
        case Op::Split:
          for (std::uint32_t i = state.count; i-- > 1;) {
            cache_.stack_.push_back({nfa_.branches[state.next + i], false, 0});
          }
          id = nfa_.branches[state.next];
          continue;
        case Op::Assert:
          if (!look_holds_at(state.look, haystack_, position)) return;
          break;
        case Op::Save:
          if (state.count < slot_count_) {
            std::size_t& slot = cache_.scratch_slots_[state.count];
            cache_.stack_.push_back({state.count, true, slot});
            slot = position;
          }
          break;
        case Op::Fail:
          return;
        default:
          std::ranges::copy(cache_.scratch_slots_, threads.slots.data() + id * slot_count_);
          return;
      }
      id = state.next;
    }
  }

  std::uint8_t byte_at(std::size_t position) const {
    return static_cast<std::uint8_t>(haystack_[position]);
  }

  const Nfa& nfa_;
  std::string_view haystack_;
  std::size_t slot_count_;
  Cache& cache_;
};

bool PikeVm::find(std::string_view haystack, std::size_t at, std::size_t end, bool is_anchored,
                  std::size_t slot_count, std::size_t* slots, Cache& cache) const {
  return Run(*this, haystack, slot_count, cache).find(at, end, is_anchored, slots);
}

}  // namespace common::regex
