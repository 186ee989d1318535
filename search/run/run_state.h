// What the threads of one run share.
#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>

#include "search/printer/stats.h"
#include "search/run/messages.h"
#include "search/run/output_lane.h"
#include "search/run/plan.h"
#include "search/run/shared_output.h"

namespace search {

struct RunState {
  RunState(const SearchPlan& run_plan, Messages& run_messages, SharedOutput& run_output)
      : plan(run_plan), messages(run_messages), output(run_output) {}

  const SearchPlan& plan;
  Messages& messages;
  SharedOutput& output;
  OutputLane::Options lane;
  std::atomic<bool> has_matched = false;
  std::atomic<bool> has_searched = false;  // Any file at all.
  std::atomic<bool> is_stopped = false;    // What was asked is known.

  bool must_stop() const { return is_stopped.load(std::memory_order_relaxed) || output.failed(); }
  void add(const Stats& stats) {
    const std::lock_guard lock(totals_mutex);
    total += stats;
  }

  std::mutex totals_mutex;
  Stats total;  // Guarded by totals_mutex.
};

// Flags are looked at before they are set: threads share the cache line.
inline void raise(std::atomic<bool>& flag) {
  if (!flag.load(std::memory_order_relaxed)) flag.store(true, std::memory_order_relaxed);
}

}  // namespace search
