#include <doctest/doctest.h>
#include <fcntl.h>
#include <stdlib.h>

#include <cerrno>
#include <filesystem>
#include <string>
#include <thread>

#include "mux/client/attach.h"
#include "mux/platform/socket.h"

namespace mux::client {
namespace {

using std::chrono::milliseconds;

constexpr Patience kShort{.until_told = milliseconds(1), .most = milliseconds(20)};

class Listener {
 public:
  Listener() {
    folder_ = std::filesystem::temp_directory_path() / "kmux-test-XXXXXX";
    REQUIRE(::mkdtemp(folder_.data()) != nullptr);
    auto listener = platform::listen_at(path());
    REQUIRE(listener.has_value());
    descriptor_ = *std::move(listener);
    platform::set_blocking(descriptor_.number(), true);
  }
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;
  ~Listener() { std::filesystem::remove_all(folder_); }

  std::string path() const { return folder_ + "/name"; }
  int number() const { return descriptor_.number(); }

 private:
  std::string folder_;
  platform::Descriptor descriptor_;
};

TEST_CASE("a server that does not greet is named") {
  const Listener listener;
  const auto connection = connect(listener.path(), kShort);
  REQUIRE_FALSE(connection.has_value());
  CHECK(connection.error().os_error == ETIMEDOUT);
  CHECK(connection.error().message ==
        "session name does not answer; its server is process " + std::to_string(::getpid()));
}

TEST_CASE("a server that goes before it greets is gone") {
  const Listener listener;
  std::thread server([&] { platform::accept_own(listener.number()).reset(); });
  const auto connection = connect(listener.path());
  server.join();
  REQUIRE_FALSE(connection.has_value());
  CHECK(connection.error().os_error == ECONNRESET);
}

}  // namespace
}  // namespace mux::client
