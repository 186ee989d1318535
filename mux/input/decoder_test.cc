#include "mux/input/decoder.h"

#include <doctest/doctest.h>

#include "mux/input/decode_test_support.h"

namespace mux::input {
namespace {

struct DecoderRow {
  std::string_view bytes;
  std::string_view events;  // Lines of describe().
};

using namespace std::string_view_literals;

// clang-format off
constexpr DecoderRow kDecoderRows[] = {
    // Characters and control characters.
    {"a", "key a types \"a\"\n"},
    {"A", "key Shift a types \"A\"\n"},
    {" ", "key Space types \" \"\n"},
    {"\xC3\xA9\xE6\xB1\x89\xF0\x9F\x98\x80", "key é types \"é\"\nkey 汉 types \"汉\"\nkey 😀 types \"😀\"\n"},
    {"\r\t\x7F\b\n\x01\x1A", "key Enter\nkey Tab\nkey Backspace\nkey Ctrl h\nkey Ctrl j\nkey Ctrl a\nkey Ctrl z\n"},
    {"\0\x1C\x1D\x1E\x1F"sv, "key Ctrl Space\nkey Ctrl \\\nkey Ctrl ]\nkey Ctrl ^\nkey Ctrl _\n"},
    // ESC alone, and as Alt.
    {"\x1b", "key Esc\n"},
    {"\x1b\x1b", "key Alt Esc\n"},
    {"\x1b\x1b\x1b", "key Esc\nkey Alt Esc\n"},
    {"\x1b" "a", "key Alt a\n"},
    {"\x1bP", "key Alt Shift p\n"},
    {"\x1bPq", "key Alt Shift p\nkey q types \"q\"\n"},
    {"\x1b[", "key Alt [\n"},
    {"\x1bO", "key Alt Shift o\n"},
    {"\x1b]", "key Alt ]\n"},
    {"\x1b]x", "key Alt ]\nkey x types \"x\"\n"},
    {"\x1b\xC3\xA9", "key Alt é\n"},
    {"\x1b\r\x1b\x7F\x1b\x01", "key Alt Enter\nkey Alt Backspace\nkey Ctrl Alt a\n"},
    {"\x1b\x1b[A", "key Alt Up\n"},
    {"\x1b\x1b" "a", "key Esc\nkey Alt a\n"},
    // Functional keys.
    {"\x1b[A\x1bOA\x1b[1;5A", "key Up\nkey Up\nkey Ctrl Up\n"},
    {"\x1b[H\x1b[1~\x1b[7~\x1bOH\x1b[F\x1b[4~\x1b[8~", "key Home\nkey Home\nkey Home\nkey Home\nkey End\nkey End\nkey End\n"},
    {"\x1b[2~\x1b[3~\x1b[5~\x1b[6~", "key Insert\nkey Delete\nkey PageUp\nkey PageDown\n"},
    {"\x1b[3;2~\x1b[6;8~", "key Shift Delete\nkey Ctrl Alt Shift PageDown\n"},
    {"\x1bOP\x1b[11~\x1b[[A\x1b[1;2P", "key F1\nkey F1\nkey F1\nkey Shift F1\n"},
    {"\x1bOR\x1b[R\x1b[13~\x1b[1;2R\x1b[13;2~", "key F3\nkey F3\nkey F3\nkey Shift F3\nkey Shift F3\n"},
    {"\x1b[15~\x1b[24~\x1b[25~\x1b[34~\x1b[29~", "key F5\nkey F12\nkey F13\nkey F20\nkey Menu\n"},
    {"\x1b[Z\x1b[1;5Z", "key Shift Tab\nkey Ctrl Shift Tab\n"},
    {"\x1bOM\x1bOp\x1bOk", "key KeypadEnter\nkey Keypad0\nkey KeypadAdd\n"},
    {"\x1b[a\x1bOa\x1b[3$\x1b[3^\x1b[3@", "key Shift Up\nkey Ctrl Up\nkey Shift Delete\nkey Ctrl Delete\nkey Ctrl Shift Delete\n"},
    {"\x1bO5A", "key Ctrl Up\n"},
    {"\x1bO5z", "key Alt Shift o\nkey 5 types \"5\"\nkey z types \"z\"\n"},
    // modifyOtherKeys and the kitty protocol.
    {"\x1b[27;5;13~\x1b[27;6;65~", "key Ctrl Enter\nkey Ctrl Shift a\n"},
    {"\x1b[97;5u\x1b[65;6u", "key Ctrl a\nkey Ctrl Shift a\n"},
    {"\x1b[27u\x1b[13;2u\x1b[9;5u\x1b[127;3u", "key Esc\nkey Shift Enter\nkey Ctrl Tab\nkey Alt Backspace\n"},
    {"\x1b[97;1:2u\x1b[97;1:3u\x1b[1;1:3A\x1b[5;5:2~", "key a (repeat)\nkey a (release)\nkey Up (release)\nkey Ctrl PageUp (repeat)\n"},
    {"\x1b[97:65;2;65u", "key Shift a shifted A types \"A\"\n"},
    {"\x1b[1089::99;5u", "key Ctrl с base c\n"},
    {"\x1b[0;;229:98u", "key text types \"åb\"\n"},
    {"\x1b[97;65u\x1b[97;129u", "key a caps-lock\nkey a num-lock\n"},
    {"\x1b[57399u\x1b[57441;2u\x1b[57428u\x1b[57427~", "key Keypad0\nkey Shift LeftShift\nkey MediaPlay\nkey KeypadBegin\n"},
    {"\x1b[97;9u\x1b[97;17u\x1b[97;33u", "key Super a\nkey Hyper a\nkey Meta a\n"},
    // The mouse.
    {"\x1b[<0;5;8M\x1b[<0;5;8m\x1b[<35;1;1M", "mouse press 1 at 4,7\nmouse release 1 at 4,7\nmouse move at 0,0\n"},
    {"\x1b[<34;300;2M\x1b[<64;1;1M\x1b[<65;1;1M\x1b[<66;1;1M\x1b[<67;1;1M", "mouse move 3 at 299,1\nmouse wheel up at 0,0\nmouse wheel down at 0,0\nmouse wheel left at 0,0\nmouse wheel right at 0,0\n"},
    {"\x1b[<128;1;1M\x1b[<28;1;1M", "mouse press 8 at 0,0\nmouse press 1 Ctrl Alt Shift at 0,0\n"},
    {"\x1b[M !\"\x1b[M#!\"", "mouse press 1 at 0,1\nmouse release 1 at 0,1\n"},
    {"\x1b[34;10;20M\x1b[35;10;20M", "mouse press 3 at 9,19\nmouse release 3 at 9,19\n"},
    // Pastes and focus.
    {"\x1b[200~a\x1b[31mb\r\x1b\x1b[201~c", "paste start\npaste \"a^[[31mb^M^[\"\npaste end\nkey c types \"c\"\n"},
    {"\x1b[200~\x1b[201~\x1b[201~", "paste start\npaste end\n"},
    {"\x1b[I\x1b[O", "focus in\nfocus out\n"},
    // Reports.
    {"\x1b[?62;4;22c\x1b[>41;354;0c", "report DA1 62;4;22\nreport DA2 41;354;0\n"},
    {"\x1bP>|XTerm(390)\x1b\\", "report XTVERSION \"XTerm(390)\"\n"},
    {"\x1b[?2026;2$y\x1b[4;1$y", "report DECRPM private 2026;2\nreport DECRPM 4;1\n"},
    {"\x1b]11;rgb:1c1c/8080/ffff\x1b\\", "report background color 28;128;255 \"rgb:1c1c/8080/ffff\"\n"},
    {"\x1b]10;#ff8000\a\x1b]4;7;rgb:f/8/0\a", "report foreground color 255;128;0 \"#ff8000\"\nreport palette color 7;255;136;0 \"7;rgb:f/8/0\"\n"},
    {"\x1b[?997;1n\x1b[?15u\x1b[>4;2m", "report color scheme 997;1\nreport keyboard flags 15\nreport modifyOtherKeys 4;2\n"},
    {"\x1b[6;20;10t\x1b[4;600;800t\x1b[8;24;80t\x1b[48;24;80;480;800t", "report cell pixels 6;20;10\nreport window pixels 4;600;800\nreport window cells 8;24;80\nreport resize 48;24;80;480;800\n"},
    {"\x1b[12;40R\x1b[?1;2R", "report cursor position 12;40\nreport cursor position 1;2\n"},
    {"\x1bP1+r524742=38\x1b\\\x1bP0$r\x1b\\", "report capability 1 \"524742=38\"\nreport setting 0\n"},
    {"\x1b]52;c;aGk=\a\x1b_Gi=1;OK\x1b\\", "report clipboard \"c;aGk=\"\nreport kitty graphics \"i=1;OK\"\n"},
    {"\x1b[5;6X\x1b]99;hi\a", "report unknown \"[5;6X\"\nreport unknown \"]99;hi\"\n"},
    // What is malformed ends where that shows.
    {"\x1b[1;\x1b[A", "key Up\n"},
    {"\x1b[1;\xC3\xA9", "key é types \"é\"\n"},
    {"\x1b[<0;5\rx", "key Enter\nkey x types \"x\"\n"},
    {"\x1b]11;rgb\rx", "key Enter\nkey x types \"x\"\n"},
    {"\x1b]11;rgb\x1b[A", "key Up\n"},
    {"\x1b]11;rgb\x1b", "key Esc\n"},
    {"\xFFx\xC3y\xE2\x82z\xED\xA0\x80", "key � types \"�\"\nkey x types \"x\"\nkey � types \"�\"\nkey y types \"y\"\nkey � types \"�\"\nkey z types \"z\"\nkey � types \"�\"\nkey � types \"�\"\nkey � types \"�\"\n"},
    {"\x1b[99999999999999999999Ax", "report unknown \"[99999999999999999999A\"\nkey x types \"x\"\n"},
    {"\xC2\x9B", "key � types \"�\"\n"},
    {"\x1b[M \r", "key Enter\n"},
    {"\x1b[[x", "key x types \"x\"\n"},
};
// clang-format on

}  // namespace

TEST_CASE("bytes decode to events, however they are cut") {
  for (const DecoderRow& row : kDecoderRows) {
    CAPTURE(row.bytes);
    CHECK(describe_input(row.bytes) == row.events);
    for (std::size_t piece = 1; piece < row.bytes.size(); ++piece) {
      CAPTURE(piece);
      CHECK(decode_cut(row.bytes, piece) == decode(row.bytes));
    }
  }
}

TEST_CASE("only what a pause can end is waited for") {
  const auto waits = [](std::string_view bytes) {
    Decoder decoder;
    std::vector<Event> events;
    decoder.feed(bytes, events);
    return decoder.is_waiting();
  };
  CHECK(waits("\x1b"));
  CHECK(waits("\x1b["));
  CHECK(waits("\x1bO"));
  CHECK(waits("\x1b]11;rgb\x1b"));
  CHECK_FALSE(waits("a"));
  CHECK_FALSE(waits("\x1b[A"));
  CHECK_FALSE(waits("\x1b[200~\x1b"));
}

TEST_CASE("an answer that a pause cuts is whole all the same") {
  Decoder decoder;
  std::vector<Event> events;
  for (std::string_view piece : {"\x1b]11;rgb:00/", "00/00\x1b\\", "\x1b[?6", "2c"}) {
    decoder.feed(piece, events);
    decoder.flush(events);
  }
  std::string lines;
  for (const Event& event : events) (lines += describe(event)) += '\n';
  CHECK(lines == "report background color 0;0;0 \"rgb:00/00/00\"\nreport DA1 62\n");
}

TEST_CASE("endless sequences take no memory and lose nothing behind them") {
  const std::string digits(100'000, '1');
  CHECK(describe_input("\x1b[" + digits + "Ax") == "key x types \"x\"\n");
  CHECK(describe_input("\x1b]11;" + digits + "\ax") == "key x types \"x\"\n");
  CHECK(describe_input("\x1b[" + digits + "\x1b[B") == "key Down\n");
}

TEST_CASE("a paste of any size is handed on in pieces") {
  Decoder decoder;
  std::vector<Event> events;
  decoder.feed("\x1b[200~", events);
  std::size_t size = 0;
  const std::string piece(1 << 16, 'x');
  for (int i = 0; i < 100; ++i) {
    events.clear();
    decoder.feed(piece, events);
    REQUIRE(events.size() == 1);
    size += std::get<Paste>(events[0]).text.size();
  }
  CHECK(size == 100 * piece.size());
}

}  // namespace mux::input
