// Which kernel table all scan functions use.
#pragma once

#include "common/scan/kernel_table.h"

#include <atomic>

namespace common::scan {

// Null until first use, so that start-up pays nothing.
extern constinit std::atomic<const KernelTable*> active_kernels;

const KernelTable& choose_kernels();

inline const KernelTable& kernels() {
  const KernelTable* table = active_kernels.load(std::memory_order_relaxed);
  if (table == nullptr) [[unlikely]]
    return choose_kernels();
  return *table;
}

}  // namespace common::scan
