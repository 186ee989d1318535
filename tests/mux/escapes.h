// Bytes in files of expectations: \e \r \n \t \b \a \\ and \xHH; all else stands for itself.
#pragma once

#include <string>
#include <string_view>

namespace mux_tests {

std::string escaped(std::string_view bytes);
std::string unescaped(std::string_view text);

}  // namespace mux_tests
