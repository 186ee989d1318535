// What a move of copy mode's cursor is given; see copy_motions.cc.
#pragma once

#include <cstdint>
#include <optional>

#include "mux/model/pane.h"
#include "mux/model/text_reader.h"

namespace mux::model {

struct CopyMotion {
  Pane& pane;
  TextReader& text;
  Copying& state;
  TextPosition at;  // The cursor; the move changes it.
  std::optional<std::uint64_t> count = {};

  // The last column the cursor may be in.
  int limit(std::uint64_t line) {
    switch (state.kind) {
      case SelectionKind::Rectangle:
        return pane.terminal()->size().columns - 1;
      case SelectionKind::Region:
        return text.length(line);
      default:
        return text.length(line) == 0 ? 0 : text.start_of({line, text.length(line) - 1}).column;
    }
  }
};

// By words and sentences (copy_words.cc).
void to_next_word(CopyMotion& motion, bool is_long);
void to_word_end(CopyMotion& motion, bool is_long);
void to_previous_word(CopyMotion& motion, bool is_long);
void behind_word(CopyMotion& motion);
void to_next_sentence(CopyMotion& motion);
void to_previous_sentence(CopyMotion& motion);
void to_matching_bracket(CopyMotion& motion);

}  // namespace mux::model
