// Checker: what a rule sees of the file it looks at, and where it reports.
//
// One Checker lives for one check of one file (check_file.h).
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lint/ast/ast_nodes.h"
#include "lint/config/settings.h"
#include "lint/diag/diagnostic.h"
#include "lint/fix/edits.h"
#include "lint/fix/importer.h"
#include "lint/notebook/cells.h"
#include "lint/parser/line_structure.h"
#include "lint/parser/parsed.h"
#include "lint/registry/rule_set.h"
#include "lint/semantic/semantic.h"
#include "lint/suppress/suppressions.h"

namespace lint {

// What the path of a file says.
struct FileInfo {
  std::string path;                // Absolute, or as given for standard input.
  bool is_stub = false;            // .pyi
  bool is_init = false;            // __init__.py or .pyi
  std::string package_root;        // The topmost folder with an __init__.py above; empty: none.
  bool is_nested_package = false;  // The root is below another root.
  // {"pkg", "sub", "mod"}, {"pkg", "__init__"}; empty: not in a package.
  std::vector<std::string> module_path;
};

struct CheckInput {
  parser::Parsed& parsed;
  const parser::LineStructure& lines;
  const FileInfo& file;
  const LintSettings& settings;
  const RuleSet& enabled;  // For this file, per-file-ignores taken off.
  PythonVersion target_version = kDefaultPython;
  PythonVersion syntax_version = kLatestPython;  // For syntax errors.
  const Cells* cells = nullptr;                  // Of a notebook.
};

class Checker {
 public:
  Checker(const CheckInput& input, semantic::Semantic& semantic);

  // ---- the file ----
  parser::Parsed& parsed() const { return input_.parsed; }
  std::string_view text() const { return input_.parsed.text(); }
  std::string_view text(TextRange range) const { return range.of(text()); }
  std::string_view text(const ast::Node& node) const { return node.range.of(text()); }
  std::span<const parser::Token> tokens() const { return input_.parsed.tokens(); }
  const parser::LineStructure& lines() const { return input_.lines; }
  const FileInfo& file() const { return input_.file; }
  bool is_stub() const { return input_.file.is_stub; }
  // The cells of a notebook; null: the file is none.
  const Cells* cells() const { return input_.cells; }
  bool is_notebook() const { return input_.cells != nullptr; }
  // "line 3", as messages refer to another place; "cell 2, line 3" in a notebook.
  std::string place_of(std::uint32_t offset) const;
  const LintSettings& settings() const { return input_.settings; }
  bool is_preview() const { return input_.settings.preview; }
  PythonVersion target_version() const { return input_.target_version; }
  PythonVersion syntax_version() const { return input_.syntax_version; }

  // ---- what it means ----
  const semantic::Semantic& semantic() const { return semantic_; }
  const semantic::QualifiedName& qualified_name(const ast::Expr& expr) const {
    return semantic_.qualified_name(expr);
  }

  // ---- reporting ----
  bool is_enabled(RuleId rule) const { return input_.enabled.contains(rule); }
  // Files the finding and returns it, so that the rule can add a fix, a parent,
  // annotations; the reference holds until the next report.  `rule` must be
  // enabled.
  Diagnostic& report(RuleId rule, TextRange range, std::string message);
  std::vector<Diagnostic>& diagnostics() { return diagnostics_; }
  // Tells the user something beside the findings.
  void warn(CommentWarning warning) { warnings_.push_back(std::move(warning)); }
  std::vector<CommentWarning>& warnings() { return warnings_; }
  // Will a noqa comment suppress the rule at this offset?  For fixes that cover
  // several findings.
  bool is_suppressed(RuleId rule, std::uint32_t offset) const;
  void set_suppressions(const Suppressions* suppressions) { suppressions_ = suppressions; }

  // ---- fixing ----
  FixSource fix_source() const { return {parsed(), lines()}; }
  Importer importer() const { return {fix_source(), semantic_}; }
  // Statements of one body that must not be deleted together.
  std::uint32_t isolation_of(const ast::Stmt& statement) const;
  // The same for those of the body whose Suite hook runs.
  std::uint32_t isolation_of_body() const;

  // A slot of the file for the rule that names the type; made on first use.
  template <typename T>
  T& state() {
    static constexpr char kKey = 0;
    for (const auto& slot : slots_) {
      if (slot->key == &kKey) return static_cast<Slot<T>&>(*slot).value;
    }
    slots_.push_back(std::make_unique<Slot<T>>(&kKey));
    return static_cast<Slot<T>&>(*slots_.back()).value;
  }

 private:
  struct AnySlot {
    explicit AnySlot(const void* slot_key) : key(slot_key) {}
    virtual ~AnySlot() = default;
    const void* key;
  };
  template <typename T>
  struct Slot : AnySlot {
    using AnySlot::AnySlot;
    T value{};
  };

  const CheckInput& input_;
  semantic::Semantic& semantic_;
  const Suppressions* suppressions_ = nullptr;
  std::vector<Diagnostic> diagnostics_;
  std::vector<CommentWarning> warnings_;
  std::vector<std::unique_ptr<AnySlot>> slots_;
};

}  // namespace lint
