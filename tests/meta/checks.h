// The checks of meta_test, each of them a function of the files.
#pragma once

#include "tests/meta/source_tree.h"

namespace meta {

using Files = std::vector<SourceFile>;

// layering.cc: who includes whom.
Complaints check_layers(const Files& files);
Complaints check_dependencies(const Files& files);

// build_checks.cc: what is there is used.
Complaints check_sources_are_built(const Files& files);
Complaints check_rules_have_cases(const Files& files);
Complaints check_headers_are_included(const Files& files);
Complaints check_folders(const Files& files);

// flag_checks.cc
Complaints check_flags_are_tested(const Files& files);

// definition_checks.cc: what only the linker would see.
Complaints check_definitions(const Files& files);

// include_checks.cc: what the compiler does not see that has several files at once.
Complaints check_standard_headers(const Files& files);

// text_checks.cc: what the texts say.
Complaints check_lengths(const Files& files);
Complaints check_headers(const Files& files);
Complaints check_phrases(const Files& files);
Complaints check_addresses(const Files& files);
Complaints check_readmes(const Files& files);

// For people to read, not a failure: files that grow out of one idea.
Complaints long_files(const Files& files);

}  // namespace meta
