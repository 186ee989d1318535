#include "mux/model/pointing.h"

#include <algorithm>

#include "mux/model/copying.h"
#include "mux/model/text_reader.h"

namespace mux::model {

namespace {

TextSpan character_at(Pane& pane, TextPosition at) {
  TextReader text(pane);
  const TextPosition begin = text.start_of(at);
  TextPosition end = begin;
  end.column += text.width_at(begin);
  return {.begin = begin, .end = end};
}

// The output that the line is of, if the shell marks its prompts; else the line.
TextSpan line_or_output_at(Pane& pane, std::uint64_t line, bool selects_output) {
  if (selects_output) {
    const auto output = command_output(pane, line);
    if (output && line >= output->begin.line && line < output->end.line) return *output;
  }
  return whole_line_at(pane, line);
}

TextSpan unit_at(Pane& pane, PointUnit unit, TextPosition at, const SessionOptions& options) {
  switch (unit) {
    case PointUnit::Words: {
      const TextSpan word = word_at(pane, at, options.word_separators);
      return word.begin == word.end ? character_at(pane, at) : word;
    }
    case PointUnit::Lines:
      return whole_line_at(pane, at.line);
    case PointUnit::Characters:
    case PointUnit::Rectangle:
      break;
  }
  return character_at(pane, at);
}

// In copy mode the cursor comes along.
void select(Pane& pane, const TextSpan& span, bool is_rectangle, TextPosition cursor) {
  if (pane.copying) set_copy_cursor(pane, TextReader(pane).start_of(cursor));
  pane.selection = Selection{.span = span, .is_rectangle = is_rectangle};
}

TextSpan rectangle_of(const TextSpan& a, const TextSpan& b) {
  return {.begin = {.line = std::min(a.begin.line, b.begin.line),
                    .column = std::min(a.begin.column, b.begin.column)},
          .end = {.line = std::max(a.end.line, b.end.line),
                  .column = std::max(a.end.column, b.end.column)}};
}

}  // namespace

Pointing begin_pointing(Pane& pane, TextPosition at, int clicks, const SessionOptions& options) {
  Pointing pointing;
  pane.selection.reset();
  if (pane.copying) {
    pane.copying->kind = SelectionKind::None;
    set_copy_cursor(pane, TextReader(pane).start_of(at));
  }
  if (clicks == 1) {
    pointing.first = character_at(pane, at);
    return pointing;
  }
  pointing.unit = clicks == 2 ? PointUnit::Words : PointUnit::Lines;
  pointing.first = clicks == 2 ? word_at(pane, at, options.word_separators)
                               : line_or_output_at(pane, at.line, options.clicks_select_output);
  if (pointing.first.begin != pointing.first.end) select(pane, pointing.first, false, at);
  return pointing;
}

void point_to(Pane& pane, const Pointing& pointing, TextPosition at,
              const SessionOptions& options) {
  const TextSpan here = unit_at(pane, pointing.unit, at, options);
  const TextSpan& first = pointing.first;
  if (pointing.unit == PointUnit::Rectangle) {
    select(pane, rectangle_of(first, here), true, at);
    return;
  }
  select(pane, {.begin = std::min(first.begin, here.begin), .end = std::max(first.end, here.end)},
         false, at);
}

}  // namespace mux::model
