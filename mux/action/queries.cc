#include <algorithm>

#include "mux/action/groups.h"
#include "mux/action/records.h"
#include "mux/layout/layout_writer.h"
#include "mux/model/arrange.h"
#include "mux/model/describe.h"
#include "mux/model/focus.h"
#include "mux/model/pane_ops.h"
#include "mux/model/pane_text.h"

namespace mux::action {

namespace {

// ---- Panes

constexpr ArgumentSpec kListPanes[] = {
    {.name = "tab", .kind = ArgumentKind::Switch, .short_name = 't', .docs = "And their tabs"},
    {.name = "command",
     .kind = ArgumentKind::Switch,
     .short_name = 'c',
     .docs = "And what runs in them, and where"},
    {.name = "state",
     .kind = ArgumentKind::Switch,
     .short_name = 's',
     .docs = "And whether they have the focus, float or have ended"},
    {.name = "geometry",
     .kind = ArgumentKind::Switch,
     .short_name = 'g',
     .docs = "And places and sizes"},
    {.name = "all",
     .kind = ArgumentKind::Switch,
     .short_name = 'a',
     .docs = "All of these, and bars too"},
    kJson};

std::string joined_words(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, " "));
}

std::string command_of(const Context& context, const Pane& pane) {
  if (pane.kind() != model::PaneKind::Terminal) return pane.content.program;
  if (pane.has_process) {
    const auto running = context.host.foreground_command(pane.id());
    if (!running.empty()) return joined_words(running);
  }
  return joined_words(model::argv_of(context.session, pane.content));
}

std::string cwd_of(const Context& context, const Pane& pane) {
  if (pane.kind() != model::PaneKind::Terminal) return {};
  std::string cwd = pane.has_process ? context.host.working_directory(pane.id()) : std::string();
  return cwd.empty() ? pane.cwd : cwd;
}

std::uint32_t plain_number(PaneId pane) {
  return model::number_of(pane) & ~model::kPluginBit;
}

bool is_focused(const Context& context, const Tab& tab, PaneId pane) {
  return model::focused_in(context.session, context.client, tab) == pane;
}

void add_state(const Context& context, const Tab& tab, const Pane& pane,
               const model::PaneArea& area, Record& record) {
  const auto& fullscreen = tab.layout.fullscreen();
  record.add("is_focused", "FOCUSED", kState, is_focused(context, tab, pane.id()));
  record.add("is_fullscreen", {}, kState, fullscreen && fullscreen->pane == pane.id());
  record.add("is_floating", "FLOATING", kState, tab.layout.floats().contains(pane.id()));
  record.add("is_suppressed", {}, kState, area.is_hidden);
  record.add("exited", "EXITED", kState, pane.state == model::PaneState::Held);
  record.add_number("exit_status", {}, kState, pane.exit_code);
  record.add("is_held", {}, kState, pane.state != model::PaneState::Running);
  record.add("is_selectable", {}, kState, pane.is_selectable());
}

std::string hex_of(term::Color color) {
  if (color.kind() != term::Color::Kind::Rgb) return {};
  return fmt::format("#{:02x}{:02x}{:02x}", color.red(), color.green(), color.blue());
}

// In the pane with its frame; "null": it is hidden.
std::string cursor_of(const Pane& pane, const model::PaneArea& area) {
  if (pane.terminal() == nullptr || !pane.terminal()->mode(term::Mode::CursorVisible)) {
    return "null";
  }
  const term::Position& place = pane.terminal()->screen().cursor;
  return fmt::format("[{},{}]", place.x + area.content.x - area.rect.x,
                     place.y + area.content.y - area.rect.y);
}

// What programs that read JSON may look for, and tables have no room for.
void add_details(const Context& context, const Pane& pane, const model::PaneArea& area,
                 Record& record) {
  const auto add = [&](std::string_view key, const std::optional<std::string>& text) {
    record.add_optional(key, {}, kAlways, text);
  };
  const bool is_plugin = model::is_plugin(pane.id());
  const std::string program = joined_words(model::argv_of(context.session, pane.content));
  const bool has_command = pane.content.kind == layout::PaneContent::Kind::Command;
  add("terminal_command", has_command ? std::optional(program) : std::nullopt);
  add("plugin_url", is_plugin ? std::optional(pane.content.program) : std::nullopt);
  const auto color = [](const std::optional<term::Color>& of_pane) {
    return of_pane ? std::optional(hex_of(*of_pane)) : std::nullopt;
  };
  add("default_fg", color(pane.foreground));
  add("default_bg", color(pane.background));
  record.add_json("cursor_coordinates_in_pane", cursor_of(pane, area));
  std::vector<std::string> marks;
  for (const auto& [id, client] : context.session.clients) {
    const auto mark = std::ranges::find(client.group, pane.id());
    if (mark == client.group.end()) continue;
    marks.push_back(fmt::format("\"{}\":{}", model::number_of(id), mark - client.group.begin()));
  }
  record.add_json("index_in_pane_group", fmt::format("{{{}}}", fmt::join(marks, ",")));
}

void add_rect(const layout::Rect& rect, bool is_content, Record& record) {
  const auto add = [&](std::string_view plain, std::string_view content, std::string_view title,
                       int cells) {
    record.add_number(is_content ? content : plain, is_content ? std::string_view() : title,
                      kGeometry, std::max(cells, 0));
  };
  add("pane_x", "pane_content_x", "X", rect.x);
  add("pane_y", "pane_content_y", "Y", rect.y);
  add("pane_rows", "pane_content_rows", "ROWS", rect.rows);
  add("pane_columns", "pane_content_columns", "COLS", rect.columns);
}

Record record_of(const Context& context, const Tab& tab, const Pane& pane) {
  const std::uint32_t position =
      static_cast<std::uint32_t>(context.session.position_of(tab.id).value_or(0));
  Record record;
  record.add_number("tab_id", "TAB_ID", kTab, model::number_of(tab.id));
  record.add_number("tab_position", "TAB_POS", kTab, position);
  record.add("tab_name", "TAB_NAME", kTab, tab.title());
  record.add_number("id", {}, kAlways, plain_number(pane.id()));
  record.add("is_plugin", {}, kAlways, model::is_plugin(pane.id()));
  record.add("pane_id", "PANE_ID", kAlways, model::pane_name(pane.id()));
  record.add("type", "TYPE", kAlways, model::is_plugin(pane.id()) ? "plugin" : "terminal");
  record.add("title", "TITLE", kAlways, pane.title());
  record.add("pane_command", "COMMAND", kCommand, command_of(context, pane));
  record.add("pane_cwd", "CWD", kCommand, cwd_of(context, pane));
  const model::PaneArea area = model::area_of_pane(context.session, tab, pane.id());
  add_state(context, tab, pane, area, record);
  add_rect(area.rect, false, record);
  add_rect(area.content, true, record);
  add_details(context, pane, area, record);
  return record;
}

std::uint8_t parts_wanted(const Arguments& arguments,
                          std::span<const std::pair<std::string_view, std::uint8_t>> flags) {
  if (arguments.is_set("all")) return kAllParts;
  std::uint8_t parts = kAlways;
  for (const auto& [name, part] : flags) {
    if (arguments.is_set(name)) parts = static_cast<std::uint8_t>(parts | part);
  }
  return parts;
}

// Bars are among `all` only.
std::vector<PaneId> panes_listed(const Context& context, const Tab& tab, bool all) {
  std::vector<PaneId> panes = tab.panes();
  if (!all) {
    std::erase_if(panes,
                  [&](PaneId id) { return !context.session.find_pane(id)->is_selectable(); });
  }
  std::ranges::sort(panes, {},
                    [](PaneId id) { return std::pair(!model::is_plugin(id), plain_number(id)); });
  return panes;
}

Result<Reply> list_panes(Context& context, const Arguments& arguments) {
  constexpr std::pair<std::string_view, std::uint8_t> kFlags[] = {
      {"tab", kTab}, {"command", kCommand}, {"state", kState}, {"geometry", kGeometry}};
  std::vector<Record> records;
  for (const auto& tab : context.session.tabs) {
    for (const PaneId id : panes_listed(context, *tab, arguments.is_set("all"))) {
      records.push_back(record_of(context, *tab, *context.session.find_pane(id)));
    }
  }
  if (arguments.is_set("json")) return Reply{.text = json_of(records)};
  return Reply{.text = table_of(records, parts_wanted(arguments, kFlags))};
}

// ---- Tabs

constexpr ArgumentSpec kListTabs[] = {
    {.name = "state",
     .kind = ArgumentKind::Switch,
     .short_name = 's',
     .docs = "And what they show, and whether input is synchronized"},
    {.name = "dimensions", .kind = ArgumentKind::Switch, .short_name = 'd', .docs = "And sizes"},
    {.name = "panes",
     .kind = ArgumentKind::Switch,
     .short_name = 'p',
     .docs = "And how many panes they have"},
    {.name = "layout",
     .kind = ArgumentKind::Switch,
     .short_name = 'l',
     .docs = "And their swap layouts"},
    {.name = "all", .kind = ArgumentKind::Switch, .short_name = 'a', .docs = "All of these"},
    kJson};

std::size_t tiled_count(const Context& context, const Tab& tab) {
  return static_cast<std::size_t>(std::ranges::count_if(
      tab.layout.tiles().in_reading_order(),
      [&](PaneId pane) { return !model::area_of_pane(context.session, tab, pane).is_hidden; }));
}

// Tiled ones behind the one that fills the screen, and bars if it covers them.
std::size_t hidden_count(const Tab& tab) {
  const auto& fullscreen = tab.layout.fullscreen();
  const layout::Tiles& tiles = tab.layout.tiles();
  if (!fullscreen || !tiles.contains(fullscreen->pane)) return 0;
  const auto panes = layout::panes_of(*tiles.root());
  return static_cast<std::size_t>(std::ranges::count_if(panes, [&](const layout::Tile* tile) {
    return tile->pane != fullscreen->pane && (fullscreen->covers_bars || tile->is_selectable);
  }));
}

// Of the panes that are looked at.
void add_swap_layout(const Tab& tab, Record& record) {
  const layout::Floats& floats = tab.layout.floats();
  const bool has_floats = floats.are_shown() && !floats.is_empty();
  const bool has_layout = has_floats || tab.layout.tiles().in_reading_order().size() > 1;
  std::optional<std::string> name;
  if (has_layout) name = has_floats ? tab.floating_swaps.name() : tab.tiled_swaps.name();
  record.add_optional("active_swap_layout_name", "SWAP_LAYOUT", kLayout, name);
  const bool is_changed =
      has_floats ? tab.floating_swaps.is_changed() : tab.tiled_swaps.is_changed();
  record.add("is_swap_layout_dirty", "LAYOUT_DIRTY", kLayout, has_layout && is_changed);
}

Record record_of(const Context& context, const Tab& tab) {
  const Tab* const focused = model::focused_tab(context.session, context.client);
  const layout::Rect view = tab.layout.tiles().viewport();
  const layout::Floats& floats = tab.layout.floats();
  Record record;
  record.add_number("tab_id", "TAB_ID", kAlways, model::number_of(tab.id));
  record.add_number("position", "POSITION", kAlways, *context.session.position_of(tab.id));
  record.add("name", "NAME", kAlways, tab.title());
  record.add("active", "ACTIVE", kState, focused == &tab);
  record.add("is_fullscreen_active", "FULLSCREEN", kState, tab.layout.fullscreen().has_value());
  record.add("is_sync_panes_active", "SYNC_PANES", kState, tab.is_synchronized);
  record.add("are_floating_panes_visible", "FLOATING_VIS", kState,
             floats.are_shown() && !floats.is_empty());
  record.add_number("viewport_rows", "VP_ROWS", kGeometry, std::max(view.rows, 0));
  record.add_number("viewport_columns", "VP_COLS", kGeometry, std::max(view.columns, 0));
  record.add_number("display_area_rows", "DA_ROWS", kGeometry, tab.layout.area().rows);
  record.add_number("display_area_columns", "DA_COLS", kGeometry, tab.layout.area().columns);
  record.add_number("selectable_tiled_panes_count", "TILED_PANES", kPanes,
                    tiled_count(context, tab));
  record.add_number("selectable_floating_panes_count", "FLOAT_PANES", kPanes,
                    floats.panes().size());
  record.add_number("panes_to_hide", "HIDDEN_PANES", kPanes, hidden_count(tab));
  add_swap_layout(tab, record);
  std::vector<std::uint32_t> others;
  for (const auto& [id, client] : context.session.clients) {
    // Who asks by the command line looks at nothing.
    if (client.tab == tab.id) others.push_back(model::number_of(id));
  }
  record.add_json("other_focused_clients", fmt::format("[{}]", fmt::join(others, ",")));
  const bool has_bell = std::ranges::any_of(
      tab.panes(), [&](PaneId id) { return context.session.find_pane(id)->has_bell; });
  record.add_json("has_bell_notification", has_bell ? "true" : "false");
  record.add_json("is_flashing_bell", "false");
  return record;
}

Result<Reply> list_tabs(Context& context, const Arguments& arguments) {
  constexpr std::pair<std::string_view, std::uint8_t> kFlags[] = {
      {"state", kState}, {"dimensions", kGeometry}, {"panes", kPanes}, {"layout", kLayout}};
  std::vector<Record> records;
  for (const auto& tab : context.session.tabs) records.push_back(record_of(context, *tab));
  if (arguments.is_set("json")) return Reply{.text = json_of(records)};
  return Reply{.text = table_of(records, parts_wanted(arguments, kFlags))};
}

constexpr ArgumentSpec kOnlyJson[] = {kJson};

Result<Reply> tab_names(Context& context, const Arguments& arguments) {
  std::vector<Record> records;
  std::string text;
  for (const auto& tab : context.session.tabs) {
    Record record;
    record.add("name", "NAME", kAlways, tab->title());
    records.push_back(std::move(record));
    text += tab->title() + '\n';
  }
  return Reply{.text = arguments.is_set("json") ? json_of(records) : text};
}

Result<Reply> current_tab(Context& context, const Arguments& arguments) {
  const Tab* const tab = TRY(focused_tab(context));
  if (arguments.is_set("json")) return Reply{.text = json_of(record_of(context, *tab))};
  return Reply{.text =
                   fmt::format("name: {}\nid: {}\nposition: {}\n", tab->title(),
                               model::number_of(tab->id), *context.session.position_of(tab->id))};
}

// ---- Clients

Result<Reply> list_clients(Context& context, const Arguments& arguments) {
  std::vector<Record> records;
  for (const auto& [id, client] : context.session.clients) {
    const auto pane = model::focused_pane(context.session, id);
    Record record;
    record.add_number("client_id", "CLIENT_ID", kAlways, model::number_of(id));
    record.add("pane_id", "ZELLIJ_PANE_ID", kAlways, pane ? model::pane_name(*pane) : "-");
    record.add("running_command", "RUNNING_COMMAND", kAlways,
               pane ? command_of(context, *context.session.find_pane(*pane)) : "-");
    record.add("is_current_client", {}, kAlways, context.client == id);
    records.push_back(std::move(record));
  }
  return Reply{.text = arguments.is_set("json") ? json_of(records) : table_of(records, kAlways)};
}

// ---- Contents

constexpr ArgumentSpec kDumpScreen[] = {{.name = "path", .docs = "The file to write; none: stdout"},
                                        {.name = "full",
                                         .kind = ArgumentKind::Switch,
                                         .short_name = 'f',
                                         .docs = "And the lines that have scrolled away"},
                                        kPaneId,
                                        {.name = "ansi",
                                         .kind = ArgumentKind::Switch,
                                         .short_name = 'a',
                                         .docs = "Keep colours, as escape sequences"}};

Result<Reply> dump_screen(Context& context, const Arguments& arguments) {
  Pane* const pane = TRY(target_pane(context, arguments));
  if (pane->terminal() == nullptr) return fail("the pane is no terminal");
  LongText dumped;
  dumped.make = made_of(model::text_to_dump(
      *pane, {.has_history = arguments.is_set("full"), .has_styles = arguments.is_set("ansi")}));
  if (arguments.has("path")) {
    dumped.target = LongText::Target::File;
    dumped.path = path_meant(context, arguments.text("path"));
  }
  dumped.then = [](Context& /*context*/, std::string made) -> Result<Reply> {
    return Reply{.text = std::move(made)};
  };
  return later(std::move(dumped));
}

Result<Reply> dump_layout(Context& context, const Arguments& /*arguments*/) {
  return Reply{.text = layout::text_to_keep(model::describe(context.session, context.host))};
}

constexpr ActionRow kQueriesRows[] = {
    {"current-tab-info",
     Group::Query,
     kOnlyJson,
     "Print name, id and position of the focused tab",
     {},
     current_tab},
    {"dump-layout", Group::Query, {}, "Print the session as a layout", {}, dump_layout},
    {"dump-screen", Group::Query, kDumpScreen, "Print what a pane shows", {}, dump_screen},
    {"list-clients", Group::Query, kOnlyJson, "List who looks at the session", {}, list_clients},
    {"list-panes", Group::Query, kListPanes, "List the panes of all tabs", {}, list_panes},
    {"list-tabs", Group::Query, kListTabs, "List the tabs", {}, list_tabs},
    {"query-tab-names", Group::Query, kOnlyJson, "Print the names of the tabs", {}, tab_names},
};

}  // namespace

std::span<const ActionRow> query_actions() {
  return kQueriesRows;
}

}  // namespace mux::action
