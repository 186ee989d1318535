#include "common/regex/promotion.h"

#include <optional>

namespace common::regex {
namespace {

// Compiling a position of the pattern costs as much as the DFA does on so many bytes.
constexpr std::size_t kCostPerPosition = 128u << 10;

// The verdict is made on so many bytes, and change must be worth its risk.
constexpr std::size_t kMeasuredBytes = 512u << 10;
constexpr double kAdvantage = 1.15;

}  // namespace

Promotion::Phase Promotion::compile_if_due(std::size_t costs) const {
  const std::optional<HyperscanSyntax> syntax = to_hyperscan(existence_, line_terminator_);
  if (!syntax) return Phase::Decided;
  const std::size_t due = kLeastCosts + kCostPerPosition * syntax->position_count;
  due_.store(due, std::memory_order_relaxed);
  if (costs < due) return Phase::Waiting;
  finder_ = HyperscanFinder::compile(*syntax, line_terminator_);
  return finder_ ? Phase::Measuring : Phase::Decided;
}

const HyperscanFinder* Promotion::note_buffer(std::size_t cost) const {
  Phase phase = phase_.load(std::memory_order_relaxed);
  std::size_t costs = 0;
  if (phase == Phase::Waiting) {
    // Without this buffer: it may be all that there is.
    costs = costs_.fetch_add(cost, std::memory_order_relaxed);
    if (costs < due_.load(std::memory_order_relaxed)) return nullptr;
  } else if (phase != Phase::Measuring) {
    return nullptr;
  }
  if (!phase_.compare_exchange_strong(phase, Phase::Busy, std::memory_order_acquire)) {
    return nullptr;
  }
  if (phase == Phase::Measuring) return finder_.get();
  phase_.store(compile_if_due(costs), std::memory_order_release);
  return nullptr;
}

void Promotion::judge(std::size_t size, Times times) const {
  measured_bytes_ += size;
  times_.plan += times.plan;
  times_.hyperscan += times.hyperscan;
  Phase next = Phase::Measuring;
  if (measured_bytes_ >= kMeasuredBytes) {
    next = Phase::Decided;
    if (times_.plan > kAdvantage * times_.hyperscan) {
      adopted_.store(finder_.get(), std::memory_order_release);
    }
  }
  phase_.store(next, std::memory_order_release);
}

}  // namespace common::regex
