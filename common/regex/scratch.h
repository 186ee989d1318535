// What one thread keeps between calls; Scratch::Impl for the engines alone.
#pragma once

#include <cstddef>
#include <optional>

#include "common/regex/automata.h"
#include "common/regex/bitstream.h"
#include "common/regex/engine_hyperscan.h"
#include "common/regex/engine_pcre2.h"
#include "common/regex/matcher.h"

namespace common::regex {

struct Scratch::Impl {
  Automata::Caches caches;
  std::optional<BitstreamProgram::State> bitstream;
  std::optional<HyperscanFinder::State> hyperscan;
  std::optional<Pcre2Engine::Workspace> pcre2;
  // Whether candidates are worth their price: bytes passed over by the finder
  // and bytes read because of its candidates, since the last verdict.
  std::size_t passed_bytes = 0;
  std::size_t failed_bytes = 0;
  // How many more bytes the DFA shall read by itself.
  std::size_t automaton_bytes = 0;

  // The verdict: with more than kWasteLimit wasted, and more than half of what was
  // passed, the finder rests while the DFA reads kRest bytes.
  bool finder_rests() {
    constexpr std::size_t kWasteLimit = 4096;
    constexpr std::size_t kRest = 1u << 20;
    if (failed_bytes > kWasteLimit && 2 * failed_bytes > passed_bytes) {
      automaton_bytes = kRest;
      failed_bytes = 0;
      passed_bytes = 0;
    }
    return automaton_bytes > 0;
  }
};

}  // namespace common::regex
