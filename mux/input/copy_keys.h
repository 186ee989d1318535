// Keys of copy mode: of the kind of vi, or of the kind of emacs.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "common/base/result.h"
#include "mux/input/preset.h"

namespace mux::input {

struct CopyKeysRow {
  CopyKeys kind;
  std::string_view name;  // In configurations.
  BindingRows rows;       // Beside those of both kinds.
};

std::span<const CopyKeysRow> copy_keys_rows();
common::Result<CopyKeys> parse_copy_keys(std::string_view name);

// Of both kinds.
std::span<const BindingRow> shared_copy_rows();

}  // namespace mux::input
