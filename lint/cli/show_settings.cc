#include "lint/cli/show_settings.h"

#include "lint/cli/print.h"
#include "lint/config/find_files.h"
#include "lint/config/show_settings.h"

namespace lint::cli {
namespace {

int fail_with(const common::Error& error) {
  print_error(error.message);
  return kFailed;
}

// Would `check` look at it?
bool is_checked(const config::FoundFile& file) {
  return file.kind != config::SourceKind::Markdown && file.kind != config::SourceKind::Unknown;
}

}  // namespace

int show_files(const std::vector<std::string>& paths, config::Discovery& discovery) {
  const auto found = config::find_files(paths, discovery);
  if (!found) return fail_with(found.error());
  std::string text;
  for (const config::FoundFile& file : found->files) {
    if (is_checked(file)) text += file.path + "\n";
  }
  if (text.empty()) print_warning("No Python files found under the given path(s)");
  return print_document(text);
}

int show_settings(const std::vector<std::string>& paths, config::Discovery& discovery) {
  const auto found = config::find_files(paths, discovery);
  if (!found) return fail_with(found.error());
  if (found->files.empty()) return fail_with({"No files found under the given path"});
  const config::FoundFile& file = found->files.front();
  return print_document(config::shown_settings(file.path, *file.settings));
}

}  // namespace lint::cli
