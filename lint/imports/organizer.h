// Organizer: does a block of imports look as it should, and if not, how should
// it look?
//
// Writes the block anew (normalize, sort, format) into a buffer and compares it
// with the source.  One Organizer serves all blocks of a file.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/config/settings.h"
#include "lint/diag/diagnostic.h"
#include "lint/imports/block_builder.h"
#include "lint/imports/categorize.h"
#include "lint/imports/import_set.h"
#include "lint/imports/normalize.h"
#include "lint/parser/parsed.h"

namespace lint::imports {

// The file whose imports are organised; all of it outlives the Organizer.
struct OrganizerInput {
  const parser::Parsed& parsed;
  const LintSettings& settings;
  PythonVersion target_version;
  std::string_view package_root;  // Empty: the file is in no package.
  std::string_view line_end;      // What the file uses.
  std::string_view indent;
  bool is_stub = false;
};

struct UnsortedBlock {
  TextRange range;           // From the first to the last import.
  std::optional<Edit> edit;  // None: other statements share its lines.
};

class Organizer {
 public:
  explicit Organizer(const OrganizerInput& input);

  // None: the block is as it should be.
  std::optional<UnsortedBlock> check(const ImportBlock& block);

 private:
  void write(const ImportBlock& block, TextRange source, std::string_view indentation);
  bool shares_lines(const ImportBlock& block) const;
  bool follows_continuation(std::uint32_t offset) const;
  std::uint32_t headings_start(std::uint32_t block_start) const;

  OrganizerInput input_;
  std::string_view text_;
  std::vector<std::string> headings_;
  Categorizer categorizer_;
  Normalizer normalizer_;
  ImportSet set_;
  std::string expected_;
};

}  // namespace lint::imports
