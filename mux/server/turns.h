// Turns: programs that flood are read one after the other, when all else has been done,
// and while somebody types to another one, with pauses.
//
// A program whose terminal is full stops writing.  That, not our own time, is what
// keeps keys fast: then the processors are free for whatever answers the key, for the
// kernel, which carries each byte between terminals, and for who shows the answer.
#pragma once

#include <cstdint>
#include <deque>
#include <vector>

#include "mux/model/ids.h"
#include "mux/server/loop.h"

namespace mux::server {

class PaneProgram;

class Turns {
 public:
  explicit Turns(Loop& loop);

  // There is something to read from a program that floods.
  void join(PaneProgram& program);
  // It is neither in line nor paused any more.
  void leave(PaneProgram& program);
  // Reads from those in line for a while.
  void read();

  // Somebody types to a program: until it has answered, the others wait.
  void make_way(const PaneProgram& typed);
  // Its answer is on its way to who waits for it.
  void answered();

 private:
  void pause(PaneProgram& program);
  void resume();

  Loop& loop_;
  std::deque<PaneProgram*> line_;
  std::vector<PaneProgram*> paused_;
  const PaneProgram* typed_ = nullptr;  // To whom somebody has typed last.
  std::uint64_t typed_until_ = 0;       // Until then somebody is said to be typing.
  std::uint64_t quiet_until_ = 0;       // Until then nothing is read.
  Timer resume_timer_;
};

}  // namespace mux::server
