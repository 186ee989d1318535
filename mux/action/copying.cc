// Copy mode: the keys of input/copy_keys.cc are made of these.
#include <algorithm>

#include "mux/action/groups.h"
#include "mux/model/copying.h"
#include "mux/model/scroll.h"
#include "mux/model/search.h"
#include "mux/model/text.h"

namespace mux::action {

namespace {

using model::FindKind;
using model::SelectionKind;

Result<Reply> copy_mode(Context& context, const Arguments& arguments) {
  model::begin_copying(*TRY(target_terminal(context, arguments)));
  return run(context, ActionCall{.name = "switch-mode", .arguments = {"copy"}});
}

// A number that was typed, the selection, and then the mode.
Result<Reply> copy_cancel(Context& context, const Arguments& arguments) {
  Pane* const pane = TRY(target_terminal(context, arguments));
  model::Copying& state = model::copying_of(*pane);
  if (state.count) {
    state.count.reset();
  } else if (state.kind != SelectionKind::None) {
    model::select_as(*pane, state.kind);
  } else {
    const std::string_view mode = input::name_of(context.session.options.default_mode);
    return run(context, ActionCall{.name = "switch-mode", .arguments = {std::string(mode)}});
  }
  return {};
}

const ArgumentSpec kCopyMove[] = {{.name = "motion",
                                   .kind = ArgumentKind::Choice,
                                   .is_flag = false,
                                   .is_required = true,
                                   .choices = model::motion_names(),
                                   .docs = "Where to"}};

Result<Reply> copy_move(Context& context, const Arguments& arguments) {
  model::move_copy_cursor(*TRY(target_terminal(context, arguments)), arguments.text("motion"));
  return {};
}

constexpr ArgumentSpec kCopyCount[] = {{.name = "digit",
                                        .kind = ArgumentKind::Number,
                                        .is_flag = false,
                                        .is_required = true,
                                        .docs = "From 0 to 9"}};

Result<Reply> copy_count(Context& context, const Arguments& arguments) {
  constexpr std::uint64_t kMost = 1'000'000'000;
  Pane* const pane = TRY(target_terminal(context, arguments));
  const std::uint64_t digit = *arguments.number("digit");
  if (digit > 9) return fail("a digit is from 0 to 9");
  model::Copying& state = model::copying_of(*pane);
  if (digit == 0 && !state.count) {
    model::move_copy_cursor(*pane, "line-start");
  } else {
    state.count = std::min(state.count.value_or(0) * 10 + digit, kMost);
  }
  return {};
}

// ---- Selecting

Result<void> select_characters(Context& /*context*/, Pane& pane) {
  model::select_as(pane, SelectionKind::Characters);
  return {};
}
Result<void> select_region(Context& /*context*/, Pane& pane) {
  model::select_as(pane, SelectionKind::Region);
  return {};
}
Result<void> select_lines(Context& /*context*/, Pane& pane) {
  model::select_as(pane, SelectionKind::Lines);
  return {};
}
Result<void> select_rectangle(Context& /*context*/, Pane& pane) {
  model::select_as(pane, SelectionKind::Rectangle);
  return {};
}

Result<void> select_word(Context& context, Pane& pane) {
  const auto& separators = context.session.options.word_separators;
  const auto word = model::word_at(pane, model::copying_of(pane).cursor, separators);
  if (word.begin == word.end) return fail("there is no word");
  model::select_span(pane, word, SelectionKind::Characters);
  return {};
}

Result<void> select_output_of(Pane& pane, std::optional<std::uint64_t> line) {
  const auto span = model::command_output(pane, line);
  if (!span) return fail(std::string(kNoCommand));
  model::select_span(pane, *span, SelectionKind::Lines);
  return {};
}
Result<void> select_output(Context& /*context*/, Pane& pane) {
  return select_output_of(pane, model::copying_of(pane).cursor.line);
}
Result<void> select_last_output(Context& /*context*/, Pane& pane) {
  return select_output_of(pane, std::nullopt);
}

Result<void> select_other_end(Context& /*context*/, Pane& pane) {
  model::swap_selection_ends(pane);
  return {};
}

constexpr std::string_view kSelections[] = {"characters", "last-output", "lines",  "other-end",
                                            "output",     "rectangle",   "region", "word"};
constexpr Result<void> (*kSelect[])(Context&, Pane&) = {
    select_characters, select_last_output, select_lines,  select_other_end,
    select_output,     select_rectangle,   select_region, select_word};
static_assert(std::size(kSelections) == std::size(kSelect));

constexpr ArgumentSpec kSelection[] = {{.name = "what",
                                        .kind = ArgumentKind::Choice,
                                        .is_flag = false,
                                        .is_required = true,
                                        .choices = kSelections,
                                        .docs = "What to select, or how"}};

Result<Reply> copy_select(Context& context, const Arguments& arguments) {
  Pane* const pane = TRY(target_terminal(context, arguments));
  const auto index = std::ranges::find(kSelections, arguments.text("what")) - kSelections;
  TRY(kSelect[index](context, *pane));
  return {};
}

// ---- To a character of the line

constexpr std::string_view kFinds[] = {"to-next", "to-previous", "before-next", "behind-previous"};
static_assert(static_cast<std::size_t>(FindKind::BehindPrevious) + 1 == std::size(kFinds));
constexpr ArgumentSpec kCopyFind[] = {{.name = "where",
                                       .kind = ArgumentKind::Choice,
                                       .is_flag = false,
                                       .is_required = true,
                                       .choices = kFinds,
                                       .docs = "To the character or beside it"}};

Result<Reply> copy_find(Context& context, const Arguments& arguments) {
  Pane* const pane = TRY(target_terminal(context, arguments));
  const auto index = std::ranges::find(kFinds, arguments.text("where")) - kFinds;
  model::copying_of(*pane).find = static_cast<FindKind>(index);
  return {};
}

constexpr ArgumentSpec kFindInput[] = {kTypedBytes};

Result<Reply> copy_find_input(Context& context, const Arguments& arguments) {
  Pane* const pane = TRY(target_terminal(context, arguments));
  model::copying_of(*pane).find_character = TRY(bytes_of(arguments.words()));
  const bool is_found = model::find_in_line(*pane, false, false);
  TRY(run(context, ActionCall{.name = "switch-mode", .arguments = {"copy"}}));
  if (!is_found) return fail("there is no such character");
  return {};
}

constexpr std::string_view kSameOrOpposite[] = {"same", "opposite"};
constexpr ArgumentSpec kAgain[] = {{.name = "direction",
                                    .kind = ArgumentKind::Choice,
                                    .is_flag = false,
                                    .is_required = true,
                                    .choices = kSameOrOpposite,
                                    .docs = "Which way"}};

Result<Reply> copy_find_again(Context& context, const Arguments& arguments) {
  Pane* const pane = TRY(target_terminal(context, arguments));
  const bool is_reversed = arguments.text("direction") == "opposite";
  if (!model::find_in_line(*pane, is_reversed, true)) return fail("there is no such character");
  return {};
}

// ---- Searching

constexpr std::string_view kSearchDirections[] = {"down", "up"};
constexpr ArgumentSpec kSearchDirection{.name = "direction",
                                        .kind = ArgumentKind::Choice,
                                        .is_flag = false,
                                        .is_required = true,
                                        .choices = kSearchDirections,
                                        .docs = "Which way"};
constexpr ArgumentSpec kCopySearch[] = {kSearchDirection,
                                        {.name = "regex",
                                         .kind = ArgumentKind::Switch,
                                         .docs = "For a regular expression, not for plain text"}};
constexpr ArgumentSpec kSearchWord[] = {kSearchDirection};

Result<Reply> found_or_not(const Pane& pane, bool is_found) {
  if (is_found) return {};
  if (!pane.search.error.empty()) return fail(pane.search.error);
  return fail(fmt::format("not found: {}", pane.search.pattern));
}

Result<Reply> copy_search(Context& context, const Arguments& arguments) {
  Pane* const pane = TRY(target_terminal(context, arguments));
  model::Copying& state = model::copying_of(*pane);
  state.searches_up = arguments.text("direction") == "up";
  state.search_origin = state.cursor;
  model::set_pattern(*pane, {});
  pane->search.is_regex = arguments.is_set("regex");
  pane->search.is_whole_word = false;
  pane->search.wraps = true;
  return {};
}

constexpr ArgumentSpec kSearchInput[] = {kTypedBytes};

Result<Reply> copy_search_input(Context& context, const Arguments& arguments) {
  Pane* const pane = TRY(target_terminal(context, arguments));
  static_cast<void>(model::copying_of(*pane));
  std::string pattern = pane->search.pattern;
  type_into(pattern, TRY(bytes_of(arguments.words())));
  model::set_pattern(*pane, pattern);
  model::search_as_typed(*pane);
  return {};
}

Result<Reply> copy_search_cancel(Context& context, const Arguments& arguments) {
  Pane* const pane = TRY(target_terminal(context, arguments));
  model::clear_search(*pane);
  model::set_copy_cursor(*pane, model::copying_of(*pane).search_origin);
  return {};
}

Result<Reply> copy_search_again(Context& context, const Arguments& arguments) {
  Pane* const pane = TRY(target_terminal(context, arguments));
  const bool is_reversed = arguments.text("direction") == "opposite";
  model::Copying& state = model::copying_of(*pane);
  const std::uint64_t times = std::exchange(state.count, std::nullopt).value_or(1);
  bool is_found = false;
  for (std::uint64_t i = 0; i < std::min<std::uint64_t>(times, 100); ++i) {
    is_found = model::search_next(*pane, state.searches_up != is_reversed);
  }
  return found_or_not(*pane, is_found);
}

Result<Reply> copy_search_word(Context& context, const Arguments& arguments) {
  Pane* const pane = TRY(target_terminal(context, arguments));
  model::Copying& state = model::copying_of(*pane);
  const auto word = model::word_at(*pane, state.cursor, context.session.options.word_separators);
  if (word.begin == word.end) return fail("there is no word");
  state.searches_up = arguments.text("direction") == "up";
  state.search_origin = state.cursor;
  model::set_pattern(*pane, model::text_of(*pane, {.span = word}));
  pane->search.is_regex = false;
  pane->search.is_whole_word = true;
  pane->search.wraps = true;
  return found_or_not(*pane, model::search_next(*pane, state.searches_up));
}

constexpr ActionRow kCopyingRows[] = {
    {"copy-cancel",
     Group::Copying,
     {},
     "Drop the selection, or leave copy mode",
     {},
     copy_cancel,
     true},
    {"copy-count", Group::Copying, kCopyCount, "Type at how often the next move is made",
     "0 as the first digit goes to where the line begins.", copy_count, true},
    {"copy-find", Group::Copying, kCopyFind, "Choose how the cursor goes to a character",
     "Which one is typed in the mode copyfind.", copy_find, true},
    {"copy-find-again",
     Group::Copying,
     kAgain,
     "Go to the same character once more",
     {},
     copy_find_again,
     true},
    {"copy-find-input",
     Group::Copying,
     kFindInput,
     "Go to a character of the line",
     {},
     copy_find_input,
     true},
    {"copy-mode",
     Group::Copying,
     {},
     "Put a cursor into the text of the pane",
     "Keys move it in the mode copy. What is shown stays where it is while the program writes on.",
     copy_mode},
    {"copy-move", Group::Copying, kCopyMove, "Move the cursor of copy mode", {}, copy_move, true},
    {"copy-search", Group::Copying, kCopySearch, "Search from the cursor of copy mode",
     "What for is typed in the mode copysearch.", copy_search, true},
    {"copy-search-again",
     Group::Copying,
     kAgain,
     "Go to the next match",
     {},
     copy_search_again,
     true},
    {"copy-search-cancel",
     Group::Copying,
     {},
     "Go back to where the search began",
     {},
     copy_search_cancel,
     true},
    {"copy-search-input",
     Group::Copying,
     kSearchInput,
     "Type at what is searched for",
     {},
     copy_search_input,
     true},
    {"copy-search-word",
     Group::Copying,
     kSearchWord,
     "Search for the word at the cursor",
     {},
     copy_search_word,
     true},
    {"copy-select", Group::Copying, kSelection, "Select from the cursor of copy mode on",
     "A kind of selection once more ends it. A region is what emacs has: up to the cursor, without "
     "the character at it.",
     copy_select, true},
};

}  // namespace

std::span<const ActionRow> copying_actions() {
  return kCopyingRows;
}

}  // namespace mux::action
