// What a terminal keeps of images.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "mux/image/graphics_command.h"
#include "mux/image/image_store.h"
#include "mux/term/row_images.h"

namespace mux::term {

// An image whose data come in several commands.
struct GraphicsUpload {
  image::GraphicsCommand command;  // The first one.
  std::string data;
  bool is_running = false;
  bool is_too_large = false;
};

struct Graphics {
  explicit Graphics(const image::ImageLimits& limits) : store(limits) {}

  image::ImageStore store;
  GraphicsUpload upload;
  // Of lines of history, by their number (History::first_number).
  std::map<std::uint64_t, ImageStrips> history;
};

}  // namespace mux::term
