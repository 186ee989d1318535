#include "mux/model/auto_lock.h"

#include <doctest/doctest.h>

#include "mux/action/script_test_support.h"

namespace mux::action {
namespace {

class Locking {
 public:
  Locking() {
    script_.session.options.auto_lock = model::AutoLock::FullScreen;
    script_.session.options.auto_lock_programs = {"vim", "less"};
  }
  Script& script() { return script_; }
  void run(const std::string& program) {
    script_.host.commands[model::PaneId{0}] = {"/bin/" + program};
  }
  void write(std::string_view bytes) { script_.pane(0).terminal()->write(bytes); }
  void set_mode(input::Mode mode) { script_.session.find_client(script_.client)->mode = mode; }
  bool is_locked(bool looks) {
    model::update_auto_lock(script_.session, script_.host, looks);
    return script_.session.find_client(script_.client)->mode == input::Mode::Locked;
  }

 private:
  Script script_;
};

TEST_CASE("programs that are listed lock the keyboard while they fill the screen") {
  Locking locking;
  locking.run("vim");
  CHECK_FALSE(locking.is_locked(true));
  locking.write("\x1b[?1049h");
  CHECK(locking.is_locked(false));
  locking.write("\x1b[?1049l");
  CHECK_FALSE(locking.is_locked(false));
}

TEST_CASE("a program that takes the place of another one is seen when one looks") {
  Locking locking;
  locking.run("git");
  locking.write("\x1b[?1049h");
  CHECK_FALSE(locking.is_locked(true));
  locking.run("less");
  CHECK_FALSE(locking.is_locked(false));
  CHECK(locking.is_locked(true));
  // The user has the say, as long as it is in front.
  locking.set_mode(input::Mode::Normal);
  CHECK_FALSE(locking.is_locked(true));
  locking.run("git");
  CHECK_FALSE(locking.is_locked(true));
  locking.run("vim");
  CHECK(locking.is_locked(true));
}

}  // namespace
}  // namespace mux::action
