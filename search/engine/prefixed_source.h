// A source whose first bytes were read already, to look for a byte order mark.
#pragma once

#include <memory>
#include <string>

#include "common/fs/byte_source.h"

namespace search {

// `rest` outlives the result.
std::unique_ptr<common::fs::ByteSource> prefixed_source(std::string prefix,
                                                        common::fs::ByteSource& rest);

}  // namespace search
