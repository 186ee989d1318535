#include "mux/term/sequences.h"

#include <array>
#include <cstdint>
#include <iterator>

namespace mux::term {

namespace {

namespace f = functions;
using enum Introducer;

// clang-format off
constexpr Sequence kSequences[] = {
    // ---- cursor ----
    {.final = 'A', .run = f::cuu, .name = "CUU", .docs = "Up, not over the top margin."},
    {.final = 'B', .run = f::cud, .name = "CUD", .docs = "Down, not over the bottom margin."},
    {.final = 'C', .run = f::cuf, .name = "CUF", .docs = "Right."},
    {.final = 'D', .run = f::cub, .name = "CUB", .docs = "Left."},
    {.final = 'E', .run = f::cnl, .name = "CNL", .docs = "Down, to the start of the line."},
    {.final = 'F', .run = f::cpl, .name = "CPL", .docs = "Up, to the start of the line."},
    {.final = 'G', .run = f::cha, .name = "CHA", .docs = "To a column."},
    {.final = '`', .run = f::cha, .name = "HPA", .docs = "To a column."},
    {.final = 'H', .run = f::cup, .name = "CUP", .docs = "To a row and column."},
    {.final = 'f', .run = f::cup, .name = "HVP", .docs = "To a row and column."},
    {.final = 'd', .run = f::vpa, .name = "VPA", .docs = "To a row."},
    {.final = 'a', .run = f::hpr, .name = "HPR", .docs = "Right, whatever the margins."},
    {.final = 'e', .run = f::vpr, .name = "VPR", .docs = "Down, whatever the margins."},
    {.final = 'j', .run = f::hpb, .name = "HPB", .docs = "Left, whatever the margins."},
    {.final = 'k', .run = f::vpb, .name = "VPB", .docs = "Up, whatever the margins."},
    {.final = 'I', .run = f::cht, .name = "CHT", .docs = "To a following tab stop."},
    {.final = 'Z', .run = f::cbt, .name = "CBT", .docs = "To a tab stop before."},
    {.final = 'g', .run = f::tbc, .name = "TBC", .docs = "Clears a tab stop, or all."},
    {.leader = '?', .final = 'W', .run = f::decst8c, .name = "DECST8C", .docs = "Tab stops every eight columns."},
    {.final = 's', .run = f::decslrm, .name = "DECSLRM", .docs = "Left and right margins (mode 69); else saves the cursor."},
    {.final = 'r', .run = f::decstbm, .name = "DECSTBM", .docs = "Top and bottom margins."},
    {.final = 'u', .run = f::decrc, .name = "SCORC", .docs = "Restores the cursor."},
    {.intermediate = ' ', .final = 'q', .run = f::decscusr, .name = "DECSCUSR", .docs = "Shape of the cursor."},
    {.introducer = Esc, .final = 'D', .run = f::ind, .name = "IND", .docs = "Down, scrolling at the bottom margin."},
    {.introducer = Esc, .final = 'E', .run = f::nel, .name = "NEL", .docs = "To the start of the next line."},
    {.introducer = Esc, .final = 'H', .run = f::hts, .name = "HTS", .docs = "Sets a tab stop."},
    {.introducer = Esc, .final = 'M', .run = f::ri, .name = "RI", .docs = "Up, scrolling at the top margin."},
    {.introducer = Esc, .final = '6', .run = f::decbi, .name = "DECBI", .docs = "Left, scrolling at the left margin."},
    {.introducer = Esc, .final = '9', .run = f::decfi, .name = "DECFI", .docs = "Right, scrolling at the right margin."},
    {.introducer = Esc, .final = '7', .run = f::decsc, .name = "DECSC", .docs = "Saves cursor, style and character sets."},
    {.introducer = Esc, .final = '8', .run = f::decrc, .name = "DECRC", .docs = "Restores what DECSC saved."},

    // ---- erasing ----
    {.final = 'J', .run = f::ed, .name = "ED", .docs = "Erases below, above, everything, or history."},
    {.final = 'K', .run = f::el, .name = "EL", .docs = "Erases to the right, to the left, or the line."},
    {.final = 'X', .run = f::ech, .name = "ECH", .docs = "Erases characters."},
    {.leader = '?', .final = 'J', .run = f::decsed, .name = "DECSED", .docs = "As ED; protected characters stay."},
    {.leader = '?', .final = 'K', .run = f::decsel, .name = "DECSEL", .docs = "As EL; protected characters stay."},
    {.intermediate = '"', .final = 'q', .run = f::decsca, .name = "DECSCA", .docs = "Protects characters from selective erasure."},
    {.introducer = Esc, .final = 'V', .run = f::spa, .name = "SPA", .docs = "Protects characters from erasure."},
    {.introducer = Esc, .final = 'W', .run = f::epa, .name = "EPA", .docs = "Ends SPA."},
    {.introducer = Esc, .intermediate = '#', .final = '8', .run = f::decaln, .name = "DECALN", .docs = "Fills the screen with E."},
    {.introducer = Esc, .intermediate = '#', .final = '3', .run = f::line_size, .name = "DECDHL (top)", .docs = "The upper half of a line of double size."},
    {.introducer = Esc, .intermediate = '#', .final = '4', .run = f::line_size, .name = "DECDHL (bottom)", .docs = "The lower half of a line of double size."},
    {.introducer = Esc, .intermediate = '#', .final = '5', .run = f::line_size, .name = "DECSWL", .docs = "A line of single size."},
    {.introducer = Esc, .intermediate = '#', .final = '6', .run = f::line_size, .name = "DECDWL", .docs = "A line of double width."},

    // ---- editing ----
    {.final = '@', .run = f::ich, .name = "ICH", .docs = "Inserts blanks."},
    {.final = 'P', .run = f::dch, .name = "DCH", .docs = "Deletes characters."},
    {.final = 'L', .run = f::il, .name = "IL", .docs = "Inserts lines."},
    {.final = 'M', .run = f::dl, .name = "DL", .docs = "Deletes lines."},
    {.final = 'S', .run = f::su, .name = "SU", .docs = "Scrolls up."},
    {.final = 'T', .run = f::sd, .name = "SD", .docs = "Scrolls down."},
    {.final = '^', .run = f::sd, .name = "SD (ECMA)", .docs = "Scrolls down."},
    {.intermediate = ' ', .final = '@', .run = f::sl, .name = "SL", .docs = "Scrolls left."},
    {.intermediate = ' ', .final = 'A', .run = f::sr, .name = "SR", .docs = "Scrolls right."},
    {.intermediate = '\'', .final = '}', .run = f::decic, .name = "DECIC", .docs = "Inserts columns."},
    {.intermediate = '\'', .final = '~', .run = f::decdc, .name = "DECDC", .docs = "Deletes columns."},
    {.final = 'b', .run = f::rep, .name = "REP", .docs = "Repeats the character before."},

    // ---- rectangles ----
    {.intermediate = '$', .final = 'v', .run = f::deccra, .name = "DECCRA", .docs = "Copies an area."},
    {.intermediate = '$', .final = 'x', .run = f::decfra, .name = "DECFRA", .docs = "Fills an area with a character."},
    {.intermediate = '$', .final = 'z', .run = f::decera, .name = "DECERA", .docs = "Erases an area."},
    {.intermediate = '$', .final = '{', .run = f::decsera, .name = "DECSERA", .docs = "Erases what is not protected of an area."},
    {.intermediate = '$', .final = 'r', .run = f::deccara, .name = "DECCARA", .docs = "Changes attributes in an area."},
    {.intermediate = '$', .final = 't', .run = f::decrara, .name = "DECRARA", .docs = "Reverses attributes in an area."},
    {.intermediate = '*', .final = 'x', .run = f::decsace, .name = "DECSACE", .docs = "What DECCARA and DECRARA take for an area."},
    {.intermediate = '*', .final = 'y', .run = f::decrqcra, .name = "DECRQCRA", .docs = "Asks for the checksum of an area."},
    {.intermediate = '#', .final = 'y', .run = f::xtchecksum, .name = "XTCHECKSUM", .docs = "What goes into checksums."},
    {.intermediate = '#', .final = '|', .run = f::xtreportsgr, .name = "XTREPORTSGR", .docs = "Asks for the style an area has in common."},

    // ---- style, character sets ----
    {.final = 'm', .run = f::sgr, .name = "SGR", .docs = "Style of what is written next."},
    {.intermediate = '#', .final = '{', .run = f::xtpushsgr, .name = "XTPUSHSGR", .docs = "Keeps the style on a stack."},
    {.intermediate = '#', .final = 'p', .run = f::xtpushsgr, .name = "XTPUSHSGR", .docs = "Keeps the style on a stack."},
    {.intermediate = '#', .final = '}', .run = f::xtpopsgr, .name = "XTPOPSGR", .docs = "Takes the style from the stack."},
    {.intermediate = '#', .final = 'q', .run = f::xtpopsgr, .name = "XTPOPSGR", .docs = "Takes the style from the stack."},
    {.introducer = Esc, .intermediate = '(', .final = 0, .run = f::scs, .name = "SCS G0", .docs = "Designates a character set."},
    {.introducer = Esc, .intermediate = ')', .final = 0, .run = f::scs, .name = "SCS G1", .docs = "Designates a character set."},
    {.introducer = Esc, .intermediate = '*', .final = 0, .run = f::scs, .name = "SCS G2", .docs = "Designates a character set."},
    {.introducer = Esc, .intermediate = '+', .final = 0, .run = f::scs, .name = "SCS G3", .docs = "Designates a character set."},
    {.introducer = Esc, .intermediate = '-', .final = 0, .run = f::scs, .name = "SCS G1", .docs = "Designates a character set of 96."},
    {.introducer = Esc, .intermediate = '.', .final = 0, .run = f::scs, .name = "SCS G2", .docs = "Designates a character set of 96."},
    {.introducer = Esc, .intermediate = '/', .final = 0, .run = f::scs, .name = "SCS G3", .docs = "Designates a character set of 96."},
    {.introducer = Esc, .final = 'n', .run = f::ls2, .name = "LS2", .docs = "Characters come from G2."},
    {.introducer = Esc, .final = 'o', .run = f::ls3, .name = "LS3", .docs = "Characters come from G3."},
    {.introducer = Esc, .final = 'N', .run = f::ss2, .name = "SS2", .docs = "The next character comes from G2."},
    {.introducer = Esc, .final = 'O', .run = f::ss3, .name = "SS3", .docs = "The next character comes from G3."},
    {.introducer = Esc, .intermediate = '%', .final = 0, .run = f::ignore, .name = "DOCS", .docs = "The encoding stays UTF-8."},

    // ---- modes ----
    {.final = 'h', .run = f::sm, .name = "SM", .docs = "Sets modes."},
    {.final = 'l', .run = f::rm, .name = "RM", .docs = "Resets modes."},
    {.leader = '?', .final = 'h', .run = f::decset, .name = "DECSET", .docs = "Sets private modes."},
    {.leader = '?', .final = 'l', .run = f::decrst, .name = "DECRST", .docs = "Resets private modes."},
    {.intermediate = '$', .final = 'p', .run = f::decrqm, .name = "DECRQM", .docs = "Asks for a mode."},
    {.leader = '?', .intermediate = '$', .final = 'p', .run = f::decrqm_private, .name = "DECRQM (private)", .docs = "Asks for a private mode."},
    {.leader = '?', .final = 's', .run = f::xtsave, .name = "XTSAVE", .docs = "Saves private modes."},
    {.leader = '?', .final = 'r', .run = f::xtrestore, .name = "XTRESTORE", .docs = "Restores private modes."},
    {.introducer = Esc, .final = '=', .run = f::deckpam, .name = "DECKPAM", .docs = "Application keypad."},
    {.introducer = Esc, .final = '>', .run = f::deckpnm, .name = "DECKPNM", .docs = "Numeric keypad."},
    {.introducer = Esc, .final = 'c', .run = f::ris, .name = "RIS", .docs = "Resets the terminal."},
    {.intermediate = '!', .final = 'p', .run = f::decstr, .name = "DECSTR", .docs = "Resets modes, margins and style."},
    {.intermediate = '"', .final = 'p', .run = f::decscl, .name = "DECSCL", .docs = "Conformance level; resets the terminal."},

    // ---- keyboard ----
    {.leader = '>', .final = 'u', .run = f::kitty_push, .name = "Push keyboard flags", .docs = "kitty keyboard protocol."},
    {.leader = '<', .final = 'u', .run = f::kitty_pop, .name = "Pop keyboard flags", .docs = "kitty keyboard protocol."},
    {.leader = '=', .final = 'u', .run = f::kitty_set, .name = "Set keyboard flags", .docs = "kitty keyboard protocol."},
    {.leader = '?', .final = 'u', .run = f::kitty_query, .name = "Query keyboard flags", .docs = "kitty keyboard protocol."},
    {.leader = '>', .final = 'm', .run = f::xtmodkeys, .name = "XTMODKEYS", .docs = "How modified keys are sent."},
    {.leader = '>', .final = 'n', .run = f::xtmodkeys_off, .name = "XTMODKEYS off", .docs = "Modified keys are not told."},
    {.leader = '?', .final = 'm', .run = f::xtqmodkeys, .name = "XTQMODKEYS", .docs = "Asks how modified keys are sent."},

    // ---- reports ----
    {.final = 'c', .run = f::da1, .name = "DA1", .docs = "What the terminal can."},
    {.leader = '>', .final = 'c', .run = f::da2, .name = "DA2", .docs = "Which terminal it is."},
    {.leader = '=', .final = 'c', .run = f::da3, .name = "DA3", .docs = "Its serial number, of zeros."},
    {.introducer = Esc, .final = 'Z', .run = f::da1, .name = "DECID", .docs = "As DA1."},
    {.leader = '>', .final = 'q', .run = f::xtversion, .name = "XTVERSION", .docs = "Name and version."},
    {.final = 'n', .run = f::dsr, .name = "DSR", .docs = "Status, or position of the cursor."},
    {.leader = '?', .final = 'n', .run = f::dsr_private, .name = "DSR (private)", .docs = "Status of printer, locator, colour scheme and more."},
    {.final = 'x', .run = f::decreqtparm, .name = "DECREQTPARM", .docs = "Parameters of the line."},
    {.intermediate = '$', .final = 'w', .run = f::decrqpsr, .name = "DECRQPSR", .docs = "State of the cursor, or tab stops."},
    {.leader = '?', .final = 'S', .run = f::xtsmgraphics, .name = "XTSMGRAPHICS", .docs = "Asks for colours and size of sixel images."},
    {.final = 't', .run = f::xtwinops, .name = "XTWINOPS", .docs = "Sizes, titles, requests to resize."},

    // ---- VT52 ----
    {.introducer = Vt52, .final = 'A', .run = f::cuu, .name = "VT52 A", .docs = "Up."},
    {.introducer = Vt52, .final = 'B', .run = f::cud, .name = "VT52 B", .docs = "Down."},
    {.introducer = Vt52, .final = 'C', .run = f::cuf, .name = "VT52 C", .docs = "Right."},
    {.introducer = Vt52, .final = 'D', .run = f::cub, .name = "VT52 D", .docs = "Left."},
    {.introducer = Vt52, .final = 'F', .run = f::vt52_graphics, .name = "VT52 F", .docs = "Characters of line drawing."},
    {.introducer = Vt52, .final = 'G', .run = f::vt52_ascii, .name = "VT52 G", .docs = "Characters of ASCII."},
    {.introducer = Vt52, .final = 'H', .run = f::cup, .name = "VT52 H", .docs = "To the upper left corner."},
    {.introducer = Vt52, .final = 'I', .run = f::ri, .name = "VT52 I", .docs = "Up, scrolling at the top."},
    {.introducer = Vt52, .final = 'J', .run = f::ed, .name = "VT52 J", .docs = "Erases to the end of the screen."},
    {.introducer = Vt52, .final = 'K', .run = f::el, .name = "VT52 K", .docs = "Erases to the end of the line."},
    {.introducer = Vt52, .final = 'Y', .run = f::cup, .name = "VT52 Y", .docs = "To a row and column."},
    {.introducer = Vt52, .final = 'Z', .run = f::vt52_identify, .name = "VT52 Z", .docs = "Tells that it is a VT52."},
    {.introducer = Vt52, .final = '=', .run = f::deckpam, .name = "VT52 =", .docs = "Alternate keypad."},
    {.introducer = Vt52, .final = '>', .run = f::deckpnm, .name = "VT52 >", .docs = "Numeric keypad."},
    {.introducer = Vt52, .final = '<', .run = f::vt52_exit, .name = "VT52 <", .docs = "Back to ANSI."},
};
// clang-format on

constexpr std::size_t kIntermediates = 17;  // None, and ' ' to '/'.
constexpr std::size_t kLeaders = 5;         // None, and "<=>?".
constexpr std::size_t kCsiFinals = 0x7F - 0x40;
constexpr std::size_t kEscFinals = 0x7F - 0x30;
constexpr std::size_t kVt52Finals = 0x7F - 0x20;

constexpr std::size_t intermediate_slot(char c) {
  return c == 0 ? 0 : static_cast<std::size_t>(c - ' ') + 1;
}

constexpr std::size_t csi_slot(char leader, char intermediate, char final) {
  const std::size_t first = leader == 0 ? 0 : static_cast<std::size_t>(leader - '<') + 1;
  return (first * kIntermediates + intermediate_slot(intermediate)) * kCsiFinals +
         static_cast<std::size_t>(final - 0x40);
}

constexpr std::size_t esc_slot(char intermediate, char final) {
  return intermediate_slot(intermediate) * kEscFinals + static_cast<std::size_t>(final - 0x30);
}

// Number of the row plus one for every sequence there can be; 0: none.
struct Index {
  std::array<std::uint8_t, kLeaders * kIntermediates * kCsiFinals> csi{};
  std::array<std::uint8_t, kIntermediates * kEscFinals> esc{};
  std::array<std::uint8_t, kVt52Finals> vt52{};
  bool has_twins = false;
};

template <typename Slots>
constexpr void enter(Index& index, Slots& slots, std::size_t slot, std::size_t row) {
  if (slots[slot] != 0) index.has_twins = true;
  slots[slot] = static_cast<std::uint8_t>(row + 1);
}

constexpr Index make_index() {
  Index index;
  for (std::size_t i = 0; i < std::size(kSequences); ++i) {
    const Sequence& row = kSequences[i];
    if (row.introducer == Csi) {
      enter(index, index.csi, csi_slot(row.leader, row.intermediate, row.final), i);
    } else if (row.introducer == Vt52) {
      enter(index, index.vt52, static_cast<std::size_t>(row.final - 0x20), i);
    } else if (row.final != 0) {
      enter(index, index.esc, esc_slot(row.intermediate, row.final), i);
    } else {
      for (char final = 0x30; final < 0x7F; ++final) {
        enter(index, index.esc, esc_slot(row.intermediate, final), i);
      }
    }
  }
  return index;
}

constexpr Index kIndex = make_index();
static_assert(!kIndex.has_twins);
static_assert(std::size(kSequences) < 255);

constexpr bool has_texts() {
  for (const Sequence& row : kSequences) {
    if (row.name.empty() || row.docs.empty() || row.run == nullptr) return false;
  }
  return true;
}
static_assert(has_texts());

const Sequence* row_at(std::uint8_t number) {
  return number == 0 ? nullptr : &kSequences[number - 1];
}

}  // namespace

std::span<const Sequence> sequence_rows() {
  return kSequences;
}

const Sequence* find_csi(char leader, char intermediate, char final) {
  return row_at(kIndex.csi[csi_slot(leader, intermediate, final)]);
}

const Sequence* find_escape(char intermediate, char final) {
  return row_at(kIndex.esc[esc_slot(intermediate, final)]);
}

const Sequence* find_vt52(char final) {
  return row_at(kIndex.vt52[static_cast<std::size_t>(final - 0x20)]);
}

}  // namespace mux::term
