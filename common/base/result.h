// Failures of the environment or of input we refuse: Result<T> and Error.
//
// A bug is a CHECK (check.h); a finding about the user's files is a diagnostic.
// What is left (I/O, bad flag, bad pattern, bad config) travels as a Result
// and becomes text in one place per program.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <utility>

namespace common {

struct Error {
  std::string message;  // A sentence without the program's name or a final newline.
  int os_error = 0;     // errno where the system refused, else 0.
};

template <typename T>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> fail(std::string message, int os_error = 0) {
  return std::unexpected<Error>(Error{std::move(message), os_error});
}

// The system's text for `os_error` in ripgrep's spelling:
// "No such file or directory (os error 2)".
std::string os_error_text(int os_error);

// A failure on a path: "PATH: No such file or directory (os error 2)".
std::unexpected<Error> fail_on_path(std::string_view path, int os_error);

}  // namespace common

// Evaluates `expr` (a Result); on failure returns its error from the function.
// As an expression it yields the value: `auto file = TRY(open(path));`
#define TRY(expr)                                                             \
  __extension__({                                                             \
    auto try_result_ = (expr);                                                \
    if (!try_result_) return std::unexpected(std::move(try_result_).error()); \
    std::move(try_result_).value();                                           \
  })
