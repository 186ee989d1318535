// What the cells of a terminal refer to by number.
#pragma once

#include "mux/term/cluster_table.h"
#include "mux/term/link_table.h"
#include "mux/term/style_table.h"

namespace mux::term {

struct Tables {
  StyleTable styles;
  ClusterTable clusters;
  LinkTable links;
};

}  // namespace mux::term
