#include "common/regex/nfa.h"

#include <algorithm>
#include <list>
#include <span>
#include <string_view>
#include <vector>

#include "common/regex/nfa_class.h"
#include "common/regex/sparse_set.h"

namespace common::regex {
namespace {

using Op = NfaState::Op;

// Class automata by class.  Patterns have few distinct classes; a list keeps
// the references stable.
class TemplateCache {
 public:
  const ClassTemplate& get(const CharClass& cls, bool reverse) {
    for (const Entry& entry : entries_) {
      if (*entry.cls == cls) return entry.made;
    }
    if (entries_.size() == kMaxEntries) entries_.pop_front();
    return entries_.emplace_back(&cls, class_template(cls, reverse)).made;
  }

 private:
  static constexpr std::size_t kMaxEntries = 16;
  struct Entry {
    const CharClass* cls;
    ClassTemplate made;
  };
  std::list<Entry> entries_;
};

class Compiler {
 public:
  Compiler(Nfa& out, const NfaOptions& options) : out_(out), options_(options) {}

  // Compiles `node` in front of `next` and returns where it starts; `next`
  // itself if the node is empty.
  std::uint32_t compile(const Node& node, std::uint32_t next) {
    switch (node.kind) {
      case NodeKind::Empty:
        return next;
      case NodeKind::Literal:
        return literal(node.bytes, next);
      case NodeKind::Class:
        return char_class(node.cls, next);
      case NodeKind::Look:
        out_.looks |= 1u << static_cast<unsigned>(node.look);
        return add({.op = Op::Assert, .look = node.look, .next = next});
      case NodeKind::Repeat:
        return repeat(node, next);
      case NodeKind::Capture:
        return capture(node, next);
      case NodeKind::Concat:
        return concat(node.children, next);
      case NodeKind::Alternate:
        return alternate(node.children, next);
    }
    return next;
  }

  std::uint32_t add(NfaState state) {
    out_.states.push_back(state);
    return static_cast<std::uint32_t>(out_.states.size() - 1);
  }

  std::uint32_t split(const std::vector<std::uint32_t>& branches) {
    const auto begin = static_cast<std::uint32_t>(out_.branches.size());
    out_.branches.insert(out_.branches.end(), branches.begin(), branches.end());
    return add(
        {.op = Op::Split, .next = begin, .count = static_cast<std::uint32_t>(branches.size())});
  }

 private:
  std::uint32_t literal(std::string_view bytes, std::uint32_t next) {
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      const auto byte =
          static_cast<std::uint8_t>(options_.reverse ? bytes[i] : bytes[bytes.size() - 1 - i]);
      next = add({.op = Op::Bytes, .first = byte, .last = byte, .next = next});
    }
    return next;
  }

  std::uint32_t char_class(const CharClass& cls, std::uint32_t next) {
    if (cls.ranges.empty()) return add({.op = Op::Fail});
    const ClassTemplate& made = templates_.get(cls, options_.reverse);
    const auto base = static_cast<std::uint32_t>(out_.states.size());
    for (std::uint32_t node = 0; node < made.node_count(); ++node) {
      const std::uint32_t begin = made.offsets[node];
      const std::uint32_t end = made.offsets[node + 1];
      const auto target = [&](const NfaEdge& edge) {
        return edge.next == ClassTemplate::kTarget ? next : base + edge.next;
      };
      if (end - begin == 1) {
        const NfaEdge& edge = made.edges[begin];
        add({.op = Op::Bytes, .first = edge.first, .last = edge.last, .next = target(edge)});
        continue;
      }
      const auto first_edge = static_cast<std::uint32_t>(out_.edges.size());
      for (std::uint32_t i = begin; i < end; ++i) {
        const NfaEdge& edge = made.edges[i];
        out_.edges.push_back({edge.first, edge.last, target(edge)});
      }
      add({.op = Op::Sparse, .next = first_edge, .count = end - begin});
    }
    if (made.entries.size() == 1) return base + made.entries[0];
    std::vector<std::uint32_t> branches;
    for (const std::uint32_t entry : made.entries) branches.push_back(base + entry);
    return split(branches);
  }

  std::uint32_t concat(const std::vector<Node>& children, std::uint32_t next) {
    for (std::size_t i = 0; i < children.size(); ++i) {
      next = compile(options_.reverse ? children[i] : children[children.size() - 1 - i], next);
    }
    return next;
  }

  std::uint32_t alternate(const std::vector<Node>& children, std::uint32_t next) {
    std::vector<std::uint32_t> branches;
    branches.reserve(children.size());
    for (const Node& child : children) branches.push_back(compile(child, next));
    return split(branches);
  }

  std::uint32_t capture(const Node& node, std::uint32_t next) {
    if (!options_.captures) return compile(node.children[0], next);
    const std::uint32_t slot = 2 * node.capture_index;
    const std::uint32_t close = add({.op = Op::Save, .next = next, .count = slot + 1});
    return add({.op = Op::Save, .next = compile(node.children[0], close), .count = slot});
  }

  std::uint32_t choice(std::uint32_t body, std::uint32_t skip, bool greedy) {
    return greedy ? split({body, skip}) : split({skip, body});
  }

  std::uint32_t repeat(const Node& node, std::uint32_t next) {
    const Node& child = node.children[0];
    std::uint32_t at = next;
    std::uint32_t copies = node.min;
    if (node.max == kUnbounded) {
      at = node.min == 0 ? star(child, next, node.greedy) : plus(child, next, node.greedy);
      copies -= node.min == 0 ? 0 : 1;
    } else {
      // x{0,3} is (x(x(x)?)?)?: to stop is to leave all of them.
      for (std::uint32_t i = node.min; i < node.max; ++i) {
        const std::uint32_t body = compile(child, at);
        if (body == at) break;  // An empty body changes nothing however often.
        at = choice(body, next, node.greedy);
      }
    }
    for (std::uint32_t i = 0; i < copies; ++i) {
      const std::uint32_t body = compile(child, at);
      if (body == at) break;
      at = body;
    }
    return at;
  }

  std::uint32_t plus(const Node& child, std::uint32_t next, bool greedy) {
    const std::uint32_t loop = choice(next, next, greedy);
    const std::uint32_t body = compile(child, loop);
    out_.branches[out_.states[loop].next + (greedy ? 0 : 1)] = body;
    return body;
  }

  // Where the body can be empty, x* is (x+)?: an empty iteration must be
  // preferred to none for the groups and the order of preference to be Perl's.
  std::uint32_t star(const Node& child, std::uint32_t next, bool greedy) {
    if (can_be_empty(child)) return choice(plus(child, next, greedy), next, greedy);
    const std::uint32_t loop = choice(next, next, greedy);
    const std::uint32_t body = compile(child, loop);
    out_.branches[out_.states[loop].next + (greedy ? 0 : 1)] = body;
    return loop;
  }

  Nfa& out_;
  const NfaOptions& options_;
  TemplateCache templates_;
};

constexpr std::uint64_t kSizeCeiling = std::uint64_t{1} << 40;

std::uint64_t saturated(std::uint64_t size) {
  return std::min(size, kSizeCeiling);
}

std::uint64_t class_size(const CharClass& cls) {
  // About two states and two edges per range: what the compiler makes of most
  // Unicode classes.
  const bool is_single = cls.is_bytes || cls.ranges.empty() || cls.ranges.back().last < 0x80;
  const std::uint64_t per_range = sizeof(NfaEdge) + (is_single ? 0 : sizeof(NfaState));
  return sizeof(NfaState) + cls.ranges.size() * per_range;
}

}  // namespace

bool Nfa::uses_unicode_word() const {
  constexpr auto kFirst = static_cast<unsigned>(Look::WordUnicode);
  constexpr auto kLast = static_cast<unsigned>(Look::WordEndHalfUnicode);
  return (looks >> kFirst & ((1u << (kLast - kFirst + 1)) - 1)) != 0;
}

// Assertions are taken as true.
scan::ByteClass first_bytes(const Nfa& nfa) {
  scan::ByteClass bytes;
  SparseSet visited(nfa.states.size());
  std::vector<std::uint32_t> stack = {nfa.start};
  while (!stack.empty()) {
    const std::uint32_t id = stack.back();
    stack.pop_back();
    if (!visited.insert(id)) continue;
    const NfaState& state = nfa.states[id];
    switch (state.op) {
      case NfaState::Op::Bytes:
        bytes.add_range(state.first, state.last);
        break;
      case NfaState::Op::Sparse:
        for (const NfaEdge& edge : std::span(nfa.edges).subspan(state.next, state.count)) {
          bytes.add_range(edge.first, edge.last);
        }
        break;
      case NfaState::Op::Split:
        for (std::uint32_t i = 0; i < state.count; ++i) {
          stack.push_back(nfa.branches[state.next + i]);
        }
        break;
      case NfaState::Op::Assert:
      case NfaState::Op::Save:
        stack.push_back(state.next);
        break;
      case NfaState::Op::Match:
        bytes.add_range(0, 0xFF);
        break;
      case NfaState::Op::Fail:
        break;
    }
  }
  return bytes;
}

bool has_look(const Node& node, Look first, Look last) {
  if (node.kind == NodeKind::Look) return node.look >= first && node.look <= last;
  return std::ranges::any_of(
      node.children, [first, last](const Node& child) { return has_look(child, first, last); });
}

bool can_be_empty(const Node& node) {
  switch (node.kind) {
    case NodeKind::Empty:
    case NodeKind::Look:
      return true;
    case NodeKind::Literal:
    case NodeKind::Class:
      return false;
    case NodeKind::Repeat:
      return node.min == 0 || can_be_empty(node.children[0]);
    case NodeKind::Capture:
      return can_be_empty(node.children[0]);
    case NodeKind::Concat:
      return std::ranges::all_of(node.children, can_be_empty);
    case NodeKind::Alternate:
      return std::ranges::any_of(node.children, can_be_empty);
  }
  return true;
}

std::uint64_t nfa_size(const Node& node) {
  switch (node.kind) {
    case NodeKind::Empty:
      return 0;
    case NodeKind::Literal:
      return node.bytes.size() * sizeof(NfaState);
    case NodeKind::Class:
      return class_size(node.cls);
    case NodeKind::Look:
      return sizeof(NfaState);
    case NodeKind::Repeat: {
      const bool is_open = node.max == kUnbounded;
      const std::uint64_t copies = is_open ? std::max<std::uint64_t>(node.min, 1) : node.max;
      const std::uint64_t child = nfa_size(node.children[0]);
      if (child == 0) return 0;
      const std::uint64_t splits = is_open ? 1 : node.max - node.min;
      return saturated(copies * child + splits * (sizeof(NfaState) + 2 * sizeof(std::uint32_t)));
    }
    case NodeKind::Capture:
      return saturated(nfa_size(node.children[0]) + 2 * sizeof(NfaState));
    case NodeKind::Concat:
    case NodeKind::Alternate: {
      std::uint64_t size = sizeof(NfaState);
      for (const Node& child : node.children) {
        size = saturated(size + nfa_size(child) + sizeof(std::uint32_t));
      }
      return size;
    }
  }
  return 0;
}

Nfa compile_nfa(const Node& root, std::size_t group_count, const NfaOptions& options) {
  Nfa out;
  out.is_reverse = options.reverse;
  out.slot_count = static_cast<std::uint32_t>(2 * group_count);
  Compiler compiler(out, options);
  std::uint32_t end = compiler.add({.op = Op::Match});
  if (options.captures) end = compiler.add({.op = Op::Save, .next = end, .count = 1});
  out.start = compiler.compile(root, end);
  if (options.captures) {
    out.start = compiler.add({.op = Op::Save, .next = out.start, .count = 0});
  }
  // (?s-u:.)*? in front: later starts come last.
  const std::uint32_t any = compiler.add({.op = Op::Bytes, .first = 0x00, .last = 0xFF});
  out.start_unanchored = compiler.split({out.start, any});
  out.states[any].next = out.start_unanchored;
  return out;
}

}  // namespace common::regex
