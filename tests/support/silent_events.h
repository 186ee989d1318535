// A terminal's surroundings that let everything pass.
#pragma once

#include "mux/term/terminal_events.h"

class SilentEvents : public mux::term::TerminalEvents {
 public:
  void reply(std::string_view /*bytes*/) override {}
  void set_title(std::string_view /*title*/) override {}
  void set_working_directory(std::string_view /*url*/) override {}
  void ring_bell() override {}
  void set_clipboard(std::string_view /*selections*/, std::string_view /*text*/) override {}
  void query_clipboard(std::string_view /*selections*/) override {}
  void notify(std::string_view /*title*/, std::string_view /*body*/) override {}
  void show_progress(mux::term::Progress /*progress*/, unsigned /*percent*/) override {}
  void command_ended(std::uint32_t /*exit_code*/) override {}
  void resize(mux::term::Size /*size*/) override {}
};
