#include "common/tty/color_choice.h"

#include <string_view>

namespace common::tty {

bool wants_color(ColorChoice choice, const TerminalFacts& facts) {
  if (choice != ColorChoice::Auto) return choice != ColorChoice::Never;
  return facts.is_terminal && facts.term != nullptr && std::string_view(facts.term) != "dumb" &&
         !facts.has_no_color;
}

}  // namespace common::tty
