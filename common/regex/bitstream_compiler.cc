// From Hir to a BitstreamProgram.
//
// Marks are where matches of the pattern's beginning may end: everywhere at the
// start, then a stream of last bytes.  Every part of the pattern turns marks
// into marks.  Equal operations are emitted once; in the end streams that are no
// longer needed lend their memory to later ones.
#include "common/regex/bitstream.h"

#include <algorithm>
#include <bit>

namespace common::regex {

namespace {

// Beyond these an automaton is as fast.
constexpr std::size_t kMaxClasses = 24;
constexpr std::size_t kMaxOps = 96;
constexpr std::uint32_t kMaxShift = 63;
constexpr std::uint32_t kMaxRun = 64;

// Part of a sequence: `node` between min and max times.
struct Part {
  const Node* node;
  std::uint32_t min = 1;
  std::uint32_t max = 1;
};

// Nothing for everywhere, else a stream.
using Marks = std::optional<std::uint16_t>;

}  // namespace

class BitstreamCompiler {
 public:
  std::optional<BitstreamProgram> compile(const Node& root);

 private:
  void flatten(const Node& node, std::vector<Part>& parts);
  Marks whole(const Node& node);
  Marks part(Marks marks, const Part& part);
  Marks node(Marks marks, const Node& node);
  Marks copies(Marks marks, const Part& part);
  Marks class_part(Marks marks, std::uint16_t cls, std::uint32_t min, std::uint32_t max);
  Marks either(Marks a, Marks b);

  std::optional<scan::ByteClass> as_class(const Node& node);
  scan::ByteClass ascii_of(const CharClass& cls);
  std::uint16_t class_stream(const scan::ByteClass& cls);
  std::uint16_t run(std::uint16_t cls, std::uint32_t length);
  std::uint16_t advance(Marks marks, std::uint16_t cls, std::uint32_t count);
  std::uint16_t emit(scan::StreamOpKind kind, std::uint16_t a, std::uint16_t b, unsigned shift = 0);
  void share_memory();

  BitstreamProgram program_;
  bool failed_ = false;
};

// Streams are numbered as they come: classes from 0, results of operations from here.
constexpr std::uint16_t kFirstResult = 1000;

std::uint16_t BitstreamCompiler::emit(scan::StreamOpKind kind, std::uint16_t a, std::uint16_t b,
                                      unsigned shift) {
  auto& ops = program_.ops_;
  for (std::size_t i = 0; i < ops.size(); ++i) {
    if (ops[i].kind == kind && ops[i].a == a && ops[i].b == b && ops[i].shift == shift) {
      return ops[i].out;
    }
  }
  if (ops.size() == kMaxOps) failed_ = true;
  if (failed_) return 0;
  const auto out = static_cast<std::uint16_t>(kFirstResult + ops.size());
  ops.push_back(
      {.kind = kind, .shift = static_cast<std::uint8_t>(shift), .out = out, .a = a, .b = b});
  return out;
}

std::uint16_t BitstreamCompiler::class_stream(const scan::ByteClass& cls) {
  auto& classes = program_.classes_;
  const auto known = std::find(classes.begin(), classes.end(), cls);
  const auto index = static_cast<std::uint16_t>(known - classes.begin());
  if (known != classes.end()) return index;
  if (classes.size() == kMaxClasses) failed_ = true;
  if (failed_) return 0;
  classes.push_back(cls);
  return index;
}

scan::ByteClass BitstreamCompiler::ascii_of(const CharClass& cls) {
  scan::ByteClass bytes;
  const std::uint32_t limit = cls.is_bytes ? 0xFF : 0x7F;
  for (const ClassRange& range : cls.ranges) {
    if (range.last > limit) program_.non_ascii_is_candidate_ = true;
    if (range.first > limit) continue;
    bytes.add_range(static_cast<unsigned char>(range.first),
                    static_cast<unsigned char>(std::min(range.last, limit)));
  }
  return bytes;
}

// The node as one class of bytes, if it is one.
std::optional<scan::ByteClass> BitstreamCompiler::as_class(const Node& captured) {
  const Node& node = without_captures(captured);
  if (node.kind == NodeKind::Class) return ascii_of(node.cls);
  if (node.kind != NodeKind::Literal || node.bytes.size() != 1) return std::nullopt;
  return scan::ByteClass(node.bytes);
}

// Ends of runs of at least `length` bytes of a class, by doubling.
std::uint16_t BitstreamCompiler::run(std::uint16_t cls, std::uint32_t length) {
  const std::uint32_t power = std::bit_floor(length);
  std::uint16_t ends = cls;
  for (std::uint32_t have = 1; have < power; have *= 2) {
    ends = emit(scan::StreamOpKind::AdvanceAnd, ends, ends, have);
  }
  if (length > power) ends = emit(scan::StreamOpKind::AdvanceAnd, ends, ends, length - power);
  return ends;
}

// Marks after `count` bytes of the class, count >= 1.
std::uint16_t BitstreamCompiler::advance(Marks marks, std::uint16_t cls, std::uint32_t count) {
  if (!marks) {
    const std::uint32_t length = std::min(count, kMaxRun);
    marks = run(cls, length);
    count -= length;
  }
  while (count > 0 && !failed_) {
    const std::uint32_t length = std::min(count, kMaxShift);
    marks = emit(scan::StreamOpKind::AdvanceAnd, *marks, run(cls, length), length);
    count -= length;
  }
  return *marks;
}

Marks BitstreamCompiler::either(Marks a, Marks b) {
  if (!a || !b) return std::nullopt;
  return *a == *b ? a : emit(scan::StreamOpKind::Or, *a, *b);
}

Marks BitstreamCompiler::class_part(Marks marks, std::uint16_t cls, std::uint32_t min,
                                    std::uint32_t max) {
  if (!marks) {
    // From everywhere, what is beyond `min` only finds the same ends again.
    return min == 0 ? marks : Marks(advance(marks, cls, min));
  }
  if (max == kUnbounded) {
    if (min == 0) return emit(scan::StreamOpKind::Star, *marks, cls);
    if (min > 1) marks = advance(marks, cls, min - 1);
    return emit(scan::StreamOpKind::Plus, *marks, cls);
  }
  if (min > 0) marks = advance(marks, cls, min);
  // Optional steps of 1, 2, 4.. and the rest add up to anything up to max - min.
  std::uint32_t step = 1;
  for (std::uint32_t left = max - min; left > 0 && !failed_; left -= step, step *= 2) {
    step = std::min({step, left, kMaxShift});
    marks = either(marks, emit(scan::StreamOpKind::AdvanceAnd, *marks, run(cls, step), step));
  }
  return marks;
}

// What is not a class, repeated: written out.
Marks BitstreamCompiler::copies(Marks marks, const Part& part) {
  if (part.max == kUnbounded || part.max > kMaxOps) {
    failed_ = true;
    return marks;
  }
  for (std::uint32_t i = 0; i < part.min && !failed_; ++i) marks = node(marks, *part.node);
  Marks all = marks;
  for (std::uint32_t i = part.min; i < part.max && !failed_; ++i) {
    marks = node(marks, *part.node);
    all = either(all, marks);
  }
  return all;
}

Marks BitstreamCompiler::part(Marks marks, const Part& part) {
  if (part.max == 0) return marks;
  if (const auto cls = as_class(*part.node)) {
    return class_part(marks, class_stream(*cls), part.min, part.max);
  }
  return copies(marks, part);
}

Marks BitstreamCompiler::node(Marks marks, const Node& captured) {
  const Node& node = without_captures(captured);
  switch (node.kind) {
    case NodeKind::Literal:
      for (const char& c : node.bytes) {
        marks = advance(marks, class_stream(scan::ByteClass(std::string_view(&c, 1))), 1);
      }
      return marks;
    case NodeKind::Class:
      return advance(marks, class_stream(ascii_of(node.cls)), 1);
    case NodeKind::Alternate: {
      Marks all = this->node(marks, node.children[0]);
      for (std::size_t i = 1; i < node.children.size() && !failed_; ++i) {
        all = either(all, this->node(marks, node.children[i]));
      }
      return all;
    }
    default: {
      std::vector<Part> parts;
      flatten(node, parts);
      for (const Part& one : parts) {
        if (!failed_) marks = part(marks, one);
      }
      return marks;
    }
  }
}

// The parts of a sequence in order; assertions are dropped.
void BitstreamCompiler::flatten(const Node& captured, std::vector<Part>& parts) {
  const Node& node = without_captures(captured);
  switch (node.kind) {
    case NodeKind::Empty:
      break;
    case NodeKind::Look:
      program_.is_exact_ = false;
      break;
    case NodeKind::Concat:
      for (const Node& child : node.children) flatten(child, parts);
      break;
    case NodeKind::Repeat:
      parts.push_back({&without_captures(node.children[0]), node.min, node.max});
      break;
    default:
      parts.push_back({&node});
  }
}

// The ends of all matches of a whole alternative, but for what only makes them longer.
Marks BitstreamCompiler::whole(const Node& captured) {
  const Node& node = without_captures(captured);
  if (node.kind == NodeKind::Alternate) {
    Marks all = whole(node.children[0]);
    for (std::size_t i = 1; i < node.children.size() && !failed_; ++i) {
      all = either(all, whole(node.children[i]));
    }
    return all;
  }
  std::vector<Part> parts;
  flatten(node, parts);
  auto first = parts.begin();
  auto last = parts.end();
  while (first != last && first->min == 0) ++first;
  while (first != last && last[-1].min == 0) --last;
  if (first == last) return std::nullopt;
  first->max = first->min;
  last[-1].max = last[-1].min;
  if (last - first == 1 && first->max == 1 && first->node != &node) return whole(*first->node);
  Marks marks;
  for (auto at = first; at != last && !failed_; ++at) marks = part(marks, *at);
  return marks;
}

// Renumbers the streams: a result takes the place of one that has had its last use.
void BitstreamCompiler::share_memory() {
  auto& ops = program_.ops_;
  const std::size_t class_count = program_.classes_.size();
  const auto is_kept = [this](std::uint16_t stream) {
    return stream == program_.result_ ||
           (program_.non_ascii_is_candidate_ && stream == program_.non_ascii_);
  };
  const auto is_used_behind = [&](std::uint16_t stream, std::size_t op) {
    return is_kept(stream) || std::any_of(ops.begin() + static_cast<std::ptrdiff_t>(op) + 1,
                                          ops.end(), [stream](const scan::StreamOp& later) {
                                            return later.a == stream || later.b == stream;
                                          });
  };
  std::vector<std::uint16_t> place_of(kFirstResult + ops.size());
  for (std::size_t c = 0; c < class_count; ++c) place_of[c] = static_cast<std::uint16_t>(c);
  std::vector<std::uint16_t> unused;
  std::size_t places = class_count;
  std::vector<scan::StreamOp> placed = ops;
  for (std::size_t i = 0; i < ops.size(); ++i) {
    const scan::StreamOp& op = ops[i];
    if (unused.empty()) unused.push_back(static_cast<std::uint16_t>(places++));
    place_of[op.out] = unused.back();
    unused.pop_back();
    placed[i].out = place_of[op.out];
    placed[i].a = place_of[op.a];
    placed[i].b = place_of[op.b];
    if (!is_used_behind(op.a, i)) unused.push_back(placed[i].a);
    if (op.b != op.a && !is_used_behind(op.b, i)) unused.push_back(placed[i].b);
  }
  program_.result_ = place_of[program_.result_];
  program_.stream_count_ = places;
  ops = std::move(placed);
}

std::optional<BitstreamProgram> BitstreamCompiler::compile(const Node& root) {
  const Marks marks = whole(root);
  if (failed_ || !marks) return std::nullopt;
  program_.result_ = *marks;
  if (program_.non_ascii_is_candidate_) {
    scan::ByteClass non_ascii;
    non_ascii.add_range(0x80, 0xFF);
    program_.non_ascii_ = class_stream(non_ascii);
  }
  if (failed_) return std::nullopt;
  share_memory();
  return std::move(program_);
}

std::optional<BitstreamProgram> BitstreamProgram::compile(const Node& root) {
  return BitstreamCompiler().compile(root);
}

}  // namespace common::regex
