#include "mux/term/characters.h"

#include <algorithm>

namespace mux::term {

bool ClusterBuilder::joins(Character character) const {
  const Joining before = last_.joining();
  switch (character.joining()) {
    case Joining::Mark:
    case Joining::Joiner:
      return true;
    case Joining::Modifier:
      return before == Joining::Pictograph;
    case Joining::Pictograph:
      return is_after_joiner_ && before == Joining::Pictograph;
    case Joining::Regional:
      return before == Joining::Regional;
    case Joining::JamoLead:
    case Joining::SyllableOpen:
    case Joining::SyllableClosed:
      return before == Joining::JamoLead;
    case Joining::JamoVowel:
      return before == Joining::JamoLead || before == Joining::JamoVowel ||
             before == Joining::SyllableOpen;
    case Joining::JamoTail:
      return before == Joining::JamoVowel || before == Joining::JamoTail ||
             before == Joining::SyllableOpen || before == Joining::SyllableClosed;
    case Joining::Other:
      return false;
  }
  return false;
}

bool ClusterBuilder::join(char32_t code_point, Character character) {
  if (!is_open_ || !joins(character)) return false;
  if (code_point == kVariationSelector16 && last_.is_emoji()) width_ = 2;
  width_ = std::max(width_, character.width());
  is_after_joiner_ = character.joining() == Joining::Joiner;
  switch (character.joining()) {
    case Joining::Mark:
      // A mark keeps pictographs and syllables open, but not the half of a flag.
      if (last_.joining() == Joining::Regional) last_ = Character(width_, Joining::Other, false);
      break;
    case Joining::Joiner:
    case Joining::Modifier:
      break;
    case Joining::Regional:
      last_ = Character(2, Joining::Other, false);  // The flag is complete.
      break;
    default:
      last_ = character;
  }
  return true;
}

}  // namespace mux::term
