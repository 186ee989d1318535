// -h and --help, made from the flag table.
//
// -h is laid out by CLI11: the table becomes a CLI::App, whose formatter prints
// the groups in two columns.  CLI11 has no part in ordinary runs: building the
// App for kgrep's 104 rows and printing it takes 0.7 ms, where parsing a command
// line by the table takes 0.01 ms, and its splitting of arguments cannot give
// ripgrep's rules, under which a value may begin with a dash and flags of
// different names are applied in order.  help.cc is the one place that includes
// CLI11, and catches what it throws.
#pragma once

#include <string>

#include "common/cli/flag.h"

namespace common::cli {

std::string short_help(const ProgramInfo& program);
std::string long_help(const ProgramInfo& program);

}  // namespace common::cli
