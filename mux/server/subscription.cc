#include "mux/server/subscription.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "common/json/writer.h"
#include "mux/model/text.h"

namespace mux::server {

namespace {

using Lines = std::vector<std::string>;

void append_lines(const Lines& lines, std::string& out) {
  for (const std::string& line : lines) out.append(line).append("\n");
}

void write_lines(const Lines& lines, common::json::Writer& json) {
  json.begin_array();
  for (const std::string& line : lines) json.string(line);
  json.end_array();
}

// The keys are in zellij's order.
std::string update_json(model::PaneId pane, bool is_initial, const std::optional<Lines>& above,
                        const Lines& rows) {
  std::string text;
  common::json::Writer json(text);
  json.begin_object();
  json.key("event").string("pane_update");
  json.key("is_initial").boolean(is_initial);
  json.key("pane_id").string(model::pane_name(pane));
  json.key("scrollback");
  if (above) {
    write_lines(*above, json);
  } else {
    json.null();
  }
  json.key("viewport");
  write_lines(rows, json);
  json.end_object();
  return text + '\n';
}

std::string closed_json(model::PaneId pane) {
  std::string text;
  common::json::Writer json(text);
  json.begin_object();
  json.key("event").string("pane_closed");
  json.key("pane_id").string(model::pane_name(pane));
  json.end_object();
  return text + '\n';
}

}  // namespace

Subscription::Subscription(const std::vector<model::PaneId>& panes, const protocol::Subscribe& wish,
                           Connection& connection, std::uint64_t now_ms)
    : wish_(wish), connection_(connection) {
  for (const model::PaneId pane : panes) watched_.push_back({.pane = pane});
  pacer_.mark(Change::Normal, now_ms);
}

void Subscription::mark(model::PaneId pane, Change change, std::uint64_t now_ms) {
  const auto found = std::ranges::find(watched_, pane, &Watched::pane);
  if (found == watched_.end()) return;
  found->is_marked = true;
  // Nobody types here and waits for an echo.
  pacer_.mark(std::min(change, Change::Normal), now_ms);
}

void Subscription::mark_all(std::uint64_t now_ms) {
  for (Watched& watched : watched_) watched.is_marked = true;
  pacer_.mark(Change::Normal, now_ms);
}

std::optional<std::uint64_t> Subscription::due() const {
  return !watched_.empty() && has_room() ? pacer_.due() : std::nullopt;
}

void Subscription::send_news(model::Session& session, const IsHeld& is_held, std::uint64_t now_ms) {
  pacer_.drawn(now_ms);
  std::erase_if(watched_, [&](const Watched& watched) {
    const bool is_closed = session.tab_of(watched.pane) == nullptr;
    if (is_closed) send_closed(watched);
    return is_closed;
  });
  if (watched_.empty()) return end();
  for (auto watched = watched_.begin(); watched != watched_.end(); ++watched) {
    // One that is held is marked again when its picture is done.
    if (!watched->is_marked || is_held(watched->pane)) continue;
    if (!has_room()) {
      // Its turn is next, however much is new of those before it.
      std::rotate(watched_.begin(), watched, watched_.end());
      return pacer_.mark(Change::Normal, now_ms);
    }
    send_rows(*session.find_pane(watched->pane), *watched);
  }
}

void Subscription::send_last(model::Session& session, model::PaneId pane) {
  const auto found = std::ranges::find(watched_, pane, &Watched::pane);
  if (found == watched_.end() || !found->is_marked || !has_room()) return;
  if (session.tab_of(pane) != nullptr) send_rows(*session.find_pane(pane), *found);
}

void Subscription::end() {
  for (const Watched& watched : std::exchange(watched_, {})) send_closed(watched);
  connection_.send(protocol::Reply{});
  connection_.close();
}

void Subscription::send_rows(model::Pane& pane, Watched& watched) {
  watched.is_marked = false;
  Lines rows = model::shown_rows(pane, wish_.has_styles);
  const bool is_initial = std::exchange(watched.is_new, false);
  if (!is_initial && rows == watched.rows) return;
  std::optional<Lines> above;
  if (is_initial && wish_.has_history) {
    const std::uint64_t all = std::numeric_limits<std::uint64_t>::max();
    above = model::lines_above(pane, wish_.history_lines > 0 ? wish_.history_lines : all,
                               wish_.has_styles);
  }
  std::string text;
  if (wish_.is_json) {
    text = update_json(watched.pane, is_initial, above, rows);
  } else {
    if (above) append_lines(*above, text);
    append_lines(rows, text);
  }
  watched.rows = std::move(rows);
  connection_.send_output(text);
}

void Subscription::send_closed(const Watched& watched) {
  if (wish_.is_json) connection_.send_output(closed_json(watched.pane));
}

}  // namespace mux::server
