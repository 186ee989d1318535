// The control functions, one each; the rows of sequences.cc and modes.cc say what
// they do and how programs call them.
#pragma once

#include "mux/term/emulator.h"
#include "mux/term/parameters.h"

namespace mux::term {

using Function = void (*)(Emulator& emulator, const Parameters& parameters);

namespace functions {

// cursor_functions.cc
void cuu(Emulator& emulator, const Parameters& parameters);
void cud(Emulator& emulator, const Parameters& parameters);
void cuf(Emulator& emulator, const Parameters& parameters);
void cub(Emulator& emulator, const Parameters& parameters);
void cnl(Emulator& emulator, const Parameters& parameters);
void cpl(Emulator& emulator, const Parameters& parameters);
void cha(Emulator& emulator, const Parameters& parameters);
void cup(Emulator& emulator, const Parameters& parameters);
void vpa(Emulator& emulator, const Parameters& parameters);
void hpr(Emulator& emulator, const Parameters& parameters);
void vpr(Emulator& emulator, const Parameters& parameters);
void hpb(Emulator& emulator, const Parameters& parameters);
void vpb(Emulator& emulator, const Parameters& parameters);
void cht(Emulator& emulator, const Parameters& parameters);
void cbt(Emulator& emulator, const Parameters& parameters);
void hts(Emulator& emulator, const Parameters& parameters);
void tbc(Emulator& emulator, const Parameters& parameters);
void decst8c(Emulator& emulator, const Parameters& parameters);
void ind(Emulator& emulator, const Parameters& parameters);
void nel(Emulator& emulator, const Parameters& parameters);
void ri(Emulator& emulator, const Parameters& parameters);
void decsc(Emulator& emulator, const Parameters& parameters);
void decrc(Emulator& emulator, const Parameters& parameters);
void decslrm(Emulator& emulator, const Parameters& parameters);  // Or SCOSC.
void decstbm(Emulator& emulator, const Parameters& parameters);
void decbi(Emulator& emulator, const Parameters& parameters);
void decfi(Emulator& emulator, const Parameters& parameters);
void decscusr(Emulator& emulator, const Parameters& parameters);

// erase_functions.cc
void ed(Emulator& emulator, const Parameters& parameters);
void el(Emulator& emulator, const Parameters& parameters);
void ech(Emulator& emulator, const Parameters& parameters);
void decsed(Emulator& emulator, const Parameters& parameters);
void decsel(Emulator& emulator, const Parameters& parameters);
void decsca(Emulator& emulator, const Parameters& parameters);
void spa(Emulator& emulator, const Parameters& parameters);
void epa(Emulator& emulator, const Parameters& parameters);
void decaln(Emulator& emulator, const Parameters& parameters);
void line_size(Emulator& emulator, const Parameters& parameters);  // DECDHL, DECSWL, DECDWL

// graphics_functions.cc
void xtsmgraphics(Emulator& emulator, const Parameters& parameters);

// edit_functions.cc
void ich(Emulator& emulator, const Parameters& parameters);
void dch(Emulator& emulator, const Parameters& parameters);
void il(Emulator& emulator, const Parameters& parameters);
void dl(Emulator& emulator, const Parameters& parameters);
void su(Emulator& emulator, const Parameters& parameters);
void sd(Emulator& emulator, const Parameters& parameters);
void sl(Emulator& emulator, const Parameters& parameters);
void sr(Emulator& emulator, const Parameters& parameters);
void decic(Emulator& emulator, const Parameters& parameters);
void decdc(Emulator& emulator, const Parameters& parameters);
void rep(Emulator& emulator, const Parameters& parameters);

// rectangle_functions.cc
void deccra(Emulator& emulator, const Parameters& parameters);
void decfra(Emulator& emulator, const Parameters& parameters);
void decera(Emulator& emulator, const Parameters& parameters);
void decsera(Emulator& emulator, const Parameters& parameters);
void deccara(Emulator& emulator, const Parameters& parameters);
void decrara(Emulator& emulator, const Parameters& parameters);
void decsace(Emulator& emulator, const Parameters& parameters);
void decrqcra(Emulator& emulator, const Parameters& parameters);
void xtchecksum(Emulator& emulator, const Parameters& parameters);
void xtreportsgr(Emulator& emulator, const Parameters& parameters);

// style_functions.cc
void sgr(Emulator& emulator, const Parameters& parameters);
void xtpushsgr(Emulator& emulator, const Parameters& parameters);
void xtpopsgr(Emulator& emulator, const Parameters& parameters);
void scs(Emulator& emulator, const Parameters& parameters);
void ls2(Emulator& emulator, const Parameters& parameters);
void ls3(Emulator& emulator, const Parameters& parameters);
void ss2(Emulator& emulator, const Parameters& parameters);
void ss3(Emulator& emulator, const Parameters& parameters);

// mode_functions.cc
void sm(Emulator& emulator, const Parameters& parameters);
void rm(Emulator& emulator, const Parameters& parameters);
void decset(Emulator& emulator, const Parameters& parameters);
void decrst(Emulator& emulator, const Parameters& parameters);
void decrqm(Emulator& emulator, const Parameters& parameters);
void decrqm_private(Emulator& emulator, const Parameters& parameters);
void xtsave(Emulator& emulator, const Parameters& parameters);
void xtrestore(Emulator& emulator, const Parameters& parameters);
void deckpam(Emulator& emulator, const Parameters& parameters);
void deckpnm(Emulator& emulator, const Parameters& parameters);
void vt52_graphics(Emulator& emulator, const Parameters& parameters);
void vt52_ascii(Emulator& emulator, const Parameters& parameters);
void vt52_identify(Emulator& emulator, const Parameters& parameters);
void vt52_exit(Emulator& emulator, const Parameters& parameters);
void ris(Emulator& emulator, const Parameters& parameters);
void decstr(Emulator& emulator, const Parameters& parameters);
void decscl(Emulator& emulator, const Parameters& parameters);
void ignore(Emulator& emulator, const Parameters& parameters);

// keyboard_functions.cc
void kitty_push(Emulator& emulator, const Parameters& parameters);
void kitty_pop(Emulator& emulator, const Parameters& parameters);
void kitty_set(Emulator& emulator, const Parameters& parameters);
void kitty_query(Emulator& emulator, const Parameters& parameters);
void xtmodkeys(Emulator& emulator, const Parameters& parameters);
void xtmodkeys_off(Emulator& emulator, const Parameters& parameters);
void xtqmodkeys(Emulator& emulator, const Parameters& parameters);

// report_functions.cc
void da1(Emulator& emulator, const Parameters& parameters);
void da2(Emulator& emulator, const Parameters& parameters);
void da3(Emulator& emulator, const Parameters& parameters);
void xtversion(Emulator& emulator, const Parameters& parameters);
void dsr(Emulator& emulator, const Parameters& parameters);
void dsr_private(Emulator& emulator, const Parameters& parameters);
void decreqtparm(Emulator& emulator, const Parameters& parameters);
void decrqpsr(Emulator& emulator, const Parameters& parameters);
void xtwinops(Emulator& emulator, const Parameters& parameters);

}  // namespace functions

}  // namespace mux::term
