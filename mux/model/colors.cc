#include "mux/model/colors.h"

namespace mux::model {

void tell_colors(const Session& session, Pane& pane) {
  if (pane.terminal() == nullptr) return;
  const term::TerminalOptions& options = session.options.terminal;
  pane.terminal()->set_colors(pane.foreground.value_or(options.foreground),
                              pane.background.value_or(options.background));
}

void take_colors(Session& session, term::Color foreground, term::Color background) {
  session.options.terminal.foreground = foreground;
  session.options.terminal.background = background;
  for (const auto& [id, pane] : session.panes) tell_colors(session, *pane);
}

}  // namespace mux::model
