// When Hyperscan takes over from the finder of the plan.
//
// Its patterns take milliseconds to compile, more than most searches last, and
// whether they run faster is hard to foretell.  So the plan's finder begins.
// When it has read so much that compiling would have cost less, one thread
// compiles while the others go on; then buffers of the search are searched both
// ways, timed, until enough is known.  Candidates are found one way or the other:
// what is printed does not depend on the verdict.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>

#include "common/regex/engine_hyperscan.h"
#include "common/regex/hir.h"

namespace common::regex {

class Promotion {
 public:
  // The time that both ways take for the same bytes, in any unit.
  struct Times {
    double plan = 0;
    double hyperscan = 0;
  };

  // `existence` outlives the promotion.
  Promotion(const Node& existence, char line_terminator)
      : existence_(existence), line_terminator_(line_terminator) {}

  // The finder to use instead of the plan's; null for the plan's.
  const HyperscanFinder* finder() const { return adopted_.load(std::memory_order_acquire); }

  // The plan's finder is about to read a buffer, at a cost of so many bytes of the
  // DFA.  Returns the finder to be measured on it, or null; judge() must follow.
  const HyperscanFinder* note_buffer(std::size_t cost) const;
  void judge(std::size_t size, Times times) const;

 private:
  enum class Phase : std::uint8_t {
    Waiting,    // For the costs to add up.
    Busy,       // A thread compiles or measures.
    Measuring,  // Waits for the next buffer.
    Decided,
  };

  Phase compile_if_due(std::size_t costs) const;

  static constexpr std::size_t kLeastCosts = 8u << 20;

  const Node& existence_;
  const char line_terminator_;
  mutable std::atomic<Phase> phase_ = Phase::Waiting;
  mutable std::atomic<std::size_t> costs_ = 0;
  mutable std::atomic<const HyperscanFinder*> adopted_ = nullptr;
  // Costs that make it worth a look.
  mutable std::atomic<std::size_t> due_ = kLeastCosts;
  // Of the thread that is Busy.
  mutable std::unique_ptr<const HyperscanFinder> finder_;
  mutable std::size_t measured_bytes_ = 0;
  mutable Times times_;
};

}  // namespace common::regex
