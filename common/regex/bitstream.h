// A finder of candidate lines for patterns without good literals, made of bit
// streams (after Cameron's Parabix).
//
// Problem: `\w{5}\s+\w{5}` has no bytes to look for, and an automaton takes a
// step per byte.  Approach: classify the haystack into one bit stream per byte
// class and run the pattern over 64 positions of a word at once.  A stream
// marks the last bytes of all matches of a part of the pattern; the next part
// moves the marks on.  Only whether a line holds a match is asked, so what only
// makes a match longer is dropped at both ends: `x+` at an end is `x`.
//
// Where the pattern sees more than ASCII, a byte >= 0x80 is itself a candidate,
// and assertions are dropped: hits are then possible, not certain.  A line
// without a hit never matches.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "common/regex/hir.h"
#include "common/scan/bit_stream.h"
#include "common/scan/scan.h"

namespace common::regex {

class BitstreamProgram {
 public:
  struct Hit {
    std::size_t position = scan::npos;  // A byte of the line; the last of a match if is_exact.
    bool is_exact = false;              // There is a match; else there may be one.
    explicit operator bool() const { return position != scan::npos; }
  };

  // The streams of one thread; made for one program.  Results of the batch at
  // hand serve the calls that follow, for the same haystack or a part of it; they
  // are checked against the bytes, so a buffer may be refilled between calls.
  class State {
   public:
    explicit State(const BitstreamProgram& program);

   private:
    friend class BitstreamProgram;

    std::vector<std::uint64_t> memory_;
    std::vector<std::uint64_t*> rows_;  // Where each class's stream begins.
    std::vector<scan::StreamCarry> carries_;
    std::vector<char> text_;      // The haystack's bytes of the batch.
    std::uintptr_t base_ = 0;     // Where they are.
    std::size_t size_ = 0;        // Their number; 0 if there is no batch.
    std::size_t next_words_ = 0;  // Size of the next batch: small at first.
  };

  // None where the pattern matches the empty string, is not made of classes,
  // literals, repeats of them and alternatives, or would take too many steps.
  static std::optional<BitstreamProgram> compile(const Node& root);

  // The first candidate at or behind `from`, the start of the haystack or of a
  // line.  Where no match can contain the line terminator, no line before that
  // of the hit matches.  Otherwise `from` should be 0: behind it, a hit may end a
  // match that starts before `from`.
  Hit find(std::string_view haystack, std::size_t from, State& state) const;

  // Whether every hit is a match.
  bool is_exact() const { return is_exact_ && !non_ascii_is_candidate_; }
  std::size_t op_count() const { return ops_.size(); }
  std::size_t class_count() const { return classes_.size(); }

 private:
  friend class BitstreamCompiler;

  // Computes the streams of the next batch, the front of `rest`.
  void load_batch(std::string_view rest, State& state) const;
  // The first hit behind the batch's first `from` bytes; positions count from
  // its start.
  Hit first_hit(const State& state, std::size_t from) const;

  // Streams 0..classes_.size()-1 are the classes'; result_ marks match ends.
  std::vector<scan::ByteClass> classes_;
  std::vector<scan::StreamOp> ops_;
  std::size_t stream_count_ = 0;
  std::uint16_t result_ = 0;
  std::uint16_t non_ascii_ = 0;  // Stream of the bytes >= 0x80, if they are candidates.
  bool non_ascii_is_candidate_ = false;
  bool is_exact_ = true;  // Nothing was dropped that a match needs.
};

}  // namespace common::regex
