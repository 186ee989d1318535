#include "common/scan/scan.h"

#include "common/scan/bit_stream.h"
#include "common/scan/target.h"

#include <algorithm>

namespace common::scan {

static_assert(npos == kNotFound);

namespace {

const Byte* data_of(std::string_view bytes) {
  return reinterpret_cast<const Byte*>(bytes.data());
}

}  // namespace

std::size_t find_byte(std::string_view bytes, char byte, std::size_t from) {
  return kernels().find_byte(data_of(bytes), from, bytes.size(), static_cast<Byte>(byte));
}

std::size_t rfind_byte(std::string_view bytes, char byte, std::size_t before) {
  return kernels().rfind_byte(data_of(bytes), std::min(before, bytes.size()),
                              static_cast<Byte>(byte));
}

std::size_t count_byte(std::string_view bytes, char byte) {
  return kernels().count_byte(data_of(bytes), bytes.size(), static_cast<Byte>(byte));
}

std::size_t find_non_ascii(std::string_view bytes, std::size_t from) {
  return kernels().find_non_ascii(data_of(bytes), from, bytes.size());
}

std::size_t find_nth_byte(std::string_view bytes, char byte, std::size_t n) {
  if (n == 0) return 0;
  return kernels().find_nth_byte(data_of(bytes), bytes.size(), static_cast<Byte>(byte), n);
}

std::size_t find_in(std::string_view bytes, const ByteClass& cls, std::size_t from) {
  return kernels().find_class(data_of(bytes), from, bytes.size(), cls.tables(), false);
}

std::size_t find_not_in(std::string_view bytes, const ByteClass& cls, std::size_t from) {
  return kernels().find_class(data_of(bytes), from, bytes.size(), cls.tables(), true);
}

std::size_t rfind_in(std::string_view bytes, const ByteClass& cls, std::size_t before) {
  return kernels().rfind_class(data_of(bytes), std::min(before, bytes.size()), cls.tables(), false);
}

std::size_t rfind_not_in(std::string_view bytes, const ByteClass& cls, std::size_t before) {
  return kernels().rfind_class(data_of(bytes), std::min(before, bytes.size()), cls.tables(), true);
}

void classify(std::string_view bytes, const ByteClass& cls, std::uint64_t* out) {
  classify(bytes, &cls, 1, &out);
}

void classify(std::string_view bytes, const ByteClass* classes, std::size_t class_count,
              std::uint64_t* const* out) {
  constexpr std::size_t kAtOnce = 32;
  const ClassTables* tables[kAtOnce];
  for (std::size_t done = 0; done < class_count; done += kAtOnce) {
    const std::size_t count = std::min(kAtOnce, class_count - done);
    for (std::size_t c = 0; c < count; ++c) tables[c] = &classes[done + c].tables();
    kernels().classify(data_of(bytes), bytes.size(), tables, count, out + done);
  }
}

std::size_t valid_utf8_prefix(std::string_view bytes) {
  const std::size_t checked = kernels().skip_valid_utf8(data_of(bytes), bytes.size());
  return scalar::valid_utf8_prefix(data_of(bytes), checked, bytes.size());
}

void run_streams(const StreamOp* ops, std::size_t op_count, std::uint64_t* streams,
                 std::size_t words, StreamCarry* carries) {
  kernels().run_streams(ops, op_count, streams, words, carries);
}

}  // namespace common::scan
