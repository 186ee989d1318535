#include "mux/journal/session_record.h"

#include <doctest/doctest.h>

#include "mux/journal/byte_escapes.h"
#include "mux/journal/random_session_test_support.h"
#include "mux/journal/record_log.h"
#include "mux/journal/record_session.h"
#include "mux/journal/restore_session.h"

namespace mux::journal {
namespace {

constexpr std::uint64_t kSessions = 300;

SessionRecord record_with(RandomSession& random) {
  return record_of(random.session, [&](const model::Pane& pane) {
    return PaneFacts{.running = model::running_program(random.host, pane),
                     .contents_file = model::is_plugin(pane.id()) ? "" : "pane-1"};
  });
}

SessionRecord random_record(std::uint64_t seed) {
  RandomSession random(seed);
  SessionRecord record = record_with(random);
  record.created = seed;
  record.generation = 3;
  record.cwd = "/tmp/\xFF";
  return record;
}

TEST_CASE("any session is the same after it was written and read") {
  for (std::uint64_t seed = 0; seed < kSessions; ++seed) {
    CAPTURE(seed);
    const SessionRecord record = random_record(seed);
    const std::string text = encode(record);
    CAPTURE(text);
    const auto again = decode(text);
    REQUIRE_MESSAGE(again.has_value(), again.error().message);
    REQUIRE(*again == record);
  }
}

// What depends on whether commands are started anew.
void forget_starts(layout::PaneSpec& pane) {
  pane.content.starts_suspended = false;
}
void forget_starts(layout::TileSpec& tile) {
  forget_starts(tile.pane);
  for (layout::TileSpec& child : tile.children) forget_starts(child);
}
SessionRecord without_starts(SessionRecord record) {
  for (layout::TabSpec& tab : record.layout.tabs) {
    forget_starts(tab.tiles);
    for (layout::FloatSpec& pane : tab.floats) forget_starts(pane.pane);
  }
  for (TabRecord& tab : record.tabs) {
    for (HiddenRecord& hidden : tab.hidden) forget_starts(hidden.pane);
    // Programs that run give themselves titles, and have not exited.
    for (PaneRecord& pane : tab.panes) {
      if (pane.state == model::PaneState::Running) pane.title.clear();
      if (pane.state != model::PaneState::Held) pane.exit_code.reset();
    }
  }
  return record;
}

TEST_CASE("any session that is brought back is what it was") {
  for (std::uint64_t seed = 0; seed < kSessions; ++seed) {
    CAPTURE(seed);
    RandomSession random(seed);
    const SessionRecord record = record_with(random);
    CAPTURE(encode(record));
    model::FakeHost host;
    model::Session session = new_session(random.session.size);
    restore(session, host, record,
            {.runs_commands = true, .text_of = [](const std::string&) { return ""; }});
    const std::string fault = model::check_invariants(session);
    REQUIRE_MESSAGE(fault.empty(), fault);
    const SessionRecord again = record_of(session, [&](const model::Pane& pane) {
      return PaneFacts{.running = model::running_program(host, pane),
                       .contents_file = model::is_plugin(pane.id()) ? "" : "pane-1"};
    });
    CAPTURE(encode(again));
    REQUIRE(encode(without_starts(again)) == encode(without_starts(record)));
  }
}

TEST_CASE("a journal that is cut anywhere gives the last record that is whole") {
  std::string journal(kLogHeader);
  std::vector<SessionRecord> records;
  std::vector<std::size_t> ends;
  for (std::uint64_t seed = 0; seed < 3; ++seed) {
    records.push_back(random_record(seed));
    append_record(encode(records.back()), journal);
    ends.push_back(journal.size());
  }
  // Decoding takes its time: only where something changes.
  for (std::size_t size = 0; size <= journal.size(); ++size) {
    const bool is_near_end = std::ranges::any_of(
        ends, [&](std::size_t end) { return size + 2 >= end && size <= end + 2; });
    if (size > kLogHeader.size() + 20 && size % 97 != 0 && !is_near_end) continue;
    const auto found = replay(std::string_view(journal).substr(0, size));
    const auto whole = std::ranges::upper_bound(ends, size) - ends.begin();
    REQUIRE(found.has_value() == (whole > 0));
    if (whole > 0) REQUIRE(*found == records[static_cast<std::size_t>(whole - 1)]);
  }
}

TEST_CASE("commands wait for a key unless they are to run") {
  model::FakeHost first_host;
  model::Session session = new_session({.columns = 80, .rows = 24});
  model::open_layout(session, first_host, session.options.layout);
  layout::PaneSpec spec;
  spec.content.kind = layout::PaneContent::Kind::Command;
  spec.content.program = "make";
  open_beside(session, first_host, spec);
  const SessionRecord record = record_of(session, [](const model::Pane&) { return PaneFacts(); });
  for (const bool runs : {false, true}) {
    model::FakeHost host;
    model::Session again = new_session(session.size);
    restore(again, host, record,
            {.runs_commands = runs, .text_of = [](const std::string&) { return ""; }});
    bool is_found = false;
    for (const auto& [id, pane] : again.panes) {
      if (pane->content.program != "make") continue;
      is_found = true;
      CHECK(pane->state == (runs ? model::PaneState::Running : model::PaneState::Suspended));
    }
    CHECK(is_found);
  }
}

TEST_CASE("what a temporary file is shown in place of is back in its place") {
  model::FakeHost host;
  model::Session session = new_session({.columns = 80, .rows = 24});
  model::open_layout(session, host, session.options.layout);
  const SessionRecord before = record_of(session, [](const model::Pane&) { return PaneFacts(); });
  model::PanePlace place;
  place.kind = model::PanePlace::Kind::InPlace;
  place.tab = session.tabs[0]->id;
  place.near = model::PaneId{0};
  layout::PaneSpec spec;
  spec.content.kind = layout::PaneContent::Kind::Edit;
  spec.content.program = "/tmp/kmux-123456";
  const auto editor = model::open_pane(session, host, spec, place);
  REQUIRE(editor.has_value());
  session.find_pane(*editor)->temporary_file = spec.content.program;
  model::focus_pane(session, std::nullopt, *editor);
  const SessionRecord record = record_of(session, [](const model::Pane&) { return PaneFacts(); });
  CHECK(encode(record) == encode(before));
}

TEST_CASE("text that was kept is in history and on the screen again") {
  RandomSession random(0);
  const SessionRecord record = record_with(random);
  model::FakeHost host;
  model::Session session = new_session({.columns = 80, .rows = 10});
  std::string text;
  for (int i = 0; i < 50; ++i) text += "line " + std::to_string(i) + "\r\n";
  restore(session, host, record,
          {.runs_commands = false, .text_of = [&](const std::string&) { return text; }});
  const model::Pane* const pane = session.find_pane(model::PaneId{0});
  REQUIRE(pane != nullptr);
  CHECK(pane->terminal()->history().size() > 30);
}

TEST_CASE("a lone shell is not missed, anything more is") {
  RandomSession random(0);
  model::FakeHost host;
  model::Session session = new_session({.columns = 80, .rows = 24});
  model::open_layout(session, host, session.options.layout);
  const auto record = [&] {
    return record_of(session, [](const model::Pane&) { return PaneFacts(); });
  };
  CHECK_FALSE(is_worth_keeping(record()));
  open_beside(session, host);
  CHECK(is_worth_keeping(record()));
}

TEST_CASE("bytes that are no UTF-8 come back as they were") {
  for (const std::string_view bytes : {"", "plain", "\xFF", "a\x80z", "\xF4\x8F\xBC\x80",
                                       "\xF4\x8F\xBF\xBF!", "\xF4\x8F", "\xE2\x82\xAC\xE2\x82"}) {
    CHECK(unescaped_bytes(escaped_bytes(bytes)) == bytes);
  }
}

TEST_CASE("texts that describe no session are refused") {
  for (const std::string_view text :
       {"", "layout { tab; }", "kmux_session\nlayout { tab { pane; }; }",
        "kmux_session { tab { pane; pane; } }\nlayout { tab { pane; }; }",
        "kmux_session { tab { pane; hidden by=7; } }\nlayout { tab { pane; }; }",
        "kmux_session created=\"x\" { tab { pane; } }\nlayout { tab { pane; }; }"}) {
    CAPTURE(text);
    CHECK_FALSE(decode(text).has_value());
  }
  CHECK(decode("kmux_session { tab { pane; } }\nlayout { tab { pane; }; }").has_value());
}

}  // namespace
}  // namespace mux::journal
