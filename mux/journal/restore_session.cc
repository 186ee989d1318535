#include "mux/journal/restore_session.h"

#include <vector>

#include "mux/model/closing.h"
#include "mux/model/focus.h"
#include "mux/model/pane_ops.h"

namespace mux::journal {

namespace {

using layout::PaneContent;
using model::Pane;
using model::PaneId;
using model::PaneState;
using model::Tab;

void collect_specs(const layout::TileSpec& tile, std::vector<const layout::PaneSpec*>& specs) {
  if (tile.is_pane()) specs.push_back(&tile.pane);
  for (const layout::TileSpec& child : tile.children) collect_specs(child, specs);
}

class TabRestorer {
 public:
  TabRestorer(model::Session& session, model::Host& host, const RestoreOptions& options,
              const layout::TabSpec& spec, const TabRecord& record)
      : session_(session), host_(host), options_(options), spec_(spec), record_(record) {
    collect_specs(spec.tiles, specs_);
    for (const layout::FloatSpec& pane : spec.floats) specs_.push_back(&pane.pane);
    for (const HiddenRecord& hidden : record.hidden) specs_.push_back(&hidden.pane);
  }

  model::TabId restore(const layout::Layout& layout) {
    const model::TabId id =
        model::open_tab_as(session_, host_, spec_, layout, [&](std::size_t index, Pane& pane) {
          panes_.push_back(pane.id());
          return prepare(index, pane);
        });
    Tab& tab = *session_.find_tab(id);
    restore_hidden(tab);
    if (!record_.has_tiles) drop_placeholder(tab);
    tab.is_synchronized = record_.is_synchronized;
    tab.tiled_swaps.restore(record_.tiled_swap.name, record_.tiled_swap.is_changed);
    tab.floating_swaps.restore(record_.floating_swap.name, record_.floating_swap.is_changed);
    restore_focus(tab);
    if (record_.fullscreen) {
      // Of a tab that is now too small for it, it is not.
      static_cast<void>(
          tab.layout.toggle_fullscreen(panes_[*record_.fullscreen], record_.covers_bars));
    }
    return id;
  }

 private:
  // False: nothing is to be started in it.
  bool prepare(std::size_t index, Pane& pane) {
    if (index == 0 && !record_.has_tiles) return false;
    if (pane.terminal() == nullptr) return true;
    const PaneRecord& record = record_.panes[index];
    show_text(pane, specs_[index]->contents_file);
    pane.exit_code = record.exit_code;
    if (record.state == PaneState::Held) {
      pane.state = PaneState::Held;
      pane.program_title = record.title;
      return false;
    }
    if (pane.content.kind == PaneContent::Kind::Command) {
      const bool has_run = record.state == PaneState::Running;
      pane.content.starts_suspended = !(options_.runs_commands && has_run);
      if (pane.content.starts_suspended) pane.program_title = record.title;
    }
    return true;
  }

  void show_text(Pane& pane, const std::string& file) {
    if (file.empty()) return;
    const std::string text = options_.text_of(file);
    if (text.empty()) return;
    pane.terminal()->write(text);
    pane.terminal()->write("\x1b[m\r\n");
  }

  void restore_hidden(Tab& tab) {
    for (const HiddenRecord& hidden : record_.hidden) {
      const std::size_t index = panes_.size();
      panes_.push_back(model::add_hidden_pane(session_, host_, tab, hidden.pane, panes_.front(),
                                              [&](Pane& pane) { return prepare(index, pane); }));
    }
    // One may be behind another that comes later.
    for (std::size_t i = 0; i < record_.hidden.size(); ++i) {
      tab.suppressed[i].by = panes_[record_.hidden[i].by];
    }
  }

  // Opening raises the pane with the focus, and hides it from one that is pinned above
  // floating panes which are hidden.
  void restore_focus(Tab& tab) {
    for (std::size_t i = 0; i < specs_.size() - record_.hidden.size(); ++i) {
      tab.layout.floats().raise(panes_[i]);
      if (specs_[i]->has_focus) tab.focus.pane = panes_[i];
    }
  }

  void drop_placeholder(Tab& tab) {
    if (model::take_out(session_, tab, panes_.front())) return;
    model::destroy_pane(session_, host_, panes_.front());
  }

  model::Session& session_;
  model::Host& host_;
  const RestoreOptions& options_;
  const layout::TabSpec& spec_;
  const TabRecord& record_;
  std::vector<const layout::PaneSpec*> specs_;
  std::vector<PaneId> panes_;
};

}  // namespace

void restore(model::Session& session, model::Host& host, const SessionRecord& record,
             const RestoreOptions& options) {
  session.theme = record.theme;
  std::optional<model::TabId> focus;
  for (std::size_t i = 0; i < record.tabs.size(); ++i) {
    const layout::TabSpec& spec = record.layout.tabs[i];
    const model::TabId tab =
        TabRestorer(session, host, options, spec, record.tabs[i]).restore(record.layout);
    if (!focus || spec.has_focus) focus = tab;
  }
  if (focus) session.focused_tab = *focus;
  model::repair_focus(session);
}

}  // namespace mux::journal
