// The dump of a tree with a line per node: fields of plain values stand behind
// the node, those with the usual value are left out.
#pragma once

#include <string>
#include <string_view>

std::string compact_dump(std::string_view dump);
