#include "mux/journal/session_journal.h"

#include <doctest/doctest.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <filesystem>
#include <functional>
#include <string>
#include <utility>

#include "common/fs/whole_file.h"
#include "mux/journal/journal_folder.h"
#include "mux/journal/random_session_test_support.h"
#include "mux/model/closing.h"

namespace mux::journal {
namespace {

namespace files = std::filesystem;

class Disk {
 public:
  Disk() {
    path_ = files::temp_directory_path() / "kmux-journal-XXXXXX";
    REQUIRE(::mkdtemp(path_.data()) != nullptr);
  }
  Disk(const Disk&) = delete;
  Disk& operator=(const Disk&) = delete;
  ~Disk() {
    std::error_code error;
    files::remove_all(path_, error);
  }
  const std::string& path() const { return path_; }
  JournalFolder folder() const { return JournalFolder::of(path_, ""); }
  JournalSetup setup(bool keeps_text = false) const {
    return {.folder = folder().folder_of("s"), .keeps_text = keeps_text, .cwd = {}};
  }
  std::size_t count(const std::string& session) const {
    std::size_t count = 0;
    for ([[maybe_unused]] const auto& entry :
         files::directory_iterator(folder().folder_of(session))) {
      ++count;
    }
    return count;
  }

 private:
  std::string path_;
};

struct Running {
  Running() : session(new_session({.columns = 80, .rows = 24})) {
    model::open_layout(session, host, session.options.layout);
  }
  model::PaneId open() { return open_beside(session, host); }
  model::FakeHost host;
  model::Session session;
};

TEST_CASE("what has changed is written, what has not is not") {
  const Disk disk;
  Running running;
  SessionJournal journal(disk.setup());
  REQUIRE(journal.write(running.session, running.host, 0).has_value());
  CHECK_FALSE(journal.has_work());
  CHECK(journal.take_written().size() == 1);
  CHECK(disk.folder().sessions() == std::vector<std::string>{"s"});
  struct stat status{};
  REQUIRE(::stat(disk.folder().folder_of("s").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0700);

  journal.note_change();
  REQUIRE(journal.write(running.session, running.host, 0).has_value());
  CHECK(journal.take_written().empty());

  running.session.tabs[0]->name = "renamed";
  journal.note_change();
  REQUIRE(journal.write(running.session, running.host, 0).has_value());
  const auto record = disk.folder().read("s");
  REQUIRE(record.has_value());
  CHECK(record->layout.tabs[0].name == "renamed");
}

TEST_CASE("a pane is asked what runs in it when it has done something, and for a while") {
  const Disk disk;
  Running running;
  SessionJournal journal(disk.setup());
  REQUIRE(journal.write(running.session, running.host, 0).has_value());
  const model::PaneId pane{0};
  running.host.commands[pane] = {"vim", "a b"};
  running.host.directories[pane] = "/srv";
  REQUIRE(journal.write(running.session, running.host, 0).has_value());
  CHECK(disk.folder().read("s")->layout.tabs[0].tiles.children[1].pane.content.program.empty());

  journal.note_activity(pane, false, 1000);
  CHECK(journal.has_work());
  REQUIRE(journal.write(running.session, running.host, 1500).has_value());
  const layout::PaneContent content =
      disk.folder().read("s")->layout.tabs[0].tiles.children[1].pane.content;
  CHECK(content.program == "vim");
  CHECK(content.arguments == std::vector<std::string>{"a b"});
  CHECK(content.cwd == "/srv");
  CHECK(journal.has_work());  // It may not have settled.
  REQUIRE(journal.write(running.session, running.host, 2000).has_value());
  CHECK_FALSE(journal.has_work());

  journal.note_activity(pane, true, 3000);
  REQUIRE(journal.write(running.session, running.host, 5500).has_value());
  CHECK(journal.has_work());
  REQUIRE(journal.write(running.session, running.host, 6000).has_value());
  CHECK_FALSE(journal.has_work());
}

TEST_CASE("a journal does not grow without end") {
  const Disk disk;
  Running running;
  SessionJournal journal(disk.setup());
  for (int i = 0; i < 600; ++i) {
    running.session.tabs[0]->name = std::to_string(i);
    journal.note_change();
    REQUIRE(journal.write(running.session, running.host, 0).has_value());
  }
  CHECK(files::file_size(disk.folder().folder_of("s") + "/session.journal") < (1u << 21));
  CHECK(disk.folder().read("s")->layout.tabs[0].name == "599");
}

TEST_CASE("the text of panes is kept while they are there") {
  const Disk disk;
  Running running;
  SessionJournal journal(disk.setup(true));
  const model::PaneId second = running.open();
  running.session.find_pane(second)->terminal()->write("hello\r\n");
  REQUIRE(journal.write(running.session, running.host, 0).has_value());
  CHECK(disk.count("s") == 3);
  const std::string folder = disk.folder().folder_of("s");
  CHECK(read_pane_text(folder, "pane-1-1") == "hello");
  CHECK(read_pane_text(folder, "../s/pane-1-1").empty());

  running.session.find_pane(second)->terminal()->write("more");
  journal.note_activity(second, false, 0);
  REQUIRE(journal.write(running.session, running.host, 0).has_value());
  CHECK(read_pane_text(folder, "pane-1-1") == "hello\r\nmore");

  REQUIRE(model::close_pane(running.session, running.host, second, 0).has_value());
  journal.note_change();
  REQUIRE(journal.write(running.session, running.host, 0).has_value());
  CHECK(disk.count("s") == 2);
}

// Work that a test does when it wants to.
struct Aside {
  explicit Aside(SessionJournal& journal) {
    journal.aside = [this](std::function<void()> new_work, std::function<void()> new_done) {
      REQUIRE_FALSE(work);
      work = std::move(new_work);
      done = std::move(new_done);
    };
  }
  bool is_wanted() const { return static_cast<bool>(work); }
  void do_all() {
    std::exchange(work, nullptr)();
    std::exchange(done, nullptr)();
  }
  std::function<void()> work;
  std::function<void()> done;
};

void write_lines(model::Pane& pane, int count) {
  for (int i = 0; i < count; ++i) {
    pane.terminal()->write("\x1b[31mline\x1b[m " + std::to_string(i) + "\r\n");
  }
}

TEST_CASE("much text of a pane is written aside, and nothing is missing in the end") {
  const Disk disk;
  Running running;
  SessionJournal journal(disk.setup(true));
  Aside aside(journal);
  const model::PaneId id = running.open();
  model::Pane& pane = *running.session.find_pane(id);
  const std::string folder = disk.folder().folder_of("s");
  write_lines(pane, 6000);
  REQUIRE(journal.write_soon(running.session, running.host, 0).has_value());
  REQUIRE(aside.is_wanted());
  CHECK(journal.has_work());
  CHECK(read_pane_text(folder, "pane-1-1").empty());
  CHECK(disk.folder().read("s").has_value());

  SUBCASE("what came meanwhile is appended") {
    write_lines(pane, 3);
    REQUIRE(journal.write_soon(running.session, running.host, 500).has_value());
    aside.do_all();
    CHECK(read_pane_text(folder, "pane-1-1").ends_with(" 5999"));
    REQUIRE(journal.write_soon(running.session, running.host, 2000).has_value());
    CHECK_FALSE(aside.is_wanted());
    CHECK(read_pane_text(folder, "pane-1-1").ends_with(" 2"));
    CHECK_FALSE(journal.has_work());
  }
  SUBCASE("what is written at once counts, not what was on its way") {
    write_lines(pane, 3);
    REQUIRE(journal.write(running.session, running.host, 500).has_value());
    aside.do_all();
    CHECK(read_pane_text(folder, "pane-1-1").ends_with(" 2"));
  }
  SUBCASE("the pane is gone") {
    model::destroy_pane(running.session, running.host, id);
    aside.do_all();
  }
  SUBCASE("the journal moves to another folder") {
    REQUIRE(journal.rename(disk.folder().folder_of("t")).has_value());
    aside.do_all();
    REQUIRE(journal.write_soon(running.session, running.host, 500).has_value());
    aside.do_all();
    CHECK(read_pane_text(disk.folder().folder_of("t"), "pane-1-1").ends_with(" 5999"));
    CHECK(disk.count("t") == 3);
    return;
  }
  SUBCASE("the session ends, and its files go") {
    REQUIRE(journal.remove().has_value());
    aside.do_all();
    CHECK_FALSE(files::exists(folder));
    return;
  }
  SUBCASE("its file cannot be written: that is told, and it is tried again") {
    files::create_directory(folder + "/pane-1-1.new");
    aside.do_all();
    CHECK_FALSE(journal.write_soon(running.session, running.host, 500).has_value());
    CHECK(journal.has_work());
    files::remove(folder + "/pane-1-1.new");
    REQUIRE(aside.is_wanted());
    aside.do_all();
    CHECK(journal.write_soon(running.session, running.host, 2000).has_value());
    CHECK(read_pane_text(folder, "pane-1-1").ends_with(" 5999"));
  }
  CHECK_FALSE(files::exists(folder + "/pane-1-1.new"));
}

TEST_CASE("files of the session before it was brought back go when the new ones are there") {
  const Disk disk;
  Running first;
  {
    SessionJournal journal(disk.setup(true));
    first.open();
    REQUIRE(journal.write(first.session, first.host, 0).has_value());
  }
  JournalSetup setup = disk.setup(true);
  setup.generation = 2;
  Running second;
  SessionJournal journal(setup);
  REQUIRE(journal.write(second.session, second.host, 0).has_value());
  CHECK(disk.count("s") == 2);
  CHECK(disk.folder().read("s")->generation == 2);
}

TEST_CASE("a folder that cannot be written to is no end, and used when it can be") {
  const Disk disk;
  Running running;
  REQUIRE(common::fs::write_file(disk.path() + "/kmux", "in the way").has_value());
  SessionJournal journal(disk.setup(true));
  CHECK_FALSE(journal.write(running.session, running.host, 0).has_value());
  CHECK(journal.has_work());
  files::remove(disk.path() + "/kmux");
  CHECK(journal.write(running.session, running.host, 0).has_value());
  CHECK(disk.folder().read("s").has_value());
  // Somebody has deleted it meanwhile.
  files::remove_all(disk.path() + "/kmux");
  journal.note_change();
  journal.note_activity(model::PaneId{0}, false, 0);
  CHECK(journal.write(running.session, running.host, 0).has_value());
  CHECK(disk.folder().read("s").has_value());
  CHECK(disk.count("s") == 2);
}

TEST_CASE("a journal moves with the name of its session, and is removed with it") {
  const Disk disk;
  Running running;
  SessionJournal journal(disk.setup(true));
  REQUIRE(journal.write(running.session, running.host, 0).has_value());
  REQUIRE(journal.rename(disk.folder().folder_of("t")).has_value());
  running.session.tabs[0]->name = "after";
  journal.note_change();
  REQUIRE(journal.write(running.session, running.host, 0).has_value());
  CHECK(disk.folder().sessions() == std::vector<std::string>{"t"});
  CHECK(disk.folder().read("t")->layout.tabs[0].name == "after");
  REQUIRE(journal.remove().has_value());
  CHECK(disk.folder().sessions().empty());
  CHECK_FALSE(files::exists(disk.folder().folder_of("t")));
  CHECK(journal.write(running.session, running.host, 0).has_value());
  CHECK(disk.folder().sessions().empty());
}

}  // namespace
}  // namespace mux::journal
