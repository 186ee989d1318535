#include "mux/journal/record_log.h"

#include <cstdint>

#include "common/base/check.h"
#include "common/base/sip_hash.h"

namespace mux::journal {

namespace {

constexpr std::size_t kRecordHead = sizeof(std::uint32_t) + sizeof(std::uint64_t);

std::uint64_t hash_of(std::string_view payload) {
  common::SipHash hash;
  hash.add(payload);
  return hash.finish();
}

void put_number(std::uint64_t number, std::size_t size, std::string& out) {
  for (std::size_t i = 0; i < size; ++i) out += static_cast<char>(number >> (8 * i));
}

std::uint64_t take_number(std::string_view bytes) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    number |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
  }
  return number;
}

}  // namespace

void append_record(std::string_view payload, std::string& out) {
  CHECK(payload.size() <= kMostRecordBytes);
  put_number(payload.size(), sizeof(std::uint32_t), out);
  put_number(hash_of(payload), sizeof(std::uint64_t), out);
  out += payload;
}

common::Result<RecordScan> scan_records(std::string_view bytes) {
  if (!bytes.starts_with(kLogHeader)) {
    constexpr std::string_view kName = "kmux journal ";
    return common::fail(bytes.starts_with(kName) ? "it is of another version of kmux"
                                                 : "it is not a journal of kmux");
  }
  RecordScan scan{.payloads = {}, .size = kLogHeader.size()};
  for (;;) {
    const std::string_view rest = bytes.substr(scan.size);
    if (rest.size() < kRecordHead) return scan;
    const std::uint64_t size = take_number(rest.substr(0, sizeof(std::uint32_t)));
    if (size > kMostRecordBytes || size > rest.size() - kRecordHead) return scan;
    const std::string_view payload = rest.substr(kRecordHead, size);
    const std::uint64_t hash =
        take_number(rest.substr(sizeof(std::uint32_t), sizeof(std::uint64_t)));
    if (hash != hash_of(payload)) return scan;
    scan.payloads.push_back(payload);
    scan.size += kRecordHead + payload.size();
  }
}

}  // namespace mux::journal
