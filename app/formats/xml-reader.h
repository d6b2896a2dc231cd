/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * MarathonXmlReader: libxml2's push parser behind our own limits: elements and attributes in, refusals with line and
 * column out.
 *
 * A DOCTYPE is refused always, so no entity but the five of XML can occur. Nothing is ever read by file name.
 */
#pragma once

#include <gio/gio.h>

#include "base/progress-func.h"

G_BEGIN_DECLS

/* The limits of design section 3. */
#define MARATHON_XML_MAX_SIZE (G_GUINT64_CONSTANT (1) << 30) /* bytes of a file */
#define MARATHON_XML_MAX_TAG (256u << 10)                    /* bytes of one piece of markup */
#define MARATHON_XML_MAX_VALUE (64u << 10)                   /* bytes of one value */
#define MARATHON_XML_MAX_ATTRIBUTES 128u                     /* of one element, declarations of namespaces too */
#define MARATHON_XML_MAX_DEPTH 16u
#define MARATHON_XML_MAX_UNKNOWN_NAMES 1000u
/* What is kept of a newer minor version: bytes in one place, the root or a list; and attributes of one element beside
 * those that we write. */
#define MARATHON_XML_MAX_UNKNOWN (64u << 20)
#define MARATHON_XML_MAX_UNKNOWN_ATTRIBUTES 64u

typedef struct _MarathonXmlReader MarathonXmlReader;

typedef struct {
  const char *name;   /* local name, the same pointer for the same name throughout one reading */
  const char *prefix; /* %NULL for none */
  const char *uri;    /* namespace of a prefixed attribute, else %NULL */
  const char *value;  /* decoded, ends in NUL */
} MarathonXmlAttribute;

typedef struct {
  const char *name; /* local name, the same pointer for the same name throughout one reading */
  const char *uri;  /* namespace; "" for none */
  guint n_attributes;
  const MarathonXmlAttribute *attributes;
} MarathonXmlElement;

/** What happens in the document, in its order. A handler that finds an error calls marathon_xml_reader_refuse…() and
 * may go on. */
typedef struct {
  void (*start) (MarathonXmlReader *reader, const MarathonXmlElement *element, gpointer user_data);
  void (*end)   (MarathonXmlReader *reader, const char *name, gpointer user_data);
  void (*text)  (MarathonXmlReader *reader, const char *text, gsize length, gpointer user_data); /* pieces, blanks too */
} MarathonXmlHandlers;

/** A refusal: where and why. */
typedef struct {
  guint line;
  guint column; /* 0: not known */
  char *message;
  int code; /* MarathonFormatError */
} MarathonXmlFinding;

/**
 * marathon_xml_reader_new:
 * @stream: borrowed; read in pieces of 64 KiB
 */
MarathonXmlReader *marathon_xml_reader_new  (GInputStream *stream, const MarathonXmlHandlers *handlers, gpointer user_data);
void               marathon_xml_reader_free (MarathonXmlReader *reader);

/** Called after each piece with the bytes read so far. */
void marathon_xml_reader_set_progress (MarathonXmlReader *reader, MarathonProgressFunc func, guint64 total, gpointer user_data);

/**
 * marathon_xml_reader_run:
 *
 * Reads to the end, or to the first error of syntax, or to a hundred other findings.
 *
 * Returns: %TRUE where nothing was refused; else %FALSE with @error (MARATHON_FORMAT_ERROR, or what the stream said, or
 * cancelled): the first
 *   finding as "LINE:COLUMN: message" ("LINE: message" where there is no column), and how many more there are
 */
gboolean marathon_xml_reader_run (MarathonXmlReader *reader, GCancellable *cancellable, GError **error);

/** Returns: (transfer none) (element-type MarathonXmlFinding): all findings, in the order of the file. */
GPtrArray *marathon_xml_reader_get_findings (MarathonXmlReader *reader);

/** Refuses something at the current place. */
void marathon_xml_reader_refuse (MarathonXmlReader *reader, int code, const char *format, ...) G_GNUC_PRINTF (3, 4);

/** Where the reader is: at the end of the tag or text that a handler is being told of (of a CDATA section, at the start
 * of the piece). @column is 0 where it is not known. */
void marathon_xml_reader_get_place (MarathonXmlReader *reader, guint *line, guint *column);

/** Refuses something at a place that the reader has passed. */
void marathon_xml_reader_refuse_at (MarathonXmlReader *reader, guint line, guint column, int code, const char *format, ...)
  G_GNUC_PRINTF (5, 6);

/** Refuses text where only elements may stand; white space is no text. Told once for each run of text. */
void marathon_xml_reader_refuse_text (MarathonXmlReader *reader, const char *text, gsize length);

/** Refuses a value at its own place, with the message of @error. */
void marathon_xml_reader_refuse_value (MarathonXmlReader *reader, const MarathonXmlAttribute *attribute, const GError *error);

/** Refuses something and reads no further: the rest would make no sense. */
void marathon_xml_reader_abandon (MarathonXmlReader *reader, int code, const char *format, ...) G_GNUC_PRINTF (3, 4);

/** Counts a name that we do not know, against the limit: each once. @name is the reader's own pointer, of an element or
 * an attribute. (Namespaces, prefixes and targets of instructions the reader counts itself.) */
void marathon_xml_reader_count_unknown (MarathonXmlReader *reader, const char *name);

/** Process-wide settings of libxml2; called by marathon_xml_reader_new(), and to be called before threads read. */
void marathon_xml_init (void);

G_END_DECLS
