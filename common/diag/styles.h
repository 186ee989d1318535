// Colours of findings on a terminal: the SGR sequence that opens each.
//
// Sequences follow the spelling of Rust's anstyle, one escape per attribute,
// because reports are compared byte by byte with programs that use it.
#pragma once

#include <string>
#include <string_view>

namespace common::diag {

enum class Role : unsigned char {
  Plain,
  Error,
  Warning,
  Info,
  Help,
  LineNumber,  // Numbers, bars, arrows of the frame.
  Secondary,   // Marks of secondary places.
  Emphasis,    // Messages, paths.
  Separator,   // The colons of path:line:column.
  Code,        // "F401" in formats of one line.
  Underline,   // Headings.
  Insertion,
  Deletion,
  InsertionSign,
  DeletionSign,
};

// Empty for Plain.
constexpr std::string_view opening(Role role) {
  switch (role) {
    case Role::Plain:
      return "";
    case Role::Error:
      return "\x1b[1m\x1b[91m";
    case Role::Warning:
      return "\x1b[1m\x1b[33m";
    case Role::Info:
    case Role::LineNumber:
    case Role::Secondary:
      return "\x1b[1m\x1b[94m";
    case Role::Help:
      return "\x1b[1m\x1b[96m";
    case Role::Emphasis:
      return "\x1b[1m";
    case Role::Separator:
      return "\x1b[36m";
    case Role::Code:
    case Role::DeletionSign:
      return "\x1b[1m\x1b[31m";
    case Role::Underline:
      return "\x1b[4m";
    case Role::Insertion:
      return "\x1b[32m";
    case Role::Deletion:
      return "\x1b[31m";
    case Role::InsertionSign:
      return "\x1b[1m\x1b[32m";
  }
  __builtin_unreachable();
}

// How text is written: with colours or without.
class Painter {
 public:
  Painter(std::string& out, bool is_colored) : out_(out), is_colored_(is_colored) {}

  bool is_colored() const { return is_colored_; }
  void paint(std::string_view text, Role role) {
    open(role);
    out_ += text;
    close(role);
  }
  void open(Role role) {
    if (is_colored_) out_ += opening(role);
  }
  void close(Role role) {
    if (is_colored_ && !opening(role).empty()) out_ += "\x1b[0m";
  }
  void link(std::string_view text, std::string_view url, Role role) {
    open(role);
    append_link(text, url, out_);
    close(role);
  }
  // OSC 8; plain text if there is no url.
  static void append_link(std::string_view text, std::string_view url, std::string& out) {
    if (!url.empty()) out.append("\x1b]8;;").append(url).append("\x1b\\");
    out += text;
    if (!url.empty()) out += "\x1b]8;;\x1b\\";
  }

 private:
  std::string& out_;
  bool is_colored_;
};

}  // namespace common::diag
