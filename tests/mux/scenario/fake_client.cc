#include "tests/mux/scenario/fake_client.h"

#include <fmt/format.h>

#include <array>

#include "mux/input/encode.h"
#include "mux/platform/socket.h"
#include "mux/render/screen_writer.h"
#include "mux/term/sgr.h"
#include "tests/mux/escapes.h"

namespace story {

namespace {

namespace protocol = mux::protocol;
namespace term = mux::term;

mux::platform::Descriptor connected(const std::string& socket_path) {
  auto socket = mux::platform::connect_to(socket_path);
  if (!socket) return {};  // Nobody listens: the session is over.
  mux::platform::set_blocking(socket->number(), false);
  return *std::move(socket);
}

// As the client's process sets its terminal up.
constexpr mux::input::InputModes kModes{.has_bracketed_paste = true,
                                        .reports_focus = true,
                                        .keyboard_flags = mux::input::kDisambiguate,
                                        .mouse = mux::input::MouseMode::Motion,
                                        .mouse_encoding = mux::input::MouseEncoding::Sgr};

std::string_view text_of(protocol::ExitReason reason) {
  switch (reason) {
    case protocol::ExitReason::Detached:
      return "detached";
    case protocol::ExitReason::SessionEnded:
      return "the session is over";
    case protocol::ExitReason::Killed:
      return "killed";
    case protocol::ExitReason::Replaced:
      return "replaced";
    case protocol::ExitReason::Failed:
      break;
  }
  return "failed";
}

}  // namespace

// ---- Line

Line::Line(const std::string& socket_path) : socket_(connected(socket_path)) {
  send(protocol::Hello{.program_version = "scenario"});
}

void Line::send(const protocol::Message& message) {
  if (socket_.is_open()) {
    static_cast<void>(mux::platform::send(socket_.number(), protocol::encode(message)));
  }
}

std::vector<protocol::Message> Line::receive() {
  std::vector<protocol::Message> messages;
  std::array<char, 65536> buffer;
  while (socket_.is_open()) {
    const mux::platform::Received received = mux::platform::receive(socket_.number(), buffer);
    reader_.feed({buffer.data(), received.size});
    if (received.is_closed) socket_.reset();
    if (received.size == 0) break;
  }
  for (;;) {
    auto message = reader_.next();
    if (!message || !*message) return messages;
    messages.push_back(**std::move(message));
  }
}

// ---- FakeClient

FakeClient::FakeClient(const std::string& socket_path, term::Size size, bool is_read_only)
    : line_(socket_path), terminal_(size, {}, *this) {
  terminal_.write(mux::render::kScreenSetup);
  line_.send(protocol::Attach{.size = {.columns = size.columns, .rows = size.rows},
                              .passes_terminal = false,
                              .is_read_only = is_read_only,
                              .terminal_name = "xterm-256color",
                              .color_terminal = "truecolor"});
}

bool FakeClient::read() {
  const auto messages = line_.receive();
  for (const protocol::Message& message : messages) {
    if (const auto* output = std::get_if<protocol::Output>(&message)) {
      terminal_.write(output->bytes);
    } else if (const auto* exit = std::get_if<protocol::Exit>(&message)) {
      exit_ = *exit;
      line_.close();
    }
  }
  return !messages.empty();
}

void FakeClient::type(const mux::input::Event& event) {
  reply(mux::input::encode(event, kModes));
}

void FakeClient::resize(term::Size size) {
  terminal_.resize(size);
  line_.send(protocol::Resize{.size = {.columns = size.columns, .rows = size.rows}});
}

void FakeClient::reply(std::string_view bytes) {
  line_.send(protocol::Input{.bytes = std::string(bytes)});
}

std::string FakeClient::screen() const {
  std::string text;
  for (int y = 0; y < terminal_.size().rows; ++y) {
    std::string line = "|";
    for (int x = 0; x < terminal_.size().columns; ++x) {
      const term::Cell cell = terminal_.screen().grid.row(y).cell(x);
      if (!cell.is_tail()) terminal_.append_text(cell, line);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + '\n';
  }
  const term::Position cursor = terminal_.screen().cursor;
  if (terminal_.mode(term::Mode::CursorVisible)) {
    text += fmt::format("cursor {},{}\n", cursor.x, cursor.y);
  }
  return text;
}

std::string FakeClient::looks(int x, int y, int columns) const {
  const term::Row& row = terminal_.screen().grid.row(y);
  const auto sgr_at = [&](int at) {
    const bool is_filled = at < row.length;
    return term::sgr_text(terminal_.style(is_filled ? row.cell(at).style : row.fill));
  };
  std::string text;
  for (int from = x; from < x + columns;) {
    const std::string sgr = sgr_at(from);
    int to = from + 1;
    while (to < x + columns && sgr_at(to) == sgr) ++to;
    text += fmt::format("{}-{} {}\n", from, to - 1, sgr);
    from = to;
  }
  return text;
}

std::string FakeClient::take_events() {
  return std::exchange(events_, {});
}

std::string FakeClient::why_left() const {
  if (!exit_) return {};
  std::string text(text_of(exit_->reason));
  if (!exit_->session.empty()) text += " by " + exit_->session;
  if (!exit_->layout.empty()) text += ", layout " + exit_->layout;
  if (!exit_->cwd.empty()) text += ", in " + exit_->cwd;
  const protocol::Destination& destination = exit_->destination;
  if (!destination.pane.empty()) text += ", to " + destination.pane;
  if (destination.tab_position > 0) text += fmt::format(", to tab {}", destination.tab_position);
  if (!exit_->text.empty()) text += ": " + exit_->text;
  return text + '\n';
}

void FakeClient::add_event(std::string_view what, std::string_view text) {
  events_ += fmt::format("{} {}", what, mux_tests::escaped(text));
  if (events_.ends_with(' ')) events_.pop_back();
  events_ += '\n';
}

void FakeClient::set_clipboard(std::string_view selections, std::string_view text) {
  add_event("copied", fmt::format("{} {}", selections, text));
}

void FakeClient::notify(std::string_view title, std::string_view body) {
  add_event("notice", fmt::format("{} / {}", title, body));
}

void FakeClient::show_progress(term::Progress progress, unsigned percent) {
  add_event("progress", fmt::format("{} {}", static_cast<int>(progress), percent));
}

}  // namespace story
