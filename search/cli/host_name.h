// The host's name for hyperlinks.
#pragma once

#include <string>

namespace search {

// The trimmed output of `program` if one is named and it says something, else
// the system's own name for the host; empty if it has none.
std::string host_name(const std::string& program);

}  // namespace search
