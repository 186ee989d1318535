#include "tests/mux/scenario/stage.h"

#include <fmt/format.h>
#include <poll.h>
#include <stdlib.h>

#include <chrono>
#include <filesystem>
#include <utility>

#include "common/base/check.h"
#include "mux/config/sources.h"
#include "mux/layout/layout_reader.h"
#include "mux/platform/socket.h"

namespace story {

namespace {

namespace protocol = mux::protocol;

// Everything is over long before, but on a machine that is very busy.
constexpr std::chrono::seconds kPatience{60};
// Timers that are due later belong to what a user would wait for.
constexpr std::uint64_t kSoon = 500;

common::Result<mux::layout::Layout> layout_of(const StageSetup& setup) {
  if (setup.builtin != nullptr) return mux::layout::read_builtin_layout(*setup.builtin);
  auto layout = mux::layout::read_layout(setup.layout);
  if (!layout) return common::fail("in the layout: " + layout.error().message);
  return *std::move(layout);
}

}  // namespace

class Stage::Request {
 public:
  Request(const std::string& socket_path, const protocol::Message& message) : line_(socket_path) {
    line_.send(message);
  }

  bool read() {
    const auto messages = line_.receive();
    for (const protocol::Message& message : messages) {
      if (const auto* output = std::get_if<protocol::Output>(&message)) {
        text_ += output->bytes;
      } else if (const auto* reply = std::get_if<protocol::Reply>(&message)) {
        take(*reply);
      }
    }
    return !messages.empty();
  }
  bool is_over() const { return is_over_ || !line_.is_open(); }
  std::string take_text() { return std::exchange(text_, {}); }

 private:
  void take(const protocol::Reply& reply) {
    is_over_ = true;
    if (!reply.error.empty()) {
      text_ += fmt::format("{}: {}\n", reply.exit_code == 0 ? "note" : "error", reply.error);
    } else if (reply.exit_code != 0) {
      text_ += fmt::format("exit {}\n", reply.exit_code);
    }
  }

  Line line_;
  std::string text_;
  bool is_over_ = false;
};

Stage::Stage() : folder_(std::filesystem::temp_directory_path() / "kmux-scenario-XXXXXX") {
  CHECK(::mkdtemp(folder_.data()) != nullptr);
}

Stage::~Stage() {
  subscriber_.reset();
  waiting_.clear();
  clients_.clear();
  server_.reset();
  loop_.reset();
  std::error_code error;
  std::filesystem::remove_all(folder_, error);
}

common::Result<void> Stage::start(const StageSetup& setup) {
  mux::server::ServerSetup server;
  server.session_name = "test";
  server.socket_path = folder_ + "/test";
  server.listener = TRY(mux::platform::listen_at(server.socket_path));
  mux::config::Loaded config = mux::config::load_text(
      setup.config, "config.kdl", [](const char*) { return std::optional<std::string>(); });
  if (!config.problems.empty()) return common::fail(config.problems.front());
  server.options = config.config.session;
  server.layout = TRY(layout_of(setup));
  server.options.layout = server.layout;
  server.keys = mux::config::key_map_of(config.config);
  server.config = std::move(config.config);
  server.size = setup.size;
  loop_ = std::make_unique<mux::server::Loop>();
  auto name = TRY(mux::model::SessionName::parse(server.session_name));
  server_ =
      std::make_unique<mux::server::Server>(*loop_, programs_, std::move(name), std::move(server));
  server_->start();
  if (setup.has_client) attach(1, setup.size, false);
  return settle();
}

// Under whatever name the session has now.
std::string Stage::socket_path() const {
  for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
    if (entry.is_socket()) return entry.path().string();
  }
  return {};
}

bool Stage::read_all() {
  bool has_read = programs_.read();
  for (const auto& [number, client] : clients_) has_read |= client->read();
  for (const auto& request : waiting_) has_read |= request->read();
  if (subscriber_ != nullptr) has_read |= subscriber_->read();
  return has_read;
}

common::Result<void> Stage::settle() {
  const auto deadline = std::chrono::steady_clock::now() + kPatience;
  // What an iteration has read is acted upon at the beginning of the next one.
  constexpr int kEnough = 2;
  for (int quiet = 0; std::chrono::steady_clock::now() < deadline;) {
    const auto next = loop_->run_ready();
    if (read_all() || next == 0) {
      quiet = 0;
    } else if (next && *next <= kSoon) {
      quiet = 0;
      ::poll(nullptr, 0, static_cast<int>(*next));
    } else if (++quiet == kEnough) {
      return {};
    }
  }
  return common::fail("the session does not come to rest");
}

common::Result<std::string> Stage::perform(const mux::action::ActionCall& call, std::string pane) {
  const protocol::Action action{
      .name = call.name, .arguments = call.arguments, .pane = std::move(pane), .cwd = "/"};
  waiting_.push_back(std::make_unique<Request>(socket_path(), action));
  TRY(settle());
  std::string text = waiting_.back()->take_text();
  if (waiting_.back()->is_over()) {
    waiting_.pop_back();
  } else {
    text += "(waits)\n";
  }
  return text;
}

common::Result<std::string> Stage::next_reply() {
  if (waiting_.empty()) return common::fail("no action waits");
  if (!waiting_.front()->is_over()) return "(waits)\n";
  std::string text = waiting_.front()->take_text();
  waiting_.pop_front();
  return text.empty() ? "exit 0\n" : text;
}

common::Result<std::string> Stage::subscribe(const protocol::Subscribe& wish) {
  subscriber_ = std::make_unique<Request>(socket_path(), wish);
  TRY(settle());
  return heard();
}

common::Result<std::string> Stage::heard() {
  if (subscriber_ == nullptr) return common::fail("nobody has subscribed");
  std::string text = subscriber_->take_text();
  if (subscriber_->is_over()) {
    subscriber_.reset();
    text += "(over)\n";
  }
  return text.empty() ? "(nothing)\n" : text;
}

void Stage::attach(int number, mux::term::Size size, bool is_read_only) {
  clients_[number] = std::make_unique<FakeClient>(socket_path(), size, is_read_only);
}

FakeClient* Stage::client(int number) {
  const auto found = clients_.find(number);
  return found == clients_.end() ? nullptr : found->second.get();
}

}  // namespace story
