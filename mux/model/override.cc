#include "mux/model/override.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "common/base/check.h"
#include "mux/model/closing.h"
#include "mux/model/focus.h"
#include "mux/model/pane_ops.h"
#include "mux/model/swaps.h"

namespace mux::model {

namespace {

bool runs_the_same(const layout::PaneContent& one, const layout::PaneContent& other) {
  return one.kind == other.kind && one.program == other.program && one.arguments == other.arguments;
}

class Override {
 public:
  Override(Session& session, Host& host, Tab& tab)
      : session_(session), host_(host), tab_(tab), left_(tab.layout.panes()) {}

  void lay_out(const layout::TabSpec& spec) {
    const std::optional<PaneId> beside = tab_.focus.pane;
    layout::AppliedTab applied = model::lay_out(session_, spec);
    std::vector<Pane*> added;
    for (const layout::AppliedPane& wanted : applied.panes) {
      if (const auto pane = take(wanted.spec)) {
        put(applied, wanted.pane, *pane);
      } else {
        added.push_back(&add_pane(session_, host_, wanted.pane, wanted.spec, beside));
      }
    }
    before_ = std::exchange(tab_.layout, std::move(applied.layout));
    focus_ = applied.focus;
    for (Pane* pane : added) start_pane(session_, host_, *pane);
  }

  void drop_or_keep_others(const Retained& retained) {
    for (const PaneId id : left_) {
      const Pane& pane = *session_.find_pane(id);
      const bool is_kept = pane.kind() == PaneKind::Terminal ? retained.terminals
                           : pane.kind() == PaneKind::Plugin ? retained.plugins
                                                             : false;
      if (!is_kept || !keep(id)) destroy_with_hidden(id);
    }
  }

  std::optional<PaneId> focus() const { return focus_; }

 private:
  std::optional<PaneId> take(const layout::PaneSpec& wanted) {
    const auto found = std::ranges::find_if(left_, [&](PaneId id) {
      return runs_the_same(session_.find_pane(id)->content, wanted.content);
    });
    if (found == left_.end()) return std::nullopt;
    const PaneId id = *found;
    left_.erase(found);
    Pane& pane = *session_.find_pane(id);
    if (!wanted.name.empty()) pane.name = wanted.name;
    pane.is_borderless = wanted.is_borderless;
    return id;
  }

  static void put(layout::AppliedTab& applied, PaneId place, PaneId pane) {
    const bool is_floating = applied.layout.floats().contains(place);
    const auto done = is_floating ? applied.layout.floats().replace(place, pane)
                                  : applied.layout.tiles().replace(place, pane);
    CHECK(done.has_value());
    if (applied.focus == place) applied.focus = pane;
  }

  // False: there is no room.
  bool keep(PaneId pane) {
    if (!before_->floats().contains(pane)) return tab_.layout.tiles().add(pane).has_value();
    const layout::Float* const floating = before_->floats().find(pane);
    layout::Floats& floats = tab_.layout.floats();
    return floats.add(pane) && floats.set_rect(pane, floating->wanted) &&
           floats.set_pinned(pane, floating->is_pinned);
  }

  // And what waits behind it.
  void destroy_with_hidden(PaneId pane) {
    for (std::optional<PaneId> next = pane; next;) {
      const PaneId id = *std::exchange(next, std::nullopt);
      const auto hidden = std::ranges::find(tab_.suppressed, id, &Suppressed::by);
      if (hidden != tab_.suppressed.end()) {
        next = hidden->pane;
        tab_.suppressed.erase(hidden);
      }
      destroy_pane(session_, host_, id);
    }
  }

  Session& session_;
  Host& host_;
  Tab& tab_;
  std::vector<PaneId> left_;  // Without a place yet.
  std::optional<layout::TabLayout> before_;
  std::optional<PaneId> focus_;
};

}  // namespace

void override_tab(Session& session, Host& host, Tab& tab, const layout::TabSpec& spec,
                  const layout::Layout& layout, const Retained& retained) {
  const layout::Rect area = tab.layout.area();
  Override change(session, host, tab);
  change.lay_out(spec);
  if (tab.layout.area() != area) tab.layout.set_area(area);
  change.drop_or_keep_others(retained);
  tab.layout.settle();
  if (!spec.name.empty()) tab.name = spec.name;
  set_swaps(tab, spec, layout);
  repair_focus(session);
  const auto focus = change.focus();
  if (focus && tab.layout.contains(*focus)) focus_in_tab(session, std::nullopt, *focus);
}

}  // namespace mux::model
