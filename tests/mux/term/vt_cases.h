// Cases of terminal behaviour as text files.
//
//   == CUU, CUD: what it shows
//   size 10x4
//   write \e[3;3Hab\r\n
//   | first row
//   | second row
//   style 0 2-4 0;1;31
//   cursor 3 0
//   reply \e[0n
//
// The names in front of the colon are those of rows of the sequence and mode
// tables; every row must be named.  `size` is 10x4 if left out; there may be
// several `write` lines, and among them `do resize CxR`, `do focus`, `do light`.  What
// follows is the
// outcome: rows up to the last that is not blank, ranges of cells with a style
// (as SGR), the cursor, history, and what the program was answered or has caused.
// Bytes are written as \e \r \n \t \b \a \\ and \xHH; all else is UTF-8.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vt {

struct Case {
  std::vector<std::string> names;
  std::string head;  // The lines that ask, as they stand in the file.
  std::string outcome;
};

std::vector<Case> parse_cases(std::string_view text);
// The outcome of the lines of `head`; the bytes come at once or one by one.
std::string run_case(std::string_view head, bool by_bytes);

}  // namespace vt
