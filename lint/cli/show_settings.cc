#include "lint/cli/show_settings.h"

#include "lint/cli/print.h"
#include "lint/config/find_files.h"
#include "lint/config/show_settings.h"

namespace lint::cli {
namespace {

// Would `check` look at it?
bool is_checked(const config::FoundFile& file) {
  return file.kind != config::SourceKind::Markdown && file.kind != config::SourceKind::Unknown;
}

}  // namespace

int show_files(const std::vector<std::string>& paths, config::Discovery& discovery) {
  const auto found = config::find_files(paths, discovery);
  if (!found) return print_failure(found.error().message);
  std::string text;
  for (const config::FoundFile& file : found->files) {
    if (is_checked(file)) text += file.path + "\n";
  }
  if (found->files.empty() && found->problems.empty()) {
    print_warning("No Python files found under the given path(s)");
  }
  return print_document(text);
}

int show_settings(const std::vector<std::string>& paths, config::Discovery& discovery) {
  const auto found = config::find_files(paths, discovery);
  if (!found) return print_failure(found.error().message);
  if (found->files.empty()) return print_failure("No files found under the given path");
  const config::FoundFile& file = found->files.front();
  return print_document(config::shown_settings(file.path, *file.settings));
}

}  // namespace lint::cli
