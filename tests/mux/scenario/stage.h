// Stage: a server in this process, with programs and clients that are not real.
//
// Everything runs on one thread and over sockets that hand over at once, so after each
// step the session can be driven until it waits for nothing but the next step.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "mux/action/action_call.h"
#include "mux/layout/builtin_layouts.h"
#include "mux/protocol/messages.h"
#include "mux/server/server.h"
#include "tests/mux/scenario/fake_client.h"
#include "tests/mux/scenario/fake_programs.h"

namespace story {

struct StageSetup {
  mux::term::Size size{.columns = 60, .rows = 12};
  std::string layout = "layout {\n pane\n}\n";
  const mux::layout::BuiltinLayout* builtin = nullptr;  // Instead.
  std::string config;
  bool has_client = true;
};

class Stage {
 public:
  Stage();
  ~Stage();
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;

  const std::string& folder() const { return folder_; }
  common::Result<void> start(const StageSetup& setup);
  // Until nothing goes on by itself any more.
  common::Result<void> settle();

  // What it prints; a note if it is not over yet.  `pane`: of the program that asks.
  common::Result<std::string> perform(const mux::action::ActionCall& call, std::string pane);
  common::Result<std::string> next_reply();

  // What comes of it at first; what has come since; both with a note when it is over.
  common::Result<std::string> subscribe(const mux::protocol::Subscribe& wish);
  common::Result<std::string> heard();

  void attach(int number, mux::term::Size size, bool is_read_only);
  FakeClient* client(int number);
  FakePrograms& programs() { return programs_; }
  void reap() { server_->reap(); }

 private:
  class Request;
  bool read_all();
  std::string socket_path() const;

  std::string folder_;
  FakePrograms programs_;
  std::unique_ptr<mux::server::Loop> loop_;
  std::unique_ptr<mux::server::Server> server_;
  std::map<int, std::unique_ptr<FakeClient>> clients_;
  std::deque<std::unique_ptr<Request>> waiting_;
  std::unique_ptr<Request> subscriber_;
};

}  // namespace story
