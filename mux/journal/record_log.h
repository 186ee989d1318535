// Records one after the other in a file, so that whatever was whole when the writer
// died is found again.
//
//   "kmux journal 1\n", then per record: u32 size, u64 SipHash of the payload, payload
//
// Integers are little endian.  Whoever is killed while it writes leaves a torn record
// at the end, which the size or the hash gives away; everything before it counts.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"

namespace mux::journal {

// What a file begins with.  The number is the version of all that follows.
inline constexpr std::string_view kLogHeader = "kmux journal 1\n";
// Of a payload.
inline constexpr std::size_t kMostRecordBytes = std::size_t{256} << 20;

void append_record(std::string_view payload, std::string& out);

struct RecordScan {
  std::vector<std::string_view> payloads;  // Of whole records, in their order.
  std::size_t size = 0;                    // Bytes up to the end of the last of them.
};
// Fails if the bytes are not those of a log, or of another version.
common::Result<RecordScan> scan_records(std::string_view bytes);

}  // namespace mux::journal
