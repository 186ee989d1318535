#include "mux/server/subscription.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <optional>
#include <string>
#include <vector>

#include "mux/action/script_test_support.h"
#include "mux/protocol/codec.h"
#include "mux/server/loop_test_support.h"

namespace mux::server {

namespace {

class NoEvents : public Connection::Events {
 public:
  void received(Connection& /*connection*/, protocol::Message /*message*/) override {}
  void lost(Connection& /*connection*/) override {}
  void drained(Connection& /*connection*/) override {}
};

// A session of two panes, the one beside the other, and a reader of both.
class Reader {
 public:
  explicit Reader(protocol::Subscribe wish, term::Size size = {.columns = 20, .rows = 10})
      : script_("layout {\n pane\n pane\n}\n", size),
        subscription_({model::PaneId{0}, model::PaneId{1}}, wish, connection_, 0) {}

  Loop& loop() { return loop_; }
  Connection& connection() { return connection_; }
  Subscription& subscription() { return subscription_; }
  action::Script& script() { return script_; }

  void write(std::uint32_t pane, std::string_view bytes) {
    script_.pane(pane).terminal()->write(bytes);
    subscription_.mark(model::PaneId{pane}, Change::Normal, now_ms_);
  }
  // What is due by now; false: nothing.
  bool send() {
    now_ms_ += 100;
    const auto due = subscription_.due();
    if (!due || *due > now_ms_) return false;
    subscription_.send_news(
        script_.session, [&](model::PaneId pane) { return pane == held; }, now_ms_);
    return true;
  }
  // What has come; "(over)" behind it when there is no more.
  std::string hear() {
    messages_.feed(line_.hear());
    std::string text;
    for (auto message = messages_.next(); message && *message; message = messages_.next()) {
      if (const auto* output = std::get_if<protocol::Output>(&**message)) text += output->bytes;
      if (std::holds_alternative<protocol::Reply>(**message)) text += "(over)";
    }
    return text;
  }

  std::optional<model::PaneId> held;

 private:
  Loop loop_;
  Line line_;
  NoEvents events_;
  Connection connection_{loop_, std::move(line_.ours), events_};
  action::Script script_;
  Subscription subscription_;
  protocol::MessageReader messages_;
  std::uint64_t now_ms_ = 0;
};

std::string update(int pane, bool is_initial, std::string_view rows) {
  return fmt::format(
      R"({{"event":"pane_update","is_initial":{},"pane_id":"terminal_{}","scrollback":null,)"
      R"("viewport":[{}]}})"
      "\n",
      is_initial, pane, rows);
}

std::string closed(int pane) {
  return fmt::format("{{\"event\":\"pane_closed\",\"pane_id\":\"terminal_{}\"}}\n", pane);
}

TEST_CASE("panes are shown as they are, then those that have changed") {
  Reader reader({.is_json = true});
  reader.write(0, "one");
  CHECK(reader.send());
  CHECK(reader.hear() == update(0, true, "\"one\"") + update(1, true, "\"\""));
  CHECK_FALSE(reader.send());

  reader.write(1, "two\r\n");
  CHECK(reader.send());
  CHECK(reader.hear() == update(1, false, R"("two","")"));

  // Something may have changed, but not what they show.
  reader.subscription().mark_all(0);
  CHECK(reader.send());
  CHECK(reader.hear().empty());
}

TEST_CASE("a picture that is not complete waits") {
  Reader reader({.is_json = true});
  CHECK(reader.send());
  static_cast<void>(reader.hear());
  reader.held = model::PaneId{0};
  reader.write(0, "half");
  CHECK(reader.send());
  CHECK(reader.hear().empty());
  CHECK_FALSE(reader.send());
  reader.held.reset();
  reader.write(0, ", whole");
  CHECK(reader.send());
  CHECK(reader.hear() == update(0, false, "\"half, whole\""));
}

TEST_CASE("panes that close are reported, and the last one ends it") {
  Reader reader({.is_json = true});
  CHECK(reader.send());
  static_cast<void>(reader.hear());
  reader.script().run("close-pane --pane-id 0");
  reader.subscription().mark_all(0);
  CHECK(reader.send());
  CHECK(reader.hear() == closed(0));
  reader.write(1, "last");
  reader.subscription().send_last(reader.script().session, model::PaneId{1});
  reader.script().run("close-pane --pane-id 1");
  reader.subscription().mark_all(0);
  CHECK(reader.send());
  CHECK(reader.hear() == update(1, false, "\"last\"") + closed(1) + "(over)");
  CHECK_FALSE(reader.send());
}

TEST_CASE("who does not read costs no memory, and then sees the newest only") {
  Reader reader({}, {.columns = 500, .rows = 200});
  const std::string row(499, 'x');
  const std::string screen_of_rows = [&] {
    std::string text;
    for (int i = 0; i < 99; ++i) text += row + "\r\n";
    return text;
  }();
  std::size_t sent = 0;
  for (int i = 0; i < 1000; ++i) {
    reader.write(0, fmt::format("{}state {} ", screen_of_rows, i));
    if (reader.send()) ++sent;
    CHECK(reader.connection().pending() <= screen_of_rows.size() + 1000);
  }
  CHECK(sent < 100);
  CHECK(reader.connection().pending() > 0);

  std::string heard;
  CHECK(run_until(reader.loop(), [&] {
    heard += reader.hear();
    return reader.connection().pending() == 0;
  }));
  heard += reader.hear();
  CHECK(heard.find("state 999 ") == heard.npos);
  CHECK(reader.send());
  CHECK(run_until(reader.loop(), [&] {
    heard = reader.hear();
    return heard.find("state 999 ") != heard.npos || heard.empty();
  }));
  CHECK(heard.find("state 998 ") == heard.npos);
}

TEST_CASE("a pane that floods leaves turns to the others") {
  Reader reader({.is_json = true}, {.columns = 1000, .rows = 1000});
  const std::string row(999, 'x');
  bool is_seen = false;
  for (int round = 0; round < 50 && !is_seen; ++round) {
    for (int i = 0; i < 600; ++i) reader.write(0, row + "\r\n");
    reader.write(0, std::to_string(round));
    if (round == 1) reader.write(1, "here");
    reader.send();
    CHECK(run_until(reader.loop(), [&] {
      is_seen = reader.hear().find("\"here\"") != std::string::npos || is_seen;
      return reader.connection().pending() == 0;
    }));
  }
  CHECK(is_seen);
}

}  // namespace

}  // namespace mux::server
