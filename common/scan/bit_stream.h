// Streams of bits, one bit per byte of a haystack, and the few operations that
// make a matcher of them (after Cameron's Parabix).
//
// A program computes new streams from old ones, a batch of words at a time, each
// operation over the whole batch before the next: the batch stays in the
// first-level cache and every operation is a short vector loop.  Bit i of word k
// stands for byte 64k + i, so "one byte later" is a shift to the left, with a
// carry from word to word and from batch to batch.
#pragma once

#include "common/scan/kernel_table.h"

#include <cstddef>
#include <cstdint>

namespace common::scan {

// Runs the operations over the first `words` words of the streams: a multiple of
// 8 up to kStreamWords, but for the last batch of a haystack, which may have any
// number from 1.  Words behind them are overwritten with noise.  Stream s starts at streams + s *
// kStreamStride; its word -1 is there for the kernel to write.  `carries` has one element per
// operation, all zero where a haystack starts, and is what one batch hands to the next.
void run_streams(const StreamOp* ops, std::size_t op_count, std::uint64_t* streams,
                 std::size_t words, StreamCarry* carries);

}  // namespace common::scan
