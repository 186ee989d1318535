#include "lint/rules/pep8_naming/naming.h"

#include <algorithm>

#include "common/text/letter_case.h"
#include "common/text/utf8.h"
#include "lint/parser/identifiers.h"

namespace lint::pep8_naming {

bool is_lowercase(std::string_view name) {
  for (std::size_t at = 0; at < name.size();) {
    const char32_t c = common::next_code_point(name, at);
    if (c < 0x80 ? (c >= 'A' && c <= 'Z')
                 : parser::is_identifier_start(c) && !common::is_lowercase(c)) {
      return false;
    }
  }
  return true;
}

}  // namespace lint::pep8_naming
