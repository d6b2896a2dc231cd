/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libxml2's errors in plain words.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * marathon_xml_message_describe:
 * @code: libxml2's
 * @original: (nullable): its own wording, which follows where we have none
 * @name: (nullable): the element, attribute or entity that it is about
 *
 * Returns: (transfer full): a sentence for an official
 */
char *marathon_xml_message_describe (int code, const char *original, const char *name);

/**
 * marathon_xml_message_clean:
 *
 * What a refusal says, which may quote the file: one line, nothing that a terminal obeys or that turns the text around,
 * and of a very long one the beginning and the end, in some hundred bytes.
 *
 * Returns: (transfer full): valid UTF-8
 */
char *marathon_xml_message_clean (const char *message);

/* So many bytes are enough for the check of a start. */
#define MARATHON_XML_START 512

/**
 * marathon_xml_message_check_start:
 * @bytes: the first bytes of a file: all, or at least MARATHON_XML_START
 *
 * Tells by its first bytes what a file is that cannot be an event, and refuses every encoding but UTF-8 (and UTF-16
 * with a byte order mark).
 *
 * Returns: %FALSE with @error (MARATHON_FORMAT_ERROR) for what cannot be read
 */
gboolean marathon_xml_message_check_start (const char *bytes, gsize length, GError **error);

G_END_DECLS
