#include "common/regex/literals.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <span>
#include <unordered_set>

#include "common/base/ascii.h"
#include "common/regex/rarity.h"
#include "common/regex/utf8.h"
#include "common/regex/utf8_ranges.h"

namespace common::regex {
namespace {

// Beyond these a product is not worth having: the set becomes slow to find.
constexpr std::size_t kMaxProduct = 64;
constexpr std::size_t kMaxProductBytes = 512;
constexpr std::size_t kMaxClassMembers = 10;
constexpr std::size_t kMaxTextLength = 100;
constexpr std::size_t kMaxRequired = 64;
constexpr std::size_t kMaxRequiredClasses = 6;
constexpr std::size_t kMaxSetText = 8;
// Sets are found more slowly than one text: what that is worth in bits.
constexpr double kSetPenalty = 4;

bool is_ascii_letter(unsigned char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

double text_bits(const std::string& text, bool ignores_case) {
  // Neighbours in text depend on each other, so each counts for less than alone.
  constexpr double kDependence = 0.75;
  double bits = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    double own = rarity(byte);
    if (ignores_case && is_ascii_letter(byte)) own -= 0.3;
    bits += i == 0 ? own : own * kDependence;
  }
  return bits;
}

double set_bits(const std::vector<std::string>& texts, bool ignores_case) {
  if (texts.empty()) return 0;
  double chance = 0;
  for (const std::string& text : texts) {
    if (text.empty()) return 0;
    chance += std::exp2(-text_bits(text, ignores_case));
  }
  return std::max(0.0, -std::log2(chance) - (texts.size() > 1 ? kSetPenalty : 0));
}

// What is known of a node.
struct Known {
  bool is_exact = false;
  // Exact: all the node matches.  Else: one of these occurs, if there are any.
  std::vector<std::string> texts = {};
  double bits = 0;  // Of texts, unless exact.
  // Of a repetition that is not exact: every match begins and ends with one of these.
  std::vector<std::string> ends = {};
  // Unless exact: every match begins with one of these, if there are any.
  std::vector<std::string> heads = {};
};

class Extractor {
 public:
  explicit Extractor(bool ignores_case) : ignores_case_(ignores_case) {}

  Known visit(const Node& node) {
    switch (node.kind) {
      case NodeKind::Empty:
        return {.is_exact = true, .texts = {""}};
      case NodeKind::Look:
        saw_look_ = true;
        return {.is_exact = true, .texts = {""}};
      case NodeKind::Literal:
        return literal(node.bytes);
      case NodeKind::Class:
        return char_class(node.cls);
      case NodeKind::Repeat:
        return repeat(node);
      case NodeKind::Capture:
        return visit(node.children[0]);
      case NodeKind::Concat:
        return concat(node.children);
      case NodeKind::Alternate:
        return alternate(node.children);
    }
    return {};
  }

  // The best set of a node, exact or not.
  void consider(const Known& known, Known& best) const {
    if (known.is_exact) {
      consider(known.texts, best);
    } else if (known.bits > best.bits) {
      best = known;
    }
  }

  // The strings as extracted are those of the pattern, no more.
  bool is_faithful() const { return !saw_look_ && !folded_more_; }

 private:
  void consider(const std::vector<std::string>& texts, Known& best) const {
    if (texts.size() > kMaxRequired) return;
    const double bits = set_bits(texts, ignores_case_);
    if (bits > best.bits) best = {.is_exact = false, .texts = texts, .bits = bits};
  }

  Known literal(const std::string& bytes) {
    Known known{.is_exact = true, .texts = {bytes}};
    if (!ignores_case_) return known;
    for (char& c : known.texts[0]) {
      folded_more_ |= is_ascii_letter(static_cast<unsigned char>(c));
      c = to_lower(c);
    }
    return known;
  }

  Known char_class(const CharClass& cls) {
    std::uint64_t size = 0;
    for (const ClassRange& range : cls.ranges) size += range.last - range.first + 1u;
    Known known;
    if (size == 0 || size > kMaxClassMembers) return known;
    known.is_exact = true;
    for (const ClassRange& range : cls.ranges) {
      for (std::uint32_t value = range.first; value <= range.last; ++value) {
        std::string text;
        if (cls.is_bytes) {
          text.push_back(static_cast<char>(value));
        } else {
          append_scalar(value, text);
        }
        if (ignores_case_ && text.size() == 1) fold(text, cls);
        if (std::ranges::find(known.texts, text) == known.texts.end()) {
          known.texts.push_back(text);
        }
      }
    }
    return known;
  }

  void fold(std::string& text, const CharClass& cls) {
    const auto byte = static_cast<unsigned char>(text[0]);
    if (!is_ascii_letter(byte)) return;
    const std::uint32_t other = byte ^ 0x20u;
    folded_more_ |= std::ranges::none_of(cls.ranges, [other](const ClassRange& range) {
      return range.first <= other && other <= range.last;
    });
    text[0] = to_lower(text[0]);
  }

  Known repeat(const Node& node) {
    const Known child = visit(node.children[0]);
    if (node.max == 1 && node.min == 0 && child.is_exact && child.texts.size() < kMaxProduct) {
      Known known = child;
      known.texts.insert(node.greedy ? known.texts.end() : known.texts.begin(), "");
      return known;
    }
    if (node.min == 0) {
      if (node.max == 0) return {.is_exact = true, .texts = {""}};
      return {};
    }
    if (!child.is_exact) {
      Known known = child;
      known.ends.clear();
      return known;
    }
    if (std::ranges::all_of(child.texts, &std::string::empty)) return Known(child);
    Known known{.is_exact = true, .texts = {""}};
    std::uint32_t copies = 0;
    while (copies < node.min && fits(known.texts, child.texts)) {
      known.texts = product(known.texts, child.texts);
      ++copies;
    }
    if (copies == node.min && node.max == node.min) return known;
    Known best;
    consider(copies > 0 ? known : child, best);
    best.heads = copies > 0 ? known.texts : child.texts;
    if (child.texts.size() <= kMaxClassMembers) best.ends = child.texts;
    return best;
  }

  Known concat(const std::vector<Node>& children) {
    Known best;
    std::vector<std::string> run = {""};
    std::vector<std::string> heads;
    bool is_exact = true;
    for (const Node& child : children) {
      const Known known = visit(child);
      if (known.is_exact && fits(run, known.texts)) {
        if (known.texts.size() > 1) consider(run, best);
        run = product(run, known.texts);
        continue;
      }
      if (is_exact) heads = extended(run, known);
      is_exact = false;
      // `ab+c` has "ab" and "bc".
      if (!known.ends.empty() && fits(run, known.ends)) run = product(run, known.ends);
      consider(run, best);
      consider(known, best);
      if (known.is_exact && known.texts.size() <= kMaxProduct) {
        run = known.texts;
      } else {
        run = known.ends.empty() ? std::vector<std::string>{""} : known.ends;
      }
    }
    if (is_exact) return {.is_exact = true, .texts = std::move(run)};
    consider(run, best);
    best.ends.clear();
    best.heads = std::move(heads);
    return best;
  }

  // `run` and as much of the next part as every match has.
  static std::vector<std::string> extended(const std::vector<std::string>& run, const Known& next) {
    if (next.is_exact || next.heads.empty() || !fits(run, next.heads)) return run;
    return product(run, next.heads);
  }

  Known alternate(const std::vector<Node>& children) {
    Known known{.is_exact = true};
    std::unordered_set<std::string> seen;
    bool has_all = true;
    Known begun;
    bool has_heads = true;
    for (const Node& child : children) {
      const Known part = visit(child);
      known.is_exact &= part.is_exact;
      has_all &= part.is_exact || !part.texts.empty();
      const std::vector<std::string>& heads = part.is_exact ? part.texts : part.heads;
      has_heads &= !heads.empty();
      if (!has_all && !has_heads) return {};
      begun.heads.insert(begun.heads.end(), heads.begin(), heads.end());
      for (const std::string& text : part.texts) {
        if (seen.insert(text).second) known.texts.push_back(text);
      }
    }
    if (known.is_exact) return known;
    if (!has_heads) begun.heads.clear();
    if (!has_all || known.texts.size() > kMaxRequired) return begun;
    known.heads = std::move(begun.heads);
    known.bits = set_bits(known.texts, ignores_case_);
    return known;
  }

  static std::size_t bytes_of(const std::vector<std::string>& texts) {
    std::size_t bytes = 0;
    for (const std::string& text : texts) bytes += text.size();
    return bytes;
  }

  // Whether the product is worth having.  Alternatives as the user wrote them
  // may be many; sets that only expansion makes may not.
  static bool fits(const std::vector<std::string>& left, const std::vector<std::string>& right) {
    if (left[0].size() + right[0].size() > kMaxTextLength) return false;
    if (left.size() == 1 && left[0].empty()) return true;
    if (right.size() == 1 && right[0].empty()) return true;
    if (left.size() == 1 && right.size() == 1) return true;
    if (left.size() * right.size() > kMaxProduct) return false;
    return bytes_of(left) * right.size() + bytes_of(right) * left.size() <= kMaxProductBytes;
  }

  static std::vector<std::string> product(const std::vector<std::string>& left,
                                          const std::vector<std::string>& right) {
    std::vector<std::string> out;
    out.reserve(left.size() * right.size());
    for (const std::string& head : left) {
      for (const std::string& tail : right) {
        std::string text = head + tail;
        if (left.size() * right.size() <= kMaxProduct &&
            std::ranges::find(out, text) != out.end()) {
          continue;
        }
        out.push_back(std::move(text));
      }
    }
    return out;
  }

  bool ignores_case_;
  bool saw_look_ = false;
  bool folded_more_ = false;  // Some letter was meant in one case only.
};

// Takes the assertions off both ends of a sequence, however it is nested, and
// appends what lies between to `core`.
bool split_looks(const Node& node, ExactLiterals& out, std::vector<const Node*>& core) {
  const Node& inner = without_captures(node);
  if (inner.kind == NodeKind::Look) {
    (core.empty() ? out.before : out.behind).push_back(inner.look);
    return true;
  }
  if (inner.kind == NodeKind::Concat) {
    return std::ranges::all_of(inner.children,
                               [&](const Node& child) { return split_looks(child, out, core); });
  }
  if (inner.kind == NodeKind::Empty) return true;
  if (!out.behind.empty()) return false;  // An assertion in the middle.
  core.push_back(&inner);
  return true;
}

std::optional<LiteralSet> exact_set(const std::vector<const Node*>& core, bool ignores_case) {
  Extractor extractor(ignores_case);
  Node sequence;
  sequence.kind = NodeKind::Concat;
  Known known;
  if (core.size() == 1) {
    known = extractor.visit(*core[0]);
  } else {
    for (const Node* node : core) sequence.children.push_back(*node);
    known = extractor.visit(sequence);
  }
  if (!known.is_exact || !extractor.is_faithful()) return std::nullopt;
  if (std::ranges::any_of(known.texts, &std::string::empty)) return std::nullopt;
  LiteralSet set{.texts = std::move(known.texts), .ignores_case = ignores_case};
  set.bits = set_bits(set.texts, ignores_case);
  return set;
}

LiteralSet best_required(const Node& root, bool ignores_case) {
  Extractor extractor(ignores_case);
  Known best;
  extractor.consider(extractor.visit(root), best);
  return {.texts = std::move(best.texts), .ignores_case = ignores_case, .bits = best.bits};
}

LiteralSet best_heads(const Node& root, bool ignores_case) {
  Extractor extractor(ignores_case);
  Known known = extractor.visit(root);
  LiteralSet set{.texts = std::move(known.is_exact ? known.texts : known.heads),
                 .ignores_case = ignores_case};
  if (set.texts.size() > kMaxRequired) return {};
  set.bits = set_bits(set.texts, ignores_case);
  return set.bits > 0 ? set : LiteralSet();
}

void keep_first(std::string text, std::vector<std::string>& texts) {
  if (std::ranges::find(texts, text) == texts.end()) texts.push_back(std::move(text));
}

// The bytes that tell best that a class was met: its members if they are ASCII
// or bytes, else the first bytes of their encodings.
scan::ByteClass telling_bytes(const CharClass& cls) {
  scan::ByteClass bytes;
  for (const ClassRange& range : cls.ranges) {
    if (cls.is_bytes) {
      bytes.add_range(static_cast<unsigned char>(range.first),
                      static_cast<unsigned char>(range.last));
      continue;
    }
    Utf8Sequences rest(range);
    while (const auto sequence = rest.next()) {
      bytes.add_range(sequence->ranges[0].first, sequence->ranges[0].last);
    }
  }
  return bytes;
}

scan::ByteClass united(scan::ByteClass left, const scan::ByteClass& right) {
  for (unsigned byte = 0; byte < 256; ++byte) {
    if (right.contains(static_cast<unsigned char>(byte))) {
      left.add(static_cast<unsigned char>(byte));
    }
  }
  return left;
}

void keep_rarest(const RequiredBytes& one, std::vector<RequiredBytes>& found) {
  if (one.bits == 0) return;
  const auto same = [&one](const RequiredBytes& other) { return other.bytes == one.bytes; };
  if (std::ranges::any_of(found, same)) return;
  const auto place = std::ranges::find_if(
      found, [&one](const RequiredBytes& other) { return other.bits < one.bits; });
  found.insert(place, one);
  if (found.size() > kMaxRequiredClasses) found.pop_back();
}

// A set need not be exact to be required, and the longer its texts, the more
// a near miss costs: the rarer end of each is enough.
void shorten(LiteralSet& set) {
  if (set.texts.size() == 1) return;
  std::vector<std::string> shorter;
  for (const std::string& text : set.texts) {
    std::string head = text.substr(0, kMaxSetText);
    std::string tail = text.substr(text.size() - head.size());
    const bool is_head_rarer =
        text_bits(head, set.ignores_case) >= text_bits(tail, set.ignores_case);
    keep_first(std::move(is_head_rarer ? head : tail), shorter);
  }
  set.texts = std::move(shorter);
}

}  // namespace

ExactLiterals exact_literals(const Node& root) {
  ExactLiterals out;
  std::vector<const Node*> core;
  if (!split_looks(root, out, core) || core.empty()) return {};
  if (auto set = exact_set(core, false); set && set->texts.size() == 1) {
    out.set = std::move(*set);
    return out;
  } else if (auto folded = exact_set(core, true)) {
    out.set = std::move(*folded);
    return out;
  } else if (set) {
    out.set = std::move(*set);
    return out;
  }
  return {};
}

LiteralSet required_literals(const Node& root) {
  LiteralSet exact_case = best_required(root, false);
  LiteralSet any_case = best_required(root, true);
  LiteralSet best = any_case.bits > exact_case.bits ? std::move(any_case) : std::move(exact_case);
  shorten(best);
  return best;
}

LiteralSet head_literals(const Node& root) {
  LiteralSet exact_case = best_heads(root, false);
  LiteralSet any_case = best_heads(root, true);
  LiteralSet best = any_case.bits > exact_case.bits ? std::move(any_case) : std::move(exact_case);
  if (best.texts.size() <= 1) return best;
  std::vector<std::string> shorter;
  for (const std::string& text : best.texts) keep_first(text.substr(0, kMaxSetText), shorter);
  best.texts = std::move(shorter);
  return best;
}

std::vector<RequiredBytes> required_bytes(const Node& node) {
  std::vector<RequiredBytes> found;
  switch (node.kind) {
    case NodeKind::Empty:
    case NodeKind::Look:
      break;
    case NodeKind::Literal:
      for (const char c : node.bytes) {
        RequiredBytes one{.bytes = {}, .bits = rarity(static_cast<unsigned char>(c))};
        one.bytes.add(static_cast<unsigned char>(c));
        keep_rarest(one, found);
      }
      break;
    case NodeKind::Class: {
      const scan::ByteClass bytes = telling_bytes(node.cls);
      keep_rarest({bytes, rarity(bytes)}, found);
      break;
    }
    case NodeKind::Repeat:
      if (node.min > 0) found = required_bytes(node.children[0]);
      break;
    case NodeKind::Capture:
      found = required_bytes(node.children[0]);
      break;
    case NodeKind::Concat:
      for (const Node& child : node.children) {
        for (const RequiredBytes& one : required_bytes(child)) keep_rarest(one, found);
      }
      break;
    case NodeKind::Alternate: {
      RequiredBytes any;
      for (const Node& child : node.children) {
        const std::vector<RequiredBytes> part = required_bytes(child);
        if (part.empty()) return {};
        any.bytes = united(any.bytes, part[0].bytes);
      }
      keep_rarest({any.bytes, rarity(any.bytes)}, found);
      break;
    }
  }
  return found;
}

}  // namespace common::regex
