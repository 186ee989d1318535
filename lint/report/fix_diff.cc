#include "lint/report/fix_diff.h"

#include <algorithm>

#include "common/diag/shown_text.h"
#include "common/diag/styles.h"
#include "common/text/line_diff.h"
#include "common/text/utf8.h"

namespace lint::report {
namespace {

using common::DiffOp;
using common::LineDiff;
using common::TextRange;
using common::WordPiece;
using common::diag::Painter;
using common::diag::Role;
using Kind = DiffOp::Kind;

constexpr std::uint32_t kComparedLines = 3;  // Around the edits.
constexpr std::size_t kContext = 1;
// Hunks with no more lines between them are shown as one.
constexpr std::size_t kLargestGap = 2;

// The lines around the edits, and their number from 0.
struct Window {
  TextRange range;
  std::uint32_t first_line;
  std::uint32_t cell = 0;  // 0: the source is no notebook.
};

Window window_of(const SourceFile& file, const Fix& fix) {
  const common::LineIndex& lines = file.lines();
  const std::uint32_t first = lines.line_of(fix.edits.front().range.start);
  const std::uint32_t last = lines.line_of(fix.edits.back().range.end);
  const std::uint32_t start = first > kComparedLines ? first - kComparedLines : 0;
  const std::uint32_t end = std::min(last + kComparedLines, lines.line_count() - 1);
  return {{lines.line_start(start), lines.full_line(end).end}, start};
}

// Of a notebook, every cell with an edit is shown as a whole.
std::vector<Window> windows_of(const SourceFile& file, const Fix& fix) {
  const Cells* const cells = file.cells();
  if (cells == nullptr) return {window_of(file, fix)};
  std::vector<Window> windows;
  for (std::size_t i = 0; i < cells->count(); ++i) {
    const TextRange range = cells->range(i);
    const auto is_inside = [&](const Edit& edit) { return range.contains(edit.range); };
    if (std::ranges::any_of(fix.edits, is_inside)) windows.push_back({range, 0, cells->number(i)});
  }
  return windows;
}

std::string applied(const SourceFile& file, const Fix& fix, TextRange range) {
  std::string result;
  std::uint32_t at = range.start;
  for (const Edit& edit : fix.edits) {
    if (!range.contains(edit.range)) continue;
    if (edit.range.start > at) result += TextRange{at, edit.range.start}.of(file.text());
    result += edit.content;
    at = edit.range.end;
  }
  return result += TextRange{at, range.end}.of(file.text());
}

// Hunks; the lines between near ones are put back.
std::vector<std::vector<DiffOp>> hunks_of(const LineDiff& diff) {
  std::vector<std::vector<DiffOp>> hunks;
  for (std::vector<DiffOp>& group : common::group_ops(diff.ops, kContext)) {
    const bool can_join = !hunks.empty() && hunks.back().back().kind == Kind::Equal &&
                          group.front().kind == Kind::Equal;
    if (can_join) {
      DiffOp& last = hunks.back().back();
      const DiffOp& next = group.front();
      if (next.new_start - std::min(next.new_start, last.new_end()) <= kLargestGap) {
        last.new_size = next.new_end() - last.new_start;
        last.old_size = last.new_size;
        hunks.back().insert(hunks.back().end(), group.begin() + 1, group.end());
        continue;
      }
    }
    hunks.push_back(std::move(group));
  }
  return hunks;
}

// As the frame shows it, but for tabs and line ends, which stay, and byte order
// marks.
std::string shown(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = common::next_code_point(text, at);
    const bool is_kept = c == U'\t' || c == U'\r';
    const char* sign = c == U'\uFEFF' ? "\uFFFD" : is_kept ? nullptr : common::diag::sign_of(c);
    if (sign != nullptr) {
      result += sign;
    } else {
      result += text.substr(start, at - start);
    }
  }
  return result;
}

class DiffWriter {
 public:
  // cell: 0 if the source is no notebook.
  DiffWriter(const LineDiff& diff, const Window& window, bool is_colored, std::string& out)
      : diff_(diff),
        first_line_(window.first_line),
        cell_(window.cell),
        out_(out),
        painter_(out, is_colored) {}

  void write() {
    const std::vector<std::vector<DiffOp>> hunks = hunks_of(diff_);
    const std::size_t last_line = hunks.empty() ? 0 : hunks.back().back().new_end() + first_line_;
    number_width_ = std::to_string(std::max<std::size_t>(last_line, 1)).size();
    // The colons stand around the bar.
    if (cell_ != 0) {
      out_.append(number_width_, ' ') += "::: cell " + std::to_string(cell_) + '\n';
    }
    write_gutter();
    for (const std::vector<DiffOp>& hunk : hunks) {
      if (&hunk != &hunks.front()) out_.append(80, '-') += '\n';
      for (const DiffOp& op : hunk) write_op(op);
    }
    write_gutter();
  }

 private:
  void write_gutter() {
    painter_.paint(std::string(number_width_, ' '), Role::LineNumber);
    out_ += ' ';
    painter_.paint("|", Role::LineNumber);
    out_ += '\n';
  }

  void write_op(const DiffOp& op) {
    if (op.kind == Kind::Equal) {
      for (std::size_t i = 0; i < op.new_size; ++i) {
        const std::size_t line = op.new_start + i;
        write_line(line + 1, "|", Role::LineNumber, Role::Plain, {{{diff_.new_lines[line]}}});
      }
      return;
    }
    // Only colours show which words changed.
    const common::WordDiff words =
        painter_.is_colored() ? common::diff_words(diff_, op) : common::whole_lines(diff_, op);
    for (const std::vector<WordPiece>& line : words.old_lines) {
      write_line(0, "-", Role::DeletionSign, Role::Deletion, line);
    }
    std::size_t number = op.new_start;
    for (const std::vector<WordPiece>& line : words.new_lines) {
      write_line(++number, "+", Role::InsertionSign, Role::Insertion, line);
    }
  }

  // number: from 1 in what is compared; 0: none.
  void write_line(std::size_t number, std::string_view sign, Role sign_role, Role role,
                  const std::vector<WordPiece>& pieces) {
    std::string label = number == 0 ? std::string() : std::to_string(number + first_line_);
    label.resize(number_width_, ' ');
    painter_.paint(label, Role::LineNumber);
    out_ += ' ';
    painter_.paint(sign, sign_role);
    bool needs_blank = true;
    for (const WordPiece& piece : pieces) {
      if (needs_blank && piece.text.find_first_not_of("\r\n") != piece.text.npos) {
        out_ += ' ';
        needs_blank = false;
      }
      if (piece.is_changed) painter_.open(Role::Emphasis);
      painter_.paint(shown(piece.text), role);
      if (piece.is_changed) painter_.close(Role::Emphasis);
    }
    if (!common::ends_line(pieces.back().text)) out_ += '\n';
  }

  const LineDiff& diff_;
  std::uint32_t first_line_;
  std::uint32_t cell_;
  std::string& out_;
  Painter painter_;
  std::size_t number_width_ = 1;
};

}  // namespace

void write_fix_diff(const SourceFile& file, const Fix& fix, bool is_colored, std::string& out) {
  if (fix.edits.empty()) return;
  for (const Window& window : windows_of(file, fix)) {
    const std::string fixed = applied(file, fix, window.range);
    const LineDiff diff = common::diff_lines(window.range.of(file.text()), fixed);
    DiffWriter(diff, window, is_colored, out).write();
  }
}

}  // namespace lint::report
