// Printing to standard output and standard error; exit codes.
#pragma once

#include <string_view>

namespace lint::cli {

inline constexpr int kSuccess = 0;
inline constexpr int kFound = 1;  // Something is left to report.
inline constexpr int kFailed = 2;

// Prints to standard output and returns `exit_code`; a reader that went away is
// no error, anything else that prevents printing is.
int print_document(std::string_view text, int exit_code = kSuccess);

// "klint: MESSAGE" on standard error.
void print_error(std::string_view message);
// "klint failed" and why on standard error: klint cannot do what it was asked for.
// Further causes are part of the message.  Returns kFailed.
int print_failure(std::string_view message);
// "warning: MESSAGE" on standard error.
void print_warning(std::string_view message);

}  // namespace lint::cli
