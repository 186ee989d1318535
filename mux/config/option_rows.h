// The tables of options, one file per subject.
#pragma once

#include <span>

#include "mux/config/option.h"

namespace mux::config {

std::span<const Option> session_options();
std::span<const Option> view_options();
std::span<const Option> input_options();
std::span<const Option> outside_options();
std::span<const Option> saving_options();

// Sets a member of what a session is given.
template <auto... kPath>
inline constexpr OptionTarget kSetsSession = kSets<&Config::session, kPath...>;

}  // namespace mux::config
