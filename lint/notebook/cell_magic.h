// Which code cells of a notebook are not Python, by what they begin with.
//
//   %%bash       a magic that takes the whole cell
//   pip install  a command that IPython knows without its %
#pragma once

#include <span>
#include <string>

namespace lint {

// `pieces`: the cell's lines, or what the notebook has for lines.
bool has_cell_magic(std::span<const std::string> pieces);

}  // namespace lint
