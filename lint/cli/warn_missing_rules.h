// Says once which rules were asked for by name that klint does not have yet, so
// that nobody takes silence for cleanness.
#pragma once

#include "lint/config/find_files.h"

namespace lint::cli {

// Rules that one exact code selected, on the command line or in a configuration
// of one of the files.
void warn_missing_rules(const config::FoundFiles& files);

}  // namespace lint::cli
