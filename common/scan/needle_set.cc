// NeedleSet: choice of the window, buckets, hash filter, and verification.
#include "common/base/ascii.h"
#include "common/base/check.h"
#include "common/scan/scan.h"
#include "common/scan/target.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <numeric>
#include <optional>

namespace common::scan {

namespace {

// More needles than this are spread over two and three groups of buckets.
constexpr std::size_t kOneGroupLimit = 8;
constexpr std::size_t kTwoGroupsLimit = 64;
constexpr std::size_t kMaxWindowOffset = 32;

std::string fold_of(std::string_view text, bool ignore_case) {
  std::string fold(text.size(), '\0');
  if (!ignore_case) return fold;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_lower(text[i])) fold[i] = 0x20;
  }
  return fold;
}

// A guess at how often a window of the needle occurs in text.
double commonness(std::string_view window) {
  double product = 1;
  for (char c : window) {
    // byte_rank is logarithmic, 13 steps a factor of two; 255 is about one byte in six.
    const int below = 255 - byte_rank(static_cast<unsigned char>(c));
    product *= std::exp2(-below / 13.0) / 6;
  }
  return product;
}

// The last bytes of a needle, or of what may be one, as a number.
std::uint64_t tail_value(const Byte* bytes, std::size_t size, std::size_t tail_size) {
  const Byte* tail = bytes + size - tail_size;
  if (tail_size != sizeof(std::uint64_t)) return scalar::key_value(tail, tail_size);
  std::uint64_t value;
  std::memcpy(&value, tail, sizeof value);
  return value;
}

}  // namespace

struct NeedleSet::Tables {
  std::vector<std::string> needles;  // Lower case if case is ignored.
  std::vector<std::string> folds;    // As NeedleQuery::fold.
  SetQuery query{};
  std::vector<std::uint64_t> filter;
  // What a candidate is compared with first: where keys agree, needles differ at their ends.
  struct Member {
    std::uint64_t tail;  // The value of the last bytes,
    std::uint64_t tail_fold;
    std::uint32_t tail_size;  // eight or all of them.
    std::uint32_t size;
    std::uint32_t needle;
  };
  // Needles by hash: those of hash bucket h are members[heads[h]..heads[h + 1]), in list order.
  std::vector<std::uint32_t> heads;
  std::vector<Member> members;
  unsigned head_shift = 0;     // From a filter address to a hash bucket.
  std::optional<Needle> only;  // What there is one of needs no tables.

  void choose_window();
  void fill_buckets();
  void fill_filter();
  std::size_t hash_of(std::string_view needle) const;
  Member member(std::uint32_t needle) const;
  bool matches(const Member& member, const Byte* at, std::size_t available) const;
};

void NeedleSet::Tables::choose_window() {
  query.min_size = needles[0].size();
  for (const std::string& needle : needles)
    query.min_size = std::min(query.min_size, needle.size());
  query.groups = needles.size() <= kOneGroupLimit ? 1 : needles.size() <= kTwoGroupsLimit ? 2 : 3;
  // Every byte more costs two lookups per vector; a few needles need three.
  const std::size_t wanted = needles.size() <= kOneGroupLimit ? 3 : kMaxFingerprint;
  query.fingerprint = std::min(wanted, query.min_size);
  query.key_size = std::min(kMaxKey, query.min_size);
  const std::size_t last = std::min(query.min_size - query.fingerprint, kMaxWindowOffset);
  double best = 0;
  for (std::size_t offset = 0; offset <= last; ++offset) {
    double sum = 0;
    for (const std::string& needle : needles) {
      sum += commonness(std::string_view(needle).substr(offset, query.fingerprint));
    }
    if (offset > 0 && sum >= best) continue;
    best = sum;
    query.window = offset;
  }
  query.key = std::min(query.window, query.min_size - query.key_size);
}

void NeedleSet::Tables::fill_buckets() {
  // Neighbours in alphabetical order share nibbles, so a bucket of neighbours is selective.
  std::vector<std::uint32_t> order(needles.size());
  std::iota(order.begin(), order.end(), 0u);
  const auto window = [this](std::uint32_t i) {
    return std::string_view(needles[i]).substr(query.window, query.fingerprint);
  };
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return window(a) < window(b); });
  const std::size_t buckets = 8 * query.groups;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::size_t bucket = order.size() <= buckets ? i : i * buckets / order.size();
    const auto bit = static_cast<Byte>(1u << (bucket % 8));
    for (std::size_t k = 0; k < query.fingerprint; ++k) {
      const std::size_t at = query.window + k;
      const auto byte = static_cast<Byte>(needles[order[i]][at]);
      const auto fold = static_cast<Byte>(folds[order[i]][at]);
      for (const Byte variant : {byte, static_cast<Byte>(byte & ~fold)}) {
        query.folded[bucket / 8][k][variant & 63] |= bit;
        query.low[bucket / 8][k][variant & 15] |= bit;
        query.high[bucket / 8][k][variant >> 4] |= bit;
      }
    }
  }
}

std::size_t NeedleSet::Tables::hash_of(std::string_view needle) const {
  const auto* key = reinterpret_cast<const Byte*>(needle.data()) + query.key;
  const std::uint64_t value = scalar::key_value(key, query.key_size) | query.key_fold;
  return (value * kHashFactor) >> query.hash_shift;
}

void NeedleSet::Tables::fill_filter() {
  // 64 addresses a needle: a wrong key passes one time in 64.
  const unsigned bits =
      std::clamp<unsigned>(static_cast<unsigned>(std::bit_width(needles.size())) + 6, 10, 20);
  query.hash_shift = 64 - bits;
  filter.assign((std::size_t{1} << bits) / 64, 0);
  head_shift = 4;
  const std::size_t head_count = std::size_t{1} << (bits - head_shift);
  heads.assign(head_count + 1, 0);
  std::vector<std::size_t> hashes;
  for (const std::string& needle : needles) {
    const std::size_t hash = hash_of(needle);
    filter[hash / 64] |= std::uint64_t{1} << (hash % 64);
    ++heads[(hash >> head_shift) + 1];
    hashes.push_back(hash >> head_shift);
  }
  std::partial_sum(heads.begin(), heads.end(), heads.begin());
  members.resize(needles.size());
  std::vector<std::uint32_t> next(heads.begin(), heads.end() - 1);
  for (std::uint32_t i = 0; i < needles.size(); ++i) members[next[hashes[i]]++] = member(i);
}

NeedleSet::Tables::Member NeedleSet::Tables::member(std::uint32_t needle) const {
  const std::size_t size = needles[needle].size();
  const std::size_t tail_size = std::min(size, sizeof(std::uint64_t));
  const auto value = [=](const std::string& bytes) {
    return tail_value(reinterpret_cast<const Byte*>(bytes.data()), size, tail_size);
  };
  return {.tail = value(needles[needle]),
          .tail_fold = value(folds[needle]),
          .tail_size = static_cast<std::uint32_t>(tail_size),
          .size = static_cast<std::uint32_t>(size),
          .needle = needle};
}

bool NeedleSet::Tables::matches(const Member& member, const Byte* at, std::size_t available) const {
  if (member.size > available) return false;
  const std::uint64_t tail = tail_value(at, member.size, member.tail_size);
  if ((tail | member.tail_fold) != member.tail) return false;
  const std::string& text = needles[member.needle];
  const std::string& fold = folds[member.needle];
  for (std::size_t i = 0; i < text.size() - member.tail_size; ++i) {
    if ((at[i] | static_cast<Byte>(fold[i])) != static_cast<Byte>(text[i])) return false;
  }
  return true;
}

NeedleSet::NeedleSet(std::vector<std::string> needles, bool ignore_ascii_case) {
  CHECK(std::none_of(needles.begin(), needles.end(), [](const auto& n) { return n.empty(); }));
  auto tables = std::make_unique<Tables>();
  if (needles.size() == 1) tables->only.emplace(needles[0], ignore_ascii_case);
  if (needles.size() >= 2) {
    tables->needles = std::move(needles);
    for (std::string& needle : tables->needles) {
      for (char& c : needle) {
        if (ignore_ascii_case) c = to_lower(c);
      }
      tables->folds.push_back(fold_of(needle, ignore_ascii_case));
    }
    tables->query.key_fold = ignore_ascii_case ? 0x2020202020202020 : 0;
    tables->choose_window();
    tables->fill_buckets();
    tables->fill_filter();
    tables->query.filter = tables->filter.data();
    tables->query.owner = tables.get();
    tables->query.verify = [](const void* owner, const Byte* bytes, std::size_t size,
                              std::size_t start, std::size_t hash) {
      const auto& own = *static_cast<const Tables*>(owner);
      const std::size_t bucket = hash >> own.head_shift;
      for (std::uint32_t i = own.heads[bucket]; i < own.heads[bucket + 1]; ++i) {
        if (own.matches(own.members[i], bytes + start, size - start)) {
          return std::size_t{own.members[i].needle};
        }
      }
      return kNotFound;
    };
  }
  tables_ = std::move(tables);
}

NeedleSet::~NeedleSet() = default;
NeedleSet::NeedleSet(NeedleSet&&) noexcept = default;
NeedleSet& NeedleSet::operator=(NeedleSet&&) noexcept = default;

NeedleSet::Hit NeedleSet::find(std::string_view bytes, std::size_t from) const {
  if (tables_->only) return {tables_->only->find(bytes, from), 0};
  if (tables_->needles.empty()) return {};
  const SetAnswer answer = kernels().find_set(reinterpret_cast<const Byte*>(bytes.data()), from,
                                              bytes.size(), tables_->query);
  return {answer.start, static_cast<std::uint32_t>(answer.needle)};
}

}  // namespace common::scan
