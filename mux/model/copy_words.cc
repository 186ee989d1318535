// Moves by words as vi knows them: runs of letters, or of other characters; long ones
// are what blanks part.
#include <string_view>

#include "mux/model/copy_motion.h"

namespace mux::model {

namespace {

// However far a bracket or a sentence may be.
constexpr int kMostSteps = 200'000;

CharacterKind kind_of_character(CopyMotion& motion, bool is_long) {
  return motion.text.kind_at(motion.at, is_long);
}

// Over blanks; an empty line ends them if it counts as a word.
bool skip_blanks_forward(CopyMotion& motion, bool stops_at_empty) {
  while (kind_of_character(motion, true) == CharacterKind::Blank) {
    if (stops_at_empty && motion.text.is_empty(motion.at.line)) return true;
    if (motion.text.forward(motion.at) == Step::Stuck) return false;
  }
  return true;
}

bool skip_blanks_back(CopyMotion& motion) {
  while (kind_of_character(motion, true) == CharacterKind::Blank) {
    if (motion.text.is_empty(motion.at.line) && !motion.text.continues(motion.at.line)) return true;
    if (motion.text.back(motion.at) == Step::Stuck) return false;
  }
  return true;
}

// To the last character of the run that the cursor is in; true: a step more was made.
bool leave_run(CopyMotion& motion, bool is_long, Step (TextReader::*step)(TextPosition&),
               bool goes_behind) {
  const CharacterKind kind = kind_of_character(motion, is_long);
  for (;;) {
    TextPosition next = motion.at;
    const Step made = (motion.text.*step)(next);
    if (made == Step::Stuck) return false;
    if (made == Step::NewLine || motion.text.kind_at(next, is_long) != kind) {
      if (goes_behind) motion.at = next;
      return true;
    }
    motion.at = next;
  }
}

bool ends_sentence(CopyMotion& motion, TextPosition at) {
  const std::string text = motion.text.text_at(at);
  if (text != "." && text != "!" && text != "?") return false;
  TextPosition next = at;
  const Step step = motion.text.forward(next);
  return step != Step::Moved || motion.text.kind_at(next) == CharacterKind::Blank;
}

struct BracketPair {
  std::string_view open;
  std::string_view close;
};
constexpr BracketPair kBrackets[] = {{"(", ")"}, {"[", "]"}, {"{", "}"}, {"<", ">"}};

// The other of the pair, and whether it lies behind.
const BracketPair* pair_of(std::string_view text, bool& is_forward) {
  for (const BracketPair& pair : kBrackets) {
    is_forward = text == pair.open;
    if (is_forward || text == pair.close) return &pair;
  }
  return nullptr;
}

}  // namespace

void to_next_word(CopyMotion& motion, bool is_long) {
  const bool was_empty = motion.text.is_empty(motion.at.line);
  if (kind_of_character(motion, is_long) != CharacterKind::Blank) {
    if (!leave_run(motion, is_long, &TextReader::forward, true)) return;
  } else if (was_empty) {
    if (motion.text.forward(motion.at) == Step::Stuck) return;
  }
  skip_blanks_forward(motion, true);
}

void to_word_end(CopyMotion& motion, bool is_long) {
  if (motion.text.forward(motion.at) == Step::Stuck) return;
  if (!skip_blanks_forward(motion, false)) return;
  leave_run(motion, is_long, &TextReader::forward, false);
}

void to_previous_word(CopyMotion& motion, bool is_long) {
  if (motion.text.back(motion.at) == Step::Stuck) return;
  if (!skip_blanks_back(motion) || motion.text.is_empty(motion.at.line)) return;
  leave_run(motion, is_long, &TextReader::back, false);
}

void behind_word(CopyMotion& motion) {
  while (kind_of_character(motion, false) != CharacterKind::Word) {
    if (motion.text.forward(motion.at) == Step::Stuck) return;
  }
  leave_run(motion, false, &TextReader::forward, false);
  motion.at.column += motion.text.width_at(motion.at);
}

void to_next_sentence(CopyMotion& motion) {
  for (int i = 0; i < kMostSteps; ++i) {
    const bool has_ended = ends_sentence(motion, motion.at);
    const bool was_empty = motion.text.is_empty(motion.at.line);
    if (motion.text.forward(motion.at) == Step::Stuck) return;
    const bool is_empty = motion.text.is_empty(motion.at.line);
    if (has_ended || was_empty != is_empty) {
      if (!is_empty) skip_blanks_forward(motion, true);
      return;
    }
  }
}

// To where a sentence begins: behind the end of another, at the first step or later.
void to_previous_sentence(CopyMotion& motion) {
  const TextPosition start = motion.at;
  TextPosition begin = motion.at;
  for (int i = 0; i < kMostSteps; ++i) {
    const Step step = motion.text.back(motion.at);
    const bool is_edge = step == Step::Stuck || motion.text.is_empty(motion.at.line);
    if ((is_edge || ends_sentence(motion, motion.at)) && begin != start) {
      motion.at = begin;
      return;
    }
    if (step == Step::Stuck) return;
    if (motion.text.kind_at(motion.at) != CharacterKind::Blank) begin = motion.at;
  }
}

void to_matching_bracket(CopyMotion& motion) {
  TextPosition at = motion.at;
  bool is_forward = false;
  const BracketPair* pair = pair_of(motion.text.text_at(at), is_forward);
  while (pair == nullptr) {
    if (motion.text.forward(at) != Step::Moved) return;
    pair = pair_of(motion.text.text_at(at), is_forward);
  }
  int depth = 0;
  for (int i = 0; i < kMostSteps; ++i) {
    const std::string text = motion.text.text_at(at);
    if (text == pair->open) depth += is_forward ? 1 : -1;
    if (text == pair->close) depth += is_forward ? -1 : 1;
    if (depth == 0) {
      motion.at = at;
      return;
    }
    const Step step = is_forward ? motion.text.forward(at) : motion.text.back(at);
    if (step == Step::Stuck) return;
  }
}

}  // namespace mux::model
