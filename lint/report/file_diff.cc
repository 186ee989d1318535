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
  if (line.lacks_line_end) {
    out += colored("\n\\ No newline at end of file", "31", context) + '\n';
  }
}

}  // namespace

void write_file_diff(std::string_view path, std::string_view old_text, std::string_view new_text,
                     const ReportContext& context, std::string& out) {
  if (!path.empty()) {
    const std::string shown = visible_text(report::relative_path(path, context));
    out += "--- " + colored(shown, "31", context) + '\n';
    out += "+++ " + colored(shown, "32", context) + '\n';
  }
  for (const common::Hunk& hunk : common::unified_hunks(old_text, new_text)) {
    out += hunk.header + '\n';
    for (const common::HunkLine& line : hunk.lines) write_line(line, context, out);
  }
  out += '\n';
}

}  // namespace lint
