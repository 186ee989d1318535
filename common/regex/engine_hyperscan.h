// A finder of candidate lines that runs Hyperscan over blocks of whole lines.
//
// It has many engines to choose from and picks better ones than ours for many
// alternatives without good literals, but needs milliseconds to compile:
// promotion.h decides when that pays.  Only the ends of matches are asked for,
// and which line they are in; a block's ends are kept for the calls that follow.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "common/regex/hyperscan_syntax.h"
#include "common/scan/scan.h"

struct hs_database;
struct hs_scratch;

namespace common::regex {

class HyperscanFinder {
 public:
  struct Hit {
    std::size_t position = scan::npos;  // A byte of the line.
    bool is_exact = false;              // There is a match; else there may be one.
    explicit operator bool() const { return position != scan::npos; }
  };

  // Of one thread; made for one finder.  What is known about the block at hand is
  // checked against the bytes, so a buffer may be refilled between calls.
  class State {
   public:
    explicit State(const HyperscanFinder& finder);

   private:
    friend class HyperscanFinder;
    struct FreeScratch {
      void operator()(hs_scratch* scratch) const;
    };

    std::unique_ptr<hs_scratch, FreeScratch> scratch_;
    // Bit per byte of the block last scanned: the last one of a match.
    std::vector<std::uint64_t> ends_;
    std::size_t word_count_ = 0;  // Of that block.
    bool has_ends_ = false;       // One of them is set.
    std::vector<char> text_;      // The bytes of the block at hand.
    std::uintptr_t base_ = 0;     // Where they are.
    std::size_t size_ = 0;        // Their number; 0 if there is no such block.
    std::size_t next_size_ = 0;   // Of the next block: small at first.
  };

  // Null where Hyperscan refuses the pattern or the processor.
  static std::unique_ptr<const HyperscanFinder> compile(const HyperscanSyntax& syntax,
                                                        char line_terminator);
  ~HyperscanFinder();

  // The first candidate at or behind `from`, a line start.  No line before that of
  // the hit matches.
  Hit find(std::string_view haystack, std::size_t from, State& state) const;

 private:
  HyperscanFinder() = default;
  // The next hit of the block at hand, which is forgotten if it is not the same
  // any more.  Without a hit, the block has been searched to its end.
  Hit find_known(std::string_view haystack, std::size_t from, State& state) const;
  std::string_view next_block(std::string_view rest, State& state) const;
  bool scan_block(std::string_view block, State& state) const;
  Hit first_hit(std::string_view block, std::size_t from, const State& state) const;
  static void keep(std::string_view block, State& state);
  static int note_end(unsigned id, unsigned long long from, unsigned long long to, unsigned flags,
                      void* state);

  struct FreeDatabase {
    void operator()(hs_database* database) const;
  };

  std::unique_ptr<hs_database, FreeDatabase> database_;
  bool non_ascii_is_candidate_ = false;
  bool is_exact_ = false;
  char line_terminator_ = '\n';
};

}  // namespace common::regex
