// Notifications of programs, as the user's terminal takes them.
#pragma once

#include <string>
#include <string_view>

#include "mux/model/options.h"

namespace mux::server {

// `has_osc99`: the terminal is known to take kitty's form.  Empty: nothing is to be sent.
std::string notification_bytes(model::Notifications how, bool has_osc99, std::string_view title,
                               std::string_view body);

// Neither ends the sequence it is to be part of nor begins another.
std::string without_controls(std::string_view text);

}  // namespace mux::server
