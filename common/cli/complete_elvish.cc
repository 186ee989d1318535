#include "common/cli/generate.h"
#include "common/cli/text.h"

namespace common::cli {

namespace {

std::string candidate(std::string_view typed, std::string_view summary) {
  return "      candidate " + quoted_by_doubling(typed) + " " + quoted_by_doubling(summary) + "\n";
}

std::string candidates(const FlagInfo& flag) {
  std::string out;
  if (flag.short_name != 0) out += candidate(std::string("-") + flag.short_name, flag.summary);
  out += candidate("--" + std::string(flag.name), flag.summary);
  for (std::string_view alias : flag.aliases) {
    out += candidate("--" + std::string(alias), flag.summary);
  }
  if (!flag.negated.empty()) {
    out += candidate("--" + std::string(flag.negated), "Take back --" + std::string(flag.name));
  }
  return out;
}

// An entry of the map for the program or command, and one for each of its commands.
// `path`: the words that lead there, each after a blank.
std::string elvish_entries(const ProgramInfo& program, const std::string& path) {
  std::string out = "    &" + quoted_by_doubling(path) + "= {\n";
  for (const FlagInfo* flag : program.flags) out += candidates(*flag);
  for (const ProgramInfo& command : program.commands) {
    out += candidate(command.name, command.tagline);
  }
  out += "    }\n";
  for (const ProgramInfo& command : program.commands) {
    out += elvish_entries(command, path + " " + std::string(command.name));
    if (!command.alias.empty())
      out += elvish_entries(command, path + " " + std::string(command.alias));
  }
  return out;
}

}  // namespace

std::string elvish_completion(const ProgramInfo& program) {
  std::string out = "# " + generated_notice(program, "complete-elvish") + "\n\n";
  out += "set edit:completion:arg-completer[" + std::string(program.name) + "] = {|@words|\n";
  out += R"(  fn candidate {|text summary| edit:complex-candidate $text &display=$text'  '$summary }
  var offers = [
)";
  out += elvish_entries(program, "");
  // The last word is the one that is being typed.
  out += R"(  ]
  var command = ''
  for word $words[1..-1] {
    if (has-key $offers $command' '$word) { set command = $command' '$word }
  }
  $offers[$command]
}
)";
  return out;
}

}  // namespace common::cli
