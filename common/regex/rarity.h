// How rare bytes are in ordinary text, for choices between ways to search.
//
// In bits: -log2 of the estimated chance to meet them at a position.
#pragma once

#include "common/scan/scan.h"

namespace common::regex {

double rarity(unsigned char byte);
// Of any member; 0 for the empty class, which is nothing to look for.
double rarity(const scan::ByteClass& bytes);

}  // namespace common::regex
