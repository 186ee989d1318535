// What clients and servers say to each other: one struct per message, whose fields
// are listed once; the codec follows from that (codec.h).
//
//   client                                server
//   Hello, Attach (with descriptors) ──►
//                                     ◄── Welcome, or Refuse
//   Resize, Input, Detach ──►         ◄── Output, Exit
//
//   Hello, Action ──►                 ◄── Welcome, Output, Reply
//   Hello, Subscribe ──►              ◄── Welcome, Output, Output, ..., Reply
#pragma once

#include <cstdint>
#include <string>
#include <tuple>
#include <variant>
#include <vector>

namespace mux::protocol {

// Changes with every change of the messages: only equals speak with each other.
inline constexpr std::uint16_t kVersion = 4;

// Where a client goes in a session: a pane, else a tab, else where others have been.
struct Destination {
  std::string pane = {};           // "terminal_3"
  std::uint32_t tab_position = 0;  // From 1; 0: any.

  bool operator==(const Destination&) const = default;
  static constexpr auto fields() {
    return std::tuple(&Destination::pane, &Destination::tab_position);
  }
};

struct TerminalSize {
  std::uint16_t columns = 80;
  std::uint16_t rows = 24;
  std::uint16_t cell_width = 0;  // In pixels; 0: not known.
  std::uint16_t cell_height = 0;

  bool operator==(const TerminalSize&) const = default;
  static constexpr auto fields() {
    return std::tuple(&TerminalSize::columns, &TerminalSize::rows, &TerminalSize::cell_width,
                      &TerminalSize::cell_height);
  }
};

// The first message of every client.
struct Hello {
  std::string program_version;

  bool operator==(const Hello&) const = default;
  static constexpr std::uint16_t kType = 1;
  static constexpr auto fields() { return std::tuple(&Hello::program_version); }
};

struct Welcome {
  std::string session;
  std::uint32_t process = 0;  // The server's.

  bool operator==(const Welcome&) const = default;
  static constexpr std::uint16_t kType = 2;
  static constexpr auto fields() { return std::tuple(&Welcome::session, &Welcome::process); }
};

// The server closes the connection after it.
struct Refuse {
  std::string reason;  // A sentence.

  bool operator==(const Refuse&) const = default;
  static constexpr std::uint16_t kType = 3;
  static constexpr auto fields() { return std::tuple(&Refuse::reason); }
};

// The client is to show the session.  With passes_terminal the terminal's descriptor
// comes along, and the server reads and draws there itself; else in Input and Output.
struct Attach {
  TerminalSize size;
  bool passes_terminal = false;
  bool is_read_only = false;
  std::string terminal_name;   // $TERM
  std::string color_terminal;  // $COLORTERM
  Destination destination = {};

  bool operator==(const Attach&) const = default;
  static constexpr std::uint16_t kType = 4;
  static constexpr auto fields() {
    return std::tuple(&Attach::size, &Attach::passes_terminal, &Attach::is_read_only,
                      &Attach::terminal_name, &Attach::color_terminal, &Attach::destination);
  }
};

struct Detach {
  bool operator==(const Detach&) const = default;
  static constexpr std::uint16_t kType = 5;
  static constexpr auto fields() { return std::tuple(); }
};

struct Resize {
  TerminalSize size;

  bool operator==(const Resize&) const = default;
  static constexpr std::uint16_t kType = 6;
  static constexpr auto fields() { return std::tuple(&Resize::size); }
};

struct Input {
  std::string bytes;

  bool operator==(const Input&) const = default;
  static constexpr std::uint16_t kType = 7;
  static constexpr auto fields() { return std::tuple(&Input::bytes); }
};

struct Output {
  std::string bytes;

  bool operator==(const Output&) const = default;
  static constexpr std::uint16_t kType = 8;
  static constexpr auto fields() { return std::tuple(&Output::bytes); }
};

struct Action {
  std::string name;
  std::vector<std::string> arguments;
  std::string pane;  // $KMUX_PANE_ID of whoever asks; empty: not in a pane of this session.
  std::string cwd;

  bool operator==(const Action&) const = default;
  static constexpr std::uint16_t kType = 9;
  static constexpr auto fields() {
    return std::tuple(&Action::name, &Action::arguments, &Action::pane, &Action::cwd);
  }
};

// What was to be printed has come as Output.  The server closes the connection after it.
struct Reply {
  std::uint8_t exit_code = 0;
  std::string error = {};  // A sentence; with exit code 0 why there was nothing to do.

  bool operator==(const Reply&) const = default;
  static constexpr std::uint16_t kType = 10;
  static constexpr auto fields() { return std::tuple(&Reply::exit_code, &Reply::error); }
};

enum class ExitReason : std::uint8_t { Detached, SessionEnded, Killed, Replaced, Failed };

// The client is done: it restores the terminal and ends.
struct Exit {
  ExitReason reason = ExitReason::Detached;
  std::uint8_t exit_code = 0;
  std::string text = {};  // For the user; empty: what the reason says.
  // Of Replaced: the session to attach to instead, and how it begins if it is new.
  std::string session = {};
  std::string layout = {};
  std::string layout_string = {};
  std::string cwd = {};
  Destination destination = {};

  bool operator==(const Exit&) const = default;
  static constexpr std::uint16_t kType = 11;
  static constexpr auto fields() {
    return std::tuple(&Exit::reason, &Exit::exit_code, &Exit::text, &Exit::session, &Exit::layout,
                      &Exit::layout_string, &Exit::cwd, &Exit::destination);
  }
};

// What panes show is to come in Output, now and whenever it changes; the Reply, when
// the last of them has closed.
struct Subscribe {
  std::vector<std::string> panes = {};  // "terminal_3"
  bool is_json = false;
  bool has_styles = false;
  bool has_history = false;         // What is above it, too, at first:
  std::uint32_t history_lines = 0;  // so many lines of it at most; 0: all.

  bool operator==(const Subscribe&) const = default;
  static constexpr std::uint16_t kType = 12;
  static constexpr auto fields() {
    return std::tuple(&Subscribe::panes, &Subscribe::is_json, &Subscribe::has_styles,
                      &Subscribe::has_history, &Subscribe::history_lines);
  }
};

using Message = std::variant<Hello, Welcome, Refuse, Attach, Detach, Resize, Input, Output, Action,
                             Reply, Exit, Subscribe>;

}  // namespace mux::protocol
