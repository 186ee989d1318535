#include "lint/report/shown_path.h"

#include <vector>

namespace lint::report {
namespace {

// Resolves "." and ".." in an absolute path.
std::string normalized(std::string_view path) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at < path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string_view part = path.substr(at, end - at);
    if (part == "..") {
      if (!parts.empty()) parts.pop_back();
    } else if (!part.empty() && part != ".") {
      parts.push_back(part);
    }
    at = end + 1;
  }
  std::string result;
  for (std::string_view part : parts) {
    result += '/';
    result += part;
  }
  return result.empty() ? "/" : result;
}

}  // namespace

std::string absolute_path(std::string_view path, const ReportContext& context) {
  if (path == "-") return "-";
  if (path.starts_with('/')) return normalized(path);
  return normalized(context.working_directory + "/" + std::string(path));
}

std::string relative_path(std::string_view path, const ReportContext& context) {
  std::string absolute = absolute_path(path, context);
  const std::string& directory = context.working_directory;
  if (directory == "/") return absolute.substr(1);
  if (absolute.size() > directory.size() + 1 && absolute.starts_with(directory) &&
      absolute[directory.size()] == '/') {
    absolute.erase(0, directory.size() + 1);
  }
  return absolute;
}

}  // namespace lint::report
