#include "mux/action/placing.h"

#include "mux/model/focus.h"

namespace mux::action {

namespace {

using model::PanePlace;

// Pairs of flags of which at most one may be given.
Result<void> check_conflicts(const Arguments& arguments) {
  constexpr std::pair<std::string_view, std::string_view> kConflicts[] = {
      {"direction", "floating"}, {"direction", "in-place"},      {"direction", "stacked"},
      {"floating", "in-place"},  {"floating", "stacked"},        {"in-place", "stacked"},
      {"in-place", "tab-id"},    {"near-current-pane", "tab-id"}};
  for (const auto& [one, other] : kConflicts) {
    if (arguments.has(one) && arguments.has(other)) {
      return fail(fmt::format("--{} and --{} exclude each other", one, other));
    }
  }
  constexpr std::string_view kOfFloats[] = {"x", "y", "width", "height", "pinned"};
  for (const std::string_view name : kOfFloats) {
    if (arguments.has(name) && !arguments.is_set("floating")) {
      return fail(fmt::format("--{} is for floating panes only: --floating is missing", name));
    }
  }
  if (arguments.is_set("close-replaced-pane") && !arguments.is_set("in-place")) {
    return fail("--close-replaced-pane needs --in-place");
  }
  return {};
}

PanePlace::Kind kind_of(const Context& context, const Arguments& arguments, const Tab& tab,
                        std::optional<PaneId> focused) {
  if (arguments.is_set("floating")) return PanePlace::Kind::Floating;
  if (arguments.is_set("in-place")) return PanePlace::Kind::InPlace;
  if (arguments.is_set("stacked")) return PanePlace::Kind::Stacked;
  if (arguments.has("direction")) return PanePlace::Kind::Beside;
  if (arguments.is_set("near-current-pane")) return PanePlace::Kind::Near;
  // Who looks at floating panes and hits a key wants another of them.  Scripts, which do
  // not look, say --floating.
  const bool is_among_floats =
      context.is_by_key && focused && tab.layout.floats().contains(*focused);
  return is_among_floats ? PanePlace::Kind::Floating : PanePlace::Kind::Anywhere;
}

}  // namespace

layout::FloatPlace float_place_of(const Arguments& arguments) {
  return {.x = arguments.extent("x"),
          .y = arguments.extent("y"),
          .columns = arguments.extent("width"),
          .rows = arguments.extent("height")};
}

Result<PanePlace> place_of(const Context& context, const Arguments& arguments) {
  TRY(check_conflicts(arguments));
  const bool is_near_own =
      arguments.is_set("near-current-pane") || (arguments.is_set("no-focus") && context.from_pane);
  Tab* tab = TRY(target_tab(context, arguments));
  std::optional<PaneId> near = arguments.pane("pane-id");
  if (!near && is_near_own && !arguments.has("tab-id")) near = context.from_pane;
  if (near) {
    tab = TRY(tab_with(context, *near));
  } else {
    near = model::focused_in(context.session, context.client, *tab);
  }
  PanePlace place;
  place.kind = kind_of(context, arguments, *tab, near);
  place.tab = tab->id;
  // Beside a floating pane there is no room for tiled ones, but where the last tile was.
  const bool is_tiled = place.kind == PanePlace::Kind::Beside ||
                        place.kind == PanePlace::Kind::Stacked ||
                        place.kind == PanePlace::Kind::Anywhere;
  if (is_tiled && near && tab->layout.floats().contains(*near)) {
    near = model::focus_in(context.session, context.client, *tab).tiled;
  }
  place.near = near;
  if (const auto direction = arguments.direction("direction")) place.direction = *direction;
  place.place = float_place_of(arguments);
  place.is_pinned = arguments.is_set("pinned");
  place.closes_replaced = arguments.is_set("close-replaced-pane");
  return place;
}

Result<PaneId> open_at(const Context& context, const Arguments& arguments,
                       const layout::PaneSpec& spec, const model::PanePlace& place) {
  const PaneId pane = TRY(model::open_pane(context.session, context.host, spec, place));
  // Where a program runs need not be where its user looks.
  const bool keeps_focus = arguments.is_set("no-focus") || arguments.is_set("near-current-pane");
  if (!keeps_focus) model::focus_pane(context.session, context.client, pane);
  return pane;
}

}  // namespace mux::action
