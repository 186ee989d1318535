#include "lint/report/summary.h"

#include <algorithm>

#include "lint/registry/catalogue.h"
#include "lint/report/finding.h"
#include "lint/report/plain_color.h"
#include "lint/report/shown_path.h"

namespace lint {
namespace {

using report::colored;

std::string counted(std::size_t count, std::string_view noun, std::string_view plural_end = "s") {
  std::string text = std::to_string(count) + ' ';
  text += noun;
  if (count != 1) text += plural_end;
  return text;
}

struct Fixable {
  std::size_t now = 0;     // By --fix as it is configured.
  std::size_t unsafe = 0;  // Only by --unsafe-fixes.
};

Fixable fixable_of(std::span<const FileFindings> files, Applicability required) {
  Fixable fixable;
  report::for_each_finding(files, [&](const SourceFile&, const Diagnostic& diagnostic) {
    if (!diagnostic.fix) return;
    if (diagnostic.fix->applies(required)) {
      ++fixable.now;
    } else if (diagnostic.fix->applicability == Applicability::Unsafe) {
      ++fixable.unsafe;
    }
  });
  return fixable;
}

std::size_t fix_count(std::span<const FixedFile> fixed) {
  std::size_t count = 0;
  for (const FixedFile& file : fixed) {
    for (const auto& [rule, times] : file.counts) count += times;
  }
  return count;
}

void write_fixable(const Summary& summary, const Fixable& fixable, const ReportContext& context,
                   std::string& out) {
  const std::size_t unsafe = summary.hints_at_unsafe ? fixable.unsafe : 0;
  const std::string hint =
      counted(unsafe, "unsafe fix", "es") + " available with `--fix --unsafe-fixes`";
  if (fixable.now > 0) {
    out += '[' + colored("*", "36", context) + "] " + std::to_string(fixable.now) +
           " fixable with `--fix`";
    out += unsafe > 0 ? " (" + hint + ").\n" : ".\n";
  } else if (unsafe > 0) {
    out += hint + ".\n";
  }
}

void write_found(const Summary& summary, const ReportContext& context, std::string& out) {
  std::size_t remaining = 0;
  for (const FileFindings& file : summary.files) remaining += file.diagnostics.size();
  const std::size_t fixed = fix_count(summary.fixed);
  if (fixed > 0) {
    out += "Found " + counted(fixed + remaining, "error") + " (" + std::to_string(fixed) +
           " fixed, " + std::to_string(remaining) + " remaining).\n";
  } else if (remaining > 0) {
    out += "Found " + counted(remaining, "error") + ".\n";
  } else {
    out += colored("All checks passed!", "1;32", context) + '\n';
  }
}

// Without findings: only what happened to fixes.
void write_fixed(const Summary& summary, const Fixable& fixable, std::string& out) {
  const std::size_t fixed = fix_count(summary.fixed);
  const bool applies = summary.mode == FixMode::Apply;
  if (fixed == 0 && fixable.unsafe == 0) return;
  if (fixed > 0) {
    out += (applies ? "Fixed " : "Would fix ") + counted(fixed, "error");
  } else {
    out += applies ? "No errors fixed" : "No errors would be fixed";
  }
  if (fixable.unsafe > 0) {
    const std::string_view noun = fixed > 0 ? "additional fix" : "fix";
    out += " (" + counted(fixable.unsafe, noun, "es") + " available with `--unsafe-fixes`)";
  }
  out += ".\n";
}

}  // namespace

void write_summary(const Summary& summary, const ReportContext& context, std::string& out) {
  const Fixable fixable = fixable_of(summary.files, context.required);
  if (summary.shows_findings) {
    write_found(summary, context, out);
    write_fixable(summary, fixable, context, out);
  } else {
    write_fixed(summary, fixable, out);
  }
}

void write_fixed_files(std::span<const FixedFile> fixed, const ReportContext& context,
                       std::string& out) {
  const std::size_t total = fix_count(fixed);
  if (total == 0) return;
  std::size_t most = 0;
  for (const FixedFile& file : fixed) {
    for (const auto& [rule, count] : file.counts) most = std::max(most, count);
  }
  const std::size_t width = std::to_string(most).size();
  out += '\n' + colored("Fixed " + counted(total, "error") + ":", "1;32", context) + '\n';
  for (const FixedFile& file : fixed) {
    if (file.counts.empty()) continue;
    out += colored("-", "36", context) + ' ' +
           colored(report::relative_path(file.path, context), "1", context) +
           colored(":", "36", context) + '\n';
    std::vector<std::pair<RuleId, std::size_t>> rules(file.counts.begin(), file.counts.end());
    std::ranges::stable_sort(rules, std::greater<>(), [](const auto& row) { return row.second; });
    for (const auto& [rule, count] : rules) {
      const CatalogueRow& row = row_of(rule);
      std::string number = std::to_string(count);
      number.insert(0, width - number.size(), ' ');
      const bool is_by_name = context.is_preview && !context.prefers_codes;
      out += "    " + number + " × " + colored(is_by_name ? row.name : row.code, "1;31", context) +
             " (";
      out.append(is_by_name ? row.code : row.name) += ")\n";
    }
  }
  out += '\n';
}

bool has_fixable(std::span<const FileFindings> files, Applicability required) {
  return fixable_of(files, required).now > 0;
}

}  // namespace lint
