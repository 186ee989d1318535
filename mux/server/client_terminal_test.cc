#include "mux/server/client_terminal.h"

#include <doctest/doctest.h>

#include <string>

#include "mux/server/loop_test_support.h"

namespace mux::server {

namespace {

class Typed : public ClientTerminal::Events, public Connection::Events {
 public:
  void events_came(std::vector<input::Event>& events) override {
    for (const input::Event& event : events) text += input::describe(event) + '\n';
  }
  void terminal_drained() override { ++times_drained; }
  void terminal_lost() override { is_lost = true; }
  void received(Connection& /*connection*/, protocol::Message /*message*/) override {}
  void lost(Connection& /*connection*/) override {}
  void drained(Connection& /*connection*/) override {}

  std::string text;
  int times_drained = 0;
  bool is_lost = false;
};

struct TerminalFixture {
  Loop loop;
  Line line;
  Line wire;
  Typed typed;
  Connection connection{loop, std::move(wire.ours), typed};
  ClientTerminal terminal{loop, std::move(line.ours), connection, typed};
};

TEST_CASE("a terminal that takes nothing stops nobody, and gets nothing more") {
  TerminalFixture f;
  const std::string frame(200'000, 'f');
  while (f.terminal.is_ready()) f.terminal.write(frame);
  for (int i = 0; i < 100; ++i) f.terminal.write_if_room(frame);
  CHECK(!f.terminal.is_ready());
  std::size_t heard = 0;
  CHECK(run_until(f.loop, [&] {
    heard += f.line.hear().size();
    return f.terminal.is_ready();
  }));
  heard += f.line.hear().size();
  // The frames, and what there was room for beside them.
  CHECK(heard <= (std::size_t{1} << 20) + 2 * frame.size() + (std::size_t{1} << 19));
  CHECK(heard % frame.size() == 0);
  CHECK(f.typed.times_drained == 1);
}

TEST_CASE("what is typed waits while nobody reads") {
  TerminalFixture f;
  f.terminal.set_reading(false);
  f.line.say("a");
  bool has_looked = false;
  CHECK(run_until(f.loop, [&] { return std::exchange(has_looked, true); }));
  CHECK(f.typed.text.empty());
  f.terminal.set_reading(true);
  CHECK(run_until(f.loop, [&] { return f.typed.text == "key a types \"a\"\n"; }));
}

TEST_CASE("a terminal that goes away is reported once, also by writing") {
  TerminalFixture f;
  f.line.theirs.reset();
  CHECK(run_until(f.loop, [&] { return f.typed.is_lost; }));
  f.terminal.write("nobody hears that");
  f.terminal.write_if_room("or that");
}

}  // namespace

}  // namespace mux::server
