#include "lint/report/file_diff.h"

#include "common/text/unified_diff.h"
#include "lint/report/plain_color.h"
#include "lint/report/shown_path.h"
#include "lint/report/visible_text.h"

namespace lint {
namespace {

using common::DiffSide;
using report::colored;
using report::visible_text;

void write_line(const common::HunkLine& line, const ReportContext& context, std::string& out) {
  const std::string text = visible_text(line.text);
  if (line.side == DiffSide::Both) {
    out += ' ' + text;
  } else {
    const std::string_view color = line.side == DiffSide::Old ? "31" : "32";
    out += colored(line.side == DiffSide::Old ? "-" : "+", color, context);
    out += colored(text, color, context);
  }
}

void write_header(const std::string& name, const ReportContext& context, std::string& out) {
  const std::string shown = visible_text(name);
  out += "--- " + colored(shown, "31", context) + '\n';
  out += "+++ " + colored(shown, "32", context) + '\n';
}

void write_hunks(std::string_view old_text, std::string_view new_text, std::string_view missing_end,
                 const ReportContext& context, std::string& out) {
  for (const common::Hunk& hunk : common::unified_hunks(old_text, new_text)) {
    out += hunk.header + '\n';
    for (const common::HunkLine& line : hunk.lines) {
      write_line(line, context, out);
      if (!line.lacks_line_end) continue;
      if (!missing_end.empty()) out += colored(missing_end, "31", context);
      out += '\n';
    }
  }
}

}  // namespace

void write_file_diff(std::string_view path, std::string_view old_text, std::string_view new_text,
                     const ReportContext& context, std::string& out) {
  if (!path.empty()) write_header(report::relative_path(path, context), context, out);
  write_hunks(old_text, new_text, "\n\\ No newline at end of file", context, out);
  out += '\n';
}

// A cell mostly has no line end at its end; that is no news.
void write_cell_diff(std::string_view path, std::uint32_t cell, std::string_view old_text,
                     std::string_view new_text, const ReportContext& context, std::string& out) {
  std::string name = path.empty() ? std::string() : report::relative_path(path, context) + ':';
  write_header(name += "cell " + std::to_string(cell), context, out);
  write_hunks(old_text, new_text, {}, context, out);
}

}  // namespace lint
