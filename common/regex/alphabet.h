// The bytes that matches of a pattern are made of.
#pragma once

#include "common/regex/hir.h"
#include "common/scan/scan.h"

namespace common::regex {

// The bytes that occur in no match: what matches are kept apart by.
scan::ByteClass bytes_in_no_match(const Node& root);

}  // namespace common::regex
