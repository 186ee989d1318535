#include "search/cli/special.h"

#include "common/cli/generate.h"
#include "common/cli/help.h"
#include "common/regex/matcher.h"
#include "common/scan/scan.h"
#include "common/walk/file_types.h"
#include "search/cli/parse_command.h"

namespace search {

namespace {

std::string short_version() {
  const common::cli::ProgramInfo program = program_info();
  return std::string(program.name).append(" ").append(program.version).append("\n");
}

std::string_view target_name(common::scan::Target target) {
  switch (target) {
    case common::scan::Target::Scalar:
      return "scalar";
    case common::scan::Target::Sse4:
      return "SSE4";
    case common::scan::Target::Avx2:
      return "AVX2";
    case common::scan::Target::Avx512:
      return "AVX-512";
  }
  return "scalar";
}

std::string pcre2_line() {
  return common::regex::pcre2_version_text() + "\n";
}

std::string long_version() {
  return short_version() + "\nfeatures:+pcre2\nsimd(runtime):" +
         std::string(target_name(common::scan::chosen_target())) + "\n\n" + pcre2_line();
}

}  // namespace

SpecialOutput special_output(Special special) {
  switch (special) {
    case Special::None:
      break;
    case Special::HelpShort:
      return {common::cli::short_help(program_info()), 0};
    case Special::HelpLong:
      return {common::cli::long_help(program_info()), 0};
    case Special::VersionShort:
      return {short_version(), 0};
    case Special::VersionLong:
      return {long_version(), 0};
    case Special::Pcre2Version:
      return {pcre2_line(), 0};
  }
  return {};
}

std::string generated_document(std::size_t document) {
  return common::cli::kDocuments[document].text(program_info());
}

common::Result<SpecialOutput> type_list(const Options& options) {
  const auto types = TRY(common::walk::FileTypes::create(options.type_changes));
  SpecialOutput output;
  for (const auto& [name, globs] : types.definitions()) {
    output.text += name + ": ";
    for (std::size_t i = 0; i < globs.size(); ++i) {
      if (i > 0) output.text += ", ";
      output.text += globs[i];
    }
    output.text += '\n';
  }
  output.exit_code = output.text.empty() ? 1 : 0;
  return output;
}

}  // namespace search
