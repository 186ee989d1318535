#include "common/regex/nfa_class.h"

#include <algorithm>
#include <array>
#include <span>

#include "common/regex/utf8_ranges.h"

namespace common::regex {
namespace {

// Nodes by content: an open-addressing table of node numbers.
class NodeTable {
 public:
  explicit NodeTable(ClassTemplate& out) : out_(out), slots_(64, kFree) {}

  std::uint32_t intern(std::span<const NfaEdge> edges) {
    if (2 * out_.offsets.size() > slots_.size()) grow();
    std::size_t at = hash(edges) & (slots_.size() - 1);
    for (; slots_[at] != kFree; at = (at + 1) & (slots_.size() - 1)) {
      if (std::ranges::equal(edges_of(slots_[at]), edges)) return slots_[at];
    }
    slots_[at] = out_.node_count();
    out_.edges.insert(out_.edges.end(), edges.begin(), edges.end());
    out_.offsets.push_back(static_cast<std::uint32_t>(out_.edges.size()));
    return slots_[at];
  }

 private:
  static constexpr std::uint32_t kFree = 0xFFFFFFFF;

  std::span<const NfaEdge> edges_of(std::uint32_t node) const {
    return std::span(out_.edges)
        .subspan(out_.offsets[node], out_.offsets[node + 1] - out_.offsets[node]);
  }
  static std::size_t hash(std::span<const NfaEdge> edges) {
    std::uint64_t h = edges.size();
    for (const NfaEdge& edge : edges) {
      h = (h ^ (std::uint64_t{edge.next} << 16 | unsigned{edge.first} << 8 | edge.last)) *
          0x9E3779B97F4A7C15u;
      h ^= h >> 29;
    }
    return static_cast<std::size_t>(h);
  }
  void grow() {
    slots_.assign(slots_.size() * 2, kFree);
    for (std::uint32_t node = 0; node < out_.node_count(); ++node) {
      std::size_t at = hash(edges_of(node)) & (slots_.size() - 1);
      while (slots_[at] != kFree) at = (at + 1) & (slots_.size() - 1);
      slots_[at] = node;
    }
  }

  ClassTemplate& out_;
  std::vector<std::uint32_t> slots_;
};

// The path of the latest sequence: nodes still open, one per depth.
class ForwardBuilder {
 public:
  explicit ForwardBuilder(ClassTemplate& out) : table_(out) {}

  void add(const Utf8Sequence& sequence) {
    std::size_t shared = 0;
    while (shared < depth_ && shared < sequence.length &&
           open_[shared].pending == sequence.ranges[shared]) {
      ++shared;
    }
    close_below(shared);
    for (std::size_t i = shared; i < sequence.length; ++i) {
      open_[i].pending = sequence.ranges[i];
    }
    depth_ = sequence.length;
  }

  std::uint32_t finish() {
    close_below(0);
    return table_.intern(open_[0].edges);
  }

 private:
  struct Open {
    std::vector<NfaEdge> edges;
    ByteRange pending;  // Its edge is added when the node below is closed.
  };

  void close_below(std::size_t depth) {
    if (depth_ <= depth) return;
    std::uint32_t next = ClassTemplate::kTarget;
    for (std::size_t i = depth_; i-- > depth;) {
      open_[i].edges.push_back({open_[i].pending.first, open_[i].pending.last, next});
      if (i == depth) break;
      next = table_.intern(open_[i].edges);
      open_[i].edges.clear();
    }
    depth_ = depth;
  }

  NodeTable table_;
  std::array<Open, 4> open_;
  std::size_t depth_ = 0;
};

void build_reverse(const CharClass& cls, ClassTemplate& out) {
  NodeTable table(out);
  std::vector<NfaEdge> single;  // Sequences of one byte make one node.
  for (const ClassRange& range : cls.ranges) {
    Utf8Sequences rest(range);
    while (auto sequence = rest.next()) {
      if (sequence->length == 1) {
        single.push_back(
            {sequence->ranges[0].first, sequence->ranges[0].last, ClassTemplate::kTarget});
        continue;
      }
      std::uint32_t next = ClassTemplate::kTarget;
      for (const ByteRange& bytes : *sequence) {
        const NfaEdge edge{bytes.first, bytes.last, next};
        next = table.intern({&edge, 1});
      }
      out.entries.push_back(next);
    }
  }
  if (!single.empty()) out.entries.push_back(table.intern(single));
  std::ranges::sort(out.entries);
  out.entries.erase(std::ranges::unique(out.entries).begin(), out.entries.end());
}

}  // namespace

ClassTemplate class_template(const CharClass& cls, bool reverse) {
  ClassTemplate out;
  if (cls.is_bytes || cls.ranges.back().last < 0x80) {
    for (const ClassRange& range : cls.ranges) {
      out.edges.push_back({static_cast<std::uint8_t>(range.first),
                           static_cast<std::uint8_t>(range.last), ClassTemplate::kTarget});
    }
    out.offsets.push_back(static_cast<std::uint32_t>(out.edges.size()));
    out.entries.push_back(0);
  } else if (reverse) {
    build_reverse(cls, out);
  } else {
    ForwardBuilder builder(out);
    for (const ClassRange& range : cls.ranges) {
      Utf8Sequences rest(range);
      while (auto sequence = rest.next()) builder.add(*sequence);
    }
    out.entries.push_back(builder.finish());
  }
  return out;
}

}  // namespace common::regex
