#include "mux/model/pane_text.h"

#include <string_view>

#include "mux/model/sgr_text.h"
#include "mux/term/text_cells.h"

namespace mux::model {

namespace {

using term::Style;

void trim(std::string& out) {
  while (out.ends_with(' ')) out.pop_back();
}

// Appends a line of history as history keeps it, with its styles.
class LineWriter {
 public:
  LineWriter(const term::EncodedLine& line, SgrWriter& sgr, std::string& out)
      : text_(line.text), runs_(line), sgr_(sgr), out_(out) {}

  void write(bool is_ascii) {
    take_run();
    if (is_ascii) {
      while (run_end_ < text_.size()) {
        append_until(run_end_);
        cell_ = run_end_;
        take_run();
      }
    } else {
      term::cut_text(text_, *this);
    }
    append_until(text_.size());
    if (!(style_ == Style())) out_ += kPlainSgr;
  }

  // Of cut_text.
  void begin(char32_t /*code_point*/, std::size_t start, unsigned width) {
    cell_ += width_;
    width_ = width;
    if (cell_ < run_end_) return;
    append_until(start);
    take_run();
  }
  void extend(std::size_t /*start*/, std::size_t /*end*/, unsigned width) { width_ = width; }

 private:
  void take_run() {
    const std::uint32_t cells = runs_.next(next_style_);
    run_end_ = cells == 0 ? std::string::npos : cell_ + cells;
    const Style style = cells == 0 ? Style() : next_style_;
    if (!(style == style_)) sgr_.append(style, out_);
    style_ = style;
  }
  // What of the text has not been appended before `end`.
  void append_until(std::size_t end) {
    std::string_view part = text_.substr(at_, end - at_);
    at_ = end;
    for (;;) {
      const std::size_t border = part.find(term::kCellBorder);
      out_ += part.substr(0, border);
      if (border == part.npos) return;
      part.remove_prefix(border + 1);
    }
  }

  std::string_view text_;
  term::RunReader runs_;
  SgrWriter& sgr_;
  std::string& out_;
  std::size_t at_ = 0;  // What is before it has been appended.
  std::size_t cell_ = 0;
  unsigned width_ = 0;       // Of the character at that cell.
  std::size_t run_end_ = 0;  // The first cell behind the run.
  Style next_style_;
  Style style_;
};

// Stored rows, one behind the other.
class RowWriter {
 public:
  RowWriter(bool has_styles, std::string& out) : has_styles_(has_styles), out_(out) {}

  void add(const term::EncodedLine& line) {
    const bool is_ascii = line.columns == line.text.size();
    if (is_ascii && (!has_styles_ || line.runs.empty())) {
      out_ += line.text;
    } else {
      term::EncodedLine shown = line;
      if (!has_styles_) shown.runs = {};
      LineWriter(shown, sgr_, out_).write(is_ascii);
    }
  }

 private:
  bool has_styles_;
  std::string& out_;
  SgrWriter sgr_;
};

}  // namespace

std::string PaneText::text() const {
  std::string out = head_;
  RowWriter writer(has_styles_, out);
  bool is_first = true;
  history_.for_each_line(first_, end_, [&](const term::EncodedLine& line) {
    if (!is_first && !line.is_wrapped) {
      trim(out);
      out += '\n';
    }
    is_first = false;
    writer.add(line);
  });
  // Blanks are of a line that goes on.
  if (!tail_joins_ || tail_.empty() || tail_.starts_with('\n')) trim(out);
  out += tail_;
  return out;
}

std::uint64_t PaneText::lines_in(std::size_t first, std::size_t end) const {
  std::uint64_t lines = 0;
  history_.for_each_line(first, end, [&](const term::EncodedLine& line) {
    if (!line.is_wrapped) ++lines;
  });
  return lines;
}

void for_styled_rows(const term::HistoryLines& history, std::size_t first, std::size_t end,
                     std::size_t most, bool goes_on,
                     const std::function<void(std::string_view text, bool is_last)>& take) {
  std::string out;
  RowWriter writer(true, out);
  std::size_t rows = 0;
  history.for_each_line(first, end, [&](const term::EncodedLine& line) {
    if (!line.is_wrapped) trim(out);
    if (rows++ == most) {
      take(out, false);
      out.clear();
      rows = 1;
    }
    if (!line.is_wrapped) out += '\n';
    out += mark_text(line.mark);
    writer.add(line);
  });
  if (!goes_on) trim(out);
  take(out, true);
}

std::string dump(Pane& pane, const DumpOptions& options) {
  return text_to_dump(pane, options).text();
}

}  // namespace mux::model
