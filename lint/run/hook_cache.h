// HookCache: one HookTable per set of enabled rules, made when first needed.
//
// Files under one configuration mostly have the same set; per-file-ignores make
// a few more.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "lint/check/hook_table.h"

namespace lint {

class HookCache {
 public:
  // Lives as long as the cache.  For any number of threads.
  const HookTable& table_for(const RuleSet& enabled);

 private:
  struct Entry {
    RuleSet enabled;
    HookTable table;
  };
  std::mutex mutex_;  // Guards entries_.
  std::vector<std::unique_ptr<const Entry>> entries_;
};

}  // namespace lint
