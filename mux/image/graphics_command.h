// A command of kitty's graphics protocol: `APC G KEY=VALUE,...;PAYLOAD ST`.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace mux::image {

struct GraphicsCommand {
  // Letters; 0: not given.
  char action = 0;
  char medium = 0;
  char compression = 0;
  char deletes = 0;
  // Numbers; 0: not given.
  std::uint32_t quiet = 0;
  std::uint32_t format = 0;
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  std::uint32_t size = 0;
  std::uint32_t offset = 0;
  std::uint32_t id = 0;
  std::uint32_t number = 0;
  std::uint32_t placement = 0;
  std::uint32_t has_more = 0;
  std::uint32_t x = 0;
  std::uint32_t y = 0;
  std::uint32_t part_width = 0;
  std::uint32_t part_height = 0;
  std::uint32_t cell_x = 0;
  std::uint32_t cell_y = 0;
  std::uint32_t columns = 0;
  std::uint32_t rows = 0;
  std::uint32_t keeps_cursor = 0;
  std::uint32_t is_virtual = 0;
  std::uint32_t parent = 0;
  std::uint32_t parent_placement = 0;
  std::int32_t z = 0;
  std::int32_t parent_columns = 0;
  std::int32_t parent_rows = 0;

  std::string_view payload;  // Of the text that was parsed; base64.
};

// The text behind the G.  Keys that nobody knows are passed over; nullopt: it is no
// list of keys and values.
std::optional<GraphicsCommand> parse_graphics(std::string_view text);

// Where the data of an image are: in the command, or in something it names.
enum class Medium : char { Direct = 'd', File = 'f', TemporaryFile = 't', SharedMemory = 's' };

}  // namespace mux::image
