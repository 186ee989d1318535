// A tab as a description; see layout_writer.h.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

#include "mux/layout/apply_layout.h"
#include "mux/layout/layout_writer.h"

namespace mux::layout {
namespace {

using SpecOf = std::function<PaneSpec(PaneId)>;

// Never to nothing, which is no size.
double rounded(double value, int decimals) {
  const double scale = std::pow(10.0, decimals);
  return std::max(std::round(value * scale), 1.0) / scale;
}

bool are_alike(const std::vector<Tile>& tiles) {
  const Tile* first = nullptr;
  for (const Tile& tile : tiles) {
    if (tile.share.is_fixed) continue;
    if (first != nullptr && tile.share.amount != first->share.amount) return false;
    first = &tile;
  }
  return true;
}

class Describer {
 public:
  Describer(const SpecOf& spec_of, int decimals) : spec_of_(spec_of), decimals_(decimals) {}

  TileSpec describe(const Tile& tile, Percents whole) const {
    TileSpec spec;
    if (tile.kind == Tile::Kind::Pane) {
      spec.pane = spec_of_(tile.pane);
    } else if (tile.kind == Tile::Kind::Stack) {
      spec.is_stacked = true;
      for (std::size_t i = 0; i < tile.children.size(); ++i) {
        spec.children.push_back(describe(tile.children[i], whole));
        spec.children.back().is_expanded = i == tile.expanded;
      }
    } else {
      spec.axis = tile.axis;
      add_children(tile, whole, spec);
    }
    return spec;
  }

 private:
  // The last child that is not fixed states no size: it gets what is left.
  void add_children(const Tile& split, Percents whole, TileSpec& spec) const {
    const bool have_sizes = !are_alike(split.children);
    double weight = 0;
    const Tile* last = nullptr;
    for (const Tile& child : split.children) {
      if (child.share.is_fixed) continue;
      weight += child.share.amount;
      last = &child;
    }
    double& here = whole.along(split.axis);
    const double all = here;
    double left = all;
    for (const Tile& child : split.children) {
      const double exact = weight > 0 ? all * child.share.amount / weight : all;
      Extent size;
      if (child.share.is_fixed) {
        size = {.kind = Extent::Kind::Cells, .value = child.share.amount};
        here = 100;
      } else if (!have_sizes) {
        here = exact;
      } else if (&child == last) {
        here = left;
      } else {
        here = rounded(exact, decimals_);
        left -= here;
        size = {.kind = Extent::Kind::Percent, .value = here};
      }
      spec.children.push_back(describe(child, whole));
      spec.children.back().size = size;
    }
  }

  const SpecOf& spec_of_;
  int decimals_;
};

bool are_same(const Tile& a, const Tile& b) {
  return a.kind == b.kind && a.axis == b.axis && a.rect == b.rect && a.title == b.title &&
         std::ranges::equal(a.children, b.children, are_same);
}

// Does the description give the tree back?
bool restores(const TileSpec& spec, const Tiles& tiles) {
  std::vector<PaneId> ids;
  for (const Tile* pane : panes_of(*tiles.root())) ids.push_back(pane->pane);
  const Tiles again(tiles.area(), tiles.rules(), tile_of(spec, ids));
  return are_same(*again.root(), *tiles.root());
}

// The root of a tab is a split, of one pane even.
TileSpec as_root(TileSpec spec) {
  if (!spec.is_pane() && !spec.is_stacked) return spec;
  TileSpec root;
  root.children.push_back(std::move(spec));
  return root;
}

TileSpec describe_tiles(const Tiles& tiles, const SpecOf& spec_of) {
  TileSpec spec;
  if (tiles.is_empty()) return as_root(spec);
  for (const int decimals : {0, 1, 2, 4, 8, 12}) {
    spec = as_root(Describer(spec_of, decimals).describe(*tiles.root(), {}));
    if (restores(spec, tiles)) break;
  }
  return spec;
}

Extent cells(int count) {
  return {.kind = Extent::Kind::Cells, .value = static_cast<double>(count)};
}

}  // namespace

TabSpec describe_tab(const TabLayout& layout, const SpecOf& spec_of) {
  TabSpec tab;
  tab.tiles = describe_tiles(layout.tiles(), spec_of);
  tab.hides_floats = !layout.floats().are_shown() && !layout.floats().is_empty();
  for (const Float& pane : layout.floats().panes()) {
    tab.floats.push_back({.pane = spec_of(pane.pane),
                          .place = {.x = cells(pane.wanted.x),
                                    .y = cells(pane.wanted.y),
                                    .columns = cells(std::max(pane.wanted.columns, 1)),
                                    .rows = cells(std::max(pane.wanted.rows, 1))},
                          .is_pinned = pane.is_pinned});
  }
  return tab;
}

}  // namespace mux::layout
