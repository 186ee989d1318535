// Actions that return when a pane is done.
#include "mux/action/placing.h"

namespace mux::action {

Result<std::optional<model::WaitUntil>> wait_wanted(const Arguments& arguments) {
  constexpr std::pair<std::string_view, model::WaitUntil> kFlags[] = {
      {"blocking", model::WaitUntil::Closed},
      {"block-until-exit", model::WaitUntil::Exited},
      {"block-until-exit-success", model::WaitUntil::Succeeded},
      {"block-until-exit-failure", model::WaitUntil::Failed}};
  std::optional<model::WaitUntil> wanted;
  for (const auto& [name, until] : kFlags) {
    if (!arguments.is_set(name)) continue;
    if (wanted) return fail("only one of the blocking flags can be given");
    wanted = until;
  }
  return wanted;
}

Reply opened(const Context& context, PaneId pane, std::optional<model::WaitUntil> until) {
  if (!until) return {.text = model::pane_name(pane) + '\n'};
  // Nothing is printed: what a script prints may be what it is asked for.
  Reply reply;
  // It may be gone already: its program could not be started.
  const Pane* const opened_pane = context.session.find_pane(pane);
  if (opened_pane == nullptr) return reply;
  const bool failed_to_start = opened_pane->state == model::PaneState::Held &&
                               *until != model::WaitUntil::Closed &&
                               *until != model::WaitUntil::Succeeded;
  if (failed_to_start) {
    reply.exit_code = opened_pane->exit_code.value_or(1);
    return reply;
  }
  reply.wait = context.session.next_wait_id();
  context.session.waits.push_back({.id = *reply.wait, .pane = pane, .until = *until});
  return reply;
}

}  // namespace mux::action
