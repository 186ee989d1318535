// Bit streams: every target against the scalar twin, over batches of all sizes.
#include "common/scan/bit_stream.h"

#include <doctest/doctest.h>

#include <vector>

#include "common/scan/scan_test_support.h"

namespace common::scan {
namespace {

constexpr std::size_t kInputs = 6;

// Dense, sparse and full words, so that carries ripple far.
std::uint64_t random_word(Random& random) {
  switch (below(random, 5)) {
    case 0:
      return 0;
    case 1:
      return ~std::uint64_t{0};
    case 2:
      return std::uint64_t{1} << below(random, 64);
    case 3:
      return ~(std::uint64_t{1} << below(random, 64));
    default:
      return random();
  }
}

std::vector<StreamOp> random_program(Random& random) {
  std::vector<StreamOp> ops;
  for (std::size_t i = 0; i < 20; ++i) {
    const auto stream = [&] { return static_cast<std::uint16_t>(below(random, kInputs + i)); };
    ops.push_back({.kind = static_cast<StreamOpKind>(below(random, 5)),
                   .shift = static_cast<std::uint8_t>(1 + below(random, 63)),
                   .out = static_cast<std::uint16_t>(kInputs + i),
                   .a = stream(),
                   .b = stream()});
  }
  return ops;
}

// All result words of a haystack cut into the given batches.
std::vector<std::uint64_t> run(const std::vector<StreamOp>& ops,
                               const std::vector<std::uint64_t>& inputs,
                               const std::vector<std::size_t>& batches) {
  std::vector<std::uint64_t> memory((kInputs + ops.size() + 1) * kStreamStride);
  std::uint64_t* streams = memory.data() + 8;
  std::vector<StreamCarry> carries(ops.size());
  std::vector<std::uint64_t> results;
  std::size_t done = 0;
  for (const std::size_t words : batches) {
    for (std::size_t s = 0; s < kInputs; ++s) {
      for (std::size_t i = 0; i < words; ++i) {
        streams[s * kStreamStride + i] = inputs[(done + i) * kInputs + s];
      }
    }
    run_streams(ops.data(), ops.size(), streams, words, carries.data());
    for (std::size_t i = 0; i < words; ++i) {
      for (std::size_t op = 0; op < ops.size(); ++op) {
        results.push_back(streams[(kInputs + op) * kStreamStride + i]);
      }
    }
    done += words;
  }
  return results;
}

TEST_CASE("stream operations agree with the scalar twin however batches are cut") {
  Random random(9);
  for (int round = 0; round < 200; ++round) {
    const std::vector<StreamOp> ops = random_program(random);
    std::vector<std::size_t> batches;
    std::size_t total = 0;
    for (std::size_t i = below(random, 4); i > 0; --i) {
      batches.push_back(8 * (1 + below(random, kStreamWords / 8)));
      total += batches.back();
    }
    batches.push_back(1 + below(random, kStreamWords));
    total += batches.back();
    std::vector<std::uint64_t> inputs(total * kInputs);
    for (auto& word : inputs) word = random_word(random);
    const Target best = chosen_target();
    force_target(Target::Scalar);
    const auto expected = run(ops, inputs, batches);
    force_target(best);
    for_each_target([&] { REQUIRE((run(ops, inputs, batches) == expected)); });
  }
}

TEST_CASE("a run is followed from a marker through any number of words") {
  for_each_target([] {
    const StreamOp op{.kind = StreamOpKind::Plus, .shift = 0, .out = 2, .a = 0, .b = 1};
    std::vector<std::uint64_t> memory(4 * kStreamStride);
    std::uint64_t* streams = memory.data() + 8;
    StreamCarry carry;
    streams[0] = 1u << 4;                        // A marker at byte 4,
    streams[kStreamStride] = ~std::uint64_t{7};  // a run from byte 3
    for (std::size_t i = 1; i < kStreamWords; ++i) streams[kStreamStride + i] = ~std::uint64_t{0};
    run_streams(&op, 1, streams, kStreamWords, &carry);
    CHECK(streams[2 * kStreamStride] == ~std::uint64_t{31});  // is reached from byte 5.
    CHECK(streams[2 * kStreamStride + kStreamWords - 1] == ~std::uint64_t{0});
    streams[0] = 0;
    streams[kStreamStride] = 0xF;  // The run ends in the next batch.
    run_streams(&op, 1, streams, 1, &carry);
    CHECK(streams[2 * kStreamStride] == 0xF);
  });
}

}  // namespace
}  // namespace common::scan
