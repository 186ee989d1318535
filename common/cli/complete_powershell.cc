#include "common/cli/generate.h"
#include "common/cli/text.h"

namespace common::cli {

namespace {

std::string entry(const std::string& typed, std::string_view summary) {
  const std::string name = quoted_by_doubling(typed);
  return "    [CompletionResult]::new(" + name + ", " + name +
         ", [CompletionResultType]::ParameterName, " + quoted_by_doubling(summary) + ")\n";
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

std::string flag_entries(const ProgramInfo& program) {
  std::string out;
  for (const FlagInfo* flag : program.flags) out += entries(*flag);
  return out;
}

// Offers what belongs to the command that was typed, or the commands.
std::string by_command(const ProgramInfo& program) {
  std::string out = R"(  $command = $commandAst.CommandElements | Select-Object -Skip 1 |
    Where-Object { $_.Value -notlike '-*' -and $_.Value -ne $wordToComplete } |
    Select-Object -First 1
  $completions = @(switch ($command.Value) {
)";
  for (const ProgramInfo& command : program.commands) {
    out += "    " + quoted_by_doubling(command.name) + " {\n" + flag_entries(command) +
           "    break\n    }\n";
  }
  out += "    default {\n" + flag_entries(program);
  for (const ProgramInfo& command : program.commands) {
    out += entry(std::string(command.name), command.tagline);
  }
  return out + "    }\n  })\n";
}

}  // namespace

std::string powershell_completion(const ProgramInfo& program) {
  const std::string name = quoted_by_doubling(program.name);
  std::string out = "# " + generated_notice(program, "complete-powershell") + "\n\n";
  out += "using namespace System.Management.Automation\n";
  out += "using namespace System.Management.Automation.Language\n\n";
  out += "Register-ArgumentCompleter -Native -CommandName " + name + " -ScriptBlock {\n";
  out += "  param($wordToComplete, $commandAst, $cursorPosition)\n";
  if (program.commands.empty()) {
    out += "  $completions = @(\n" + flag_entries(program) + "  )\n";
  } else {
    out += by_command(program);
  }
  out += "  $completions.Where{ $_.CompletionText -clike \"$wordToComplete*\" } |\n";
  out += "    Sort-Object -Property ListItemText\n}\n";
  return out;
}

}  // namespace common::cli
