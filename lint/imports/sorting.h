// Puts an ImportSet in order.
//
// Statements: by block of forced-separate, by section, straight before from
// (lazy ones last), then by module: those of force-to-top first, shorter ones
// first if asked, relative ones before absolute ones, by name in natural order,
// then by their first name.  Members: by type (constants, classes, variables),
// then by name.
#pragma once

#include "lint/config/isort_settings.h"
#include "lint/imports/categorize.h"
#include "lint/imports/import_set.h"

namespace lint::imports {

void sort_imports(ImportSet& set, const config::Isort& settings, const Categorizer& categorizer);

}  // namespace lint::imports
