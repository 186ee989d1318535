// The tables of the presets, one file each.
#pragma once

#include "mux/input/preset.h"

namespace mux::input {

std::span<const BindingRow> common_rows();  // In the default and unlock-first presets alike.
std::span<const BindingRow> default_rows();
std::span<const BindingRow> unlock_first_rows();
std::span<const BindingRow> tmux_rows();

}  // namespace mux::input
