#include "lint/notebook/schema.h"

#include <algorithm>

#include "lint/notebook/fields.h"

namespace lint::notebook {
namespace {

using common::json::Reader;

// Which language the notebook says that it is in.
class MetadataReader {
 public:
  explicit MetadataReader(Reader& reader) : reader_(reader) {}

  bool read(std::string_view& metadata) {
    if (!is_at_object("struct RawNotebookMetadata")) return false;
    const std::size_t from = reader_.offset();
    SeenFields seen;
    const bool is_good = reader_.read_object(
        [&](const std::string& key) { return read_field(key, seen); }, [] { return true; });
    metadata = reader_.text_since(from);
    return is_good;
  }

  bool is_python() const {
    if (has_language_info_) return language_ == "python";
    return !has_kernel_ || kernel_language_ == "python";
  }

 private:
  bool is_at_object(std::string_view expected) {
    const int next = reader_.peek();
    std::string_view value;
    if (next < 0) return reader_.read_value(value);
    return next == '{' || reader_.fail_type(expected);
  }

  bool read_field(std::string_view key, SeenFields& seen) {
    const bool is_known = key == "authors" || key == "kernelspec" || key == "language_info" ||
                          key == "orig_nbformat" || key == "title";
    if (is_known && !seen.add(key, reader_)) return false;
    if (!reader_.take_colon()) return false;
    std::string_view value;
    if (reader_.peek() == 'n' || !is_known || key == "authors") return reader_.read_value(value);
    if (key == "kernelspec") return read_kernel();
    if (key == "language_info") return read_language();
    if (key == "title") return read_optional_string(reader_);
    std::int64_t format = 0;
    return read_integer(reader_, format);
  }

  bool read_kernel() {
    if (!is_at_object("struct Kernelspec")) return false;
    has_kernel_ = true;
    SeenFields seen;
    return reader_.read_object(
        [&](const std::string& key) {
          std::string_view value;
          const bool is_language = key == "language";
          if (is_language && !seen.add(key, reader_)) return false;
          if (!reader_.take_colon()) return false;
          if (!is_language || reader_.peek() == 'n') return reader_.read_value(value);
          return read_name(reader_, kernel_language_);
        },
        [] { return true; });
  }

  bool read_language() {
    if (!is_at_object("struct LanguageInfo")) return false;
    has_language_info_ = true;
    SeenFields seen;
    return reader_.read_object(
        [&](const std::string& key) {
          std::string_view value;
          const bool is_string =
              key == "file_extension" || key == "mimetype" || key == "pygments_lexer";
          const bool is_known = is_string || key == "name" || key == "codemirror_mode";
          if (is_known && !seen.add(key, reader_)) return false;
          if (!reader_.take_colon()) return false;
          if (key == "name") return read_name(reader_, language_);
          return is_string ? read_optional_string(reader_) : reader_.read_value(value);
        },
        [&] { return seen.has("name") || reader_.fail(missing_field("name")); });
  }

  Reader& reader_;
  bool has_kernel_ = false;
  bool has_language_info_ = false;
  std::string kernel_language_;
  std::string language_;
};

class RootReader {
 public:
  RootReader(Reader& reader, RawNotebook& notebook) : reader_(reader), notebook_(notebook) {}

  bool read() {
    std::string_view value;
    const int next = reader_.peek();
    if (next < 0) return reader_.read_value(value);
    if (next != '{') return reader_.fail_type("struct RawNotebook");
    const bool is_good = reader_.read_object(
        [&](const std::string& key) { return read_field(key); }, [&] { return has_all_fields(); });
    return is_good && reader_.read_end();
  }

 private:
  static constexpr std::string_view kFields[] = {"cells", "metadata", "nbformat", "nbformat_minor"};

  bool read_field(std::string_view key) {
    if (std::ranges::find(kFields, key) == std::end(kFields)) {
      return reader_.fail(unknown_field(key, "`cells`, `metadata`, `nbformat`, `nbformat_minor`"));
    }
    if (!seen_.add(key, reader_) || !reader_.take_colon()) return false;
    if (key == "cells") return read_cells();
    if (key == "nbformat") return read_integer(reader_, notebook_.format);
    if (key == "nbformat_minor") return read_integer(reader_, notebook_.minor_format);
    MetadataReader metadata(reader_);
    const bool is_good = metadata.read(notebook_.metadata);
    notebook_.is_python = metadata.is_python();
    return is_good;
  }

  bool read_cells() {
    std::string_view value;
    const int next = reader_.peek();
    if (next < 0) return reader_.read_value(value);
    if (next != '[') return reader_.fail_type("a sequence");
    return reader_.read_array([&] { return read_cell(reader_, notebook_.cells.emplace_back()); });
  }

  bool has_all_fields() {
    for (std::string_view name : kFields) {
      if (!seen_.has(name)) return reader_.fail(missing_field(name));
    }
    return true;
  }

  Reader& reader_;
  RawNotebook& notebook_;
  SeenFields seen_;
};

}  // namespace

common::Result<RawNotebook> read_raw_notebook(std::string_view text) {
  RawNotebook notebook;
  Reader reader(text);
  if (!RootReader(reader, notebook).read()) {
    const common::json::ReadError& error = reader.error();
    return common::fail((error.is_syntax
                             ? "Expected a Jupyter Notebook, which must be internally stored as "
                               "JSON, but this file isn't valid JSON: "
                             : "This file does not match the schema expected of Jupyter "
                               "Notebooks: ") +
                        error.message);
  }
  if (notebook.format != 4) {
    return common::fail("Expected Jupyter Notebook format 4, found: " +
                        std::to_string(notebook.format));
  }
  return notebook;
}

}  // namespace lint::notebook
