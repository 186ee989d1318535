// Images: sixels (DCS q), kitty's graphics protocol (APC G), and what is asked
// about them.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "common/json/base64.h"
#include "mux/image/graphics_data.h"
#include "mux/image/sixel.h"
#include "mux/term/control_strings.h"
#include "mux/term/functions.h"
#include "mux/term/image_placing.h"
#include "mux/term/motion.h"

namespace mux::term {

namespace {

using image::GraphicsCommand;
using image::Image;
using image::ImageStore;
using image::Placement;

constexpr std::uint32_t kMostImageRows = 512;
constexpr int kDeepestPlacement = 8;  // As many as the protocol asks for.

// ---- kitty: answers ----------------------------------------------------------

// Programs that give their images no name get no answer.
void answer(Emulator& emulator, const GraphicsCommand& command, std::string_view message) {
  const std::uint32_t silent_from = message == "OK" ? 1 : 2;
  if ((command.id == 0 && command.number == 0) || command.quiet >= silent_from) return;
  std::string out = fmt::format("\x1b_Gi={}", command.id);
  if (command.number != 0) out += fmt::format(",I={}", command.number);
  if (command.placement != 0) out += fmt::format(",p={}", command.placement);
  emulator.reply(fmt::format("{};{}\x1b\\", out, message));
}

// ---- kitty: placing ------------------------------------------------------------

std::uint16_t extent(std::uint32_t wanted, std::uint32_t pixels, int cell_size) {
  const auto cells = wanted != 0 ? wanted : static_cast<std::uint32_t>(cells_of(pixels, cell_size));
  return static_cast<std::uint16_t>(std::clamp(cells, 1u, kMostImageRows));
}

// The other extent of an image of which the program gives one.
std::uint32_t in_proportion(std::uint32_t pixels, std::uint32_t of, std::uint64_t room) {
  return static_cast<std::uint32_t>(
      std::min<std::uint64_t>(room * pixels / std::max(of, 1u), 1u << 20));
}

Placement placement_of(const Emulator& emulator, const GraphicsCommand& command, const Image& image,
                       std::uint32_t key) {
  Placement placement;
  placement.image = key;
  placement.id = command.placement;
  placement.x = std::min(command.x, image.width);
  placement.y = std::min(command.y, image.height);
  const auto part = [](std::uint32_t wanted, std::uint32_t most) {
    return wanted == 0 ? most : std::min(wanted, most);
  };
  placement.width = part(command.part_width, image.width - placement.x);
  placement.height = part(command.part_height, image.height - placement.y);
  const int cell_width = emulator.options.cell_width;
  const int cell_height = emulator.options.cell_height;
  placement.cell_x = std::min(command.cell_x, static_cast<std::uint32_t>(cell_width));
  placement.cell_y = std::min(command.cell_y, static_cast<std::uint32_t>(cell_height));
  std::uint32_t width = placement.width;
  std::uint32_t height = placement.height;
  if (command.columns != 0 && command.rows == 0) {
    height = in_proportion(height, width,
                           std::uint64_t{command.columns} * static_cast<unsigned>(cell_width));
  } else if (command.rows != 0 && command.columns == 0) {
    width = in_proportion(width, height,
                          std::uint64_t{command.rows} * static_cast<unsigned>(cell_height));
  }
  placement.columns = extent(command.columns, width + placement.cell_x, cell_width);
  placement.rows = extent(command.rows, height + placement.cell_y, cell_height);
  placement.z = command.z;
  placement.is_virtual = command.is_virtual == 1;
  return placement;
}

// Makes it belong to the placement that the command names.  Empty, or what the program
// is told.
std::string_view attach(const ImageStore& store, const GraphicsCommand& command,
                        Placement& placement) {
  if (placement.is_virtual) return "EINVAL:virtual placements belong to no other";
  placement.parent =
      store.key_of_placement(store.key_of_id(command.parent), command.parent_placement);
  if (placement.parent == 0) return "ENOPARENT:there is no such placement";
  int depth = 1;
  for (std::uint32_t key = placement.parent; key != 0; ++depth) {
    const Placement& above = *store.find_placement(key);
    const bool is_same = above.image == placement.image && above.id == placement.id;
    if (is_same && placement.id != 0) return "ECYCLE:it would belong to itself";
    if (depth > kDeepestPlacement) return "ETOODEEP:too many placements belong to one another";
    key = above.parent;
  }
  placement.parent_columns = command.parent_columns;
  placement.parent_rows = command.parent_rows;
  return {};
}

// Empty: it is shown; else what the program is told.
std::string_view show(Emulator& emulator, const GraphicsCommand& command, std::uint32_t key) {
  const Image* const image = emulator.graphics.store.find(key);
  if (image == nullptr) return "ENOENT:there is no such image";
  Placement placement = placement_of(emulator, command, *image, key);
  if (command.parent != 0) {
    const std::string_view problem = attach(emulator.graphics.store, command, placement);
    if (!problem.empty()) return problem;
  }
  place_image(emulator, placement, false,
              command.keeps_cursor == 1 ? CursorAfterImage::Stays : CursorAfterImage::BehindLast);
  return {};
}

void put_image(Emulator& emulator, const GraphicsCommand& command) {
  const ImageStore& store = emulator.graphics.store;
  const std::uint32_t key =
      command.id != 0 ? store.key_of_id(command.id) : store.key_of_number(command.number);
  const std::string_view problem = show(emulator, command, key);
  answer(emulator, command, problem.empty() ? "OK" : problem);
}

// ---- kitty: transmitting ---------------------------------------------------------

// The data are here, or where they say.
common::Result<std::string> read_medium(Emulator& emulator, const GraphicsCommand& command,
                                        std::string data) {
  const char medium = command.medium == 0 ? 'd' : command.medium;
  if (medium == 'd') return data;
  if (medium != 'f' && medium != 't' && medium != 's') {
    return common::fail("EINVAL:there is no such medium");
  }
  auto read = emulator.events.read_image(static_cast<image::Medium>(medium), data, command.offset,
                                         command.size);
  if (!read) return common::fail("EBADF:the data cannot be read");
  return std::move(*read);
}

common::Result<Image> read_pixels(Emulator& emulator, const GraphicsCommand& command,
                                  std::string data) {
  std::string bytes = TRY(read_medium(emulator, command, std::move(data)));
  return image::read_image(command, std::move(bytes),
                           emulator.graphics.store.limits().bytes_of_one);
}

void finish_image(Emulator& emulator, GraphicsCommand command, std::string data) {
  ImageStore& store = emulator.graphics.store;
  auto read = read_pixels(emulator, command, std::move(data));
  if (!read) {
    answer(emulator, command, read.error().message);
    return;
  }
  const bool is_shown = command.action == 'T';
  std::string_view problem;
  if (command.action != 'q' && (is_shown || command.id != 0 || command.number != 0)) {
    // A number alone gets an id from us.
    if (command.id == 0 && command.number != 0) command.id = store.free_id();
    read->id = command.id;
    const std::uint32_t key = store.add(std::move(*read));
    if (is_shown) problem = show(emulator, command, key);
  }
  answer(emulator, command, problem.empty() ? "OK" : problem);
}

void add_data(Emulator& emulator, std::string_view payload) {
  GraphicsUpload& upload = emulator.graphics.upload;
  const auto bytes = common::json::decode_base64(payload);
  const std::size_t most = emulator.graphics.store.limits().bytes_of_one;
  upload.is_too_large = upload.is_too_large || upload.data.size() + payload.size() > most * 3 / 2;
  if (upload.is_too_large) {
    upload.data = {};
  } else if (bytes) {
    upload.data += *bytes;
  }
}

void transmit(Emulator& emulator, const GraphicsCommand& command) {
  GraphicsUpload& upload = emulator.graphics.upload;
  // Later parts have no keys but m and q.
  const bool goes_on = upload.is_running && command.action == 0 && command.id == 0;
  if (!goes_on) {
    upload = {};
    upload.command = command;
    upload.command.payload = {};
  }
  upload.is_running = true;
  add_data(emulator, command.payload);
  if (command.has_more == 1) return;
  GraphicsUpload whole = std::exchange(upload, {});
  whole.command.quiet = std::max(whole.command.quiet, command.quiet);
  if (whole.command.id != 0 && whole.command.number != 0) {
    answer(emulator, whole.command, "EINVAL:an image has an id or a number");
  } else if (whole.is_too_large) {
    answer(emulator, whole.command, "EFBIG:the image is too large");
  } else {
    finish_image(emulator, whole.command, std::move(whole.data));
  }
}

// ---- kitty: deleting -------------------------------------------------------------

// Placements on the screen, sixels aside, of which a cell is where the test says.
template <typename Test>
std::set<std::uint32_t> placements_where(const Emulator& emulator, const Test& test) {
  std::set<std::uint32_t> found;
  for_each_strip(emulator, [&](int y, const ImageStrip& strip) {
    const Placement* const placement = emulator.graphics.store.find_placement(strip.placement);
    if (placement != nullptr && !strip.is_text && test(y, strip, *placement))
      found.insert(strip.placement);
  });
  return found;
}

bool has_column(const ImageStrip& strip, std::int64_t x) {
  return x >= strip.column && x < strip.column + strip.columns;
}

std::set<std::uint32_t> placements_at(const Emulator& emulator, std::int64_t x, std::int64_t y) {
  return placements_where(emulator, [&](int row, const ImageStrip& strip, const Placement&) {
    return row == y && has_column(strip, x);
  });
}

// Those of images with an id from `first` to `last`, wherever they are.
std::set<std::uint32_t> placements_of_ids(const Emulator& emulator, std::uint32_t first,
                                          std::uint32_t last, std::uint32_t placement_id) {
  std::set<std::uint32_t> found;
  const ImageStore& store = emulator.graphics.store;
  store.for_each_placement([&](std::uint32_t key, const Placement& placement) {
    const Image* const image = store.find(placement.image);
    const bool is_wanted = image != nullptr && image->id >= first && image->id <= last;
    if (is_wanted && (placement_id == 0 || placement.id == placement_id)) found.insert(key);
  });
  return found;
}

std::uint32_t id_of_number(const ImageStore& store, std::uint32_t number) {
  const Image* const image = store.find(store.key_of_number(number));
  return image == nullptr ? 0 : image->id;
}

std::set<std::uint32_t> deleted(const Emulator& emulator, const GraphicsCommand& command,
                                char what) {
  const Position& at = emulator.screen->cursor;
  const std::int64_t x = std::int64_t{command.x} - 1;
  const std::int64_t y = std::int64_t{command.y} - 1;
  switch (what) {
    case 'a':
      return placements_where(emulator,
                              [](int, const ImageStrip&, const Placement&) { return true; });
    case 'i':
      return placements_of_ids(emulator, std::max(command.id, 1u), command.id, command.placement);
    case 'n': {
      const std::uint32_t id = id_of_number(emulator.graphics.store, command.number);
      return placements_of_ids(emulator, std::max(id, 1u), id, command.placement);
    }
    case 'r':
      return placements_of_ids(emulator, std::max(command.x, 1u), command.y, 0);
    case 'c':
      return placements_at(emulator, at.x, at.y);
    case 'p':
      return placements_at(emulator, x, y);
    case 'q':
      return placements_where(emulator, [&](int row, const ImageStrip& strip, const Placement& of) {
        return row == y && has_column(strip, x) && of.z == command.z;
      });
    case 'x':
      return placements_where(emulator, [&](int, const ImageStrip& strip, const Placement&) {
        return has_column(strip, x);
      });
    case 'y':
      return placements_where(
          emulator, [&](int row, const ImageStrip&, const Placement&) { return row == y; });
    case 'z':
      return placements_where(
          emulator, [&](int, const ImageStrip&, const Placement& of) { return of.z == command.z; });
    default:
      return {};
  }
}

// Capital letters forget the data, too, of images that are shown nowhere then.
void delete_images(Emulator& emulator, const GraphicsCommand& command) {
  const char letter = command.deletes == 0 ? 'a' : command.deletes;
  const bool frees = letter >= 'A' && letter <= 'Z';
  const char what = frees ? static_cast<char>(letter - 'A' + 'a') : letter;
  ImageStore& store = emulator.graphics.store;
  std::set<std::uint32_t> images;
  for (const std::uint32_t key : deleted(emulator, command, what)) {
    if (const Placement* const placement = store.find_placement(key)) {
      images.insert(placement->image);
    }
    store.remove_placement(key);
  }
  if (!frees) return;
  // Named ones go even if they were never shown.
  if (what == 'i') images.insert(store.key_of_id(command.id));
  if (what == 'n') images.insert(store.key_of_number(command.number));
  for (std::uint32_t id = command.x; what == 'r' && id <= command.y; ++id) {
    if (id - command.x > store.limits().images) break;
    images.insert(store.key_of_id(id));
  }
  for (const std::uint32_t key : images) {
    if (!store.is_placed(key)) store.remove(key);
  }
}

// ---- sixels ------------------------------------------------------------------------

CursorAfterImage cursor_after_sixel(const Emulator& emulator) {
  if (emulator.modes[Mode::SixelDisplay]) return CursorAfterImage::Stays;
  return emulator.modes[Mode::SixelCursorRight] ? CursorAfterImage::BehindLast
                                                : CursorAfterImage::LastRow;
}

}  // namespace

void run_apc(Emulator& emulator, std::string_view text) {
  if (!emulator.options.has_images || !text.starts_with('G')) return;
  const auto command = image::parse_graphics(text.substr(1));
  if (!command) return;
  switch (command->action) {
    case 0:
    case 't':
    case 'T':
      transmit(emulator, *command);
      break;
    case 'q':
      if (emulator.options.tells_of_images) transmit(emulator, *command);
      break;
    case 'p':
      put_image(emulator, *command);
      break;
    case 'd':
      emulator.graphics.upload = {};
      delete_images(emulator, *command);
      break;
    default:
      answer(emulator, *command, "EINVAL:there is no such action");
  }
}

void run_sixel(Emulator& emulator, std::string_view parameters, std::string_view data) {
  if (!emulator.options.has_images) return;
  ImageStore& store = emulator.graphics.store;
  auto image = image::decode_sixel(parameters, data, store.limits().bytes_of_one);
  if (!image) return;
  Placement placement;
  placement.width = image->width;
  placement.height = image->height;
  placement.columns = extent(0, image->width, emulator.options.cell_width);
  placement.rows = extent(0, image->height, emulator.options.cell_height);
  placement.image = store.add(std::move(*image));
  const Position before = emulator.screen->cursor;
  const CursorAfterImage after = cursor_after_sixel(emulator);
  if (after == CursorAfterImage::Stays) emulator.screen->cursor = {};
  place_image(emulator, placement, true, after);
  if (after == CursorAfterImage::Stays) emulator.screen->cursor = before;
}

namespace functions {

// "Pi;Pa;Pv": which (1: colour registers, 2: size of sixels), what is wanted (1: the
// value, 2: the usual one, 3: another one, 4: the largest).
void xtsmgraphics(Emulator& emulator, const Parameters& parameters) {
  if (!emulator.options.has_images || !emulator.options.tells_of_images) return;
  const int item = parameters.value_or(0, 0);
  const int action = parameters.value_or(1, 0);
  const bool is_known = item == 1 || item == 2;
  // Neither can be changed.
  const int status = !is_known ? 1 : action < 1 || action > 4 ? 2 : action == 3 ? 3 : 0;
  std::string value;
  if (status == 0 && item == 1) value = fmt::format(";{}", image::kSixelColors);
  if (status == 0 && item == 2) {
    value = fmt::format(";{};{}", image::kLargestSixel, image::kLargestSixel);
  }
  emulator.reply(fmt::format("\x1b[?{};{}{}S", item, status, value));
}

}  // namespace functions

}  // namespace mux::term
