// The table of encodings: names, labels and decoders.
#pragma once

#include <span>
#include <string_view>

#include "common/decode/decoder.h"
#include "common/decode/encoding.h"

namespace common::decode {

struct EncodingRow {
  std::string_view name;
  std::string_view labels;  // In lower case, separated by blanks.
  DecodeFunction decode;
  const char16_t* table = nullptr;
  bool loses_final_lead = false;  // As ripgrep's decoder does, see encoding.cc.
};

// Indexed by Encoding::id.
std::span<const EncodingRow> encoding_rows();
const EncodingRow& row_of(Encoding encoding);

}  // namespace common::decode
