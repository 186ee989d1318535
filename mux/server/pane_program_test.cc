#include "mux/server/pane_program.h"

#include <doctest/doctest.h>

#include <map>
#include <string>

#include "mux/server/loop_test_support.h"

namespace mux::server {

namespace {

class NoProcesses : public Processes {
 public:
  common::Result<platform::Spawned> spawn(const platform::SpawnRequest& /*request*/) override {
    return common::fail("there are none");
  }
  void resize(int /*terminal*/, const platform::PtySize& /*size*/) override {}
  void hang_up(pid_t /*process*/) override {}
  std::optional<Ended> next_ended() override { return std::nullopt; }
};

class Notes : public PaneProgram::Events {
 public:
  void program_wrote(model::PaneId pane, const PaneProgram::Output& output) override {
    written[pane] += output.bytes;
    pieces.emplace_back(pane, output.bytes.size());
    last = output;
  }
  void program_took(model::PaneId /*pane*/) override { ++times_taken; }

  std::map<model::PaneId, std::string> written;
  std::vector<std::pair<model::PaneId, std::size_t>> pieces;
  PaneProgram::Output last;
  int times_taken = 0;
};

struct Fixture {
  Loop loop;
  NoProcesses processes;
  Turns turns{loop};
  Notes notes;

  PaneProgram program(unsigned pane, Line& line) {
    return {loop,  processes, model::PaneId{pane}, {.process = 0, .terminal = std::move(line.ours)},
            turns, notes};
  }
};

constexpr model::PaneId kFirst{1};
constexpr model::PaneId kSecond{2};

TEST_CASE("what a program does not read is kept up to a limit, and then refused") {
  Fixture f;
  Line line;
  PaneProgram program = f.program(1, line);
  const std::string piece(100'000, 'x');
  std::size_t taken = 0;
  while (program.write(piece, true)) taken += piece.size();
  CHECK(program.waiting() <= std::size_t{1} << 20);
  CHECK(program.waiting() + piece.size() > (std::size_t{1} << 20) - 100);
  // There is still room for a key.
  CHECK(program.write("\x1b[201~", true));
  std::string heard;
  const bool is_all = run_until(f.loop, [&] {
    heard += line.hear();
    return heard.size() == taken + 6;
  });
  CHECK(is_all);
  CHECK(program.waiting() == 0);
  CHECK(f.notes.times_taken > 0);
  CHECK(program.write(piece, true));
}

TEST_CASE("what comes soon after a key is urgent, what comes unasked is not") {
  Fixture f;
  Line line;
  PaneProgram program = f.program(1, line);
  line.say("unasked");
  CHECK(run_until(f.loop, [&] { return f.notes.written[kFirst] == "unasked"; }));
  CHECK(!f.notes.last.is_urgent);
  // On a busy machine an echo may come late.
  bool is_urgent = false;
  for (int i = 0; i < 20 && !is_urgent; ++i) {
    const std::size_t before = f.notes.written[kFirst].size();
    program.write("k", true);
    line.say("k");
    REQUIRE(run_until(f.loop, [&] { return f.notes.written[kFirst].size() > before; }));
    is_urgent = f.notes.last.is_urgent;
  }
  CHECK(is_urgent);
}

TEST_CASE("programs that flood are read by turns, and after one that says little") {
  Fixture f;
  Line first;
  Line second;
  Line quiet;
  PaneProgram one = f.program(1, first);
  PaneProgram two = f.program(2, second);
  PaneProgram other = f.program(3, quiet);
  IterationWatch read(f.loop, [&] { f.turns.read(); });
  const std::string flood(30'000, 'f');
  const auto pour = [&](const Line& line) {
    return ::write(line.theirs.number(), flood.data(), flood.size()) > 0;
  };
  bool has_asked = false;
  CHECK(run_until(f.loop, [&] {
    pour(first);
    pour(second);
    const bool are_flooding = one.is_flooding() && two.is_flooding();
    if (are_flooding && !std::exchange(has_asked, true)) quiet.say("hello");
    return f.notes.written[model::PaneId{3}] == "hello" &&
           f.notes.written[kFirst].size() > 400'000 && f.notes.written[kSecond].size() > 400'000;
  }));
  // Nobody has more than one turn while another waits.
  int in_a_row = 0;
  for (std::size_t i = 1; i < f.notes.pieces.size(); ++i) {
    in_a_row = f.notes.pieces[i].first == f.notes.pieces[i - 1].first ? in_a_row + 1 : 0;
    CHECK(in_a_row < 20);
  }
}

TEST_CASE("while somebody types to another program, a flood is read with pauses") {
  Fixture f;
  Line line;
  Line typed_line;
  PaneProgram flooding = f.program(1, line);
  PaneProgram typed = f.program(2, typed_line);
  IterationWatch read(f.loop, [&] { f.turns.read(); });
  const std::string flood(60'000, 'f');
  const auto pour = [&] { return ::write(line.theirs.number(), flood.data(), flood.size()) > 0; };
  CHECK(run_until(f.loop, [&] { return pour() && flooding.is_flooding(); }));
  f.turns.make_way(typed);
  const std::size_t before = f.notes.written[kFirst].size();
  const std::uint64_t start = f.loop.now_ms();
  CHECK(run_until(f.loop, [&] {
    pour();
    return f.notes.written[kFirst].size() > before + 300'000;
  }));
  // It goes on, if not at once: five turns at least, with a pause behind each.
  CHECK(f.loop.now_ms() - start >= 8);
}

TEST_CASE("a program that is gone takes nothing and says nothing") {
  Fixture f;
  Line line;
  PaneProgram program = f.program(1, line);
  line.theirs.reset();
  CHECK(run_until(f.loop, [&] { return program.write("x", true) && program.waiting() == 0; }));
  program.hang_up();
  CHECK(program.write("x", true));
}

}  // namespace

}  // namespace mux::server
