#include "search/printer/printer.h"

#include "search/printer/json.h"
#include "search/printer/path_writer.h"
#include "search/printer/standard.h"
#include "search/printer/summary.h"

namespace search {

std::unique_ptr<Printer> make_printer(const PrintConfig& config, const SearchConfig& search,
                                      const common::regex::Matcher& matcher, OutputBuffer& out) {
  switch (config.mode) {
    case PrintMode::Standard:
      return std::make_unique<StandardPrinter>(config, search, matcher, out);
    case PrintMode::Json:
      return std::make_unique<JsonPrinter>(config, search, matcher, out);
    case PrintMode::Count:
    case PrintMode::CountMatches:
    case PrintMode::FilesWithMatches:
    case PrintMode::FilesWithoutMatch:
    case PrintMode::Quiet:
    case PrintMode::QuietWithoutMatch:
      break;
  }
  return std::make_unique<SummaryPrinter>(config, search, matcher, out);
}

void print_path(const PrintConfig& config, std::string_view path, OutputBuffer& out) {
  PathWriter writer(config);
  writer.start(path);
  writer.write(out);
  out.append(config.path_nul ? '\0' : '\n');
  out.end_record();
}

}  // namespace search
