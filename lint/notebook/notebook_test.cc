#include "lint/notebook/notebook.h"

#include <doctest/doctest.h>

#include "lint/notebook/cell_ids.h"

namespace lint {
namespace {

std::string with_cells(std::string_view cells, std::string_view minor = "4") {
  return "{\"cells\":[" + std::string(cells) +
         "],\"metadata\":{},\"nbformat\":4,\"nbformat_minor\":" + std::string(minor) + "}";
}

std::string code_cell(std::string_view source) {
  return R"({"cell_type":"code","metadata":{},"outputs":[],"source":)" + std::string(source) + "}";
}

std::string problem(std::string json) {
  const common::Result<Notebook> notebook = Notebook::read(std::move(json));
  return notebook ? "" : notebook.error().message;
}

TEST_CASE("Python cells are joined") {
  const auto notebook = Notebook::read(with_cells(
      code_cell("\"a\\nb\"") + R"(,{"cell_type":"markdown","metadata":{},"source":"#"},)" +
      code_cell(R"(["%%bash\n","ls"])") + "," + code_cell(R"(["c\n","d"])") + "," +
      code_cell("[]")));
  REQUIRE(notebook);
  CHECK(notebook->source() == "a\nb\nc\nd\n\n");
  REQUIRE(notebook->cells().count() == 3);
  CHECK(notebook->cells().number(1) == 4);
  CHECK(notebook->cells().content(2) == TextRange{8, 8});
  CHECK(notebook->code_cells(notebook->source(), notebook->cells()).size() == 4);
}

TEST_CASE("no Python cells are an empty line") {
  const auto notebook = Notebook::read(with_cells(""));
  REQUIRE(notebook);
  CHECK(notebook->source() == "\n");
  CHECK(notebook->cells().count() == 0);
}

TEST_CASE("the language is that of the metadata") {
  const auto is_python = [](std::string_view metadata) {
    const auto notebook = Notebook::read("{\"cells\":[],\"metadata\":" + std::string(metadata) +
                                         ",\"nbformat\":4,\"nbformat_minor\":4}");
    REQUIRE(notebook);
    return notebook->is_python();
  };
  CHECK(is_python("{}"));
  CHECK(is_python(R"({"kernelspec":{"language":"python"}})"));
  CHECK_FALSE(is_python(R"({"kernelspec":{}})"));
  CHECK_FALSE(is_python(R"({"kernelspec":{"language":"python"},"language_info":{"name":"R"}})"));
  CHECK(is_python(R"({"kernelspec":null,"language_info":null})"));
}

TEST_CASE("a cell that the editor takes for another language is none of ours") {
  const auto notebook = Notebook::read(with_cells(
      R"({"cell_type":"code","metadata":{"vscode":{"languageId":"sql"}},"outputs":[],"source":"x"})"));
  REQUIRE(notebook);
  CHECK(notebook->cells().count() == 0);
}

TEST_CASE("what is written has one form") {
  const auto notebook = Notebook::read(
      R"({"nbformat":4,"nbformat_minor":5,"metadata":{"z":1e1,"title":null,"a":2},"cells":[)"
      R"({"source":"x\ny","outputs":[],"metadata":{},"cell_type":"code","id":null}]})"
      "\n");
  REQUIRE(notebook);
  Cells cells;
  cells.add(1, 5);
  CHECK(notebook->written("a\r\nb\n", cells) == R"({
 "cells": [
  {
   "cell_type": "code",
   "execution_count": null,
   "id": "7fb27b941602401d91542211134fc71a",
   "metadata": {},
   "outputs": [],
   "source": [
    "a\r\n",
    "b"
   ]
  }
 ],
 "metadata": {
  "a": 2,
  "z": 10.0
 },
 "nbformat": 4,
 "nbformat_minor": 5
}
)");
  CHECK(notebook->written().find(R"("source": "x\ny")") != std::string::npos);
}

TEST_CASE("identifiers are the same in every run") {
  notebook::CellIds ids;
  CHECK(ids.next() == "7fb27b941602401d91542211134fc71a");
  CHECK(ids.next() == "acae54e37e7d407bbb7b55eff062a284");
}

TEST_CASE("what is no notebook") {
  CHECK(
      problem("x").starts_with("Expected a Jupyter Notebook, which must be internally stored as "
                               "JSON, but this file isn't valid JSON: expected value at line 1"));
  constexpr std::string_view kSchema =
      "This file does not match the schema expected of Jupyter Notebooks: ";
  const auto schema_problem = [&](std::string json) {
    const std::string message = problem(std::move(json));
    CHECK(message.starts_with(kSchema));
    return message.substr(std::min(kSchema.size(), message.size()));
  };
  CHECK(schema_problem("{}") == "missing field `cells` at line 1 column 2");
  CHECK(schema_problem(R"({"a":1})") ==
        "unknown field `a`, expected one of `cells`, `metadata`, `nbformat`, `nbformat_minor` "
        "at line 1 column 5");
  CHECK(schema_problem(R"({"cells":1})") ==
        "invalid type: integer `1`, expected a sequence at line 1 column 11");
  CHECK(schema_problem(R"({"cells":[{}]})") == "missing field `cell_type` at line 1 column 12");
  CHECK(schema_problem(R"({"cells":[{"cell_type":"x"}]})") ==
        "unknown variant `x`, expected one of `code`, `markdown`, `raw` at line 1 column 26");
  CHECK(schema_problem(R"({"cells":[{"cell_type":"raw","metadata":{}}]})") ==
        "missing field `source` at line 1 column 44");
  CHECK(schema_problem(with_cells(code_cell("1"))) ==
        "data did not match any variant of untagged enum SourceValue at line 1 column 69");
  CHECK(schema_problem(R"({"nbformat":1.5})") ==
        "invalid type: floating point `1.5`, expected i64 at line 1 column 16");
  CHECK(schema_problem(R"({"metadata":{"language_info":{}}})") ==
        "missing field `name` at line 1 column 31");
  CHECK(problem(R"({"cells":[],"metadata":{},"nbformat":3,"nbformat_minor":4})") ==
        "Expected Jupyter Notebook format 4, found: 3");
}

}  // namespace
}  // namespace lint
