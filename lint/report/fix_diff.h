// What a fix would change, as the format "full" shows it:
//
//     |
//   1 | import os
//     - import sys, re
//   2 + import re
//     |
#pragma once

#include <string>

#include "lint/diag/diagnostic.h"
#include "lint/diag/source_file.h"

namespace lint::report {

void write_fix_diff(const SourceFile& file, const Fix& fix, bool is_colored, std::string& out);

}  // namespace lint::report
