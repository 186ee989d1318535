// Jams: clients whose pastes come faster than a program takes them.  Nothing is read
// from their terminals until little is left, so that what is pasted waits where it is;
// unless the program takes nothing at all: then people must get through to close it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "mux/model/ids.h"

namespace mux::server {

class Jams {
 public:
  // `waiting` bytes are kept for the program after a paste.  True: the client is to wait.
  bool note_paste(model::ClientId client, model::PaneId pane, std::size_t waiting,
                  std::uint64_t now_ms);

  // The program has taken some.  Returns who need not wait any more.
  std::vector<model::ClientId> note_taken(model::PaneId pane, std::size_t waiting,
                                          std::uint64_t now_ms);
  // It is gone, or nobody believes in it any more.
  std::vector<model::ClientId> end(model::PaneId pane);

  // Those for whom a program has taken nothing for long; and when to look again.
  std::vector<model::ClientId> give_up(std::uint64_t now_ms);
  std::optional<std::uint64_t> next_check() const;

 private:
  struct Jam {
    std::vector<model::ClientId> clients;
    std::uint64_t gives_up_at = 0;
  };
  std::map<model::PaneId, Jam> jams_;
  std::set<model::PaneId> stuck_;  // That took nothing; they get no more patience.
};

}  // namespace mux::server
