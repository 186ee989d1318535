#include "lint/report/source_excerpt.h"

#include <algorithm>
#include <optional>

#include "common/text/lines.h"
#include "common/text/utf8.h"
#include "lint/report/finding.h"
#include "lint/report/visible_text.h"

namespace lint::report {
namespace {

using common::TextRange;
using common::diag::Excerpt;
using common::diag::Label;

constexpr std::uint32_t kLinesAround = 2;  // Lines before and after.

// Lines by index; there is an empty one behind the last.
class SourceLines {
 public:
  explicit SourceLines(const SourceFile& file)
      : text_(file.text()), lines_(file.lines()), cells_(file.cells()) {}

  std::uint32_t line_of(std::uint32_t offset) const { return lines_.line_of(offset); }
  TextRange range(std::uint32_t line) const {
    const auto size = static_cast<std::uint32_t>(text_.size());
    return line < lines_.line_count() ? lines_.full_line(line) : TextRange{size, size};
  }
  bool is_blank(std::uint32_t line) const {
    return common::trim_white_space(range(line).of(text_)).empty();
  }
  // The first line shown if `line` is; no blank lines in front.
  std::uint32_t context_before(std::uint32_t line) const {
    std::uint32_t first = line > kLinesAround ? line - kLinesAround : 0;
    while (first < line && is_blank(first)) ++first;
    while (first < line && cell_of(first) != cell_of(line)) ++first;
    return first;
  }
  std::uint32_t context_after(std::uint32_t line) const {
    std::uint32_t last = std::min(line + kLinesAround, lines_.line_count());
    while (last > line && is_blank(last)) --last;
    while (last > line && cell_of(last) != cell_of(line)) --last;
    return last;
  }
  // In a notebook: which cell the line is in.
  std::optional<std::size_t> cell_of(std::uint32_t line) const {
    return cells_ == nullptr ? std::nullopt : cells_->index_at(range(line).start);
  }

 private:
  std::string_view text_;
  const common::LineIndex& lines_;
  const Cells* cells_;
};

struct PlacedLabel {
  Label label;  // Range in the source.
  std::uint32_t first_line;
  std::uint32_t last_line;
};

PlacedLabel placed(const Label& label, const SourceLines& lines, std::string_view text) {
  PlacedLabel result{label, lines.line_of(label.range.start), lines.line_of(label.range.end)};
  const std::string_view covered = label.range.of(text);
  if ((covered.ends_with('\n') || covered.ends_with('\r')) &&
      result.last_line > result.first_line) {
    --result.last_line;
  }
  return result;
}

bool are_apart(const PlacedLabel& a, const PlacedLabel& b, const SourceLines& lines) {
  if (lines.cell_of(lines.line_of(a.label.range.end)) != lines.cell_of(b.first_line)) return true;
  return lines.context_before(b.first_line) > lines.context_after(a.last_line) + 1;
}

// Labels whose surroundings touch are shown together.
std::vector<std::vector<PlacedLabel>> grouped(std::vector<PlacedLabel> labels,
                                              const SourceLines& lines) {
  std::ranges::stable_sort(labels, {}, [](const PlacedLabel& p) { return p.label.range.start; });
  std::vector<std::vector<PlacedLabel>> groups;
  for (const PlacedLabel& label : labels) {
    if (groups.empty() || are_apart(groups.back().back(), label, lines)) groups.emplace_back();
    groups.back().push_back(label);
  }
  const auto has_no_primary = [](const std::vector<PlacedLabel>& group) {
    return std::ranges::none_of(group, [](const PlacedLabel& p) { return p.label.is_primary; });
  };
  std::ranges::stable_sort(groups, {}, has_no_primary);
  return groups;
}

// Labels behind the byte at `index` move, those around it grow.
void make_room(std::vector<Label>& labels, std::size_t index, std::uint32_t extra) {
  for (Label& label : labels) {
    if (index < label.range.start) label.range.start += extra;
    if (index < label.range.end) label.range.end += extra;
  }
}

// Lone \r become \n, control characters visible.  False: nothing to do.
bool replace_unprintable(std::string_view text, std::vector<Label>& labels, std::string& out) {
  const auto needs_care = [](char c) { return c == '\r' || !picture_of(c).empty(); };
  if (std::ranges::none_of(text, needs_care)) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view picture = picture_of(text[i]);
    if (!picture.empty()) {
      make_room(labels, out.size(), static_cast<std::uint32_t>(picture.size() - 1));
      out += picture;
    } else if (text[i] == '\r' && !text.substr(i + 1).starts_with('\n')) {
      out += '\n';
    } else {
      out += text[i];
    }
  }
  return true;
}

// An empty range at the start of a line points there, not behind the line before.
void widen_empty_at_line_start(Label& label, std::string_view text) {
  TextRange& range = label.range;
  if (!range.empty() || range.start == 0 || range.start >= text.size()) return;
  const char before = text[range.start - 1];
  if (before != '\n' && before != '\r') return;
  range.end = static_cast<std::uint32_t>(common::ceil_boundary(text, range.start + 1));
}

}  // namespace

SourceExcerpts::SourceExcerpts(const SourceFile& file, const Diagnostic& diagnostic,
                               std::string_view path) {
  const SourceLines lines(file);
  std::vector<PlacedLabel> labels = {
      placed({diagnostic.range, diagnostic.primary_note, true}, lines, file.text())};
  for (const Annotation& annotation : diagnostic.annotations) {
    labels.push_back(placed({annotation.range, annotation.message, false}, lines, file.text()));
  }
  // A rule that reports no range reports the file.
  const bool is_about_file = diagnostic.rule != kSyntaxError && diagnostic.range == TextRange{};

  for (const std::vector<PlacedLabel>& group : grouped(std::move(labels), lines)) {
    const std::uint32_t first =
        lines.context_before(std::ranges::min(group, {}, &PlacedLabel::first_line).first_line);
    const std::uint32_t last =
        lines.context_after(std::ranges::max(group, {}, &PlacedLabel::last_line).last_line);
    TextRange range{lines.range(first).start, lines.range(last).end};
    if (range.start == 0 && file.text().starts_with(common::kByteOrderMark)) range.start = 3;

    const Place shown = place_of(file, range.start);
    Excerpt excerpt{.path = path,
                    .text = range.of(file.text()),
                    .first_line = shown.line,
                    .labels = {},
                    .cell = shown.cell};
    for (const PlacedLabel& placed_label : group) {
      Label label = placed_label.label;
      if (label.range.start >= range.start) {
        label.range.start -= range.start;
        label.range.end -= range.start;
      }
      excerpt.labels.push_back(label);
      if (label.is_primary && is_about_file) excerpt.shows_lines = false;
    }
    if (std::string text; replace_unprintable(excerpt.text, excerpt.labels, text)) {
      excerpt.text = texts_.emplace_back(std::move(text));
    }
    for (Label& label : excerpt.labels) widen_empty_at_line_start(label, excerpt.text);
    excerpts_.push_back(std::move(excerpt));
  }
}

}  // namespace lint::report
