/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A keyboard that nobody touches: keys of any script, pressed through the X server's test extension.
 */
#pragma once

#include <X11/Xlib.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * x_keyboard_strike:
 * @keysym: what the key shall mean; a free key is given that meaning for the time where none has it
 * @modifiers: of ShiftMask, ControlMask and Mod1Mask (Alt), what is held meanwhile. Shift is added where @keysym needs it
 * @settle: waits until the program that has the keyboard has seen what was done
 */
void x_keyboard_strike (Display *display, KeySym keysym, guint modifiers, void (*settle) (void));

G_END_DECLS
