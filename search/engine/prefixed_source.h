// A source whose first bytes were read already, to look for a byte order mark.
#pragma once

#include <memory>
#include <string>

#include "common/fs/byte_source.h"

namespace search {

// `rest` outlives the result.  `is_file`: a read is short at the end only.
std::unique_ptr<common::fs::ByteSource> prefixed_source(std::string prefix,
                                                        common::fs::ByteSource& rest, bool is_file);

}  // namespace search
