// Paths as reports print them.
#pragma once

#include <string>
#include <string_view>

#include "lint/report/report.h"

namespace lint::report {

// Absolute, without "." and ".." and without looking at the file system; "-",
// standard input, stays.
std::string absolute_path(std::string_view path, const ReportContext& context);

// Without the working directory in front, if the file is below it; else absolute.
std::string relative_path(std::string_view path, const ReportContext& context);

}  // namespace lint::report
