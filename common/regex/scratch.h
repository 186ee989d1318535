// What one thread keeps between calls; Scratch::Impl for matcher.cc alone.
#pragma once

#include <cstddef>
#include <optional>

#include "common/regex/automata.h"
#include "common/regex/bitstream.h"
#include "common/regex/engine_pcre2.h"
#include "common/regex/matcher.h"

namespace common::regex {

struct Scratch::Impl {
  Automata::Caches caches;
  std::optional<BitstreamProgram::State> bitstream;
  std::optional<Pcre2Engine::Workspace> pcre2;
  // Whether candidates are worth their price: bytes passed over by the finder
  // and bytes of candidate lines that did not match, since the last verdict.
  std::size_t passed_bytes = 0;
  std::size_t failed_bytes = 0;
  // How many more bytes the DFA shall read by itself.
  std::size_t automaton_bytes = 0;
};

}  // namespace common::regex
