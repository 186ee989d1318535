#include "mux/platform/socket.h"

#include <doctest/doctest.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <filesystem>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "mux/platform/process_info.h"
#include "mux/platform/session_folder.h"

namespace mux::platform {
namespace {

class TestFolder {
 public:
  TestFolder() {
    path_ = std::filesystem::temp_directory_path() / "kmux-test-XXXXXX";
    REQUIRE(::mkdtemp(path_.data()) != nullptr);
  }
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;
  ~TestFolder() {
    std::error_code error;
    std::filesystem::remove_all(path_, error);
  }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

TEST_CASE("descriptors cross a socket with the bytes they were sent with") {
  const TestFolder folder;
  const std::string path = folder.path() + "/socket";
  const auto listener = listen_at(path);
  REQUIRE(listener.has_value());
  const auto client = connect_to(path);
  REQUIRE(client.has_value());
  const Descriptor server = accept_own(listener->number());
  REQUIRE(server.is_open());

  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  REQUIRE(send_all(client->number(), "hello", std::span(ends).first(1)).has_value());
  ::close(ends[0]);
  REQUIRE(::write(ends[1], "through", 7) == 7);
  ::close(ends[1]);

  std::array<char, 64> buffer;
  const Received received = receive(server.number(), buffer);
  CHECK(std::string(buffer.data(), received.size) == "hello");
  REQUIRE(received.descriptors.size() == 1);
  const ssize_t size = ::read(received.descriptors[0].number(), buffer.data(), buffer.size());
  CHECK(std::string(buffer.data(), static_cast<std::size_t>(size)) == "through");

  const Received nothing = receive(server.number(), buffer);
  CHECK((nothing.size == 0 && !nothing.is_closed));
}

TEST_CASE("a socket in use is left alone, one that nobody listens on is replaced") {
  const TestFolder folder;
  const std::string path = folder.path() + "/socket";
  {
    const auto listener = listen_at(path);
    REQUIRE(listener.has_value());
    CHECK(listen_at(path).error().os_error == EADDRINUSE);
    CHECK(connect_to(path).has_value());
  }
  CHECK(connect_to(path).error().os_error == ECONNREFUSED);
  CHECK(listen_at(path).has_value());
  CHECK_FALSE(listen_at(folder.path() + '/' + std::string(200, 'x')).has_value());
}

// A process with a listener, whose main thread has ended while another one is busy: what
// is left of a process that is killed while it waits for a disk.
class HalfDead {
 public:
  explicit HalfDead(int listener) : process_(::fork()) {
    if (process_ != 0) return;
    take_over_listener(listener);
    std::thread([] { ::poll(nullptr, 0, -1); }).detach();
    ::syscall(SYS_exit, 0);
  }
  HalfDead(const HalfDead&) = delete;
  HalfDead& operator=(const HalfDead&) = delete;
  ~HalfDead() {
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
  }
  bool is_dead() const { return state_of(process_) == ProcessState::Dead; }

 private:
  pid_t process_;
};

template <typename Condition>
bool becomes(Condition is_so) {
  for (int attempts = 30'000; attempts > 0; --attempts) {
    if (is_so()) return true;
    ::poll(nullptr, 0, 1);
  }
  return false;
}

TEST_CASE("nobody listens at the socket of a process that has died, but is not gone") {
  const TestFolder folder;
  const std::string path = folder.path() + "/socket";
  auto listener = listen_at(path);
  REQUIRE(listener.has_value());
  const HalfDead process(listener->number());
  listener->reset();
  REQUIRE(becomes([&] { return process.is_dead(); }));
  REQUIRE(becomes([&] { return !connect_to(path); }));
  CHECK(connect_to(path).error().os_error == ECONNREFUSED);
  CHECK(listen_at(path).has_value());
}

TEST_CASE("who connects learns which process listens") {
  const TestFolder folder;
  const std::string path = folder.path() + "/socket";
  const auto listener = listen_at(path);
  REQUIRE(listener.has_value());
  const auto connection = connect_to(path);
  REQUIRE(connection.has_value());
  CHECK(peer_of(connection->number()) == ::getpid());
}

TEST_CASE("a listener that takes no connections keeps nobody waiting for ever") {
  const TestFolder folder;
  const std::string path = folder.path() + "/socket";
  const auto listener = listen_at(path);
  REQUIRE(listener.has_value());
  std::vector<Descriptor> waiting;
  for (;;) {
    auto connection = connect_to(path);
    if (!connection) {
      CHECK(connection.error().os_error == EAGAIN);
      break;
    }
    waiting.push_back(*std::move(connection));
    REQUIRE(waiting.size() < 10'000);
  }
  CHECK(listen_at(path).error().os_error == EADDRINUSE);
}

TEST_CASE("of many that want a socket at once one has it") {
  const TestFolder folder;
  const std::string path = folder.path() + "/socket";
  for (int round = 0; round < 20; ++round) {
    {
      const auto stale = listen_at(path);
    }  // Each finds one to replace.
    std::atomic<int> winners = 0;
    std::atomic<int> done = 0;
    std::atomic<bool> is_over = false;
    std::vector<std::thread> racers;
    for (int i = 0; i < 4; ++i) {
      racers.emplace_back([&] {
        const auto listener = listen_at(path);
        winners += listener ? 1 : 0;
        ++done;
        is_over.wait(false);
      });
    }
    CHECK(becomes([&] { return done == 4; }));
    is_over = true;
    is_over.notify_all();
    for (std::thread& racer : racers) racer.join();
    CHECK(winners == 1);
  }
}

TEST_CASE("sessions are the sockets that answer") {
  const TestFolder world;
  const auto folder = SessionFolder::open(world.path(), "1");
  REQUIRE(folder.has_value());
  CHECK(folder->sessions().empty());
  const auto live = listen_at(folder->socket_of("live"));
  REQUIRE(live.has_value());
  {
    const auto dead = listen_at(folder->socket_of("dead"));
  }
  CHECK(folder->sessions() == std::vector<std::string>{"live"});
  CHECK(::access(folder->socket_of("dead").c_str(), F_OK) != 0);
}

TEST_CASE("a folder that others can enter is refused") {
  const TestFolder world;
  REQUIRE(SessionFolder::open(world.path(), "1").has_value());
  REQUIRE(::chmod((world.path() + "/kmux").c_str(), 0755) == 0);
  const auto folder = SessionFolder::open(world.path(), "1");
  REQUIRE_FALSE(folder.has_value());
  CHECK(folder.error().message.find("can be entered by others") != std::string::npos);
}

}  // namespace
}  // namespace mux::platform
