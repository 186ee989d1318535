// The plain twin of every kernel: the oracle of the tests, and the whole
// implementation where there is no vector code.
#include "common/scan/kernel_table.h"

namespace common::scan::scalar {

namespace {

std::size_t find_byte(const Byte* bytes, std::size_t from, std::size_t size, Byte byte) {
  for (std::size_t i = from; i < size; ++i) {
    if (bytes[i] == byte) return i;
  }
  return kNotFound;
}

std::size_t rfind_byte(const Byte* bytes, std::size_t before, Byte byte) {
  for (std::size_t i = before; i-- > 0;) {
    if (bytes[i] == byte) return i;
  }
  return kNotFound;
}

std::size_t count_byte(const Byte* bytes, std::size_t size, Byte byte) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < size; ++i) count += bytes[i] == byte;
  return count;
}

std::size_t find_nth_byte(const Byte* bytes, std::size_t size, Byte byte, std::size_t n) {
  for (std::size_t i = 0; i < size; ++i) {
    if (bytes[i] == byte && --n == 0) return i + 1;
  }
  return kNotFound;
}

std::size_t find_non_ascii(const Byte* bytes, std::size_t from, std::size_t size) {
  for (std::size_t i = from; i < size; ++i) {
    if (bytes[i] >= 0x80) return i;
  }
  return kNotFound;
}

bool contains(const ClassTables& tables, Byte byte) {
  const Byte row = (byte < 0x80 ? tables.low : tables.high)[byte & 15];
  return (row >> ((byte >> 4) & 7) & 1) != 0;
}

std::size_t find_class(const Byte* bytes, std::size_t from, std::size_t size,
                       const ClassTables& tables, bool negated) {
  for (std::size_t i = from; i < size; ++i) {
    if (contains(tables, bytes[i]) != negated) return i;
  }
  return kNotFound;
}

std::size_t rfind_class(const Byte* bytes, std::size_t before, const ClassTables& tables,
                        bool negated) {
  for (std::size_t i = before; i-- > 0;) {
    if (contains(tables, bytes[i]) != negated) return i;
  }
  return kNotFound;
}

void classify(const Byte* bytes, std::size_t size, const ClassTables* const* classes,
              std::size_t class_count, std::uint64_t* const* out) {
  for (std::size_t c = 0; c < class_count; ++c) {
    for (std::size_t i = 0; i < size; ++i) {
      std::uint64_t& word = out[c][i / 64];
      if (i % 64 == 0) word = 0;
      word |= std::uint64_t{contains(*classes[c], bytes[i])} << (i % 64);
    }
  }
}

NeedleAnswer find_needle(const Byte* bytes, std::size_t from, std::size_t size,
                         const NeedleQuery& query) {
  if (size < query.size || from > size - query.size) return {kNotFound, false};
  std::size_t wasted = 0;
  for (std::size_t start = from; start <= size - query.size; ++start) {
    std::size_t matched = 0;
    const Byte* at = bytes + start;
    while (matched < query.size && (at[matched] | query.fold[matched]) == query.text[matched]) {
      ++matched;
    }
    if (matched == query.size) return {start, false};
    wasted += matched;
    if (wasted > 8 * (start - from) + 4096) return {start + 1, true};
  }
  return {kNotFound, false};
}

}  // namespace

std::uint64_t key_value(const Byte* at, std::size_t key_size) {
  std::uint64_t value = 0;
  if (key_size < 4) {
    for (std::size_t i = 0; i < key_size; ++i) value |= std::uint64_t{at[i]} << (8 * i);
    return value;
  }
  for (std::size_t i = 0; i < 4; ++i) {
    value |= std::uint64_t{at[i]} << (8 * i);
    value |= std::uint64_t{at[key_size - 4 + i]} << (8 * i + 32);
  }
  return value;
}

namespace {

SetAnswer find_set(const Byte* bytes, std::size_t from, std::size_t size, const SetQuery& query) {
  if (size < query.min_size || from > size - query.min_size) return {kNotFound, 0};
  for (std::size_t start = from; start <= size - query.min_size; ++start) {
    const std::uint64_t value = key_value(bytes + start + query.key, query.key_size);
    const std::size_t hash = ((value | query.key_fold) * kHashFactor) >> query.hash_shift;
    if ((query.filter[hash / 64] >> (hash % 64) & 1) == 0) continue;
    const std::size_t needle = query.verify(query.owner, bytes, size, start, hash);
    if (needle != kNotFound) return {start, needle};
  }
  return {kNotFound, 0};
}

std::size_t skip_valid_utf8(const Byte*, std::size_t) {
  return 0;
}

// Where in b a run goes on from a marker: adding the markers to the runs makes a
// carry ripple from each first marker to the end of its run and clears the bits
// it passes; markers it meets on the way set theirs again.
std::uint64_t follow_runs(std::uint64_t markers, std::uint64_t runs, std::uint64_t& carry) {
  std::uint64_t sum;
  const bool first = __builtin_add_overflow(markers & runs, runs, &sum);
  const bool second = __builtin_add_overflow(sum, carry, &sum);
  carry = first || second;
  return runs & (~sum | markers);
}

void run_op(const StreamOp& op, std::uint64_t* streams, std::size_t words, StreamCarry& carry) {
  const std::uint64_t* a = streams + op.a * kStreamStride;
  const std::uint64_t* b = streams + op.b * kStreamStride;
  std::uint64_t* out = streams + op.out * kStreamStride;
  const unsigned shift = op.kind == StreamOpKind::AdvanceAnd ? op.shift : 1;
  for (std::size_t i = 0; i < words; ++i) {
    const std::uint64_t word = a[i];

    const std::uint64_t advanced = word << shift | carry.last_word >> (64 - shift);
    switch (op.kind) {
      case StreamOpKind::And:
        out[i] = word & b[i];
        break;
      case StreamOpKind::Or:
        out[i] = word | b[i];
        break;
      case StreamOpKind::AdvanceAnd:
        out[i] = advanced & b[i];
        break;
      case StreamOpKind::Plus:
        out[i] = follow_runs(advanced, b[i], carry.sum);
        break;
      case StreamOpKind::Star:
        out[i] = word | follow_runs(advanced, b[i], carry.sum);
        break;
    }
    carry.last_word = word;
  }
}

void run_streams(const StreamOp* ops, std::size_t op_count, std::uint64_t* streams,
                 std::size_t words, StreamCarry* carries) {
  for (std::size_t i = 0; i < op_count; ++i) run_op(ops[i], streams, words, carries[i]);
}

bool is_continuation(Byte byte) {
  return (byte & 0xC0) == 0x80;
}

// Length of the well-formed character at `at`, 0 if there is none (RFC 3629, section 4).
std::size_t character_size(const Byte* at, std::size_t available) {
  const Byte lead = at[0];
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4 || available < 2) return 0;
  if (lead < 0xE0) return is_continuation(at[1]) ? 2 : 0;
  Byte first = 0x80;
  Byte last = 0xBF;
  if (lead == 0xE0) first = 0xA0;
  if (lead == 0xED) last = 0x9F;
  if (lead == 0xF0) first = 0x90;
  if (lead == 0xF4) last = 0x8F;
  if (at[1] < first || at[1] > last) return 0;
  const std::size_t size = lead < 0xF0 ? 3 : 4;
  if (available < size) return 0;
  for (std::size_t i = 2; i < size; ++i) {
    if (!is_continuation(at[i])) return 0;
  }
  return size;
}

}  // namespace

std::size_t valid_utf8_prefix(const Byte* bytes, std::size_t from, std::size_t size) {
  std::size_t i = from;
  while (i < size) {
    const std::size_t length = character_size(bytes + i, size - i);
    if (length == 0) break;
    i += length;
  }
  return i;
}

const KernelTable kTable = {
    .find_byte = find_byte,
    .rfind_byte = rfind_byte,
    .count_byte = count_byte,
    .find_nth_byte = find_nth_byte,
    .find_non_ascii = find_non_ascii,
    .find_class = find_class,
    .rfind_class = rfind_class,
    .classify = classify,
    .find_needle = find_needle,
    .find_set = find_set,
    .skip_valid_utf8 = skip_valid_utf8,
    .run_streams = run_streams,
};

}  // namespace common::scan::scalar
