// The JSON text of a notebook.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "lint/notebook/schema.h"

namespace lint::notebook {

// sources: by cell, without a separator; nullopt: as it was.
std::string write_notebook(const RawNotebook& notebook,
                           std::span<const std::optional<std::string_view>> sources);

}  // namespace lint::notebook
