// The scrollback in an editor: a file that is for it alone, and goes with it.
#include <fstream>

#include "mux/cli/outside_test_support.h"

namespace mux::cli {
namespace {

// Shows how many lines the file had when it was started, and waits for Enter.
void write_editor(const World& world) {
  const std::string path = world.folder() + "/editor";
  std::ofstream(path) << "#!/bin/sh\necho \"lines: $(wc -l < \"$2\")\"\nread answer\n";
  std::filesystem::permissions(path, std::filesystem::perms::owner_all);
}

class Editing {
 public:
  Editing() : shell_(start()) {
    REQUIRE(shell_.shows("ready>"));
    shell_.type("seq 1 3000\r");
    REQUIRE(shell_.shows("\n3000"));
    REQUIRE(world_.run_quietly({"action", "edit-scrollback"}).exit_code == 0);
    // The command, its output, and the next prompt.
    REQUIRE(shell_.shows("lines: 3002"));
    const std::vector<std::string> files = world_.temporary_files();
    REQUIRE(files.size() == 1);
    using std::filesystem::perms;
    CHECK(std::filesystem::status(files[0]).permissions() ==
          (perms::owner_read | perms::owner_write));
  }

  const World& world() const { return world_; }
  Outside& shell() { return shell_; }

 private:
  Outside start() {
    write_editor(world_);
    return Outside(world_, {"-s", "s", "options", "--scrollback-editor", editor().c_str()});
  }
  std::string editor() const { return world_.folder() + "/editor"; }

  World world_;
  Outside shell_;
};

TEST_CASE("the file of an edited scrollback goes with its editor") {
  Editing editing;
  editing.shell().type("\r");
  REQUIRE(editing.shell().shows("\n3000"));
  CHECK(editing.world().temporary_files().empty());
}

TEST_CASE("the file of an edited scrollback goes with the session") {
  Editing editing;
  editing.shell().type("\x11");  // Ctrl q
  CHECK(editing.shell().exit_code() == 0);
  REQUIRE(editing.shell().becomes([&] { return editing.world().temporary_files().empty(); }));
}

TEST_CASE("the file of an edited scrollback goes with the server, its shell comes back") {
  Editing editing;
  const World& world = editing.world();
  ::kill(world.server("s"), SIGTERM);
  CHECK(editing.shell().exit_code() == 0);
  CHECK(editing.shell().becomes([&] { return world.temporary_files().empty(); }));
  Outside again(world, {"attach", "s"});
  CHECK(again.shows("ready>"));
  CHECK(world.run_quietly({"action", "list-panes", "--json"}).output.find("editor") ==
        std::string::npos);
}

}  // namespace
}  // namespace mux::cli
