#include <algorithm>
#include <memory>
#include <utility>

#include "mux/action/groups.h"
#include "mux/model/focus.h"
#include "mux/model/pane_ops.h"
#include "mux/model/pane_text.h"
#include "mux/model/scroll.h"
#include "mux/model/search.h"
#include "mux/model/text.h"

namespace mux::action {

namespace {

using Distance = std::int64_t (*)(const Pane& pane);

std::int64_t line(const Pane& /*pane*/) {
  return 1;
}
std::int64_t page(const Pane& pane) {
  return pane.terminal()->size().rows;
}
std::int64_t half_page(const Pane& pane) {
  return std::max(pane.terminal()->size().rows / 2, 1);
}

template <Distance kDistance, int kSign>
Result<Reply> scroll(Context& context, const Arguments& arguments) {
  Pane* const pane = TRY(target_terminal(context, arguments));
  model::scroll_by(*pane, kSign * kDistance(*pane));
  return {};
}

Result<Reply> to_bottom(Context& context, const Arguments& arguments) {
  model::scroll_to_bottom(*TRY(target_terminal(context, arguments)));
  return {};
}

Result<Reply> to_top(Context& context, const Arguments& arguments) {
  model::scroll_to(*TRY(target_terminal(context, arguments)), 0);
  return {};
}

Result<Reply> to_prompt_above(Context& context, const Arguments& arguments) {
  model::scroll_to_prompt(*TRY(target_terminal(context, arguments)), true);
  return {};
}
Result<Reply> to_prompt_below(Context& context, const Arguments& arguments) {
  model::scroll_to_prompt(*TRY(target_terminal(context, arguments)), false);
  return {};
}

// The command whose output is at the top of what is shown, or the last one.
Result<Reply> select_command(Context& context, const Arguments& arguments) {
  Pane* const pane = TRY(target_terminal(context, arguments));
  std::optional<std::uint64_t> at;
  if (pane->scroll_top) at = model::top_line(*pane);
  const auto span = model::command_output(*pane, at);
  if (!span) return fail(std::string(kNoCommand));
  pane->selection = model::Selection{.span = *span};
  return {};
}

Result<Reply> copy_output(Context& context, const Arguments& arguments) {
  Pane* const pane = TRY(target_terminal(context, arguments));
  const auto span = model::command_output(*pane, std::nullopt);
  if (!span) return fail(std::string(kNoCommand));
  return copy_text_of(context, *pane, {.span = *span});
}

Result<Reply> copy(Context& context, const Arguments& arguments) {
  Pane* const pane = TRY(target_terminal(context, arguments));
  if (!pane->selection) return {};
  auto copied = copy_text_of(context, *pane, *pane->selection);
  pane->selection.reset();
  return copied;
}

Result<Reply> copy_screen(Context& context, const Arguments& arguments) {
  copy_text(context, model::dump(*TRY(target_terminal(context, arguments)), {}));
  return {};
}

constexpr ArgumentSpec kEditScrollback[] = {kPaneId,
                                            {.name = "ansi",
                                             .kind = ArgumentKind::Switch,
                                             .short_name = 'a',
                                             .docs = "Keep colours, as escape sequences"}};

// The line at the top, among those that a dump of history and screen has.
struct TopLine {
  std::size_t kept = 0;      // Stored rows of history that begin before it, or there.
  std::uint64_t number = 1;  // From 1, without what begins in those but the first one.

  std::uint64_t number_in(const model::PaneText& text) const {
    return number + (kept > 1 ? text.lines_in(1, kept) : 0);
  }
};

TopLine top_line_of(const Pane& pane) {
  const std::uint64_t top = model::top_line(pane);
  const model::LineRange range = model::lines_of(pane);
  TopLine line;
  if (range.begin < range.screen) {
    line.kept =
        top < range.screen ? 1 + model::kept_index(pane, top) : pane.terminal()->history().size();
  }
  for (std::uint64_t row = std::max(range.begin + 1, range.screen); row <= top; ++row) {
    if (!model::is_continuation(pane, row)) ++line.number;
  }
  return line;
}

// Opens a file in place of a pane whose text it has.  It goes with the editor's pane.
Result<Reply> open_editor(Context& context, PaneId pane, const std::string& path,
                          std::uint64_t line, bool takes_focus) {
  if (context.session.tab_of(pane) == nullptr) {
    return fail(fmt::format("{} has been closed", model::pane_name(pane)));
  }
  const Tab* const tab = TRY(tab_with(context, pane));
  layout::PaneSpec spec;
  spec.content.kind = layout::PaneContent::Kind::Edit;
  spec.content.program = path;
  spec.content.arguments.push_back(fmt::format("+{}", line));
  const model::PanePlace place{
      .kind = model::PanePlace::Kind::InPlace, .tab = tab->id, .near = pane, .place = {}};
  const PaneId editor = TRY(model::open_pane(context.session, context.host, spec, place));
  context.session.find_pane(editor)->temporary_file = path;
  if (takes_focus) model::focus_pane(context.session, context.client, editor);
  return Reply{.text = model::pane_name(editor) + '\n'};
}

Result<Reply> edit_scrollback(Context& context, const Arguments& arguments) {
  Pane* const pane = TRY(target_terminal(context, arguments));
  TRY(tab_with(context, pane->id()));
  model::PaneText text =
      model::text_to_dump(*pane, {.has_history = true, .has_styles = arguments.is_set("ansi")});
  const auto line = std::make_shared<std::uint64_t>(1);
  LongText edited;
  edited.target = LongText::Target::TemporaryFile;
  edited.make = [text = std::move(text), top = top_line_of(*pane), line] {
    *line = top.number_in(text);
    return text.text();
  };
  const auto focus = model::focused_pane(context.session, context.client);
  edited.then = [pane = pane->id(), line, focus](Context& then, const std::string& path) {
    // Whoever has gone elsewhere meanwhile stays there.
    const bool takes_focus = model::focused_pane(then.session, then.client) == focus;
    return open_editor(then, pane, path, *line, takes_focus);
  };
  return later(std::move(edited));
}

constexpr ArgumentSpec kSearchTyped[] = {kTypedBytes};

Result<Reply> search_input(Context& context, const Arguments& arguments) {
  Pane* const pane = TRY(target_terminal(context, arguments));
  std::string pattern = pane->search.pattern;
  type_into(pattern, TRY(bytes_of(arguments.words())));
  model::set_pattern(*pane, pattern);
  if (!pattern.empty()) model::search_as_typed(*pane);
  return {};
}

constexpr std::string_view kUpDown[] = {"down", "up"};
constexpr ArgumentSpec kSearch[] = {{.name = "direction",
                                     .kind = ArgumentKind::Choice,
                                     .is_flag = false,
                                     .is_required = true,
                                     .choices = kUpDown,
                                     .docs = "Where to"}};

Result<Reply> search(Context& context, const Arguments& arguments) {
  Pane* const pane = TRY(target_terminal(context, arguments));
  const bool is_found = model::search_next(*pane, arguments.text("direction") == "up");
  return Reply{.exit_code = is_found ? 0 : 1};
}

constexpr std::string_view kOptions[] = {"case-sensitivity", "regex", "whole-word", "wrap"};
constexpr ArgumentSpec kSearchOption[] = {{.name = "option",
                                           .kind = ArgumentKind::Choice,
                                           .is_flag = false,
                                           .is_required = true,
                                           .choices = kOptions,
                                           .docs = "What to turn on or off"}};

Result<Reply> toggle_search_option(Context& context, const Arguments& arguments) {
  constexpr bool model::Search::* kMembers[] = {
      &model::Search::is_case_sensitive, &model::Search::is_regex, &model::Search::is_whole_word,
      &model::Search::wraps};
  Pane* const pane = TRY(target_terminal(context, arguments));
  const auto index = std::ranges::find(kOptions, arguments.text("option")) - std::begin(kOptions);
  bool& option = pane->search.*kMembers[index];
  option = !option;
  if (!pane->search.pattern.empty()) model::search_as_typed(*pane);
  return {};
}

constexpr ActionRow kScrollingRows[] = {
    {"copy", Group::Scroll, {}, "Copy the selected text", {}, copy, true},
    {"copy-last-command-output",
     Group::Scroll,
     {},
     "Copy what the last command has printed",
     {},
     copy_output},
    {"copy-screen", Group::Scroll, kOnlyPane, "Copy all that a pane shows", {}, copy_screen},
    {"edit-scrollback", Group::Scroll, kEditScrollback, "Open a pane's text in an editor",
     "Prints the id of the editor's pane.", edit_scrollback},
    {"half-page-scroll-down",
     Group::Scroll,
     kOnlyPane,
     "Scroll down by half a page",
     {},
     scroll<half_page, 1>},
    {"half-page-scroll-up",
     Group::Scroll,
     kOnlyPane,
     "Scroll up by half a page",
     {},
     scroll<half_page, -1>},
    {"page-scroll-down", Group::Scroll, kOnlyPane, "Scroll down by a page", {}, scroll<page, 1>},
    {"page-scroll-up", Group::Scroll, kOnlyPane, "Scroll up by a page", {}, scroll<page, -1>},
    {"scroll-down", Group::Scroll, kOnlyPane, "Scroll down by a line", {}, scroll<line, 1>},
    {"scroll-to-bottom",
     Group::Scroll,
     kOnlyPane,
     "Scroll to where the program writes",
     {},
     to_bottom},
    {"scroll-to-next-prompt",
     Group::Scroll,
     kOnlyPane,
     "Scroll down to a prompt",
     {},
     to_prompt_below},
    {"scroll-to-previous-prompt",
     Group::Scroll,
     kOnlyPane,
     "Scroll up to a prompt",
     {},
     to_prompt_above},
    {"scroll-to-top", Group::Scroll, kOnlyPane, "Scroll to the oldest line", {}, to_top},
    {"scroll-up", Group::Scroll, kOnlyPane, "Scroll up by a line", {}, scroll<line, -1>},
    {"search", Group::Scroll, kSearch, "Go to the next match",
     "The exit code is 1 if there is none.", search, true},
    {"search-input",
     Group::Scroll,
     kSearchTyped,
     "Type at what is searched for",
     {},
     search_input,
     true},
    {"search-toggle-option", Group::Scroll, kSearchOption, "Change how is searched",
     "Case matters, or only where the pattern has capitals; the pattern is a regular expression or "
     "plain text; it has to be a word; behind the last match comes the first.",
     toggle_search_option, true},
    {"select-command-at-scroll-position",
     Group::Scroll,
     {},
     "Select what a command has printed",
     {},
     select_command,
     true},
};

}  // namespace

std::span<const ActionRow> scroll_actions() {
  return kScrollingRows;
}

}  // namespace mux::action
