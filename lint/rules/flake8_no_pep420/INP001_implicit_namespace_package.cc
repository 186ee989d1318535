#include <unistd.h>

#include <algorithm>
#include <optional>
#include <string>

#include "common/fs/path.h"
#include "lint/check/checker.h"
#include "lint/check/rule.h"
#include "lint/parser/inline_script.h"

namespace lint::rules::INP001_implicit_namespace_package {

static bool is_in_source_folder(const Checker& c) {
  const std::string_view folder = common::fs::parent_path(c.file().path);
  const std::vector<std::string>& folders = c.settings().src.paths;
  return folder == c.settings().project_root || std::ranges::find(folders, folder) != folders.end();
}

static bool begins_with_shebang(const Checker& c) {
  const std::span<const std::uint32_t> comments = c.parsed().comments();
  return !comments.empty() && c.tokens()[comments[0]].range.start == 0 &&
         c.text().starts_with("#!");
}

static std::string shown(std::string_view path) {
  return std::string(common::fs::relative_path(path, common::fs::working_directory()));
}

static bool has_init(std::string_view folder) {
  return ::access((std::string(folder) + "/__init__.py").c_str(), F_OK) == 0;
}

// The nearest folder above the package, or it itself, that is no package.
static std::string_view folder_without_init(std::string_view folder) {
  while (has_init(folder) && folder != "/") folder = common::fs::parent_path(folder);
  return folder;
}

static void check_nested_package(Checker& c) {
  const FileInfo& file = c.file();
  if (!c.is_preview() || !file.is_nested_package) return;
  if (common::fs::base_name(file.path) != "__init__.py") return;
  c.report(codes::INP001, {0, 0},
           "File `" + shown(file.path) +
               "` declares a package, but is nested under an implicit namespace package. Add an "
               "`__init__.py` to `" +
               shown(folder_without_init(file.package_root)) + "`.");
}

static void check(Checker& c, const PathPass&) {
  const FileInfo& file = c.file();
  const bool is_importable = file.path.ends_with(".py") && !is_in_source_folder(c) &&
                             !begins_with_shebang(c) && !parser::has_inline_script(c.text());
  if (!file.package_root.empty() || !is_importable) return check_nested_package(c);
  c.report(codes::INP001, {0, 0},
           "File `" + shown(file.path) +
               "` is part of an implicit namespace package. Add an `__init__.py`.");
}

static constexpr Hook kHooks[] = {on<check>};
static constexpr std::string_view kMessages[] = {
    "File `{filename}` is part of an implicit namespace package. Add an `__init__.py`.",
    "File `{filename}` declares a package, but is nested under an implicit namespace package. Add "
    "an `__init__.py` to `{parent}`."};

static constexpr RuleInfo kInfo[] = {{.code = codes::INP001,
                                      .docs = R"(## What it does
Finds Python files in folders without `__init__.py`.

Files directly in the project's root or in one of the folders of `src`, scripts
with a `#!` line and scripts with metadata ([PEP 723]) are left alone.

## Why is this bad?
Python imports such folders as namespace packages, parts of which may lie
elsewhere. Most often the file was forgotten, and tools that collect tests or build
distributions pass the folder over.

## Example
```text
project/
    package/
        module.py
```

Use instead:
```text
project/
    package/
        __init__.py
        module.py
```

## Options
- `namespace-packages`: folders that are meant to have no `__init__.py`.
- `src`

[PEP 723]: https://peps.python.org/pep-0723/
)",
                                      .messages = kMessages,
                                      .hooks = kHooks,
                                      .example_not_run = "is about folders"}};

extern constinit const RuleFile rules{kInfo};

}  // namespace lint::rules::INP001_implicit_namespace_package
