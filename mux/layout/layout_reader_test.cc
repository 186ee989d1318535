#include "mux/layout/layout_reader.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

#include "common/kdl/parse.h"

namespace mux::layout {
namespace {

Layout layout_of(std::string_view text, const LayoutSource& source = {}) {
  auto layout = read_layout(text, source);
  if (!layout) FAIL(located_message(layout.error(), text, "KDL"));
  return *std::move(layout);
}

// "LINE:COLUMN message"
std::string problem_of(std::string_view text) {
  const auto layout = read_layout(text);
  if (layout) return "none";
  const auto& begin = layout.error().region.begin;
  return fmt::format("{}:{} {}", begin.line, begin.column, layout.error().message);
}

// The tiles in short: "|" side by side, "-" one below the other, "=" a stack.
std::string shape(const TileSpec& tile) {
  std::string text = tile.pane.name.empty() ? "." : tile.pane.name;
  if (!tile.is_pane()) {
    text = tile.is_stacked ? "=(" : tile.axis == Axis::Horizontal ? "|(" : "-(";
    for (std::size_t i = 0; i < tile.children.size(); ++i) {
      text += (i > 0 ? " " : "") + shape(tile.children[i]);
    }
    text += ")";
  }
  if (tile.size.kind == Extent::Kind::Cells) text += fmt::format(":{}", tile.size.value);
  if (tile.size.kind == Extent::Kind::Percent) text += fmt::format(":{}%", tile.size.value);
  return text + (tile.is_expanded ? "+" : "") + (tile.children_at ? "*" : "");
}

std::string tabs_of(const Layout& layout) {
  std::string text;
  for (const TabSpec& tab : layout.tabs) text += tab.name + "=" + shape(tab.tiles) + ";";
  return text + "new=" + shape(layout.new_tab.tiles);
}

const PaneSpec& first_pane(const Layout& layout) {
  return layout.new_tab.tiles.children.front().pane;
}

}  // namespace

TEST_CASE("a layout without tabs is what new tabs are") {
  CHECK(tabs_of(layout_of("layout")) == "new=-(.)");
  CHECK(tabs_of(layout_of("layout { pane; pane size=1; pane size=\"20%\"; }")) ==
        "new=-(. .:1 .:20%)");
  CHECK(tabs_of(layout_of(
            "layout { pane split_direction=\"Vertical\" { pane; pane { size 3; }; }; }")) ==
        "new=-(|(. .:3))");
  CHECK(tabs_of(layout_of("layout name=\"t\" split_direction=\"vertical\" { pane; pane; }")) ==
        "t=|(. .);new=|(. .)");
}

TEST_CASE("properties are on the line or in the block") {
  const PaneSpec& a = first_pane(
      layout_of("layout { pane name=\"n\" borderless=true focus=true exclude_from_sync=true "
                "contents_file=\"c\" default_fg=\"#fff\" default_bg=\"1\"; }"));
  const PaneSpec b = first_pane(
      layout_of("layout { pane { name \"n\"; borderless true; focus true; exclude_from_sync true; "
                "contents_file \"c\"; default_fg \"#fff\"; default_bg \"1\"; }; }"));
  CHECK(b.name == "n");
  CHECK(b.is_borderless);
  CHECK(b.has_focus);
  CHECK(b.is_excluded_from_sync);
  CHECK(b.contents_file == "c");
  CHECK(b.foreground == "#fff");
  CHECK(b.background == "1");
  static_cast<void>(a);
}

TEST_CASE("what runs in a pane") {
  const PaneContent command =
      first_pane(layout_of("layout { pane command=\"top\" { args \"-d\" \"1\"; close_on_exit true; "
                           "start_suspended true; cwd \"x\"; }; }"))
          .content;
  CHECK(command.kind == PaneContent::Kind::Command);
  CHECK(command.program == "top");
  CHECK(command.arguments == std::vector<std::string>{"-d", "1"});
  CHECK(command.closes_on_exit);
  CHECK(command.starts_suspended);
  CHECK(command.cwd == "x");
  const PaneContent edit = first_pane(layout_of("layout { pane edit=\"f\" cwd=\"/d\"; }")).content;
  CHECK(edit.kind == PaneContent::Kind::Edit);
  CHECK(edit.program == "/d/f");
  const PaneContent plugin =
      first_pane(
          layout_of(
              "layout { pane { plugin location=\"zellij:tab-bar\" a=1 { b true; c \"x\"; }; }; }"))
          .content;
  CHECK(plugin.kind == PaneContent::Kind::Plugin);
  CHECK(plugin.program == "zellij:tab-bar");
  CHECK(plugin.configuration.size() == 3);
  CHECK(is_bar(plugin));
  CHECK_FALSE(is_bar(command));
}

TEST_CASE("working directories are joined from the outside in") {
  const auto cwd = [](std::string_view text, LayoutSource source = {}) {
    const Layout layout = layout_of(text, source);
    const TabSpec& tab = layout.tabs.empty() ? layout.new_tab : layout.tabs.front();
    return tab.tiles.children.front().pane.content.cwd;
  };
  CHECK(cwd("layout { cwd \"/a\"; tab cwd=\"b\" { pane cwd=\"c\"; }; }") == "/a/b/c");
  CHECK(cwd("layout { cwd \"/a\"; tab { pane; }; }") == "/a");
  CHECK(cwd("layout { cwd \"/a\"; pane cwd=\"b\"; }") == "/a/b");
  CHECK(cwd("layout { cwd \"/a\"; tab cwd=\"/b\" { pane command=\"x\"; }; }") == "/b");
  CHECK(cwd("layout { cwd \"/a\"; pane; }", {.cwd = "/o", .expand = {}}) == "/o");
  const LayoutSource home{
      .cwd = {}, .expand = [](std::string_view path) -> common::Result<std::string> {
        if (path == "$NO") return common::fail("no such variable");
        return path.starts_with('~') ? "/home" + std::string(path.substr(1)) : std::string(path);
      }};
  CHECK(cwd("layout { pane cwd=\"~/x\"; }", home) == "/home/x");
  CHECK_FALSE(read_layout("layout { pane command=\"$NO\"; }", home));
}

TEST_CASE("tabs, with and without templates") {
  CHECK(tabs_of(layout_of("layout { tab name=\"a\" { pane; pane; }; tab focus=true; }")) ==
        "a=-(. .);=-(.);new=-(.)");
  CHECK(tabs_of(layout_of("layout { default_tab_template { pane size=1 name=\"bar\"; children; }\n"
                          "tab name=\"a\" split_direction=\"vertical\" { pane; pane; }\ntab; }")) ==
        "a=-(bar:1 |(. .));=-(bar:1 .);new=-(bar:1 .)");
  CHECK(tabs_of(layout_of("layout { tab_template name=\"ui\" { children; pane name=\"b\"; }\n"
                          "ui name=\"a\" { pane name=\"c\"; }\n }")) == "a=-(-(c) b);new=-(.)");
  CHECK(tabs_of(layout_of("layout { new_tab_template { pane name=\"n\"; }; tab; }")) ==
        "=-(.);new=-(n)");
  CHECK(tabs_of(layout_of(
            "layout { default_tab_template { pane name=\"b\"; children; }; pane name=\"c\"; }")) ==
        "=-(c);new=-(b .)");
  CHECK(tabs_of(layout_of("layout { default_tab_template { pane name=\"b\"; children; }; }")) ==
        "new=-(b .)");
}

TEST_CASE("a stack with a place for panes, but without panes, is a pane") {
  const Layout layout = layout_of("layout { tab { pane; pane stacked=true { children; }; }; }");
  CHECK(tabs_of(layout) == "=-(. .);new=-(.)");
  CHECK_FALSE(layout.tabs[0].tiles.children[1].is_stacked);
}

TEST_CASE("pane templates") {
  CHECK(tabs_of(layout_of(
            "layout { pane_template name=\"two\" split_direction=\"vertical\" { pane; children; }\n"
            "two { pane name=\"x\"; pane name=\"y\"; }\ntwo\n}")) == "new=-(|(. -(x y)) |(. .))");
  CHECK(tabs_of(layout_of("layout { a size=2\npane_template name=\"a\" { b; b name=\"z\"; }\n"
                          "pane_template name=\"b\" command=\"c\"\n}")) == "new=-(-(. z):2)");
  CHECK(tabs_of(layout_of("layout { pane_template name=\"s\" stacked=true { children; }\n"
                          "s { pane; pane expanded=true; }\n}")) == "new=-(=(. .+))");
  const Layout layout = layout_of(
      "layout { pane_template name=\"t\" command=\"c\" cwd=\"d\" { args \"1\"; }\n"
      "t { args \"2\"; }\nt cwd=\"e\"\nt command=\"f\"\nt edit=\"g\"\n}");
  const auto& panes = layout.new_tab.tiles.children;
  CHECK(panes[0].pane.content.arguments == std::vector<std::string>{"2"});
  CHECK(panes[1].pane.content.cwd == "e");
  CHECK(panes[1].pane.content.arguments == std::vector<std::string>{"1"});
  CHECK(panes[2].pane.content.program == "f");
  CHECK(panes[2].pane.content.cwd == "d");
  CHECK(panes[3].pane.content.program == "d/g");
  CHECK(panes[3].pane.content.arguments.empty());
}

TEST_CASE("floating panes have places") {
  const Layout layout = layout_of(
      "layout hide_floating_panes=true { pane_template name=\"f\" command=\"c\" width=20\n"
      "floating_panes { pane x=0 y=\"0%\" width=\"50%\" height=10 pinned=true\nf x=3\n} }");
  REQUIRE(layout.tabs.size() == 1);
  CHECK(layout.tabs[0].hides_floats);
  const auto& floats = layout.tabs[0].floats;
  REQUIRE(floats.size() == 2);
  CHECK(floats[0].place.x == Extent{.kind = Extent::Kind::Cells, .value = 0});
  CHECK(floats[0].place.columns == Extent{.kind = Extent::Kind::Percent, .value = 50});
  CHECK(floats[0].is_pinned);
  CHECK(floats[1].place.columns == Extent{.kind = Extent::Kind::Cells, .value = 20});
  CHECK(floats[1].pane.content.program == "c");
}

TEST_CASE("swap layouts have variants for counts, in their order") {
  const Layout layout = layout_of(
      "layout { tab_template name=\"ui\" { pane size=1; children; }\n"
      "swap_tiled_layout name=\"s\" { tab; ui exact_panes=4 { pane { children; }; }\n"
      "ui min_panes=6 { pane; }; tab max_panes=9 { pane split_direction=\"vertical\" { pane; "
      "children; }; }; ui max_panes=3; }\n"
      "swap_floating_layout { floating_panes max_panes=1 { pane x=1; }\nfloating_panes; } }");
  REQUIRE(layout.swap_tiled.size() == 1);
  std::string text = layout.swap_tiled[0].name;
  for (const auto& [count, tiles] : layout.swap_tiled[0].variants) {
    text += fmt::format(" {}{}{}", static_cast<int>(count.kind), count.count, shape(tiles));
  }
  CHECK(text == "s 03-(.:1 .) 09-(|(.)*) 16-(.:1 .) 24-(.:1 -(.*)) 30-(.)");
  REQUIRE(layout.swap_floating.size() == 1);
  CHECK(layout.swap_floating[0].variants.size() == 2);
}

TEST_CASE("swap layouts of a file of their own use the templates of the layout") {
  const auto document = common::kdl::parse_kdl(
      "layout { tab_template name=\"ui\" { children; pane size=1; }; pane; }");
  const auto swaps =
      common::kdl::parse_kdl("swap_tiled_layout name=\"s\" { ui max_panes=3 { pane; pane; }; }");
  REQUIRE((document && swaps));
  auto layout = read_layout(*document);
  REQUIRE(layout);
  REQUIRE(read_swap_layouts(*swaps, *document, *layout));
  REQUIRE(layout->swap_tiled.size() == 1);
  CHECK(shape(layout->swap_tiled[0].variants[0].second) == "-(-(. .) .:1)");
  CHECK_FALSE(read_swap_layouts(*swaps, common::config::Value(), *layout));
}

TEST_CASE("options may stand beside a layout") {
  const auto layout = read_layout("layout\nsession_serialization false\n");
  CHECK(layout.has_value());
}

TEST_CASE("problems say where, and what was meant") {
  CHECK(problem_of("pane") == "1:1 `pane` belongs inside the `layout` node");
  CHECK(problem_of("theme \"x\"") == "1:1 there is no `layout` node");
  CHECK(problem_of("layout\nlayout") == "2:1 a file has only one `layout` node");
  CHECK(problem_of("layout {\n  pane nam=\"x\"\n}") ==
        "2:8 unknown pane property `nam`, did you mean `name`?");
  CHECK(problem_of("layout {\n  panes\n}") ==
        "2:3 unknown layout node `panes`, did you mean `pane`?");
  CHECK(problem_of("layout { pane { siez 1; }; }") ==
        "1:17 unknown pane property `siez`, did you mean `size`?");
  CHECK(problem_of("layout { tab colour=1; }") == "1:14 unknown tab property `colour`");
  CHECK(problem_of("layout { pane size=\"x\"; }") ==
        "1:20 invalid value: string \"x\", expected a number of cells or percent in quotes, like "
        "\"50%\"");
  CHECK(problem_of("layout { pane size=0; }").ends_with("expected more than nothing"));
  CHECK(problem_of("layout { pane size=\"101%\"; }") != "none");
  CHECK(problem_of("layout { pane size=\"nan\"; }") != "none");
  CHECK(problem_of("layout { pane size=1.5; }") != "none");
  CHECK(problem_of("layout { pane focus=\"yes\"; }") ==
        "1:21 invalid type: string \"yes\", expected `true` or `false`");
  CHECK(problem_of("layout { pane \"x\"; }") ==
        "1:15 expected a property with its name, like name=\"...\", found a bare value");
  CHECK(problem_of("layout { pane { size; }; }") == "1:17 `size` needs a value");
  CHECK(problem_of("layout { pane { args; }; }").starts_with("1:17 `args` needs one or more"));
  CHECK(problem_of("layout { pane close_on_exit=true; }") ==
        "1:10 `close_on_exit` is only of use with a command");
  CHECK(problem_of("layout { pane command=\"a\" edit=\"b\"; }") ==
        "1:10 a pane cannot both run a command and edit a file");
  CHECK(problem_of("layout { pane command=\"a\" { pane; }; }") ==
        "1:10 a pane with panes in it cannot have `command`");
  CHECK(problem_of("layout { pane command=\"\"; }") ==
        "1:23 invalid value: string \"\", expected more than nothing");
  CHECK(problem_of("layout { pane stacked=true; }") ==
        "1:10 a stacked pane needs panes in it, or `children`");
  CHECK(problem_of("layout { pane stacked=true split_direction=\"vertical\" { pane; }; }") !=
        "none");
  CHECK(problem_of("layout { pane stacked=true { pane { pane; }; }; }") != "none");
  CHECK(problem_of("layout { pane { pane expanded=true; }; }") ==
        "1:17 only a pane in a stack can be expanded");
  CHECK(problem_of("layout { pane { children { pane; }; }; }") ==
        "1:17 `children` stands alone, without properties");
  CHECK(problem_of("layout { pane\n tab\n}") ==
        "2:2 tabs and panes cannot be side by side in a layout");
  CHECK(problem_of("layout { tab focus=true; tab focus=true; }") ==
        "1:1 only one tab can have the focus");
  CHECK(problem_of("layout name=\"x\" { tab; }") != "none");
  CHECK(problem_of("layout { pane { plugin; }; }") ==
        "1:17 a plugin needs a location, like location=\"tab-bar\"");
  CHECK(problem_of("layout { swap_tiled_layout { tab max_panes=1 min_panes=2; }; }") != "none");
  CHECK(problem_of("layout { swap_tiled_layout { tab max_panes=\"1\"; }; }") ==
        "1:44 invalid type: string \"1\", expected a number of panes without quotes");
  CHECK(problem_of("layout { swap_tiled_layout { tap; }; }") ==
        "1:30 unknown node of a swap layout `tap`, did you mean `tab`?");
  CHECK(problem_of("layout { floating_panes { pane size=1; }; }") ==
        "1:32 unknown floating pane property `size`");
}

TEST_CASE("problems of templates") {
  CHECK(problem_of("layout { pane_template; }") == "1:10 a pane template needs a name");
  CHECK(problem_of("layout { tab_template; }") == "1:10 a tab template needs a name");
  CHECK(problem_of("layout { pane_template name=\"a b\"; }") ==
        "1:29 the name of a template cannot have spaces");
  CHECK(problem_of("layout { tab_template name=\"pane\"; }") ==
        "1:28 `pane` has a meaning of its own in layouts");
  CHECK(problem_of("layout { pane_template name=\"a\" { b; }; pane_template name=\"b\" { a; }; }")
            .ends_with("is used in itself"));
  CHECK(problem_of("layout { pane_template name=\"a\"; pane_template name=\"a\"; }") ==
        "1:34 there are two pane templates named `a`");
  CHECK(problem_of("layout { pane_template name=\"a\" size=1 x=1; }")
            .ends_with("a template is for one kind"));
  CHECK(problem_of("layout { pane_template name=\"a\" x=1\na\n}") ==
        "2:1 the template `a` is for floating panes, as it has `x`");
  CHECK(problem_of("layout { pane_template name=\"a\" size=1\nfloating_panes { a; }\n}") ==
        "2:18 the template `a` is for tiled panes, as it has `size`");
  CHECK(problem_of("layout { pane_template name=\"a\" { pane; }\na { pane; }\n}") ==
        "1:10 this template needs one `children` node, it has 0");
  CHECK(problem_of(
            "layout { tab_template name=\"a\" { children; pane { children; }; }\na { pane; }\n}") ==
        "1:10 this template needs one `children` node, it has 2");
  std::string doubling = "layout { pane_template name=\"t0\" { pane; pane; }\n";
  for (int i = 1; i < 20; ++i) {
    doubling += fmt::format("pane_template name=\"t{}\" {{ t{}; t{}; }}\n", i, i - 1, i - 1);
  }
  CHECK(problem_of(doubling + "t19\n}").ends_with("the layout has more than 10000 panes"));
  std::string chain = "layout { pane_template name=\"t0\" { pane; }\n";
  for (int i = 1; i < 200; ++i)
    chain += fmt::format("pane_template name=\"t{}\" {{ t{}; }}\n", i, i - 1);
  CHECK(problem_of(chain + "}").ends_with("panes are nested more than 100 deep"));
}

}  // namespace mux::layout
