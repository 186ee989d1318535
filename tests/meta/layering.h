// Who may include whom.
#pragma once

#include "tests/meta/source_tree.h"

namespace meta {

Complaints check_layering(const std::vector<SourceFile>& files);

}  // namespace meta
