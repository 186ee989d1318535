#include "common/cli/generate.h"

namespace common::cli {

namespace {

std::string quoted_for_powershell(std::string_view text) {
  std::string out = "'";
  for (char c : text) {
    if (c == '\'') out += '\'';
    out += c;
  }
  return out + "'";
}

std::string entry(const std::string& typed, std::string_view summary) {
  const std::string name = quoted_for_powershell(typed);
  return "    [CompletionResult]::new(" + name + ", " + name +
         ", [CompletionResultType]::ParameterName, " + quoted_for_powershell(summary) + ")\n";
}

std::string entries(const FlagInfo& flag) {
  std::string out;
  if (flag.short_name != 0) out += entry(std::string("-") + flag.short_name, flag.summary);
  out += entry("--" + std::string(flag.name), flag.summary);
  for (std::string_view alias : flag.aliases) {
    out += entry("--" + std::string(alias), flag.summary);
  }
  if (!flag.negated.empty()) {
    out += entry("--" + std::string(flag.negated), "Take back --" + std::string(flag.name));
  }
  return out;
}

}  // namespace

std::string powershell_completion(const ProgramInfo& program) {
  const std::string name = quoted_for_powershell(program.name);
  std::string out = "# " + generated_notice(program, "complete-powershell") + "\n\n";
  out += "using namespace System.Management.Automation\n";
  out += "using namespace System.Management.Automation.Language\n\n";
  out += "Register-ArgumentCompleter -Native -CommandName " + name + " -ScriptBlock {\n";
  out += "  param($wordToComplete, $commandAst, $cursorPosition)\n";
  out += "  $completions = @(\n";
  for (const FlagInfo* flag : program.flags) out += entries(*flag);
  out += "  )\n  $completions.Where{ $_.CompletionText -clike \"$wordToComplete*\" } |\n";
  out += "    Sort-Object -Property ListItemText\n}\n";
  return out;
}

}  // namespace common::cli
