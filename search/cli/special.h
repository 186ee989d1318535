// What kgrep prints about itself: help, versions, documents, the type list.
#pragma once

#include <string>

#include "common/base/result.h"
#include "search/cli/options.h"

namespace search {

struct SpecialOutput {
  std::string text;
  int exit_code = 0;
};

// For -h, --help, -V, --version and --pcre2-version.
SpecialOutput special_output(Special special);
// For --generate: the completion of a shell, the man page, the reference.
std::string generated_document(std::size_t document);
// For --type-list: "name: glob, glob" lines; exit status 1 without any type.
common::Result<SpecialOutput> type_list(const Options& options);

}  // namespace search
